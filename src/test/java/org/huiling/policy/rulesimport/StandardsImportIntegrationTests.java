package org.huiling.policy.rulesimport;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.dictionary.DictionaryInForce;
import org.huiling.engine.ClassStore;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.PolicyCompiler;
import org.huiling.policy.CatalogueSnapshot;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Standards that come with the rules directory, and what a later one may say. */
@HuilingTest
@SharedService
@Import(TestCallers.class)
class StandardsImportIntegrationTests {

	private static final String STANDARDS = """
			allowance:
			  title: {zh: 津贴标准, en: Allowance}
			  basis: 通知
			  value: {2013-01-01: 100.00%s}
			""";

	@TempDir
	Path directory;

	@Autowired
	PolicyConfiguration configuration;

	@Autowired
	PolicyStore store;

	@Autowired
	PublishedPolicyWriter writer;

	@Autowired
	PolicyCompiler compiler;

	@Autowired
	CompiledPolicies compiled;

	@Autowired
	ClassStore classes;

	@Autowired
	DictionaryInForce dictionary;

	@Autowired
	FactFileCheck checks;

	@Autowired
	FactFilePublishing publishing;

	@Autowired
	StandardsStore standards;

	@Autowired
	StandardsCheck standardsCheck;

	@Autowired
	StandardsPublishing standardsPublishing;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Clock clock;

	RulesReport report = new RulesReport();

	TinyRules rules;

	String id;

	@BeforeEach
	void newJurisdiction() {
		int number = this.store.jurisdictions().size() + 1;
		this.id = "small-" + number;
		this.rules = new TinyRules(this.directory).jurisdiction(this.id, "99000" + number)
			.program(this.id, "allowance", 10);
	}

	/** A version that takes its amount from the standards. */
	private void version(String owner, String reference) {
		version(owner, "2013-01-01", reference);
	}

	private void version(String owner, String version, String reference) {
		this.rules.version(owner + "/allowance/" + version, "1.00");
		this.rules.file(owner + "/allowance/" + version + "/policy.yaml", """
				title: {zh: 津贴办法, en: Allowance}
				basis: 津贴办法（自拟）
				effectiveFrom: %s
				parameters:
				  age: {value: 80, unit: years, basis: 第一条}
				  allowance: {from: %s}
				""".formatted(version.substring(0, 10), reference));
	}

	private PolicyCatalogue start() throws Exception {
		this.report = new RulesReport();
		FactFilesImport facts = new FactFilesImport(this.directory.resolve("facts"), this.dictionary, this.checks,
				this.publishing, this.report);
		RulesImport imports = this.configuration.rulesImport(this.directory, facts,
				this.configuration.standardsImport(this.standards, this.standardsCheck, this.standardsPublishing,
						this.report),
				this.store, this.writer, this.compiler, this.dictionary, this.classes, this.report, this.clock);
		return this.configuration.policyCatalogue(RulesImportMode.ALWAYS, imports, this.store, this.compiled,
				this.dictionary);
	}

	private static String amount(PolicyBook book, String day) {
		LocalDate date = LocalDate.parse(day);
		return book.inForce("allowance", date).on(date).parameters().get("allowance").toString();
	}

	@Test
	void aLaterRaiseCountsFromWhenItIsKnownAndOldPicturesKeepTheirs() throws Exception {
		version(this.id, "standards.allowance");
		this.rules.file(this.id + "/standards.yaml", STANDARDS.formatted(""));
		PolicyCatalogue catalogue = start();
		assertThat(this.report.findings()).isEmpty();
		Instant before = this.clock.instant();
		CatalogueSnapshot picture = catalogue.snapshot(this.id, before);
		assertThat(picture.standards()).containsOnlyKeys(this.id);
		assertThat(amount(catalogue.book(this.id, before), "2013-09-01")).isEqualTo("100.00");
		this.rules.file(this.id + "/standards.yaml", STANDARDS.formatted(", 2013-07-01: 120.00"));
		PolicyCatalogue raised = start();
		assertThat(this.report.findings()).isEmpty();
		assertThat(amount(raised.book(this.id, Instant.now()), "2013-06-30")).isEqualTo("100.00");
		assertThat(amount(raised.book(this.id, Instant.now()), "2013-07-01")).isEqualTo("120.00");
		assertThat(amount(raised.book(this.id, before), "2013-07-01")).isEqualTo("100.00");
		assertThat(amount(raised.book(picture), "2013-07-01")).isEqualTo("100.00");
		assertThat(this.jdbc.sql("select count(*) from facts_changed where jurisdiction = ? and at > ?")
			.params(this.id, before.atOffset(ZoneOffset.UTC))
			.query(Integer.class)
			.single()).isEqualTo(1);
		// a directory of before is an old one
		this.rules.file(this.id + "/standards.yaml", STANDARDS.formatted(""));
		assertThat(amount(start().book(this.id, Instant.now()), "2013-07-01")).isEqualTo("120.00");
		assertThat(this.report.findings()).isEmpty();
	}

	@Test
	void whatIsPublishedIsNeitherChangedNorTakenAway() throws Exception {
		this.rules.file(this.id + "/standards.yaml", STANDARDS.formatted(", 2013-07-01: 120.00"));
		start();
		for (String wrong : new String[] { STANDARDS.formatted(""), STANDARDS.formatted(", 2013-07-01: 121.00"),
				STANDARDS.formatted(", 2013-07-01: 120.00, 2013-04-01: 110.00"),
				STANDARDS.formatted(", 2013-07-01: 120.00").replace("allowance:", "pension:"),
				STANDARDS.formatted(", 2013-07-01: 120.00").replace("basis: 通知", "basis: 通知\n  unit: percent") }) {
			this.rules.file(this.id + "/standards.yaml", wrong + "\n# x\n");
			start();
			assertThat(this.report.findings()).as(wrong)
				.singleElement()
				.satisfies((one) -> assertThat(one.message().toString()).contains("STANDARD_PUBLISHED"));
		}
		this.rules.file(this.id + "/standards.yaml",
				STANDARDS.formatted(", 2013-07-01: 120.00, 2013-07-01.2: 121.00, 2014-01-01: 130.00"));
		start();
		assertThat(this.report.findings()).isEmpty();
		assertThat(this.standards.last(this.id).orElseThrow().number()).isEqualTo(2);
	}

	@Test
	void aRaiseThatOvertakesAnExampleIsToldAndACorrectionOfTheFirstDayAsWell() throws Exception {
		version(this.id, "standards.allowance");
		this.rules.file(this.id + "/standards.yaml", STANDARDS.formatted(""))
			.file(this.id + "/allowance/2013-01-01/examples.yaml", """
					- name: 九十岁
					  period: 2013-09
					  applicant: {birthDate: 1920-01-01}
					  expect: {outcome: ELIGIBLE, amount: 100.00}
					""");
		start();
		assertThat(this.report.findings()).isEmpty();
		StandardsCheck.Checked checked = this.standardsCheck.check(this.id,
				STANDARDS.formatted(", 2013-07-01: 120.00").getBytes(StandardCharsets.UTF_8), List.of());
		assertThat(checked.report().ok()).isTrue();
		assertThat(checked.affected()).hasSize(1);
		assertThat(checked.report().problems()).singleElement()
			.satisfies((one) -> assertThat(one.code()).isEqualTo("EXAMPLE_OVERTAKEN"));
		assertThat(this.standardsCheck
			.check(this.id, STANDARDS.formatted(", 2013-01-01.2: 101.00").getBytes(StandardCharsets.UTF_8), List.of())
			.report()
			.problems()).singleElement().satisfies((one) -> assertThat(one.code()).isEqualTo("EXAMPLE_OVERTAKEN"));
		assertThat(this.standardsCheck
			.check(this.id, STANDARDS.formatted(", 2013-10-01: 101.00").getBytes(StandardCharsets.UTF_8), List.of())
			.report()
			.problems()).isEmpty();
	}

	/** The version is published: nobody could change it or its examples any more. */
	@Test
	void aLateNoticeForTheFirstDayOfAVersionOrBeforeHoldsNothingUp() throws Exception {
		this.rules.file(this.id + "/standards.yaml", STANDARDS.formatted(", 2013-07-01: 120.00"));
		version(this.id, "2014-01-01", "standards.allowance");
		version(this.id, "2014-01-01.2", "standards.allowance");
		for (String version : new String[] { "2014-01-01", "2014-01-01.2" }) {
			this.rules.file(this.id + "/allowance/" + version + "/examples.yaml", """
					- name: 九十岁
					  period: 2014-09
					  applicant: {birthDate: 1920-01-01}
					  expect: {outcome: ELIGIBLE, amount: 120.00}
					""");
		}
		start();
		assertThat(this.report.findings()).isEmpty();
		for (String day : new String[] { "2014-01-01", "2013-12-01", "2014-01-02" }) {
			StandardsCheck.Checked checked = this.standardsCheck.check(this.id,
					STANDARDS.formatted(", 2013-07-01: 120.00, " + day + ": 130.00").getBytes(StandardCharsets.UTF_8),
					List.of());
			assertThat(checked.report().ok()).as(day).isTrue();
			assertThat(checked.report().problems()).as(day)
				.singleElement()
				.satisfies((one) -> assertThat(one.code() + " " + one.file()).startsWith("EXAMPLE_OVERTAKEN")
					.contains("2014-01-01.2"));
		}
		this.rules.file(this.id + "/standards.yaml", STANDARDS.formatted(", 2013-07-01: 120.00, 2013-12-01: 130.00"));
		start();
		assertThat(this.report.findings()).isEmpty();
		this.rules.file(this.id + "/allowance/2014-02-01/examples.yaml", """
				- name: 九十岁
				  period: 2014-09
				  applicant: {birthDate: 1920-01-01}
				  expect: {outcome: ELIGIBLE, amount: 120.00}
				""");
		version(this.id, "2014-02-01", "standards.allowance");
		start();
		assertThat(this.report.findings()).as("written before the notice, taken in after it").isEmpty();
	}

	@Test
	void aVersionGoesByTheStandardsOfAnEnclosingJurisdiction() throws Exception {
		String above = this.id + "-above";
		this.rules.jurisdiction(this.id, "981234")
			.jurisdiction(above, "9812")
			.file(above + "/standards.yaml", STANDARDS.formatted(""));
		version(this.id, above + "/standards.allowance");
		PolicyCatalogue catalogue = start();
		assertThat(this.report.findings()).isEmpty();
		assertThat(catalogue.snapshot(this.id, Instant.now()).standards()).containsOnlyKeys(above);
		assertThat(amount(catalogue.book(this.id, Instant.now()), "2013-07-01")).isEqualTo("100.00");
	}

	@Test
	void aRevisionStaysAsItIs() throws Exception {
		this.rules.file(this.id + "/standards.yaml", STANDARDS.formatted(""));
		start();
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.jdbc.sql("update standards_revision set content = 'x'").update());
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.jdbc.sql("delete from standards_revision").update());
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.jdbc.sql("truncate standards_revision cascade").update());
	}

}
