package org.huiling.engine;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiling.engine.ModelDistrict.ALLOWANCE;
import static org.huiling.engine.ModelDistrict.accident;
import static org.huiling.engine.ModelDistrict.allowance;
import static org.huiling.engine.ModelDistrict.medical;
import static org.huiling.engine.People.born;

/** Edge cases B: versions in time. */
class VersionEdgeCaseTests {

	private static final Instant BEFORE_THE_NOTICE = Instant.parse("2024-08-01T00:00:00Z");

	@Test
	@DisplayName("9. The day before and the day of a new version")
	void theMonthBeforeAndTheMonthOfANewVersion() {
		allowance("2012-12", born("1920-06-01")).pays("100.00").under("2012-01-01");
		allowance("2013-01", born("1920-06-01")).pays("300.00").under("2013-01-01");
		allowance("2012-12", born("1927-06-01")).refuses().under("2012-01-01");
		allowance("2013-01", born("1927-06-01")).pays("100.00").under("2013-01-01");
	}

	@Test
	@DisplayName("10. A claim's date on the boundary")
	void aClaimsDateOnTheBoundary() {
		People person = born("1937-06-01").stay("a", "2012-12-31", "COUNTY", "10300.00")
			.stay("b", "2013-01-01", "COUNTY", "10300.00")
			.stay("c", "2014-01-01", "COUNTY", "10300.00");
		medical("a", "2012", person.insured("NCMS", 2012)).pays("7000.00").under("2012-01-01");
		medical("b", "2013", person.insured("NCMS", 2013)).pays("7500.00").under("2013-01-01");
		medical("c", "2014", person.insured("NCMS", 2014)).pays("7350.00").under("2014-01-01");
	}

	@Test
	@DisplayName("11. A yearly program takes the version of 1 January")
	void aYearlyProgramTakesTheVersionOfTheFirstOfJanuary() {
		accident("2013", born("1931-05-05")).refuses().under("2012-01-01");
		accident("2014", born("1931-05-05")).pays("40.00").under("2013-07-01");
	}

	@Test
	@DisplayName("12. Before the first version")
	void beforeTheFirstVersionNothingIsInForceAndTheAnswerSaysSo() {
		People person = born("1920-06-01");
		allowance("2011-12", person).hasNoPolicy();
		List<Assessment> all = ModelDistrict.book().all(person, "2011-12", Explain.FULL).assessments();
		assertThat(all).isNotEmpty().allSatisfy((answer) -> new Verdict(answer).hasNoPolicy());
		assertThat(all).extracting((answer) -> answer.program().id()).contains(ALLOWANCE, "contribution-waiver");
	}

	@Test
	@DisplayName("13. Effective in mid-month")
	void aVersionOfMidMonthGovernsMonthsFromTheNextAndClaimsFromItsDay() {
		Shelf monthly = shelf(paying("2013-01-01", "10.00"), paying("2013-07-15", "20.00"));
		monthly.ask(ALLOWANCE, "2013-07", born("1930-01-01")).pays("10.00").under("2013-01-01");
		monthly.ask(ALLOWANCE, "2013-08", born("1930-01-01")).pays("20.00").under("2013-07-15");
		Shelf claims = shelf(reimbursing("2013-01-01", "10.00"), reimbursing("2013-07-15", "20.00"));
		ApplicantHistory person = born("1930-01-01").stay("a", "2013-07-14", "COUNTY", "500.00")
			.stay("b", "2013-07-15", "COUNTY", "500.00")
			.always();
		claims.claim("medical-reimbursement", "a", "2013", person).pays("10.00").under("2013-01-01");
		claims.claim("medical-reimbursement", "b", "2013", person).pays("20.00").under("2013-07-15");
	}

	@Test
	@DisplayName("14. A retroactive notice: what is due once it is known")
	void aRetroactiveNoticeRaisesMonthsThatWerePaidAlready() {
		People elder = born("1950-03-01").livingIn("110101").on("URBAN");
		People disabled = elder.disabled("PHYSICAL", 1);
		for (String month : List.of("2024-07", "2024-08")) {
			assertThat(difference(month, elder)).isEqualTo("13.75");
			assertThat(difference(month, disabled)).isEqualTo("19.25");
			beijing(month, elder).pays("362.50").under("2024-07-01");
			beijing(month, disabled).pays("507.50");
		}
		assertThat(difference("2024-06", elder)).isEqualTo("0.00");
	}

	private static BigDecimal difference(String month, People person) {
		Verdict before = ShippedPolicies.book("beijing", BEFORE_THE_NOTICE).ask("low-income-top-up", month, person);
		BigDecimal paid = before.answer().amount();
		BigDecimal due = beijing(month, person).answer().amount();
		return due.subtract(paid);
	}

	private static Verdict beijing(String month, People person) {
		return ShippedPolicies.book("beijing").ask("low-income-top-up", month, person);
	}

	@Test
	@DisplayName("15. As known then")
	void theSameQuestionAsKnownThen() {
		People elder = born("1950-03-01").livingIn("110101").on("URBAN");
		known(BEFORE_THE_NOTICE, elder).pays("348.75").under("2023-07-01");
		known(Instant.parse("2024-08-20T15:59:59Z"), elder).pays("348.75");
		known(Instant.parse("2024-08-20T16:00:00Z"), elder).pays("362.50").under("2024-07-01");
		beijing("2024-07", elder).pays("362.50");
		known(BEFORE_THE_NOTICE, elder.disabled("PHYSICAL", 1)).pays("488.25");
	}

	private static Verdict known(Instant at, People person) {
		return ShippedPolicies.book("beijing", at).ask("low-income-top-up", "2024-07", person);
	}

	@Test
	@DisplayName("17. A gap between two versions")
	void theOldVersionDoesNotRunOnThroughAGap() {
		Shelf shelf = shelf(paying("2012-01-01", "5.00"),
				paying("2013-01-01", "10.00").header("effectiveTo: 2013-06-30"), paying("2013-09-01", "20.00"));
		shelf.ask(ALLOWANCE, "2013-06", born("1930-01-01")).pays("10.00");
		shelf.ask(ALLOWANCE, "2013-07", born("1930-01-01")).hasNoPolicy();
		shelf.ask(ALLOWANCE, "2013-08", born("1930-01-01")).hasNoPolicy();
		shelf.ask(ALLOWANCE, "2013-09", born("1930-01-01")).pays("20.00");
	}

	@Test
	@DisplayName("18. A withdrawn version leaves the one before in force")
	void aWithdrawnVersionLeavesTheOneBeforeInForce() {
		People person = born("1928-06-01");
		Verdict paid = allowance("2014-01", person).pays("120.00").under("2014-01-01");
		Shelf withdrawn = ModelDistrict.book().without(ALLOWANCE, "2014-01-01");
		withdrawn.ask(ALLOWANCE, "2014-01", person).pays("100.00").under("2013-01-01");
		assertThat(allowance("2014-01", person).answer().digest()).isEqualTo(paid.answer().digest());
	}

	@Test
	@DisplayName("19. A correction takes the place of what it corrects")
	void aCorrectionTakesThePlaceOfWhatItCorrects() {
		Shelf first = shelf(paying("2013-01-01", "10.00"));
		Verdict before = first.ask(ALLOWANCE, "2013-07", born("1930-01-01")).pays("10.00");
		Shelf corrected = first.with(paying("2013-01-01.2", "12.00").compile());
		Verdict after = corrected.ask(ALLOWANCE, "2013-07", born("1930-01-01")).pays("12.00");
		after.under("2013-01-01.2");
		assertThat(after.answer().digest()).isNotEqualTo(before.answer().digest());
		assertThat(corrected.with(paying("2013-01-01.10", "13.00").compile())
			.ask(ALLOWANCE, "2013-01", born("1930-01-01"))
			.answer()
			.version()).isEqualTo("2013-01-01.10");
	}

	private static Shelf shelf(TinyPolicy... policies) {
		return new Shelf(TinyPolicy.JURISDICTION, List.of(policies).stream().map(TinyPolicy::compile).toList());
	}

	private static TinyPolicy paying(String version, String amount) {
		return TinyPolicy.monthly(ALLOWANCE, 10, version)
			.parameter("amount", amount, "CNY")
			.rule("甲", "Applicant( alive == true )", "benefit.pay(P.amount);");
	}

	private static TinyPolicy reimbursing(String version, String amount) {
		return TinyPolicy.claims(version)
			.parameter("amount", amount, "CNY")
			.rule("甲", "Claim( kind == ClaimKind.INPATIENT )", "benefit.pay(P.amount);");
	}

}
