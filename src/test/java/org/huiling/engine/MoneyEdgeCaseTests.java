package org.huiling.engine;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.huiling.engine.ModelDistrict.living;
import static org.huiling.engine.ModelDistrict.relief;
import static org.huiling.engine.ModelDistrict.topUp;
import static org.huiling.engine.People.born;

/** Edge cases F: money. */
class MoneyEdgeCaseTests {

	private static final People AGED_66 = born("1947-01-01");

	@Test
	@DisplayName("48. Rounded once, at the end")
	void roundedOnceAtTheEnd() {
		living("2013-08", AGED_66.income("640.01", 2)).pays("30.00").by("老年生活补贴补差");
		living("2013-08", AGED_66.income("1000.00", 3)).pays("16.67");
	}

	@Test
	@DisplayName("49. Rounded up to the yuan")
	void roundedUpToTheYuan() {
		topUp("2013-08", born("1941-01-01").on("RURAL")).pays("58.00").under("2013-07-01");
		topUp("2013-08", born("1951-01-01").on("URBAN")).pays("73.00");
		topUp("2013-08", born("1941-01-01").on("URBAN")).pays("122.00");
		topUp("2013-08", born("1931-01-01").on("RURAL")).pays("69.00");
	}

	@Test
	@DisplayName("50. Lines: at or below 300.00")
	void anIncomeAtTheLineIsInWhereTheLineIsInclusive() {
		living("2013-03", AGED_66.pension("80.00").income("900.00", 3)).pays("30.00").under("2013-01-01");
		living("2013-03", AGED_66.pension("80.00").income("900.01", 3)).refuses();
		living("2013-03", AGED_66.pension("100.00").income("900.00", 3)).pays("30.00");
		living("2013-03", AGED_66.pension("100.01").income("900.00", 3)).refuses();
	}

	@Test
	@DisplayName("50. Lines: below 350.00, at least 10.00, at most 70.00")
	void anIncomeAtTheLineIsOutWhereTheLineIsNot() {
		living("2013-08", AGED_66.income("350.00", 1)).refuses();
		living("2013-08", AGED_66.income("349.99", 1)).pays("10.00");
		living("2013-08", AGED_66.income("270.00", 1)).pays("70.00");
		living("2013-08", AGED_66.income("340.00", 1)).pays("10.00");
		living("2013-08", AGED_66.income("339.99", 1)).pays("10.01");
		living("2013-08", AGED_66.income("280.01", 1)).pays("69.99");
	}

	@Test
	@DisplayName("50. Lines: own payment above 10,000.00, or at 5,000.00")
	void anOwnPaymentAtTheLine() {
		relief("c", "2012", uninsured("2012-03-01", "10000.00")).refuses().under("2012-01-01");
		relief("c", "2013", uninsured("2013-07-01", "5000.00")).pays("1000.00").under("2013-07-01");
		relief("c", "2013", uninsured("2013-07-01", "4999.99")).refuses();
	}

	@Test
	@DisplayName("51. A grant that rounds to 0.00 is no grant")
	void aGrantThatRoundsToNothingIsNoGrant() {
		relief("c", "2012", uninsured("2012-03-01", "10000.01")).refuses().under("2012-01-01");
		relief("c", "2012", uninsured("2012-03-01", "10000.02")).pays("0.01");
	}

	private static People uninsured(String date, String cost) {
		return born("1940-01-01").on("RURAL").insured("NONE", 2013).stay("c", date, "COUNTY", cost);
	}

}
