package org.huiling.engine;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.huiling.engine.ModelDistrict.allowance;
import static org.huiling.engine.ModelDistrict.medical;
import static org.huiling.engine.People.born;

/** Edge cases A: birthdays and age. */
class BirthdayEdgeCaseTests {

	@Test
	@DisplayName("1. Paid from the birthday month")
	void paidFromTheBirthdayMonth() {
		allowance("2013-05", born("1933-06-15")).refuses();
		allowance("2013-06", born("1933-06-15")).pays("100.00").by("高龄津贴 80—89 周岁").under("2013-01-01");
		allowance("2013-06", born("1933-06-30")).pays("100.00");
		allowance("2013-06", born("1933-07-01")).refuses();
		allowance("2013-07", born("1933-07-01")).pays("100.00");
	}

	@Test
	@DisplayName("2. Paid from the month after the birthday")
	void paidFromTheMonthAfterTheBirthday() {
		allowance("2014-03", born("1934-03-15")).refuses().under("2014-01-01");
		allowance("2014-04", born("1934-03-15")).pays("120.00").by("高龄津贴 80—89 周岁");
		allowance("2014-04", born("1934-03-31")).pays("120.00");
		allowance("2014-04", born("1934-04-01")).refuses();
		allowance("2014-05", born("1934-04-01")).pays("120.00");
	}

	@Test
	@DisplayName("3. The convention changes between versions")
	void theConventionChangesBetweenVersions() {
		allowance("2013-12", born("1933-12-20")).pays("100.00").under("2013-01-01");
		allowance("2014-01", born("1933-12-20")).pays("120.00").under("2014-01-01");
		allowance("2014-01", born("1934-01-10")).refuses();
		allowance("2014-02", born("1934-01-10")).pays("120.00");
	}

	@Test
	@DisplayName("4. A leap-day birthday is completed on the last of February")
	void aLeapDayBirthdayIsCompletedOnTheLastOfFebruary() {
		allowance("2014-02", born("1924-02-29")).pays("120.00").by("高龄津贴 80—89 周岁");
		allowance("2014-03", born("1924-02-29")).pays("320.00").by("高龄津贴 90—99 周岁");
	}

	@Test
	@DisplayName("5. Centenarians")
	void centenarians() {
		allowance("2013-04", born("1913-05-20")).pays("300.00");
		allowance("2013-05", born("1913-05-20")).pays("600.00").by("高龄津贴 100 周岁以上");
		allowance("2013-05", born("1899-03-01")).pays("600.00");
	}

	@Test
	@DisplayName("6. Completed years, not the traditional count")
	void completedYearsNotTheTraditionalCount() {
		allowance("2013-11", born("1933-12-31")).refuses();
		allowance("2013-12", born("1933-12-31")).pays("100.00");
	}

	@Test
	@DisplayName("7. Nobody ages after death")
	void nobodyAgesAfterDeath() {
		allowance("2013-07", born("1933-07-20").died("2013-07-05")).refuses();
		allowance("2013-07", born("1933-07-20").died("2013-07-25")).pays("100.00");
		allowance("2013-08", born("1933-07-20").died("2013-07-25")).refuses();
	}

	@Test
	@DisplayName("8. Age at the claim's date, not at the period's end")
	void ageAtTheClaimsDate() {
		People person = born("1943-08-20").stay("first", "2013-08-19", "COUNTY", "5300.00")
			.stay("second", "2013-08-20", "COUNTY", "5300.00");
		medical("first", "2013", person).pays("3500.00");
		medical("second", "2013", person).pays("3862.50");
	}

}
