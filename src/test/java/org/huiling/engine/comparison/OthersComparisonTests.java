package org.huiling.engine.comparison;

import java.util.List;

import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Cycle;
import org.huiling.engine.Shelf;
import org.huiling.engine.TinyPolicy;
import org.huiling.engine.comparison.OthersComparison.Changed;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A new version is shown with what it does to the other programs of its jurisdiction. */
class OthersComparisonTests {

	private static final String MEDICAL = "medical-reimbursement";

	private static final String RELIEF = "hardship-relief";

	private static TinyPolicy medical(String version, String share) {
		return TinyPolicy.of(MEDICAL, Cycle.CLAIM, 70, version)
			.parameter("share", share, "percent")
			.parameter("least", "100.00", "CNY")
			.rule("报销", "Claim( kind == ClaimKind.INPATIENT, $cost: eligibleCost, eligibleCost > P.least )",
					"benefit.pay($cost.times(P.share));");
	}

	private static TinyPolicy relief(int order) {
		return TinyPolicy.of(RELIEF, Cycle.CLAIM, order, "2013-01-01")
			.parameter("tenth", "10", "percent")
			.parameter("line", "3000.00", "CNY")
			.rule("救助", "$claim: Claim( ownPayment > P.line )", "benefit.pay($claim.getOwnPayment().times(P.tenth));");
	}

	private static List<Changed> changed(CompiledPolicy now, TinyPolicy... published) {
		Shelf shelf = new Shelf(TinyPolicy.JURISDICTION, List.of(published).stream().map(TinyPolicy::compile).toList());
		return new OthersComparison(shelf, new WithVersion(shelf, now, false), now).changed(List.of(),
				(version) -> List.of());
	}

	@Test
	void whoDeductsItIsNamedWhetherItSaysSoOrTheOrderDoes() {
		for (TinyPolicy relief : List.of(relief(80), relief(60).header("deducts: [" + MEDICAL + "]"))) {
			List<Changed> changed = changed(medical("2014-01-01", "80").compile(), medical("2013-01-01", "50"), relief);
			assertThat(changed).singleElement().satisfies((one) -> {
				assertThat(one.program().id()).isEqualTo(RELIEF);
				assertThat(one.differing()).isPositive();
				assertThat(one.asked()).isGreaterThan(one.differing());
				assertThat(one.changed()).allSatisfy((person) -> {
					assertThat(person.example().period()).startsWith("2014");
					assertThat(person.before().amount()).isGreaterThan(person.after().amount());
				});
			});
		}
	}

	@Test
	void whoDoesNotLookAtItIsNotNamed() {
		assertThat(changed(medical("2014-01-01", "80").compile(), medical("2013-01-01", "50"),
				relief(80).header("deducts: []")))
			.isEmpty();
		assertThat(changed(medical("2014-01-01", "50").compile(), medical("2013-01-01", "50"), relief(80))).isEmpty();
	}

	@Test
	void anAllowanceThatIsRaisedWithholdsAnother() {
		CompiledPolicy raised = TinyPolicy.monthly("old-age-allowance", 10, "2014-01-01")
			.parameter("amount", "90.00", "CNY")
			.rule("津贴", "Applicant( alive == true )", "benefit.pay(P.amount);")
			.compile();
		List<Changed> changed = changed(raised,
				TinyPolicy.monthly("old-age-allowance", 10, "2013-01-01")
					.parameter("amount", "50.00", "CNY")
					.rule("津贴", "Applicant( alive == true )", "benefit.pay(P.amount);"),
				TinyPolicy.monthly("living-subsidy", 30, "2013-01-01")
					.parameter("amount", "70.00", "CNY")
					.rule("补贴", "Applicant( alive == true )", "benefit.pay(P.amount);"),
				TinyPolicy.monthly("stacking", 90, "2013-01-01")
					.parameter("group", "[old-age-allowance, living-subsidy]", "programs")
					.parameter("kind", "HIGHEST", "stackingKind")
					.parameter("most", "1", "count")
					.rule("不重复", "Awards( rivalsAmong(P.group) > P.most )", "benefit.keepOne(P.group, P.kind);"));
		assertThat(changed).singleElement()
			.satisfies((one) -> assertThat(one.program().id()).isEqualTo("living-subsidy"));
	}

}
