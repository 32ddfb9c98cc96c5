package org.huiling.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.huiling.engine.example.Example;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.engine.problem.CheckReport;
import org.huiling.engine.problem.Finding;
import org.huiling.engine.problem.Finding.Kind;
import org.huiling.engine.problem.Problem;
import org.huiling.engine.problem.Severity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A check of a version that looks at other programs: their real versions have a say in
 * its examples, and a program that is not there or looks back is told by name.
 */
class OtherProgramCheckTests {

	private static final String CODE = "OTHER_PROGRAM";

	@TempDir
	private Path rules;

	private TinyPolicy allowance;

	private TinyPolicy topUp;

	@BeforeEach
	void twoPrograms() {
		this.allowance = TinyPolicy.monthly("old-age-allowance", 10, "2013-01-01")
			.parameter("age", "80", "years")
			.parameter("amount", "100.00", "CNY")
			.rule("津贴", "Applicant( ageOnLastDay >= P.age, alive == true )", "benefit.pay(P.amount);");
		this.topUp = topUp("uses: {programs: [old-age-allowance], basis: 第三条}");
	}

	private static TinyPolicy topUp(String header) {
		return TinyPolicy.monthly("low-income-top-up", 5, "2013-01-01")
			.header(header)
			.parameter("line", "250.00", "CNY")
			.parameter("least", "60.00", "CNY")
			.rule("补差", "Applicant( $other: award(\"old-age-allowance\"), $other > P.least, $other < P.line )",
					"benefit.pay(P.line.minus($other));");
	}

	private Path put(TinyPolicy policy, String... examples) throws IOException {
		Path program = Files.createDirectories(this.rules.resolve("model-district").resolve(policy.program().id()));
		Files.writeString(program.getParent().resolve("jurisdiction.yaml"),
				"id: model-district\nname: {zh: 示范区, en: Model District}\nregionPrefix: \"379901\"\n");
		Files.writeString(program.resolve("program.yaml"), "name: {zh: 项目, en: Program}\ncycle: "
				+ policy.program().cycle() + "\nunit: CNY\norder: " + policy.program().order() + "\npaidTo: PERSON\n");
		Path version = Files.createDirectories(program.resolve("2013-01-01"));
		for (var file : policy.bytes().entrySet()) {
			Files.write(version.resolve(file.getKey()), file.getValue());
		}
		if (examples.length > 0) {
			Files.writeString(version.resolve("examples.yaml"), String.join("\n", examples) + "\n");
		}
		return version;
	}

	private static String example(String name, String birth, String awards, String expect) {
		return "- name: " + name + "\n  period: 2013-06\n" + (awards.isEmpty() ? "" : "  awards: " + awards + "\n")
				+ "  applicant: {birthDate: " + birth + "}\n  expect: {" + expect + "}";
	}

	private static CheckReport check(Path version) throws IOException {
		return new PolicyCompiler().check(VersionDirectory.read(version));
	}

	private static List<Problem> told(CheckReport report, String code) {
		return report.problems().stream().filter((one) -> one.code().equals(code)).toList();
	}

	@Test
	void whatIsGivenOnceCanBeLookedAtByNobody() throws IOException {
		TinyPolicy grant = TinyPolicy.of("old-age-allowance", Cycle.ONCE, 10, "2013-01-01")
			.parameter("amount", "100.00", "CNY")
			.rule("贺金", "Applicant( alive == true )", "benefit.pay(P.amount);");
		Path once = put(grant);
		assertThat(told(check(put(this.topUp)), CODE)).extracting((one) -> one.severity() + " " + one.message().en())
			.containsExactly(
					"ERROR old-age-allowance is given once (cycle: ONCE), in the one month that takes it: no other"
							+ " program can look at its award");
		assertThat(told(check(once), CODE)).extracting((one) -> one.severity() + " " + one.message().en())
			.containsExactly("ERROR low-income-top-up looks at this program's award, which is given once (cycle: ONCE):"
					+ " change low-income-top-up first");
		TinyPolicy medical = TinyPolicy.of("medical-relief", Cycle.CLAIM, 40, "2013-01-01")
			.header("deducts: {programs: [old-age-allowance], basis: 第三条}")
			.parameter("half", "50", "percent")
			.rule("救助", "Claim( $own: ownPayment )", "benefit.pay($own.times(P.half));");
		assertThat(told(check(put(medical)), CODE)).anyMatch((one) -> one.severity() == Severity.ERROR
				&& one.message().en().startsWith("old-age-allowance is given once"));
	}

	@Test
	void examplesRunWithTheRealOtherProgramsUnlessTheyStateAwards() throws IOException {
		put(this.allowance);
		CheckReport report = check(
				put(this.topUp, example("八十周岁，津贴一百", "1933-06-10", "", "outcome: ELIGIBLE, amount: 150.00"),
						example("七十周岁，没有津贴", "1943-06-10", "", "outcome: NOT_ELIGIBLE"),
						example("写明津贴为两百", "1943-06-10", "{old-age-allowance: 200.00}",
								"outcome: ELIGIBLE, amount: 50.00"),
						example("写明没有津贴", "1933-06-10", "{}", "outcome: NOT_ELIGIBLE"),
						example("写明津贴未定", "1933-06-10", "{old-age-allowance: {missing: [careLevel], atMost: 240.00}}",
								"outcome: NEEDS_INFORMATION, missing: [careLevel]")));
		assertThat(report.problems()).isEmpty();
		assertThat(report.examples()).hasSize(5).allMatch(Example.Result::passed);
		assertThat(report.findings()).filteredOn(Finding::stands).isEmpty();
	}

	@Test
	void theSearchForFlawsTriesWhatOthersAward() throws IOException {
		put(this.allowance);
		TinyPolicy gap = TinyPolicy.monthly("low-income-top-up", 20, "2013-01-01")
			.header("uses: [old-age-allowance]")
			.parameter("line", "100.00", "CNY")
			.parameter("little", "20.00", "CNY")
			.rule("以下", "Applicant( award(\"old-age-allowance\") < P.line )", "benefit.pay(P.line);")
			.rule("以上", "Applicant( award(\"old-age-allowance\") > P.line )", "benefit.pay(P.little);");
		assertThat(check(put(gap, example("有", "1933-06-10", "", "outcome: NOT_ELIGIBLE"))).findings())
			.extracting(Finding::kind)
			.contains(Kind.GAP);
	}

	@Test
	void aProgramThatIsNotThereIsNamed() throws IOException {
		List<Problem> told = told(
				check(put(this.topUp, example("一", "1933-06-10", "{old-age-allowance: 100.00}", "outcome: ELIGIBLE"))),
				CODE);
		assertThat(told).singleElement().satisfies((problem) -> {
			assertThat(problem.severity()).isEqualTo(Severity.ERROR);
			assertThat(problem.message().en()).contains("old-age-allowance");
			assertThat(problem.line()).isEqualTo(4);
		});
	}

	@Test
	void programsThatLookAtEachOtherAreRefusedByName() throws IOException {
		put(TinyPolicy.monthly("old-age-allowance", 10, "2013-01-01")
			.header("uses: [living-subsidy]")
			.parameter("line", "100.00", "CNY")
			.rule("甲", "Applicant( award(\"living-subsidy\") < P.line )", "benefit.pay(P.line);"));
		put(TinyPolicy.monthly("living-subsidy", 30, "2013-01-01")
			.header("uses: [low-income-top-up]")
			.parameter("line", "100.00", "CNY")
			.rule("乙", "Applicant( award(\"low-income-top-up\") < P.line )", "benefit.pay(P.line);"));
		assertThat(told(check(put(this.topUp, example("一", "1933-06-10", "{}", "outcome: NOT_ELIGIBLE"))), CODE))
			.extracting((problem) -> problem.message().en())
			.singleElement()
			.asString()
			.endsWith("low-income-top-up → old-age-allowance → living-subsidy → low-income-top-up");
	}

	@Test
	void whatIsDeductedByOrderIsPointedOut() throws IOException {
		CheckReport report = check(Path.of("rules/model-district/hardship-relief/2013-07-01"));
		assertThat(told(report, "DEDUCTS_BY_ORDER")).singleElement().satisfies((problem) -> {
			assertThat(problem.severity()).isEqualTo(Severity.WARNING);
			assertThat(problem.message().en()).contains("medical-reimbursement");
		});
		assertThat(report.ok()).isTrue();
	}

	@Test
	void whatTheShippedReliefDeductsCanBeSaid() throws IOException {
		Path shipped = Path.of("rules/model-district");
		copy(shipped.resolve("medical-reimbursement"), this.rules.resolve("model-district/medical-reimbursement"));
		copy(shipped.resolve("hardship-relief/2013-07-01"),
				this.rules.resolve("model-district/hardship-relief/2013-07-01"));
		for (String file : List.of("jurisdiction.yaml", "hardship-relief/program.yaml")) {
			Files.copy(shipped.resolve(file), this.rules.resolve("model-district").resolve(file));
		}
		Path version = this.rules.resolve("model-district/hardship-relief/2013-07-01");
		Path policy = version.resolve("policy.yaml");
		Files.writeString(policy, Files.readString(policy)
			.replaceFirst("(?m)^parameters:", "deducts: {programs: [medical-reimbursement], basis: 第三条}\nparameters:"));
		Files.writeString(version.resolve("examples.yaml"),
				"""
						- name: 总费用两万二千元，报销以后才是自付
						  period: 2013
						  claim: c1
						  applicant:
						    birthDate: 1943-01-10
						    hukou: {region: "379901003", type: RURAL, since: 1980-01-01}
						    household: {dibao: {type: RURAL, since: 2010-01-01}}
						    statuses: []
						    insurance: {scheme: NCMS, year: 2013, contributionPaid: true}
						    claims: [{id: c1, date: 2013-08-03, kind: INPATIENT, hospitalTier: COUNTY, totalCost: 22000.00, eligibleCost: 20300.00}]
						  expect: {outcome: ELIGIBLE, amount: 1300.00}
						""");
		CheckReport report = check(version);
		assertThat(report.examples().get(0).actual().amount()).isEqualByComparingTo("1300.00");
		assertThat(told(report, "DEDUCTS_BY_ORDER")).isEmpty();
	}

	private static void copy(Path from, Path to) throws IOException {
		List<Path> all = new ArrayList<>();
		try (Stream<Path> paths = Files.walk(from)) {
			paths.filter(Files::isRegularFile).forEach(all::add);
		}
		for (Path one : all) {
			Path target = to.resolve(from.relativize(one));
			Files.createDirectories(target.getParent());
			Files.copy(one, target);
		}
	}

	@Test
	void awardsBelongOnlyWhereOthersAreLookedAt() throws IOException {
		put(this.allowance);
		CheckReport outside = check(
				put(this.allowance, example("一", "1933-06-10", "{low-income-top-up: 5.00}", "outcome: ELIGIBLE")));
		assertThat(told(outside, "EXAMPLE_VALUE")).singleElement().satisfies((problem) -> {
			assertThat(problem.file()).isEqualTo("examples.yaml");
			assertThat(problem.line()).isEqualTo(3);
		});
		put(this.allowance);
		CheckReport unnamed = check(
				put(this.topUp, example("一", "1933-06-10", "{living-subsidy: 5.00}", "outcome: NOT_ELIGIBLE")));
		assertThat(told(unnamed, "EXAMPLE_VALUE")).singleElement()
			.satisfies((problem) -> assertThat(problem.message().en()).contains("living-subsidy"));
	}

	/**
	 * Exclusions compare months: another cycle in the group is refused where it stands.
	 */
	@Test
	void aGroupOfExclusionsNamesMonthlyProgramsOnly() throws IOException {
		put(this.allowance);
		put(this.topUp);
		Path yearly = put(TinyPolicy.monthly("yearly-gift", 20, "2013-01-01")
			.parameter("amount", "10.00", "CNY")
			.rule("礼金", "Applicant( alive == true )", "benefit.pay(P.amount);")).getParent();
		Files.writeString(yearly.resolve("program.yaml"),
				"name: {zh: 礼金, en: Gift}\ncycle: YEAR\nunit: CNY\norder: 20\npaidTo: PERSON\n");
		Path stacking = Files.createDirectories(this.rules.resolve("model-district/stacking/2013-01-01"));
		try (Stream<Path> shipped = Files.list(Path.of("rules/model-district/stacking/2013-01-01"))) {
			for (Path file : (Iterable<Path>) shipped::iterator) {
				Files.copy(file, stacking.resolve(file.getFileName()));
			}
		}
		Files.copy(Path.of("rules/model-district/stacking/program.yaml"), stacking.getParent().resolve("program.yaml"));
		Path policy = stacking.resolve("policy.yaml");
		Files.writeString(policy, Files.readString(policy)
			.replace("[low-income-top-up, living-subsidy]", "[old-age-allowance, yearly-gift]"));
		assertThat(told(check(stacking), "STACKING_CYCLE")).singleElement().satisfies((problem) -> {
			assertThat(problem.file()).isEqualTo("policy.yaml");
			assertThat(problem.line()).isGreaterThan(1);
			assertThat(problem.excerpt()).isEqualTo("yearly-gift");
		});
	}

}
