package org.huiling.policy.rulesimport;

import java.nio.file.Path;
import java.time.Clock;

import org.huiling.HuilingTest;
import org.huiling.dictionary.DictionaryInForce;
import org.huiling.engine.ClassStore;
import org.huiling.engine.PolicyCompiler;
import org.huiling.policy.CompiledPolicies;
import org.huiling.policy.PublishedPolicyWriter;
import org.huiling.policy.RulesReport;
import org.huiling.policy.TinyRules;
import org.huiling.policy.factfiles.FactFileCheck;
import org.huiling.policy.factfiles.FactFilePublishing;
import org.huiling.policy.published.PolicyStore;
import org.huiling.policy.published.StandardsStore;
import org.huiling.policy.standards.StandardsCheck;
import org.huiling.policy.standards.StandardsPublishing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What each start does with the rules directory ({@code huiling.rules-import}). */
@HuilingTest
class RulesImportModeIntegrationTests {

	@Autowired
	StandardsStore standards;

	@Autowired
	StandardsCheck standardsCheck;

	@Autowired
	StandardsPublishing standardsPublishing;

	@Autowired
	PolicyConfiguration configuration;

	@Autowired
	PolicyStore store;

	@Autowired
	CompiledPolicies compiled;

	@Autowired
	PublishedPolicyWriter writer;

	@Autowired
	PolicyCompiler compiler;

	@Autowired
	ClassStore classes;

	@Autowired
	DictionaryInForce dictionary;

	@Autowired
	FactFileCheck checks;

	@Autowired
	FactFilePublishing publishing;

	@Autowired
	Clock clock;

	@Test
	void importingLaterIsNoWayRoundTheFourEyes(@TempDir Path directory) throws Exception {
		TinyRules rules = new TinyRules(directory).jurisdiction("small", "970001").program("small", "allowance", 10);
		rules.version("small/allowance/2013-01-01", "100.00");
		assertThat(start(directory, RulesImportMode.NEVER)).isZero();
		assertThat(start(directory, RulesImportMode.WHEN_EMPTY)).isEqualTo(1);
		rules.version("small/allowance/2014-01-01", "200.00");
		assertThat(start(directory, RulesImportMode.WHEN_EMPTY)).isEqualTo(1);
		assertThat(start(directory, RulesImportMode.NEVER)).isEqualTo(1);
		assertThat(start(directory, RulesImportMode.ALWAYS)).isEqualTo(2);
	}

	/** How many versions a start leaves published. */
	private int start(Path directory, RulesImportMode mode) throws Exception {
		RulesReport report = new RulesReport();
		FactFilesImport facts = new FactFilesImport(directory.resolve("facts"), this.dictionary, this.checks,
				this.publishing, report);
		RulesImport rules = this.configuration.rulesImport(directory, facts,
				this.configuration.standardsImport(this.standards, this.standardsCheck, this.standardsPublishing,
						report),
				this.store, this.writer, this.compiler, this.dictionary, this.classes, report, this.clock);
		return this.configuration.policyCatalogue(mode, rules, this.store, this.compiled, this.dictionary)
			.current()
			.versions()
			.size();
	}

}
