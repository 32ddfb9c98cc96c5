package org.huiling.policy.rulesimport;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

import org.huiling.dictionary.DictionaryInForce;
import org.huiling.engine.ClassStore;
import org.huiling.engine.PolicyCompiler;
import org.huiling.engine.files.FactFiles;
import org.huiling.policy.CatalogueWatch;
import org.huiling.policy.CompiledPolicies;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.policy.PublishedPolicyWriter;
import org.huiling.policy.RulesReport;
import org.huiling.policy.factfiles.FactFileCheck;
import org.huiling.policy.factfiles.FactFilePublishing;
import org.huiling.policy.published.PolicyStore;
import org.huiling.policy.published.StandardsStore;
import org.huiling.policy.standards.StandardsCheck;
import org.huiling.policy.standards.StandardsPublishing;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Imports and loads the policies before the service answers anybody. */
@Configuration(proxyBeanMethods = false)
public class PolicyConfiguration {

	@Bean
	PolicyCompiler policyCompiler(DictionaryInForce dictionary) {
		return new PolicyCompiler(dictionary::reading);
	}

	@Bean
	FactFilesImport factFilesImport(@Value("${huiling.rules}") Path directory, DictionaryInForce dictionary,
			FactFileCheck checks, FactFilePublishing publishing, RulesReport report) {
		return new FactFilesImport(directory.resolve(FactFiles.DIRECTORY), dictionary, checks, publishing, report);
	}

	@Bean
	StandardsImport standardsImport(StandardsStore standards, StandardsCheck checks, StandardsPublishing publishing,
			RulesReport report) {
		return new StandardsImport(standards, checks, publishing, report);
	}

	@Bean
	public RulesImport rulesImport(@Value("${huiling.rules}") Path directory, FactFilesImport facts,
			StandardsImport standards, PolicyStore store, PublishedPolicyWriter writer, PolicyCompiler compiler,
			DictionaryInForce dictionary, ClassStore classes, RulesReport report, Clock clock) {
		RulesDirectory rules = new RulesDirectory(directory);
		return new RulesImport(rules, facts, new OwnerImport(rules, store, writer, report), standards,
				new VersionImport(store, writer, compiler, dictionary, classes, report, clock), report);
	}

	@Bean
	public PolicyCatalogue policyCatalogue(@Value("${huiling.rules-import:WHEN_EMPTY}") RulesImportMode mode,
			RulesImport rules, PolicyStore store, CompiledPolicies compiled, DictionaryInForce dictionary)
			throws IOException {
		if (mode == RulesImportMode.ALWAYS || (mode == RulesImportMode.WHEN_EMPTY && store.versions().isEmpty())) {
			rules.run();
		}
		else {
			rules.tell();
		}
		PolicyCatalogue catalogue = new PolicyCatalogue(store, compiled, dictionary);
		catalogue.refresh();
		return catalogue;
	}

	@Bean
	CatalogueWatch catalogueWatch(JdbcConnectionDetails database, PolicyCatalogue catalogue) {
		return new CatalogueWatch(database, catalogue);
	}

}
