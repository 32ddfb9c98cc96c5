package org.huiling.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.huiling.decision.notice.Wording;
import org.huiling.dictionary.FactNames;
import org.huiling.engine.assessment.ApplicantEvaluation;
import org.huiling.engine.assessment.ProgramResult;
import org.huiling.engine.drools.evaluation.Evaluator;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.problem.Problem;
import org.huiling.engine.reason.ConditionResult;
import org.huiling.facts.Period;
import org.huiling.facts.Subject;
import org.huiling.facts.record.FactRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiling.engine.NursingBills.bill;
import static org.huiling.engine.NursingBills.claim;
import static org.huiling.engine.NursingBills.person;

/** A program by claim goes over the list that it names, and over no other. */
class OverListTests {

	private static final FactRecord SAME_IDS = person(List.of(claim("1", "2013-02-01", "900.00")),
			bill("1", "2013-02-01", "200.00", 8), bill("2", "2013-02-03", "2000.00", 20),
			bill("3", "2013-03-01", "100.00", 3));

	private static final Shelf BOTH = NursingBills.shelf(NursingBills.medical(), NursingBills.voucher(),
			NursingBills.relief("# by order"));

	private static Verdict answer(Shelf shelf, String program, String claim, FactRecord person) {
		return shelf.claim(program, claim, "2013", (day) -> person);
	}

	@Test
	void itemsWithTheSameIdInTwoListsAreTwoClaims() {
		answer(BOTH, "medical-reimbursement", "1", SAME_IDS).pays("450.00");
		answer(BOTH, "nursing-voucher", "1", SAME_IDS).pays("140.00");
		assertThat(BOTH.assess("medical-reimbursement", "2013", (day) -> SAME_IDS).assessments()).hasSize(1);
		assertThat(BOTH.assess("nursing-voucher", "2013-02", (day) -> SAME_IDS).assessments())
			.extracting(Assessment::claim)
			.containsExactly("1", "2");
	}

	@Test
	void theYearOfAListIsItsOwn() {
		answer(BOTH, "nursing-voucher", "2", SAME_IDS).pays("860.00");
		answer(BOTH, "nursing-voucher", "3", SAME_IDS).refuses();
	}

	@Test
	void whatAProgramOverAnotherListPaysIsNotTakenOff() {
		answer(BOTH, "nursing-relief", "1", SAME_IDS).pays("30.00");
		answer(NursingBills.shelf(NursingBills.medical(), NursingBills.relief("# by order")), "nursing-relief", "1",
				SAME_IDS)
			.pays("100.00");
		Shelf law = NursingBills.shelf(NursingBills.voucher(),
				NursingBills.relief("deducts: {programs: [nursing-voucher], basis: 第三条}"));
		assertThat(answer(law, "nursing-relief", "1", SAME_IDS).pays("30.00").answer().why().get(0).values())
			.containsEntry("nursing-voucher", new BigDecimal("140.00"))
			.containsEntry("NursingBill.amount", new BigDecimal("200.00"));
	}

	@Test
	void whatIsUnknownOfAnItemIsAskedForByItsList() {
		FactRecord open = person(List.of(), bill("1", "2013-02-01", "", 8), bill("2", "2013-03-01", "100.00", 8));
		answer(BOTH, "nursing-voucher", "1", open).needs("nursingBills[].amount");
		answer(BOTH, "nursing-voucher", "2", open).needs("nursingBills[].amount");
		answer(BOTH, "nursing-relief", "1", open).needs("nursingBills[].amount");
	}

	@Test
	void nothingInThePeriodIsToldByTheListsName() {
		FactRecord nobody = person(List.of(claim("1", "2013-02-01", "900.00")));
		assertThat(BOTH.assess("nursing-voucher", "2013", (day) -> nobody).warnings()).singleElement()
			.satisfies((note) -> {
				assertThat(note.code()).isEqualTo("NO_CLAIM");
				assertThat(note.field()).isEqualTo("nursingBills");
				assertThat(note.message().zh()).contains("护理账单");
				assertThat(note.message().en()).contains("nursing bills");
			});
	}

	/** Of a list that nobody asked about it is not said that nothing is on it. */
	@Test
	void aListThatIsNotRecordedIsUnknownAndAskedFor() {
		FactRecord unknown = NursingBills.FACTS.person(Map.of("claims", List.of(claim("1", "2013-02-01", "900.00"))));
		Assessor.Assessments answers = BOTH.assess("nursing-voucher", "2013", (day) -> unknown);
		assertThat(answers.assessments()).isEmpty();
		assertThat(answers.warnings()).singleElement().satisfies((note) -> {
			assertThat(note.code()).isEqualTo("LIST_UNKNOWN");
			assertThat(note.field()).isEqualTo("nursingBills");
			assertThat(note.message().zh()).contains("没有登记过护理账单");
			assertThat(note.message().en()).contains("nothing is recorded under nursing bills");
		});
	}

	@Test
	void twoThatMayBeOneAreToldByTheListsName() {
		FactRecord twice = person(List.of(), bill("1", "2013-02-01", "200.00", 8),
				bill("2", "2013-02-01", "200.00", 8));
		assertThat(answer(BOTH, "nursing-voucher", "1", twice).answer().warnings()).singleElement()
			.satisfies((note) -> {
				assertThat(note.field()).isEqualTo("nursingBills");
				assertThat(note.message().zh()).contains("护理账单 2").doesNotContain("医院");
			});
	}

	/** Every way of evaluating says the same of every item, also of unknown ones. */
	@Test
	void planWalkAndSessionAgree() {
		Shelf shelf = NursingBills.shelf(NursingBills.voucher(),
				NursingBills.relief("deducts: {programs: [nursing-voucher], basis: 第三条}"));
		List<FactRecord> people = new ArrayList<>(List.of(SAME_IDS));
		for (String amount : List.of("", "0.00", "99.99", "100.00", "1428.57", "1428.58")) {
			for (int hours : new int[] { 3, 4, 5 }) {
				people.add(person(List.of(), bill("1", "2013-02-01", amount, hours),
						bill("2", "2013-05-01", "700.00", 9)));
			}
		}
		for (FactRecord one : people) {
			for (Program program : shelf.programs()) {
				Map<String, ProgramResult> plan = results(shelf, program, one, (policy) -> policy.rules().plan());
				assertThat(plan).isNotEmpty();
				// the session cannot go on where something is unknown
				boolean known = one.items("nursingBills").stream().allMatch((bill) -> bill.value("amount") != null);
				for (Map<String, ProgramResult> other : List
					.of(results(shelf, program, one, (policy) -> policy.rules().walk()), results(shelf, program, one,
							(policy) -> known ? policy.rules().session() : policy.rules().walk()))) {
					plan.forEach((claim, result) -> {
						ProgramResult same = other.get(claim);
						assertThat(same.outcome()).isEqualTo(result.outcome());
						assertThat(same.amount()).isEqualTo(result.amount());
						assertThat(same.missing()).isEqualTo(result.missing());
					});
				}
			}
		}
	}

	private static Map<String, ProgramResult> results(Shelf shelf, Program program, FactRecord one,
			Function<CompiledPolicy, Evaluator> way) {
		return new ApplicantEvaluation(shelf, (day) -> one, Explain.NONE, way).claimResults(program,
				Period.parse("2013"));
	}

	@Test
	void itsConditionsAreSaidInTheListsWords() {
		ConditionResult found = BOTH.assess("nursing-voucher", "2013-03", (day) -> SAME_IDS)
			.assessments()
			.get(0)
			.whyNot()
			.get(0)
			.conditions()
			.stream()
			.filter((one) -> one.text().contains("P.least"))
			.findFirst()
			.orElseThrow();
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasenames("messages/decision", "messages/web");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		FactNames names = FactNames.of(NursingBills.FACTS.dictionary());
		assertThat(new Wording(messages, names, Locale.SIMPLIFIED_CHINESE).condition(found))
			.isEqualTo("护理小时 ≥ 4 (您的情况：护理小时 3)");
		assertThat(new Wording(messages, names, Locale.ENGLISH).condition(found))
			.isEqualTo("hours of nursing ≥ 4 (in your case: hours of nursing 3)");
	}

	/** Words over roles that the list does not give, at their line. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "NursingBill( stay == P.two ) | benefit.pay(P.amount); | stay",
			"NursingBill( $x: deductible(P.byTier, P.share), $x > P.amount ) | benefit.pay(P.amount); | tier",
			"$bill : NursingBill( hours >= P.two ) | benefit.pay($bill.afterDeductible(P.byTier, P.share)); | cost" })
	void aWordWhoseRoleIsMissingIsRefused(String when, String then, String role) {
		List<Problem> problems = TinyPolicy.over("nursingBills", "nursing-voucher", 80)
			.parameter("two", "2", "count")
			.parameter("amount", "10.00", "CNY")
			.parameter("share", "50", "percent")
			.parameter("byTier", "{TOWNSHIP: 10.00, COUNTY: 20.00, CITY: 30.00, PROVINCE: 40.00}",
					"CNY, by: hospitalTier")
			.rule("甲", when.strip(), then.strip())
			.problems(NursingBills.FACTS.compiler());
		assertThat(problems).filteredOn((one) -> one.code().equals("MISSING_ROLE")).isNotEmpty().allSatisfy((one) -> {
			assertThat(one.file()).isEqualTo("rules.drl");
			assertThat(one.line()).isBetween(5, 7);
			assertThat(one.message().en()).contains("the roles of nursingBills do not name").contains(role);
		});
	}

	@ParameterizedTest
	@CsvSource({ "nursingBill, NO, there is no such list", "plainNotes, NO, has no pattern",
			"longBills, NO, at most 64 characters", "openBills, NO, its field must be required",
			"members, NO, must name day" })
	void aListThatIsNoneToGoOverIsRefused(String list, String no, String words) {
		List<Problem> problems = TinyPolicy.over(list, "nursing-voucher", 80)
			.parameter("amount", "10.00", "CNY")
			.rule("甲", "Applicant( alive == true )", "benefit.pay(P.amount);")
			.problems(NursingBills.FACTS.compiler());
		assertThat(problems).filteredOn((one) -> one.code().equals("OVER")).singleElement().satisfies((one) -> {
			assertThat(one.file()).isEqualTo("program.yaml");
			assertThat(one.message().en()).contains(list).contains(words);
		});
	}

	@Test
	void theItemsOfTheOtherListAreAskedForInExistsOnly() {
		Shelf shelf = NursingBills.shelf(TinyPolicy.over("nursingBills", "nursing-voucher", 80)
			.parameter("amount", "10.00", "CNY")
			.rule("甲", "NursingBill( respite == false )\n    exists Claim( kind == ClaimKind.OUTPATIENT )",
					"benefit.pay(P.amount);"));
		answer(shelf, "nursing-voucher", "1", SAME_IDS).pays("10.00");
		answer(shelf, "nursing-voucher", "1", person(List.of(), bill("1", "2013-02-01", "5.00", 1))).refuses();
		assertThat(TinyPolicy.claims()
			.parameter("amount", "10.00", "CNY")
			.rule("甲", "NursingBill( respite == false )", "benefit.pay(P.amount);")
			.problems(NursingBills.FACTS.compiler())).extracting(Problem::code).contains("NOT_ADMITTED");
	}

	@Test
	void whatAVersionOverAListUsesIsSaidWithItsKeyAndDay() {
		PolicyFiles files = new PolicyFiles("model-district", "nursing-voucher", "2013-01-01",
				NursingBills.voucher().bytes());
		Set<String> words = NursingBills.FACTS.compiler().words(files, new Over("nursingBills"), Subject.PERSON);
		assertThat(words).contains("NursingBill", "NursingBill.number", "NursingBill.day", "NursingBill.amount",
				"NursingBill.hours");
	}

}
