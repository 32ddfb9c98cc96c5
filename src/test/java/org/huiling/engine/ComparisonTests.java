package org.huiling.engine;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.huiling.engine.drools.condition.Clause;
import org.huiling.engine.drools.condition.RuleShape;
import org.huiling.engine.drools.language.Comparison;
import org.huiling.engine.drools.language.Comparison.Term;
import org.huiling.facts.ClaimKind;
import org.huiling.facts.DibaoType;
import org.huiling.facts.Money;
import org.huiling.facts.Scheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What can be read from the text of a compiled condition. */
class ComparisonTests {

	private static Comparison only(TinyPolicy policy, String condition) {
		return only(policy, "Applicant( " + condition + " )", 0);
	}

	private static Comparison only(TinyPolicy policy, String pattern, int clause) {
		RuleShape shape = policy.rule("甲", pattern, "benefit.pay(P.amount);")
			.parameter("amount", "50.00", "CNY")
			.compile()
			.rules()
			.shapes()
			.get(0);
		return shape.branches().get(0).get(clause).comparisons().get(0);
	}

	@Test
	void parametersStandForTheirValues() {
		Comparison age = only(TinyPolicy.monthly().parameter("age", "80", "years"), "ageOnLastDay >= P.age");
		assertThat(age.left()).isEqualTo(new Term("Applicant", "ageOnLastDay", List.of(), "int"));
		assertThat(age.operator()).isEqualTo(">=");
		assertThat(age.values()).containsExactly(80);
	}

	@Test
	void aCalculationOnTheRightIsWorkedOut() {
		TinyPolicy policy = TinyPolicy.monthly()
			.parameter("standard", "485.00", "CNY")
			.parameter("share", "150", "percent");
		Comparison income = only(policy, "household.perCapitaIncome <= P.standard.times(P.share)");
		assertThat(income.left().name()).isEqualTo("Applicant.household.perCapitaIncome");
		assertThat(income.values()).containsExactly(Money.of("727.50"));
	}

	@Test
	void aConstantOnTheLeftIsTurnedRound() {
		Comparison age = only(TinyPolicy.monthly().parameter("age", "80", "years"), "P.age <= ageOnLastDay");
		assertThat(age.left().path()).isEqualTo("ageOnLastDay");
		assertThat(age.operator()).isEqualTo(">=");
	}

	@Test
	void listsAndGroupsGiveTheirMembers() {
		assertThat(only(TinyPolicy.monthly(), "household.dibao.type in ( DibaoType.URBAN, DibaoType.RURAL )").values())
			.containsExactly(DibaoType.URBAN, DibaoType.RURAL);
		Comparison scheme = only(TinyPolicy.monthly().parameter("schemes", "[NCMS, EMPLOYEE]", "scheme"),
				"insurance.scheme not memberOf P.schemes");
		assertThat(scheme.operator()).isEqualTo("not memberOf");
		assertThat(scheme.values()).containsExactly(Scheme.EMPLOYEE, Scheme.NCMS);
	}

	@Test
	void aFactOnTheRightIsNamed() {
		Comparison year = only(TinyPolicy.monthly(), "insurance.year == year");
		assertThat(year.values()).isNull();
		assertThat(year.right()).isEqualTo(new Term("Applicant", "year", List.of(), "int"));
	}

	@Test
	void aPropertyKeepsItsArguments() {
		TinyPolicy policy = TinyPolicy.claims()
			.parameter("line", "{TOWNSHIP: 100.00, COUNTY: 300.00}", "CNY, by: hospitalTier")
			.parameter("later", "50", "percent");
		String claim = "Claim( kind == ClaimKind.INPATIENT, eligibleCost > deductible(P.line, P.later) )";
		Comparison cost = only(policy, claim, 1);
		assertThat(cost.left().path()).isEqualTo("eligibleCost");
		assertThat(cost.right()).isNotNull();
		assertThat(cost.right().path()).isEqualTo("deductible");
		assertThat(cost.right().arguments()).hasSize(2);
	}

	@Test
	void whatStandsInsideNotIsReadToo() {
		RuleShape shape = TinyPolicy.monthly()
			.parameter("amount", "50.00", "CNY")
			.rule("甲", "Applicant( alive == true )\n    not Applicant( tekun == true, lowIncome == true )",
					"benefit.pay(P.amount);")
			.compile()
			.rules()
			.shapes()
			.get(0);
		List<Clause> clauses = shape.branches().get(0);
		assertThat(clauses).hasSize(2);
		assertThat(clauses.get(0).plain()).isTrue();
		assertThat(clauses.get(1).plain()).isFalse();
		assertThat(clauses.get(1).comparisons()).extracting((one) -> one.left().name())
			.containsExactly("Applicant.tekun", "Applicant.lowIncome");
	}

	static Stream<CompiledPolicy> shipped() {
		return ShippedPolicies.jurisdictions().stream().flatMap((one) -> ShippedPolicies.book(one).versions().stream());
	}

	@ParameterizedTest
	@MethodSource("shipped")
	void everyConditionThatIsShippedCanBeRead(CompiledPolicy policy) {
		Set<String> properties = policy.rules().vocabulary().properties().keySet();
		assertThat(policy.rules().shapes()).isNotEmpty()
			.allSatisfy((shape) -> assertThat(shape.branches()).flatMap((clauses) -> clauses).allSatisfy((clause) -> {
				assertThat(clause.readable()).as(clause.text()).isTrue();
				assertThat(clause.comparisons()).isNotEmpty()
					.allSatisfy(
							(one) -> assertThat(properties).containsAll(one.terms().stream().map(Term::name).toList()));
			}));
	}

	@Test
	void codesAreThoseOfTheFacts() {
		assertThat(only(TinyPolicy.claims(), "Claim( kind == ClaimKind.DISASTER )", 0).values())
			.containsExactly(ClaimKind.DISASTER);
	}

}
