package org.huiling.engine;

import java.time.LocalDate;
import java.util.List;

import org.huiling.engine.Households.Member;
import org.huiling.engine.drools.evaluation.Evaluator;
import org.huiling.engine.drools.evaluation.RuleResult;
import org.huiling.engine.problem.Problem;
import org.huiling.engine.reason.ConditionResult;
import org.huiling.engine.reason.Truth;
import org.huiling.facts.Reads;
import org.huiling.facts.record.FactRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiling.engine.Households.member;

/** What rules ask of the items of a list: {@code exists} and {@code not}. */
class ItemPatternTests {

	private static final String SEVERE = "exists Member( disabilityGrade >= 1, disabilityGrade <= P.severe )";

	private static TinyPolicy policy(String... conditions) {
		TinyPolicy policy = TinyPolicy.monthly()
			.header("wins: HIGHEST")
			.parameter("severe", "2", "grade")
			.parameter("years", "2", "years")
			.parameter("line", "900.00", "CNY")
			.parameter("day", "1953-07-01", "date")
			.parameter("close", "[SPOUSE, CHILD]", "relation")
			.parameter("amount", "100.00", "CNY");
		for (int i = 0; i < conditions.length; i++) {
			policy.rule("甲" + i, "Applicant( alive == true )\n    " + conditions[i], "benefit.pay(P.amount);");
		}
		return policy;
	}

	private static RuleResult only(CompiledPolicy policy, Evaluator way, FactRecord record) {
		List<RuleResult> results = way.evaluate(Households.facts(policy, record, null));
		return results.isEmpty()
				? new RuleResult(policy.rules().rules().get(0), Truth.FAILS, List.of(), List.of(), List.of())
				: results.get(0);
	}

	/** By the walk and the plan; by the session too, unless something is unknown. */
	private static void comesTo(Truth truth, CompiledPolicy policy, FactRecord record, String... missing) {
		for (Evaluator way : List.of(policy.rules().walk(), policy.rules().plan())) {
			RuleResult result = only(policy, way, record);
			assertThat(result.truth()).isEqualTo(truth);
			assertThat(result.missing()).containsExactlyInAnyOrder(missing);
		}
		if (missing.length == 0) {
			assertThat(only(policy, policy.rules().session(), record).truth()).isEqualTo(truth);
		}
	}

	private static Truth truth(CompiledPolicy policy, FactRecord record) {
		RuleResult result = only(policy, policy.rules().walk(), record);
		assertThat(only(policy, policy.rules().plan(), record).truth()).isEqualTo(result.truth());
		return result.truth();
	}

	@Test
	void theSecondMemberNeverGetsTheAnswerOfTheFirst() {
		CompiledPolicy policy = policy(SEVERE).compile();
		comesTo(Truth.HOLDS, policy, Households.of(member("1").grade(0), member("2").grade(2)));
		comesTo(Truth.HOLDS, policy, Households.of(member("1").grade(2), member("2").grade(0)));
		comesTo(Truth.FAILS, policy, Households.of(member("1").grade(0), member("2").grade(3)));
	}

	@Test
	void allConditionsMustHoldOfTheSameMember() {
		CompiledPolicy policy = policy("exists Member( relation == Relation.SPOUSE, disabilityGrade == P.severe )")
			.compile();
		comesTo(Truth.FAILS, policy,
				Households.of(member("1").is("SPOUSE").grade(0), member("2").is("CHILD").grade(2)));
		comesTo(Truth.HOLDS, policy,
				Households.of(member("1").is("CHILD").grade(0), member("2").is("SPOUSE").grade(2)));
	}

	@Test
	void existsIsUnknownFailsAndHoldsByTheTruthTable() {
		CompiledPolicy policy = policy(SEVERE).compile();
		comesTo(Truth.UNKNOWN, policy, Households.unknown(), "members");
		comesTo(Truth.FAILS, policy, Households.of());
		comesTo(Truth.UNKNOWN, policy, Households.of(member("1").grade(0), member("2")), "members[].disabilityGrade");
		// one that holds settles it, wherever the unknown one stands
		assertThat(truth(policy, Households.of(member("1"), member("2").grade(1)))).isEqualTo(Truth.HOLDS);
		assertThat(truth(policy, Households.of(member("1").grade(1), member("2")))).isEqualTo(Truth.HOLDS);
	}

	@Test
	void notIsItsNegation() {
		CompiledPolicy policy = policy("not Member( disabilityGrade >= 1, disabilityGrade <= P.severe )").compile();
		comesTo(Truth.UNKNOWN, policy, Households.unknown(), "members");
		comesTo(Truth.HOLDS, policy, Households.of());
		comesTo(Truth.HOLDS, policy, Households.of(member("1").grade(3), member("2").grade(0)));
		comesTo(Truth.FAILS, policy, Households.of(member("1").grade(3), member("2").grade(1)));
		comesTo(Truth.UNKNOWN, policy, Households.of(member("1"), member("2").grade(0)), "members[].disabilityGrade");
		assertThat(truth(policy, Households.of(member("1"), member("2").grade(1)))).isEqualTo(Truth.FAILS);
	}

	@Test
	void anUnknownFieldOfAMemberWhoIsOutAnywayMattersNot() {
		CompiledPolicy policy = policy("exists Member( relation == Relation.SPOUSE, monthlyIncome < P.line )")
			.compile();
		FactRecord record = Households.of(member("1").is("CHILD"), member("2").is("SPOUSE").earns("900.00"));
		assertThat(truth(policy, record)).isEqualTo(Truth.FAILS);
		comesTo(Truth.UNKNOWN, policy, Households.of(member("1"), member("2").is("SPOUSE")), "members[].relation",
				"members[].monthlyIncome");
	}

	@Test
	void whetherThereIsAnybodyAtAll() {
		CompiledPolicy alone = policy("not Member( )").compile();
		comesTo(Truth.HOLDS, alone, Households.of());
		comesTo(Truth.FAILS, alone, Households.of(member("1")));
		comesTo(Truth.UNKNOWN, alone, Households.unknown(), "members");
	}

	@ParameterizedTest
	@ValueSource(strings = { "relation == Relation.SPOUSE", "relation != Relation.CHILD",
			"relation in (Relation.SPOUSE, Relation.PARENT)", "relation memberOf P.close", "monthlyIncome < P.line",
			"monthlyIncome.times(P.half) < P.line", "birthDate < P.day", "disabilityGrade == 0",
			"receives contains Receipt.DIBAO", "receives not contains Receipt.EMPLOYEE_PENSION",
			"disabilityCategory != DisabilityCategory.MENTAL", "getRelation() == Relation.SPOUSE" })
	void readsEveryKindOfField(String condition) {
		CompiledPolicy policy = policy("exists Member( " + condition + " )").parameter("half", "50", "percent")
			.compile();
		Member spouse = member("1").is("SPOUSE")
			.earns("800.00")
			.born(LocalDate.of(1930, 5, 1))
			.grade(0)
			.receives("DIBAO");
		assertThat(truth(policy, Households.of(spouse))).isEqualTo(Truth.HOLDS);
		assertThat(truth(policy, Households.of())).isEqualTo(Truth.FAILS);
	}

	@Test
	void asksInsideAlternativesAndBesideOthers() {
		CompiledPolicy policy = policy(
				"( exists Member( relation == Relation.SPOUSE ) or not Member( relation == Relation.CHILD ) )",
				"exists Member( relation == Relation.SPOUSE )\n    not Member( disabilityGrade == P.severe )")
			.compile();
		assertThat(truth(policy, Households.of(member("1").is("SPOUSE").grade(0), member("2").is("CHILD").grade(2))))
			.isEqualTo(Truth.HOLDS);
		assertThat(policy.rules()
			.walk()
			.evaluate(Households.facts(policy, Households.of(member("1").is("SPOUSE").grade(0)), null)))
			.extracting(RuleResult::truth)
			.containsExactly(Truth.HOLDS, Truth.HOLDS);
	}

	@Test
	void theReasonNamesTheMemberByItsNumber() {
		CompiledPolicy policy = policy("exists Member( relation == Relation.SPOUSE, monthlyIncome < P.line )")
			.compile();
		Member child = member("a").is("CHILD").named("试例甲").earns("100.00");
		Member rich = member("b").is("SPOUSE").named("试例乙").earns("900.00");
		ConditionResult failing = conditions(policy, Households.of(child, rich)).get(1);
		assertThat(failing.text()).isEqualTo("exists Member( relation == Relation.SPOUSE, monthlyIncome < P.line )");
		assertThat(failing.result()).isEqualTo(Truth.FAILS);
		assertThat(failing.actual()).containsOnlyKeys("members[a].relation", "members[b].monthlyIncome");
		ConditionResult holding = conditions(policy,
				Households.of(child, rich, member("c").is("SPOUSE").named("试例丙").earns("10.00")))
			.get(1);
		assertThat(holding.result()).isEqualTo(Truth.HOLDS);
		assertThat(holding.actual()).containsOnlyKeys("members[c].relation", "members[c].monthlyIncome");
		assertThat(conditions(policy, Households.of(child, member("d").is("SPOUSE"))).get(1).actual())
			.containsEntry("members[d].monthlyIncome", null)
			.doesNotContainKey("members[a].relation");
		assertThat(conditions(policy, Households.unknown()).get(1).actual()).containsEntry("members", null);
	}

	private static List<ConditionResult> conditions(CompiledPolicy policy, FactRecord record) {
		return policy.rules().walk().evaluate(Households.facts(policy, record, new Reads())).get(0).conditions();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "Member( relation == Relation.SPOUSE ) | exists Member",
			"exists $m : Member( relation == Relation.SPOUSE ) | one(members",
			"exists Member( $r : relation ) | one(members",
			"$a : Applicant( $i : pension.monthlyAmount ) exists Member( monthlyIncome < $i ) | any(members",
			"exists ( Member( relation == Relation.SPOUSE ) and Member( monthlyIncome < P.line ) ) | exists Member",
			"not ( Member( relation == Relation.SPOUSE ) or Member( monthlyIncome < P.line ) ) | exists Member",
			"forall( Member( relation == Relation.SPOUSE ) ) | not Member",
			"forall( Member( relation == Relation.SPOUSE ) Member( monthlyIncome < P.line ) ) | not Member",
			"accumulate( Member( $i : monthlyIncome ), $s : sum($i) ) | sum(members",
			"Number( intValue > 1 ) from accumulate( Member( ), count(1) ) | count(members",
			"exists Member( ) from P.close | count(members",
			"( Member( ) or Applicant( alive == true ) ) | exists Member" })
	void elsewhereItIsRefusedAtItsLineWithWhatToWrite(String condition, String instead) {
		List<Problem> problems = policy(condition.strip()).problems();
		assertThat(problems).filteredOn((one) -> one.code().equals("NOT_ADMITTED")).isNotEmpty().allSatisfy((one) -> {
			assertThat(one.line()).isEqualTo(6);
			assertThat(one.hint().zh()).contains(instead.strip());
			assertThat(one.hint().en()).contains(instead.strip());
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "exists Member( name == \"试例\" ) | UNKNOWN_FIELD",
					"exists Member( file == \"x\" ) | UNKNOWN_FIELD",
					"exists Member( relatio == Relation.SPOUSE ) | UNKNOWN_FIELD",
					"exists Member( relation == Relation.AUNT ) | UNKNOWN_CODE",
					"exists Member( relation == HukouType.RURAL ) | WRONG_UNIT",
					"exists Member( disabilityGrade <= P.years ) | WRONG_UNIT",
					"exists Member( monthlyIncome < P.severe ) | WRONG_UNIT",
					"exists Member( relation > Relation.SPOUSE ) | NOT_ADMITTED",
					"exists Member( ageOnLastDay > P.years ) | UNKNOWN_FIELD",
					"exists Members( relation == Relation.SPOUSE ) | UNKNOWN_FACT",
					"exists Member( disabilityGrade < 1 && disabilityGrade > 2 ) | HIDDEN_UNKNOWN" })
	void refusesWhatDoesNotFit(String condition, String code) {
		assertThat(policy(condition.strip()).problems()).extracting(Problem::code).contains(code.strip());
	}

	@Test
	void aVersionThatAsksOfMembersUsesTheirFields() {
		CompiledPolicy policy = policy(SEVERE).compile();
		assertThat(policy.rules().vocabulary().properties()).containsEntry("Member.relation", "Relation")
			.doesNotContainKey("Member.name");
		assertThat(policy.rules().plan()).isNotSameAs(policy.rules().walk());
	}

}
