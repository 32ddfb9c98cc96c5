package org.huiling.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.huiling.engine.check.ComparedEvaluator;
import org.huiling.engine.check.FlawSearch;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.engine.problem.CheckReport;
import org.huiling.engine.problem.Finding;
import org.huiling.engine.problem.Finding.Kind;
import org.huiling.engine.problem.Problem;
import org.huiling.engine.problem.Severity;
import org.huiling.engine.source.yaml.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the finder leaves alone, what is accepted, and how long it takes. */
class FinderTests {

	static Stream<Path> shipped() {
		try (Stream<Path> paths = Files.walk(Path.of("rules"), 4)) {
			return paths.filter((path) -> path.endsWith("policy.yaml")).map(Path::getParent).sorted().toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@ParameterizedTest
	@MethodSource("shipped")
	void nothingStandsAgainstWhatIsShipped(Path path) throws IOException {
		CheckReport report = new PolicyCompiler().check(VersionDirectory.read(path));
		assertThat(report.findings()).filteredOn(Finding::stands).isEmpty();
		assertThat(report.findings()).extracting(Finding::kind).noneMatch(Kind::isNote);
		assertThat(report.ok()).isTrue();
	}

	@Test
	void anOverlapBeforeTheFirstDayOfADibaoIsFound() throws IOException {
		String rule = """
				rule "%s"
				    @en("%s")
				    @basis("试例办法第一条")
				when
				    Applicant( ageOnLastDay >= P.age, %s, hukouInJurisdiction == true, alive == true )
				then
				    benefit.pay(P.amount);
				end
				""";
		VersionDirectory directory = tiny("""
				  age: {value: 60, unit: years, basis: 一}
				  line: {value: 100.00, unit: CNY, basis: 一}
				  amount: {value: 100.00, unit: CNY, basis: 一}
				""", rule.formatted("不是低保", "Not on dibao", "onDibao == false")
				+ rule.formatted("低保金高", "Much dibao", "household.dibao.monthlyAmount >= P.line"));
		assertThat(search(directory, UNHURRIED)).filteredOn((finding) -> finding.kind() == Kind.CONFLICT)
			.singleElement()
			.satisfies((finding) -> assertThat(finding.counterexample().value("household.dibao.since"))
				.isEqualTo(LocalDate.of(2013, 1, 2)));
	}

	private static VersionDirectory tiny(String parameters, String rules) throws IOException {
		VersionDirectory shipped = VersionDirectory.read(Path.of("rules/model-district/old-age-allowance/2013-01-01"));
		String yaml = """
				title: {zh: 试例, en: Example}
				basis: 试例办法
				effectiveFrom: 2013-01-01
				parameters:
				""" + parameters;
		return new VersionDirectory(shipped.jurisdiction(), shipped.program(),
				new PolicyFiles("model-district", "old-age-allowance", "2013-01-01", Map.of("policy.yaml",
						yaml.getBytes(StandardCharsets.UTF_8), "rules.drl", rules.getBytes(StandardCharsets.UTF_8))),
				List.of(), shipped.others());
	}

	private static final String GAP = """
			  - kind: GAP
			    rules: [高龄津贴 90—99 周岁, 高龄津贴 80—89 周岁]
			    reason: {zh: 九十周岁当年另有规定, en: the year of ninety is ruled elsewhere}
			""";

	private static CheckReport accepting(String accepted, String bound) {
		return new PolicyCompiler().check(PlantedDefect.of("", "model-district/old-age-allowance/2013-01-01", Kind.GAP)
			.change("allowance.drl", ">= P.veryAdvancedAge", bound + " P.veryAdvancedAge")
			.change("policy.yaml", "parameters:\n", "accepted:\n" + accepted + "parameters:\n")
			.directory());
	}

	@Test
	void aFindingIsAcceptedWithItsReason() {
		CheckReport report = accepting(GAP, ">");
		assertThat(report.findings()).singleElement().satisfies((finding) -> {
			assertThat(finding.kind()).isEqualTo(Kind.GAP);
			assertThat(finding.stands()).isFalse();
			assertThat(finding.accepted()).isNotNull();
			assertThat(finding.accepted().zh()).isEqualTo("九十周岁当年另有规定");
		});
		assertThat(report.problems()).extracting(Problem::code).doesNotContain("ACCEPTED_FOR_NOTHING");
	}

	@Test
	void anAcceptanceThatNothingNeedsIsPointedOut() {
		CheckReport report = accepting(GAP, ">=");
		assertThat(report.ok()).isTrue();
		assertThat(report.problems()).singleElement().satisfies((problem) -> {
			assertThat(problem.code()).isEqualTo("ACCEPTED_FOR_NOTHING");
			assertThat(problem.severity()).isEqualTo(Severity.WARNING);
			assertThat(problem.file()).isEqualTo("policy.yaml");
			assertThat(problem.line()).isGreaterThan(1);
		});
	}

	@Test
	void anAcceptanceOfAnUnknownRuleNamesTheNearest() {
		CheckReport report = accepting(GAP.replace("90—99", "90—98"), ">");
		assertThat(report.ok()).isFalse();
		assertThat(report.problems()).filteredOn((problem) -> problem.code().equals("UNKNOWN_RULE"))
			.singleElement()
			.satisfies((problem) -> assertThat(problem.hint().zh()).contains("90—99"));
		assertThat(report.findings()).allMatch(Finding::stands);
	}

	@Test
	void anAcceptanceNeedsAKnownKindAndAReasonInBothLanguages() {
		CheckReport report = accepting("""
				  - {kind: GAPS, rules: [], reason: {zh: 有理由, en: a reason}}
				  - {kind: CUT_SHORT, rules: [], reason: {zh: 有理由, en: a reason}}
				  - {kind: GAP, rules: 高龄津贴, reason: {zh: 有理由}}
				  - {kind: GAP, rules: []}
				""", ">=");
		assertThat(report.problems()).extracting(Problem::code)
			.containsExactly("WRONG_VALUE", "WRONG_VALUE", "WRONG_VALUE", "MISSING_KEY", "MISSING_KEY");
		assertThat(report.problems()).extracting(Problem::line).doesNotContain(1).isSorted();
	}

	/** Twenty rules over everything a monthly policy reads, every two of them apart. */
	private static VersionDirectory twentyRules() throws IOException {
		VersionDirectory shipped = VersionDirectory.read(Path.of("rules/model-district/old-age-allowance/2013-01-01"));
		StringBuilder rules = new StringBuilder();
		StringBuilder yaml = new StringBuilder("""
				title: {zh: 试例, en: Example}
				basis: 试例办法
				effectiveFrom: 2013-01-01
				parameters:
				  line: {value: 345.67, unit: CNY, basis: 一}
				  small: {value: 100.00, unit: CNY, basis: 一}
				  months: {value: 6, unit: months, basis: 一}
				  grade: {value: 2, unit: grade, basis: 一}
				  level: {value: 2, unit: level, basis: 一}
				  schemes: {value: [NCMS, RESIDENT], unit: scheme, basis: 一}
				""");
		IntStream.range(0, 20).forEach((i) -> {
			yaml.append("  age").append(i).append(": {value: ").append(60 + 2 * i).append(", unit: years, basis: 一}\n");
			yaml.append("  amount").append(i).append(": {value: ").append(100 + i).append(", unit: CNY, basis: 一}\n");
			rules.append("""
					rule "第 %1$d 档"
					    @en("Band %1$d")
					    @basis("试例办法第一条")
					when
					    Applicant( ageOnLastDay >= P.age%1$d, %2$s
					               household.perCapitaIncome <= P.line, pension.monthlyAmount <= P.small,
					               residence.fullMonths >= P.months, disability.grade <= P.grade,
					               careLevel <= P.level, insurance.scheme memberOf P.schemes,
					               household.livingAlone == true, tekun == false, lowIncome == true,
					               hukou.type == HukouType.RURAL, sex == Sex.FEMALE, poor == true,
					               hukouInJurisdiction == true, residenceInJurisdiction == true, alive == true )
					then
					    benefit.pay(P.amount%1$d);
					end
					""".formatted(i, (i < 19) ? "ageOnLastDay < P.age" + (i + 1) + "," : ""));
		});
		Map<String, byte[]> files = new TreeMap<>();
		files.put("policy.yaml", yaml.toString().getBytes(StandardCharsets.UTF_8));
		files.put("rules.drl", rules.toString().getBytes(StandardCharsets.UTF_8));
		return new VersionDirectory(shipped.jurisdiction(), shipped.program(),
				new PolicyFiles("model-district", "old-age-allowance", "2013-01-01", files), List.of(),
				shipped.others());
	}

	/** How long a search takes is for the benchmarks to say. */
	private static final Duration UNHURRIED = Duration.ofMinutes(5);

	private static List<Finding> search(VersionDirectory directory, Duration budget) {
		CompiledPolicy policy = new PolicyCompiler().compile(directory.files(), directory.program(), ClassStore.NONE);
		return new FlawSearch(policy, directory, ComparedEvaluator.of(policy.rules()), new Problems()).findings(budget);
	}

	@Test
	void twentyRulesAreSearchedToTheEnd() throws IOException {
		assertThat(search(twentyRules(), UNHURRIED)).isEmpty();
	}

	@Test
	void aSearchThatRunsOutOfTimeSaysSoAndIsNoReasonToRefuse() throws IOException {
		List<Finding> found = search(twentyRules(), Duration.ZERO);
		assertThat(found).extracting(Finding::kind).contains(Kind.CUT_SHORT);
		assertThat(found).noneMatch(Finding::stands);
	}

	@Test
	void theSameVersionGivesTheSameFindings() {
		VersionDirectory directory = PlantedDefect.of("", "model-district/low-income-top-up/2013-01-01", Kind.CONFLICT)
			.change("policy.yaml", "wins: HIGHEST\n", "")
			.directory();
		assertThat(search(directory, UNHURRIED)).isNotEmpty().isEqualTo(search(directory, UNHURRIED));
	}

}
