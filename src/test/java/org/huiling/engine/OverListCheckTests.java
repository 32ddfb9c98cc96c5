package org.huiling.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.huiling.engine.example.Example;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.engine.problem.CheckReport;
import org.huiling.engine.problem.Finding;
import org.huiling.engine.problem.Finding.Kind;
import org.huiling.engine.problem.PolicyDefects;
import org.huiling.engine.problem.Problem;
import org.huiling.engine.problem.Severity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * A version of a program over a declared list is checked as one over claims is: its list,
 * its examples, the programs it looks at, and the flaws that items on every side show.
 */
class OverListCheckTests {

	private static final String PERSON = """
			  applicant:
			    birthDate: 1930-01-01
			    claims: [{id: "1", date: 2013-02-01, kind: OUTPATIENT, hospitalTier: COUNTY, totalCost: 90.00, eligibleCost: 90.00}]
			    nursingBills:
			      - {number: "1", day: 2013-02-01, setting: HOME, amount: 200.00, hours: 8}
			      - {number: "2", day: 2013-03-01, setting: HOME, amount: 2000.00, hours: 8}
			      - {number: "3", day: 2014-03-01, setting: HOME, hours: 8}
			""";

	@TempDir
	private Path rules;

	@BeforeEach
	void facts() throws IOException {
		Path facts = Files.createDirectories(this.rules.resolve("facts"));
		try (Stream<Path> shipped = Files.list(Path.of("rules/facts"))) {
			for (Path file : (Iterable<Path>) shipped::iterator) {
				Files.copy(file, facts.resolve(file.getFileName()));
			}
		}
		Files.copy(Path.of("src/test/resources/facts/nursing-bills.yaml"), facts.resolve("nursing-bills.yaml"));
	}

	private Path put(TinyPolicy policy, String over, String... examples) throws IOException {
		Program program = policy.program();
		Path directory = Files.createDirectories(this.rules.resolve("model-district").resolve(program.id()));
		Files.writeString(directory.getParent().resolve("jurisdiction.yaml"),
				"id: model-district\nname: {zh: 示范区, en: Model District}\nregionPrefix: \"379901\"\n");
		Files.writeString(directory.resolve("program.yaml"), "name: {zh: 项目, en: Program}\ncycle: " + program.cycle()
				+ "\nunit: CNY\norder: " + program.order() + "\n" + over + "\n");
		Path version = Files.createDirectories(directory.resolve("2013-01-01"));
		for (var file : policy.bytes().entrySet()) {
			Files.write(version.resolve(file.getKey()), file.getValue());
		}
		if (examples.length > 0) {
			Files.writeString(version.resolve("examples.yaml"), String.join("", examples));
		}
		return version;
	}

	private static CheckReport check(Path version) throws IOException {
		return PolicyCompiler.beside(version).check(VersionDirectory.read(version));
	}

	private static String example(String name, String year, String claim, String expect) {
		return "- name: " + name + "\n  period: " + year + "\n  claim: \"" + claim + "\"\n" + PERSON + "  expect: {"
				+ expect + "}\n";
	}

	@Test
	void itsExamplesNameItemsOfItsList() throws IOException {
		CheckReport report = check(put(NursingBills.voucher(), "over: nursingBills",
				example("第一笔", "2013", "1", "outcome: ELIGIBLE, amount: 140.00, rules: [上门照护]"),
				example("限额内的余额", "2013", "2", "outcome: ELIGIBLE, amount: 860.00"),
				example("金额不详", "2014", "3", "outcome: NEEDS_INFORMATION, missing: [\"nursingBills[].amount\"]")));
		assertThat(report.problems()).isEmpty();
		assertThat(report.examples()).hasSize(3).allMatch(Example.Result::passed);
		assertThat(report.findings()).filteredOn(Finding::stands).isEmpty();
	}

	@Test
	void anExampleOfAClaimThatIsNoItemIsToldByTheList() throws IOException {
		CheckReport report = check(put(NursingBills.medical(), "", example("另一列表的", "2013", "2", "outcome: ELIGIBLE")));
		assertThat(report.problems()).extracting(Problem::code).contains("WRONG_VALUE");
		assertThat(check(
				put(NursingBills.voucher(), "over: nursingBills", example("没有的", "2013", "3", "outcome: ELIGIBLE")))
			.problems()).anySatisfy((one) -> {
				assertThat(one.file()).isEqualTo("examples.yaml");
				assertThat(one.message().en()).isEqualTo("claim is no item of nursingBills of that year");
			});
	}

	@ParameterizedTest
	@CsvSource({ "nursingBill, there is no such list", "plainNotes, has no pattern", "members, must name day" })
	void aListThatIsNoneToGoOverIsToldAtItsLine(String list, String words) throws IOException {
		CheckReport report = check(
				put(NursingBills.voucher(), "over: " + list, example("一", "2013", "1", "amount: 1.00")));
		assertThat(report.problems()).filteredOn((one) -> one.code().equals("OVER"))
			.singleElement()
			.satisfies((one) -> {
				assertThat(one.file()).isEqualTo("program.yaml");
				assertThat(one.line()).isEqualTo(5);
				assertThat(one.message().en()).contains(list).contains(words);
			});
	}

	@Test
	void onlyProgramsByClaimGoOverAList() throws IOException {
		Path version = put(TinyPolicy.monthly(), "over: nursingBills");
		assertThat(catchThrowableOfType(PolicyDefects.class, () -> VersionDirectory.read(version)).problems())
			.singleElement()
			.satisfies((one) -> {
				assertThat(one.line()).isEqualTo(5);
				assertThat(one.message().en()).isEqualTo("over is for cycle: CLAIM only");
			});
	}

	@ParameterizedTest
	@CsvSource({ "deducts", "uses" })
	void aProgramOverAnotherListConcernsNoItemOfThisOne(String header) throws IOException {
		put(NursingBills.medical(), "");
		put(NursingBills.voucher(), "over: nursingBills");
		TinyPolicy relief = NursingBills
			.relief(header + ": {programs: [medical-reimbursement, nursing-voucher], basis: 第三条}");
		assertThat(check(put(relief, "over: nursingBills", example("一", "2013", "1", "amount: 30.00"))).problems())
			.filteredOn((one) -> one.code().equals("OTHER_PROGRAM") && one.severity() == Severity.ERROR)
			.singleElement()
			.satisfies((one) -> {
				assertThat(one.line()).isEqualTo(4);
				assertThat(one.message().en()).isEqualTo(
						"medical-reimbursement goes over claims, this program over nursingBills: they share no item");
			});
	}

	@Test
	void theOrderNamesTheProgramsOverTheSameList() throws IOException {
		put(NursingBills.medical(), "");
		put(NursingBills.voucher(), "over: nursingBills");
		assertThat(check(put(NursingBills.relief("# by order"), "over: nursingBills",
				example("一", "2013", "1", "amount: 100.00")))
			.problems()).filteredOn((one) -> one.code().equals("DEDUCTS_BY_ORDER"))
			.singleElement()
			.satisfies((one) -> assertThat(one.message().en()).endsWith("takes off nursing-voucher"));
	}

	/** Items on both sides of a threshold of each kind of field, and of the year. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-",
			value = { "amount < P.money | amount > P.money | GAP", "amount < P.money | amount >= P.money | -",
					"hours < P.few | hours > P.few | GAP", "hours <= P.few | hours > P.few | -",
					"hours > P.few, hours < P.few | hours >= P.few | UNREACHABLE",
					"respite == true | respite == true, amount > P.money | CONFLICT",
					"setting == NursingSetting.HOME | setting == NursingSetting.DAY_CARE | -",
					"paidEarlier < P.money | paidEarlier >= P.money | -",
					"ownPayment <= P.money | ownPayment > P.money, hours > P.few | -" })
	void flawsAreFoundAndNoneIsMadeUp(String one, String other, String expected) throws IOException {
		TinyPolicy policy = TinyPolicy.over("nursingBills", "nursing-voucher", 80)
			.parameter("money", "100.00", "CNY")
			.parameter("few", "8", "count")
			.parameter("low", "10.00", "CNY")
			.parameter("high", "20.00", "CNY")
			.rule("甲", "NursingBill( " + one + " )", "benefit.pay(P.low);")
			.rule("乙", "NursingBill( " + other + " )", "benefit.pay(P.high);");
		List<Kind> found = check(put(policy, "over: nursingBills")).findings()
			.stream()
			.map(Finding::kind)
			.filter((kind) -> List
				.of(Kind.UNREACHABLE, Kind.CONFLICT, Kind.GAP, Kind.ALWAYS_TRUE, Kind.SHADOWED, Kind.NOT_JUDGED)
				.contains(kind))
			.distinct()
			.toList();
		assertThat(found).isEqualTo((expected != null) ? List.of(Kind.valueOf(expected)) : List.of());
	}

}
