package org.huiling.engine;

import java.util.List;

import org.huiling.engine.reason.Note;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiling.engine.ModelDistrict.allowance;
import static org.huiling.engine.ModelDistrict.homeCare;
import static org.huiling.engine.ModelDistrict.living;
import static org.huiling.engine.ModelDistrict.relief;
import static org.huiling.engine.ModelDistrict.topUp;
import static org.huiling.engine.ModelDistrict.waiver;
import static org.huiling.engine.People.born;

/**
 * A fact held from a day does not hold before it; an unknown start counts as begun, and
 * the answer says so where it hangs on it.
 */
class HeldFromADayTests {

	private static final People NEWCOMER = born("1933-01-10").with("hukou.since", "2013-07-10");

	private static final People ON_DIBAO_LATER = born("1947-06-01").on("RURAL")
		.with("household.dibao.since", "2014-07-15");

	@Test
	void nobodyHasTheHukouBeforeItCame() {
		allowance("2013-06", NEWCOMER).refuses().under("2013-01-01");
		allowance("2013-07", NEWCOMER).refuses();
		allowance("2013-08", NEWCOMER).pays("100.00");
		allowance("2013-07", NEWCOMER.with("hukou.since", "2013-07-01")).pays("100.00");
		assertThat(allowance("2013-06", NEWCOMER).answer().whyNot()).anySatisfy((rule) -> assertThat(rule.conditions())
			.anySatisfy((one) -> assertThat(one.actual()).containsEntry("hukou.since", "2013-07-10")
				.containsEntry("hukouInJurisdiction", false)));
	}

	@Test
	void theMonthsBeforeANewcomerCameAreNotPaidBack() {
		People applied = NEWCOMER.applied(ModelDistrict.ALLOWANCE, "2013-08-05");
		for (String month : List.of("2013-02", "2013-03", "2013-04", "2013-05", "2013-06", "2013-07")) {
			allowance(month, applied).refuses();
		}
		allowance("2013-08", applied).pays("100.00");
	}

	@Test
	void aHukouThatHasNotComeAsksForNoRegion() {
		allowance("2013-06", NEWCOMER.without("hukou.region")).refuses();
		allowance("2013-08", NEWCOMER.without("hukou.region")).needs("hukou.region");
	}

	@Test
	void nobodyIsOnDibaoBeforeItIsGranted() {
		waiver("2013", ON_DIBAO_LATER).refuses();
		waiver("2014", ON_DIBAO_LATER).refuses();
		waiver("2015", ON_DIBAO_LATER).pays("70.00");
		waiver("2014", ON_DIBAO_LATER.with("household.dibao.since", "2014-01-01")).pays("70.00");
	}

	@Test
	void aClaimIsJudgedOnItsDay() {
		People person = ON_DIBAO_LATER.disaster("c1", "2013-03-01", "5000.00");
		relief("c1", "2013", person).refuses();
		relief("c1", "2013", person.with("household.dibao.since", "2013-03-02")).refuses();
		relief("c1", "2013", person.with("household.dibao.since", "2013-03-01")).pays("1000.00");
	}

	@Test
	void whatHasNotBegunNeedsNoKind() {
		waiver("2013", ON_DIBAO_LATER.without("household.dibao.type")).refuses();
	}

	@Test
	void nobodyLivesThereBeforeTheyCame() {
		People person = born("1930-01-01").on("RURAL").careLevel(2);
		homeCare("2013-06", person.with("residence.since", "2013-06-01")).pays("360.00");
		homeCare("2013-06", person.with("residence.since", "2013-06-02")).refuses();
	}

	@Test
	void anUnknownStartCountsAsBegunAndTheAnswerSaysSo() {
		assertAssumes(allowance("2013-06", NEWCOMER.without("hukou.since")).pays("100.00"), "hukou.since");
		assertAssumes(waiver("2013", ON_DIBAO_LATER.without("household.dibao.since")).pays("70.00"),
				"household.dibao.since");
		People claimant = ON_DIBAO_LATER.without("household.dibao.since").disaster("c1", "2013-03-01", "5000.00");
		assertAssumes(relief("c1", "2013", claimant).pays("1000.00"), "household.dibao.since");
		Note note = allowance("2013-06", NEWCOMER.without("hukou.since")).answer().assumptions().get(1);
		assertThat(note.message().zh()).contains("户籍迁入日期");
		assertThat(note.message().en()).contains("hukou");
	}

	@Test
	void itIsSaidOfAnAwardThatADibaoTakenForBegunDisplaces() {
		People person = born("1938-01-01").pension("0").on("RURAL").without("household.dibao.since");
		// 35 % of 200.00 is more than 60.00, 25 % is not
		assertAssumes(living("2013-03", person.disabled("PHYSICAL", 1)).withholds("60.00", "low-income-top-up"),
				"household.dibao.since");
		assertAssumes(living("2013-03", person).pays("60.00"));
	}

	@Test
	void itIsSaidOfAMonthThatIsRefusedSinceTheHukouMayHaveComeOfLate() {
		People person = born("1928-01-10").applied(ModelDistrict.ALLOWANCE, "2013-08-05");
		allowance("2013-06", person.with("hukou.since", "2013-05-20")).pays("100.00");
		assertAssumes(allowance("2013-06", person.without("hukou.since")).refuses(), "hukou.since");
	}

	@Test
	void itIsSaidOfAClaimForWhichAnEarlierOneLeavesLess() {
		People person = ON_DIBAO_LATER.without("household.dibao.since");
		People claimant = person.disaster("c1", "2013-03-01", "5000.00").disaster("c2", "2013-05-01", "5000.00");
		for (int i = 0; i < 4; i++) {
			claimant = claimant.disaster("b" + i, "2013-04-0" + (i + 1), "5000.00");
		}
		assertAssumes(relief("c2", "2013", claimant), "household.dibao.since");
	}

	@Test
	void whereItMakesNoDifferenceNothingIsSaid() {
		assertAssumes(allowance("2013-06", born("1950-01-10").without("hukou.since")).refuses());
		assertAssumes(waiver("2013", ON_DIBAO_LATER.without("household.dibao.since").tekun()).pays("70.00"));
		assertAssumes(allowance("2013-06", NEWCOMER));
	}

	@Test
	void whoAsksForTheFirstDayIsStillAskedForIt() {
		assertAssumes(allowance("2014-06", NEWCOMER.without("hukou.since")).needs("hukou.since"));
		assertAssumes(topUp("2013-08", born("1941-01-01").on("RURAL").without("household.dibao.since"))
			.needs("household.dibao.since"));
	}

	@Test
	void itIsSaidAtEveryLevelOfExplanation() {
		for (Explain explain : Explain.values()) {
			assertThat(ModelDistrict.book().all(NEWCOMER.without("hukou.since"), "2013-06", explain).assessments())
				.filteredOn((one) -> one.program().id().equals(ModelDistrict.ALLOWANCE))
				.allSatisfy((one) -> assertThat(one.assumptions()).extracting(Note::code)
					.containsExactly("APPLIED_IN_TIME", "STARTED_BEFORE"));
		}
	}

	@Test
	void aStatusWithoutItsFirstDayIsAskedFor() {
		People person = born("1947-06-01").holding("TEKUN", null, null);
		waiver("2013", person).needs("statuses[].from");
	}

	private static void assertAssumes(Verdict verdict, String... fields) {
		assertThat(verdict.answer().assumptions()).filteredOn((note) -> note.code().equals("STARTED_BEFORE"))
			.extracting(Note::field)
			.containsExactly(fields);
	}

}
