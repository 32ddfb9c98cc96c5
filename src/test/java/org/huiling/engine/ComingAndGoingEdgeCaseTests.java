package org.huiling.engine;

import java.util.List;

import org.huiling.engine.reason.Note;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiling.engine.ModelDistrict.ALLOWANCE;
import static org.huiling.engine.ModelDistrict.allowance;
import static org.huiling.engine.ModelDistrict.homeCare;
import static org.huiling.engine.ModelDistrict.living;
import static org.huiling.engine.ModelDistrict.topUp;
import static org.huiling.engine.People.born;

/** Edge cases D: persons who come, go, die, return. */
class ComingAndGoingEdgeCaseTests {

	private static final People AGED_85 = born("1928-01-01");

	@Test
	@DisplayName("31. The month of death is paid, none after")
	void theMonthOfDeathIsPaidAndNoneAfter() {
		allowance("2013-07", AGED_85.died("2013-07-31")).pays("100.00");
		allowance("2013-08", AGED_85.died("2013-07-31")).refuses();
		allowance("2013-08", AGED_85.died("2013-08-01")).pays("100.00");
	}

	@Test
	@DisplayName("32. A death learnt late: the months after it are not due")
	void theMonthsAfterADeathLearntLateAreNotDue() {
		allowance("2013-05", AGED_85.died("2013-05-20")).pays("100.00");
		for (String month : List.of("2013-06", "2013-07", "2013-08", "2013-09")) {
			allowance(month, AGED_85).pays("100.00");
			allowance(month, AGED_85.died("2013-05-20")).refuses();
		}
	}

	@Test
	@DisplayName("33. A death record that was wrong: the months are due again")
	void theMonthsAreDueAgainWhenADeathRecordWasWrong() {
		for (String month : List.of("2013-06", "2013-07", "2013-08", "2013-09")) {
			allowance(month, AGED_85.died("2013-05-20").with("deathDate", null)).pays("100.00");
		}
	}

	@Test
	@DisplayName("34. Moved out within a month")
	void theMonthOfMovingOutIsStillPaid() {
		ApplicantHistory history = AGED_85.until("2013-07-10", AGED_85.livingIn("370214001"));
		ModelDistrict.book().ask(ALLOWANCE, "2013-07", history).pays("100.00");
		ModelDistrict.book().ask(ALLOWANCE, "2013-08", history).refuses();
	}

	@Test
	@DisplayName("35. Moved in within a month")
	void theMonthOfMovingInIsNotPaidYetUnlessItIsTheFirst() {
		People late = AGED_85.with("hukou.since", "2014-03-10");
		allowance("2014-03", late).refuses().under("2014-01-01");
		allowance("2014-04", late).pays("120.00");
		allowance("2014-03", AGED_85.with("hukou.since", "2014-03-01")).pays("120.00");
	}

	@Test
	@DisplayName("36. Six full months of residence")
	void sixFullMonthsOfResidence() {
		People person = born("1943-01-01").on("RURAL").careLevel(2);
		People first = person.with("residence.since", "2013-02-01");
		People second = person.with("residence.since", "2013-02-02");
		homeCare("2013-08", first).pays("450.00").under("2013-07-01");
		homeCare("2013-08", second).refuses();
		homeCare("2013-09", second).pays("450.00");
	}

	@Test
	@DisplayName("37. Applied for six months late: paid back in full")
	void appliedForSixMonthsLateIsPaidBackInFull() {
		People person = born("1933-01-10").applied(ALLOWANCE, "2013-07-05");
		allowance("2012-12", person).refuses();
		for (String month : List.of("2013-01", "2013-02", "2013-03", "2013-04", "2013-05", "2013-06", "2013-07",
				"2013-08")) {
			allowance(month, person).pays("100.00");
		}
	}

	@Test
	@DisplayName("37. Applied for seven months late: paid from the month of application")
	void appliedForSevenMonthsLateIsPaidFromTheMonthOfApplication() {
		People person = born("1933-01-10").applied(ALLOWANCE, "2013-08-01");
		for (String month : List.of("2013-01", "2013-02", "2013-07")) {
			Verdict verdict = allowance(month, person).refuses();
			assertThat(verdict.answer().warnings()).extracting(Note::code).containsExactly("LATE_APPLICATION");
		}
		allowance("2013-08", person).pays("100.00");
	}

	@Test
	@DisplayName("37. Applied for far too late: nothing is asked about the months before")
	void monthsFarBeforeALateApplicationAskForNothing() {
		People person = born("1920-01-10").with("hukou.region", null).applied(ALLOWANCE, "2013-08-01");
		allowance("2013-01", person).refuses();
		allowance("2013-08", person).needs("hukou.region");
	}

	@Test
	@DisplayName("37. An application put on file from its own day on counts for the months before it")
	void anApplicationOnFileFromItsDayOnCountsForTheMonthsBefore() {
		People unapplied = born("1933-01-10");
		ApplicantHistory late = unapplied.until("2013-08-01", unapplied.applied(ALLOWANCE, "2013-08-01"));
		ModelDistrict.book().ask(ALLOWANCE, "2013-02", late).refuses();
		ModelDistrict.book().ask(ALLOWANCE, "2013-08", late).pays("100.00");
		ApplicantHistory inTime = unapplied.until("2013-07-05", unapplied.applied(ALLOWANCE, "2013-07-05"));
		ModelDistrict.book().ask(ALLOWANCE, "2013-02", inTime).pays("100.00");
	}

	@Test
	@DisplayName("37. Applied for late across a new version")
	void appliedForLateAcrossANewVersion() {
		People person = born("1922-11-10").applied(ALLOWANCE, "2013-02-20");
		allowance("2012-10", person).refuses();
		allowance("2012-11", person).pays("100.00").under("2012-01-01");
		allowance("2012-12", person).pays("100.00").under("2012-01-01");
		allowance("2013-01", person).pays("300.00").under("2013-01-01");
		allowance("2013-02", person).pays("300.00");
	}

	@Test
	@DisplayName("37. Beijing's rule on late application")
	void beijingPaysBackAsTheModelRuleDoes() {
		People person = born("1940-01-10").livingIn("110101");
		beijing("2020-01", person.applied(ALLOWANCE, "2020-07-31")).pays("100.00");
		beijing("2020-06", person.applied(ALLOWANCE, "2020-07-31")).pays("100.00");
		beijing("2020-01", person.applied(ALLOWANCE, "2020-08-01")).refuses();
		beijing("2020-07", person.applied(ALLOWANCE, "2020-08-01")).refuses();
		beijing("2020-08", person.applied(ALLOWANCE, "2020-08-01")).pays("100.00");
	}

	private static Verdict beijing(String month, People person) {
		return ShippedPolicies.book("beijing").ask(ALLOWANCE, month, person);
	}

	@Test
	@DisplayName("37. With no application given it is taken to be in time, and the answer says so")
	void withNoApplicationGivenItIsTakenToBeInTime() {
		Verdict verdict = allowance("2013-01", born("1933-01-10")).pays("100.00");
		assertThat(verdict.answer().assumptions()).extracting(Note::code).containsExactly("APPLIED_IN_TIME");
		Verdict other = allowance("2013-01", born("1933-01-10").applied("living-subsidy", "2013-12-01"));
		assertThat(other.pays("100.00").answer().assumptions()).hasSize(1);
	}

	@Test
	@DisplayName("38. A missed life check suspends payment, not entitlement")
	void aMissedLifeCheckDoesNotChangeTheEntitlement() {
		People person = AGED_85.with("lifeCheck.lastPassed", "2012-06-30");
		for (String month : List.of("2013-06", "2013-07", "2013-09", "2013-10")) {
			allowance(month, person).pays("100.00");
		}
		allowance("2013-06", person.died("2013-06-02")).pays("100.00");
		allowance("2013-07", person.died("2013-06-02")).refuses();
	}

	@Test
	@DisplayName("39. A status holds through its last day")
	void aStatusHoldsThroughItsLastDay() {
		People person = born("1943-01-01").pension("0").holding("TEKUN", "2010-01-01", "2013-06-30");
		living("2013-06", person).refuses();
		living("2013-07", person).pays("70.00").under("2013-07-01");
		People firstDay = born("1943-01-01").pension("0").holding("TEKUN", "2010-01-01", "2013-07-01");
		living("2013-07", firstDay).refuses();
		living("2013-08", firstDay).pays("70.00");
	}

	@Test
	@DisplayName("40. Dibao granted within a month counts from the next")
	void dibaoGrantedWithinAMonthCountsFromTheNext() {
		People person = born("1941-01-01").on("RURAL").with("household.dibao.since", "2013-07-15");
		topUp("2013-07", person).refuses().under("2013-07-01");
		topUp("2013-08", person).pays("58.00");
	}

}
