package org.huiling.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiling.engine.ModelDistrict.medical;
import static org.huiling.engine.ModelDistrict.relief;
import static org.huiling.engine.People.born;

/** Edge cases G: claims. */
class ClaimEdgeCaseTests {

	private static final People AGED_65 = born("1948-01-01");

	private static final String MEDICAL = "medical-reimbursement";

	@Test
	@DisplayName("53. Segments")
	void eachSegmentHasItsRatio() {
		medical("c", "2013", AGED_65.stay("c", "2013-05-01", "COUNTY", "30300.00")).pays("22000.00");
		medical("c", "2013", born("1940-01-01").stay("c", "2013-05-01", "COUNTY", "30300.00")).pays("23500.00");
		medical("c", "2013", born("1930-01-01").stay("c", "2013-05-01", "COUNTY", "30300.00")).pays("25000.00");
		medical("c", "2013", AGED_65.stay("c", "2013-05-01", "COUNTY", "10300.00")).pays("7000.00");
		medical("c", "2013", AGED_65.stay("c", "2013-05-01", "COUNTY", "10300.02")).pays("7000.02");
	}

	@Test
	@DisplayName("54. A second stay bears half the deductible")
	void aSecondStayBearsHalfTheDeductible() {
		People person = AGED_65.stay("a", "2013-02-01", "COUNTY", "2300.00")
			.stay("b", "2013-03-01", "COUNTY", "2150.00");
		medical("a", "2013", person).pays("1400.00");
		medical("b", "2013", person).pays("1400.00");
	}

	@Test
	@DisplayName("54. A stay below its deductible counts as a stay")
	void aStayBelowItsDeductibleCountsAsAStay() {
		People person = AGED_65.stay("a", "2013-02-01", "COUNTY", "250.00").stay("b", "2013-03-01", "CITY", "2300.00");
		medical("a", "2013", person).refuses();
		medical("b", "2013", person).pays("1100.00");
	}

	@Test
	@DisplayName("55. The cap is reached inside a claim")
	void theCapIsReachedInsideAClaim() {
		People person = AGED_65.insured("RESIDENT", 2018)
			.stay("a", "2018-02-01", "CITY", "261300.00")
			.stay("b", "2018-03-01", "COUNTY", "20000.00")
			.stay("c", "2018-04-01", "COUNTY", "20000.00");
		Shelf beijing = ShippedPolicies.book("beijing");
		beijing.claim(MEDICAL, "a", "2018", person.always()).pays("195000.00").under("2018-01-01");
		Verdict cut = beijing.claim(MEDICAL, "b", "2018", person.always()).pays("5000.00");
		assertThat(cut.answer().why().get(0).values()).containsEntry("beforeCeiling", new BigDecimal("15288.00"))
			.containsEntry("leftOfCeiling", new BigDecimal("5000.00"));
		beijing.claim(MEDICAL, "c", "2018", person.always()).refuses();
	}

	@Test
	@DisplayName("56. Points, not relative percent")
	void pointsAreAdded() {
		People person = AGED_65.livingIn("230803")
			.insured("RESIDENT", 2018)
			.on("RURAL")
			.stay("a", "2018-02-01", "TOWNSHIP", "5000.00");
		ShippedPolicies.book("jiamusi").claim(MEDICAL, "a", "2018", person.always()).pays("4560.00");
	}

	@Test
	@DisplayName("57. The highest ratio limits")
	void theHighestRatioLimits() {
		People aged83 = born("1930-01-01");
		medical("c", "2013", aged83.stay("c", "2013-05-01", "TOWNSHIP", "1100.00")).pays("900.00");
		medical("c", "2014", aged83.insured("NCMS", 2014).on("RURAL").stay("c", "2014-05-01", "TOWNSHIP", "1100.00"))
			.pays("900.00")
			.under("2014-01-01");
	}

	@Test
	@DisplayName("58. A claim arrives late and goes first")
	void aClaimThatArrivesLateGoesFirstInAnyOrderOfEntry() {
		People two = AGED_65.stay("c1", "2013-03-01", "COUNTY", "5300.00")
			.stay("c2", "2013-05-01", "COUNTY", "5300.00");
		medical("c1", "2013", two).pays("3500.00");
		medical("c2", "2013", two).pays("3605.00");
		People late = two.stay("c0", "2013-02-01", "COUNTY", "1300.00");
		for (List<JsonNode> entered : orders(late)) {
			People three = AGED_65.with("claims", entered);
			medical("c0", "2013", three).pays("700.00");
			medical("c1", "2013", three).pays("3605.00");
			medical("c2", "2013", three).pays("3605.00");
		}
	}

	@Test
	@DisplayName("59. Claims of one day stand in the order of their ids")
	void claimsOfOneDayStandInTheOrderOfTheirIds() {
		People both = AGED_65.stay("b", "2013-03-01", "COUNTY", "5300.00").stay("a", "2013-03-01", "COUNTY", "1300.00");
		for (List<JsonNode> entered : orders(both)) {
			People person = AGED_65.with("claims", entered);
			medical("a", "2013", person).pays("700.00");
			medical("b", "2013", person).pays("3605.00");
		}
	}

	private static List<List<JsonNode>> orders(People person) {
		List<JsonNode> claims = new ArrayList<>();
		person.person().at("claims").forEach(claims::add);
		return orders(claims);
	}

	private static List<List<JsonNode>> orders(List<JsonNode> claims) {
		if (claims.isEmpty()) {
			return List.of(List.of());
		}
		List<List<JsonNode>> orders = new ArrayList<>();
		for (JsonNode first : claims) {
			List<JsonNode> others = new ArrayList<>(claims);
			others.remove(first);
			for (List<JsonNode> rest : orders(others)) {
				List<JsonNode> order = new ArrayList<>(List.of(first));
				order.addAll(rest);
				orders.add(order);
			}
		}
		return orders;
	}

	@Test
	@DisplayName("60. An incomplete earlier claim leaves later ones open")
	void anIncompleteEarlierClaimLeavesLaterOnesOpen() {
		People earlierOpen = AGED_65.stay("k1", "2013-02-09", "COUNTY", "5300.00", null)
			.stay("k2", "2013-11-09", "COUNTY", "5300.00");
		medical("k1", "2013", earlierOpen).needs("claims[].eligibleCost");
		medical("k2", "2013", earlierOpen).needs("claims[].eligibleCost");
		People laterOpen = AGED_65.stay("k1", "2013-02-09", "COUNTY", "5300.00")
			.stay("k2", "2013-11-09", "COUNTY", "5300.00", null);
		medical("k1", "2013", laterOpen).pays("3500.00");
		medical("k2", "2013", laterOpen).needs("claims[].eligibleCost");
	}

	@Test
	@DisplayName("61. A new year has new counters")
	void aNewYearHasNewCounters() {
		People person = AGED_65.stay("a", "2013-12-31", "COUNTY", "200000.00")
			.stay("b", "2014-01-01", "COUNTY", "5300.00");
		ApplicantHistory history = person.until("2014-01-01", person.insured("NCMS", 2014));
		ModelDistrict.book().claim(MEDICAL, "a", "2013", history).pays("100000.00");
		ModelDistrict.book().claim(MEDICAL, "b", "2014", history).pays("3500.00").under("2014-01-01");
	}

	@Test
	@DisplayName("62. Insurance")
	void onlyWhoIsInsuredAndPaidForTheYearIsReimbursed() {
		People person = AGED_65.stay("c", "2013-05-01", "COUNTY", "5300.00");
		medical("c", "2013", person.with("insurance.contributionPaid", false)).refuses();
		medical("c", "2013", person.without("insurance.contributionPaid")).needs("insurance.contributionPaid");
		medical("c", "2013", person.with("insurance.year", 2012)).refuses();
		medical("c", "2013", person.with("insurance.scheme", "EMPLOYEE")).refuses();
	}

	@Test
	@DisplayName("63. Relief on top of reimbursement")
	void reliefLooksAtWhatInsuranceLeaves() {
		medical("c", "2013", treated("12500.00", "10300.00")).pays("7500.00");
		relief("c", "2013", treated("12500.00", "10300.00")).pays("1000.00").under("2013-07-01");
		relief("c", "2013", treated("12499.99", "10300.00")).refuses();
		relief("c", "2013", treated("15277.77", "10300.00")).pays("1555.00");
		medical("c", "2013", treated("12500.00", null)).needs("claims[].eligibleCost");
		relief("c", "2013", treated("12500.00", null)).needs("claims[].eligibleCost");
	}

	private static People treated(String total, String eligible) {
		return born("1943-01-01").on("RURAL").stay("c", "2013-08-05", "COUNTY", total, eligible);
	}

}
