package org.huiling.engine;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.huiling.engine.ModelDistrict.allowance;
import static org.huiling.engine.ModelDistrict.living;
import static org.huiling.engine.ModelDistrict.medical;
import static org.huiling.engine.ModelDistrict.topUp;
import static org.huiling.engine.ModelDistrict.waiver;
import static org.huiling.engine.People.born;

/** Edge cases C: unknown, none, contradiction. */
class UnknownEdgeCaseTests {

	@Test
	@DisplayName("22. An unknown that matters, and one that does not")
	void anUnknownIsAskedForOnlyWhereItMatters() {
		allowance("2013-07", born("1928-01-01").without("hukou")).needs("hukou.region").under("2013-01-01");
		allowance("2013-07", born("1943-01-01").without("hukou")).refuses();
	}

	@Test
	@DisplayName("23. An unknown that could raise the amount")
	void anUnknownThatCouldRaiseTheAmount() {
		People person = born("1938-01-05").on("URBAN");
		topUp("2013-03", person.without("disability")).needs("disability.grade");
		topUp("2013-03", person.disabled(null, 0)).pays("90.00").under("2013-01-01");
		topUp("2013-03", person.disabled(null, 2)).pays("157.50");
	}

	@Test
	@DisplayName("24. An unknown that the rule does not read")
	void anUnknownThatTheRuleDoesNotRead() {
		People aged82 = born("1931-01-01").stay("c", "2013-05-02", "COUNTY", "10300.00");
		medical("c", "2013", aged82.without("household", "statuses")).pays("8000.00").under("2013-01-01");
		People aged65 = born("1948-01-01").stay("c", "2013-05-02", "COUNTY", "10300.00");
		medical("c", "2013", aged65.without("household", "statuses")).needs("household.dibao.type", "statuses");
	}

	@Test
	@DisplayName("25. Of \"X or Y\" one true part suffices")
	void oneTruePartOfAnOrSuffices() {
		People aged66 = born("1947-06-01").without("household");
		waiver("2013", aged66.tekun()).pays("70.00").under("2013-01-01");
		waiver("2013", aged66).needs("household.dibao.type");
	}

	@Test
	@DisplayName("26. None said explicitly: no status")
	void noStatusIsNotTheSameAsAnUnknownOne() {
		living("2013-08", born("1947-06-01").pension("0")).pays("70.00");
		living("2013-08", born("1947-06-01").pension("0").without("statuses")).needs("statuses");
	}

	@Test
	@DisplayName("26. None said explicitly: no dibao")
	void noDibaoIsNotTheSameAsAnUnknownOne() {
		topUp("2013-03", born("1938-01-05").on("NONE")).refuses();
		topUp("2013-03", born("1938-01-05").without("household.dibao")).needs("household.dibao.type");
		topUp("2013-03", born("1938-01-05").without("household")).needs("household.dibao.type");
	}

	@Test
	@DisplayName("26. None said explicitly: no pension")
	void noPensionIsNotTheSameAsAnUnknownOne() {
		living("2013-08", born("1947-06-01").pension("0")).pays("70.00").under("2013-07-01");
		living("2013-08", born("1947-06-01").without("pension")).needs("pension.monthlyAmount");
	}

	@Test
	@DisplayName("26. None said explicitly: no death")
	void noDeathRecordedIsAlive() {
		allowance("2013-07", born("1928-01-01").with("deathDate", null)).pays("100.00");
	}

	@Test
	@DisplayName("27. Beijing's care subsidy with the care level unknown")
	void theCareLevelMattersOnlyWhereItCouldGiveMore() {
		People elder = born("1950-03-01").livingIn("110101").without("careLevel");
		beijingCare(elder.disabled("VISUAL", 1)).pays("600.00").under("2019-10-01");
		beijingCare(elder.disabled("VISUAL", 2)).needs("careLevel");
		beijingCare(elder.disabled(null, 0)).needs("careLevel");
	}

	private static Verdict beijingCare(People person) {
		return ShippedPolicies.book("beijing").ask("home-care-service", "2020-01", person);
	}

	@Test
	@DisplayName("30. Poor by two roads: the tekun amount only")
	void poorByTwoRoadsGetsTheTekunAmountOnly() {
		topUp("2012-03", born("1938-01-05").on("URBAN").tekun()).pays("30.00").under("2012-01-01");
		topUp("2012-03", born("1938-01-05").on("URBAN")).pays("40.00");
	}

}
