package org.huiling.policy.rulesimport;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.huiling.HuilingTest;
import org.huiling.OwnThread;
import org.huiling.SecondInstance;
import org.huiling.dictionary.DictionaryInForce;
import org.huiling.engine.ClassStore;
import org.huiling.engine.PolicyCompiler;
import org.huiling.policy.CompiledPolicies;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.policy.PublishedPolicyWriter;
import org.huiling.policy.RulesReport;
import org.huiling.policy.TinyRules;
import org.huiling.policy.factfiles.FactFileCheck;
import org.huiling.policy.factfiles.FactFilePublishing;
import org.huiling.policy.published.PolicyStore;
import org.huiling.policy.published.StandardsStore;
import org.huiling.policy.standards.StandardsCheck;
import org.huiling.policy.standards.StandardsPublishing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.tuple;

/** What a start does with the fact files of the rules directory. */
@HuilingTest
@ExtendWith(OutputCaptureExtension.class)
class FactFilesImportIntegrationTests {

	private static int number;

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

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Environment environment;

	@TempDir
	Path directory;

	TinyRules rules;

	/** A fact of each test, since what is in force stays. */
	String fact = "";

	RulesReport report = new RulesReport();

	@BeforeEach
	void begin() {
		this.fact = "plaque" + ++number;
		this.rules = new TinyRules(this.directory);
		this.dictionary.files()
			.files()
			.forEach((name, content) -> this.rules.file("facts/" + name, new String(content)));
		facts(this.fact, "99");
	}

	@AfterEach
	void mend() {
		this.jdbc.sql("drop trigger if exists broken_off on dictionary_file").update();
	}

	private void facts(String fact, String most) {
		this.rules.file("facts/" + fact + ".yaml", content(fact, most));
	}

	private static String content(String fact, String most) {
		return """
				name: {zh: 试例, en: Example}
				facts:
				  %s: {type: integer, min: 0, max: %s, unit: count, zh: %s, en: %s}
				""".formatted(fact, most, fact, fact);
	}

	private static String district(String fact) {
		return "small-" + fact.toLowerCase(Locale.ROOT);
	}

	/** A version that pays whoever has some of it. */
	private void version(String fact) {
		String id = district(fact);
		this.rules.jurisdiction(id, "99" + (1000 + number * 2 + (fact.endsWith("More") ? 1 : 0)))
			.program(id, "allowance", 10);
		this.rules.version(id + "/allowance/2013-01-01", "100.00");
		this.rules.file(id + "/allowance/2013-01-01/policy.yaml", """
				title: {zh: 津贴办法, en: Allowance}
				basis: 津贴办法（自拟）
				effectiveFrom: 2013-01-01
				parameters:
				  least: {value: 2, unit: count, basis: 第一条}
				  allowance: {value: 100.00, unit: CNY, basis: 第二条}
				""");
		this.rules.file(id + "/allowance/2013-01-01/allowance.drl", """
				rule "津贴"
				    @en("Allowance")
				    @basis("津贴办法（自拟）第一条")
				when
				    Applicant( %s >= P.least )
				then
				    benefit.pay(P.allowance);
				end
				""".formatted(fact));
	}

	private PolicyCatalogue start(RulesImportMode mode) throws Exception {
		this.report = new RulesReport();
		FactFilesImport facts = new FactFilesImport(this.directory.resolve("facts"), this.dictionary, this.checks,
				this.publishing, this.report);
		RulesImport imports = this.configuration.rulesImport(this.directory, facts,
				this.configuration.standardsImport(this.standards, this.standardsCheck, this.standardsPublishing,
						this.report),
				this.store, this.writer, this.compiler, this.dictionary, this.classes, this.report, this.clock);
		return this.configuration.policyCatalogue(mode, imports, this.store, this.compiled, this.dictionary);
	}

	private int revision() {
		return this.jdbc.sql("select max(revision) from dictionary_revision").query(Integer.class).single();
	}

	private List<String> published() {
		return this.store.versions().stream().map((version) -> version.id().toString()).toList();
	}

	@Test
	void whatWasAddedIsTheNextRevisionAndVersionsMayUseItAtOnce() throws Exception {
		int before = this.dictionary.revision().number();
		version(this.fact);
		start(RulesImportMode.ALWAYS);
		assertThat(this.report.findings()).isEmpty();
		assertThat(this.dictionary.revision().number()).isEqualTo(before + 1);
		assertThat(this.dictionary.current().fileOf(this.fact)).isEqualTo(this.fact);
		assertThat(published()).contains(district(this.fact) + "/allowance/2013-01-01");
		assertThat(
				this.jdbc.sql("select count(*) from audit_event where action = 'FACT_FILE_PUBLISHED' and subject = ?")
					.param(this.fact + ".yaml")
					.query(Long.class)
					.single())
			.isOne();
		start(RulesImportMode.ALWAYS);
		assertThat(this.report.findings()).isEmpty();
		assertThat(this.dictionary.revision().number()).isEqualTo(before + 1);
	}

	private void derived(String file, String fact, String is) {
		this.rules.file("facts/" + file + ".yaml", """
				name: {zh: 试例, en: Example}
				derived:
				  %s: {is: "%s", zh: %s, en: %s}
				""".formatted(fact, is, fact, fact));
	}

	@Test
	void aFileWaitsForTheFactsOfAnotherWhateverTheyAreCalledAndWhateverElseIsWrong() throws Exception {
		String needs = "a-" + this.fact.toLowerCase(Locale.ROOT);
		String later = "0-" + this.fact.toLowerCase(Locale.ROOT);
		derived(needs, this.fact + "Many", this.fact + " > 2");
		derived(later, this.fact + "None", "not " + this.fact + "Many");
		this.rules.file("facts/" + needs + "-wrong.yaml", "name: {zh: 错, en: Wrong}\nfacts:\n  bad: {type: nothing}\n");
		start(RulesImportMode.ALWAYS);
		assertThat(this.report.findings()).isNotEmpty()
			.allSatisfy((finding) -> assertThat(finding.place()).contains("-wrong.yaml"));
		assertThat(this.dictionary.current().fileOf(this.fact + "Many")).isEqualTo(needs);
		assertThat(this.dictionary.current().fileOf(this.fact + "None")).isEqualTo(later);
	}

	@Test
	void whatTakesAwayAFactInUseIsRefusedByNameAndKeepsNothingElseOut(CapturedOutput output) throws Exception {
		version(this.fact);
		start(RulesImportMode.ALWAYS);
		int before = this.dictionary.revision().number();
		facts(this.fact, "1");
		this.rules.file("facts/" + this.fact + "-more.yaml", content(this.fact + "More", "9"));
		version(this.fact + "More");
		PolicyCatalogue catalogue = start(RulesImportMode.ALWAYS);
		assertThat(this.report.findings()).singleElement().satisfies((finding) -> {
			assertThat(finding.kind()).isEqualTo(RulesReport.Kind.BROKEN);
			assertThat(finding.place()).isEqualTo("facts/" + this.fact + ".yaml:3");
			assertThat(finding.message()).contains("FACT_IN_USE", district(this.fact) + "/allowance/2013-01-01");
		});
		assertThat(output).contains("BROKEN facts/" + this.fact + ".yaml:3");
		assertThat(new RulesHealthIndicator(this.report, catalogue, this.dictionary).health().getDetails().toString())
			.contains("facts/" + this.fact + ".yaml:3");
		assertThat(this.dictionary.revision().number()).isEqualTo(before + 1);
		assertThat(this.dictionary.files().files().get(this.fact + ".yaml"))
			.isEqualTo(content(this.fact, "99").getBytes());
		assertThat(published()).contains(district(this.fact + "More") + "/allowance/2013-01-01");
	}

	/** A restart with old files on the disk undoes nothing. */
	@Test
	void aFileThatWasInForceBeforeIsPassedOver() throws Exception {
		start(RulesImportMode.ALWAYS);
		facts(this.fact, "100");
		start(RulesImportMode.ALWAYS);
		int before = this.dictionary.revision().number();
		for (RulesImportMode mode : RulesImportMode.values()) {
			facts(this.fact, "99");
			start(mode);
			assertThat(this.report.findings()).isEmpty();
			assertThat(this.dictionary.revision().number()).isEqualTo(before);
		}
	}

	@Test
	void withoutAnImportADifferenceIsToldAndChangesNothing(CapturedOutput output) throws Exception {
		String known = this.fact;
		version(known);
		start(RulesImportMode.ALWAYS);
		int before = this.dictionary.revision().number();
		facts(known, "100");
		for (RulesImportMode mode : List.of(RulesImportMode.WHEN_EMPTY, RulesImportMode.NEVER)) {
			PolicyCatalogue catalogue = start(mode);
			assertThat(this.report.findings()).extracting(RulesReport.Finding::kind, RulesReport.Finding::place)
				.containsExactly(tuple(RulesReport.Kind.REFUSED, "facts/" + known + ".yaml"));
			assertThat(
					new RulesHealthIndicator(this.report, catalogue, this.dictionary).health().getDetails().toString())
				.contains("facts/" + known + ".yaml");
			assertThat(revision()).isEqualTo(before);
		}
		assertThat(output).contains("REFUSED facts/" + known + ".yaml", "huiling.rules-import=ALWAYS");
	}

	/** As if the instance were killed while it writes the second file of a revision. */
	@Test
	void aStartThatIsKilledLeavesNothingHalfDone() throws Exception {
		version(this.fact);
		int before = revision();
		this.jdbc.sql("""
				create or replace function break_off() returns trigger language plpgsql as $$
				begin
					if new.name = '%s.yaml' then perform pg_terminate_backend(pg_backend_pid()); end if;
					return new;
				end $$""".formatted(this.fact)).update();
		this.jdbc
			.sql("create trigger broken_off before insert on dictionary_file for each row execute function break_off()")
			.update();
		assertThatException().as("the connection is gone").isThrownBy(() -> start(RulesImportMode.ALWAYS));
		assertThat(revision()).isEqualTo(before);
		assertThat(published()).noneMatch((id) -> id.contains(this.fact));
		mend();
		start(RulesImportMode.ALWAYS);
		assertThat(this.report.findings()).isEmpty();
		assertThat(revision()).isEqualTo(before + 1);
		assertThat(published()).contains(district(this.fact) + "/allowance/2013-01-01");
	}

	@Test
	void twoInstancesThatStartTogetherBringItOnce() throws Exception {
		version(this.fact);
		int before = revision();
		List<ConfigurableApplicationContext> started = Stream.of(1, 2)
			.map((each) -> CompletableFuture.supplyAsync(() -> SecondInstance.start(this.environment,
					"huiling.rules-import=ALWAYS", "huiling.rules=" + this.directory), new OwnThread()))
			.toList()
			.stream()
			.map(CompletableFuture::join)
			.toList();
		try {
			assertThat(revision()).isEqualTo(before + 1);
			for (ConfigurableApplicationContext each : started) {
				assertThat(each.getBean(RulesReport.class).findings()).isEmpty();
				assertThat(each.getBean(DictionaryInForce.class).current().fileOf(this.fact)).isEqualTo(this.fact);
				assertThat(each.getBean(PolicyCatalogue.class).current().versions())
					.anyMatch((version) -> version.id().jurisdiction().equals(district(this.fact)));
			}
		}
		finally {
			started.forEach(ConfigurableApplicationContext::close);
		}
		assertThat(this.jdbc.sql("select count(*) from audit_event where subject = ?")
			.param(this.fact + ".yaml")
			.query(Long.class)
			.single()).isOne();
	}

}
