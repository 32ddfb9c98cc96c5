package org.huiling.payment.calculation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.huiling.Samples;
import org.huiling.payment.calculation.RosterCalculation.Result;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiling.payment.calculation.PlainBook.PLAIN;
import static org.huiling.payment.calculation.PlainBook.item;

/** A program that is paid by a rule of its own, beside others on one roster. */
class PayingRulesTests {

	/** The jurisdiction pays on the 10th of each month, this program on the 20th. */
	private static final PayingRules QUARTERLY = rules(rule(true, false, 20, "1.00"));

	private final PlainBook book = new PlainBook();

	private static PayingRules rules(PaymentRule living) {
		return new PayingRules(PLAIN, Map.of("liv", living));
	}

	private static PaymentRule rule(boolean quarterly, boolean advance, int payDay, String share) {
		return new PaymentRule(PLAIN.from(), quarterly, advance, payDay, null, BigDecimal.ZERO, new BigDecimal(share),
				30, 12);
	}

	private static List<String> lines(Result result) {
		return result.lines()
			.stream()
			.map((line) -> line.payDay() + " " + line.item().program() + " " + line.item().period() + " " + line.kind()
					+ " " + line.amount())
			.toList();
	}

	private static List<String> open(Result result) {
		return result.open()
			.stream()
			.map((one) -> one.item().program() + " " + one.item().period() + " " + one.reason() + " " + one.amount())
			.toList();
	}

	@Test
	void whatIsPaidByTheQuarterWaitsBesideWhatIsPaidByTheMonth() {
		this.book.decide("oaa", "2013-01", "100.00");
		this.book.decide("liv", "2013-01", "50.00");
		Result january = this.book.calculate("2013-01", QUARTERLY);
		assertThat(lines(january)).containsExactly("2013-01-10 oaa 2013-01 REGULAR 100.00");
		assertThat(open(january)).containsExactly("liv 2013-01 NOT_ITS_MONTH 50.00");
		this.book.pay(january);
		this.book.pay(this.book.calculate("2013-02", QUARTERLY));
		Result march = this.book.calculate("2013-03", QUARTERLY);
		assertThat(lines(march)).containsExactly("2013-03-20 liv 2013-01 REGULAR 50.00",
				"2013-03-20 liv 2013-02 REGULAR 50.00", "2013-03-20 liv 2013-03 REGULAR 50.00",
				"2013-03-10 oaa 2013-03 REGULAR 100.00");
		assertThat(march.open()).isEmpty();
		this.book.pay(march);
		assertThat(this.book.calculate("2013-03", QUARTERLY)).isEqualTo(new Result(List.of(), List.of(), List.of()));
	}

	@Test
	void whatIsOwedIsSetOffInAnyMonthOnTheDayOfThePaymentAndUpToItsShare() {
		PayingRules careful = rules(rule(true, false, 20, "0.25"));
		this.book.decide("liv", "2012-10", "200.00");
		this.book.pay(this.book.calculate("2012-12", careful));
		this.book.decide("liv", "2012-10", "0.00");
		this.book.decide("oaa", "2013-01", "100.00");
		Result january = this.book.calculate("2013-01", careful);
		assertThat(lines(january)).containsExactly("2013-01-10 oaa 2013-01 REGULAR 100.00",
				"2013-01-10 liv 2012-10 RECOVERY -100.00");
		assertThat(open(january)).containsExactly("liv 2012-10 CAPPED -100.00", "liv 2012-11 CAPPED -200.00",
				"liv 2012-12 CAPPED -200.00");
		this.book.pay(january);
		this.book.decide("liv", "2013-01", "80.00");
		this.book.decide("oaa", "2013-02", "0.00");
		this.book.decide("oaa", "2013-03", "120.00");
		assertThat(lines(this.book.calculate("2013-02", careful))).as("liv waits, nothing to set off against")
			.isEmpty();
		assertThat(lines(this.book.calculate("2013-03", careful))).containsExactly(
				"2013-03-20 liv 2013-01 REGULAR 80.00", "2013-03-20 liv 2013-02 REGULAR 80.00",
				"2013-03-20 liv 2013-03 REGULAR 80.00", "2013-03-10 oaa 2013-03 REGULAR 120.00",
				"2013-03-10 liv 2012-10 RECOVERY -100.00", "2013-03-10 liv 2012-11 RECOVERY -20.00",
				"2013-03-20 liv 2012-11 RECOVERY -60.00");
	}

	@Test
	void whatAnEstateOwesIsSetOffAgainstWhatWaitedInItsMonth() {
		this.book.decide("oaa", "2013-01", "100.00");
		this.book.decide("liv", "2013-01", "50.00");
		this.book.pay(this.book.calculate("2013-01", QUARTERLY));
		this.book.decide("oaa", "2013-01", "0.00");
		this.book.death = LocalDate.of(2013, 1, 20);
		this.book.decide("liv", "2013-02", "0.00");
		Result february = this.book.calculate("2013-02", QUARTERLY);
		assertThat(lines(february)).isEmpty();
		assertThat(open(february)).containsExactly("liv 2013-01 NOT_ITS_MONTH 50.00", "oaa 2013-01 DECEASED -100.00");
		Result march = this.book.calculate("2013-03", QUARTERLY);
		assertThat(lines(march)).containsExactly("2013-03-20 liv 2013-01 REGULAR 50.00",
				"2013-03-20 oaa 2013-01 RECOVERY -50.00");
		assertThat(open(march)).containsExactly("oaa 2013-01 DECEASED -50.00");
		this.book.death = LocalDate.of(2012, 12, 31);
		assertThat(open(this.book.calculate("2013-02", QUARTERLY))).containsExactly("liv 2013-01 DECEASED 50.00",
				"oaa 2013-01 DECEASED -100.00");
	}

	/** Neither twice nor not at all, whatever follows whatever within a quarter. */
	@Test
	void aRuleThatBeginsOrEndsWithinAQuarterPaysEachMonthOnce() {
		PaymentRule monthly = rule(false, false, 20, "1.00");
		PaymentRule after = rule(true, false, 20, "1.00");
		PaymentRule ahead = rule(true, true, 20, "1.00");
		for (List<PaymentRule> order : List.of(List.of(monthly, after), List.of(after, monthly),
				List.of(ahead, monthly), List.of(monthly, ahead), List.of(ahead, after), List.of(after, ahead))) {
			for (int turn = 2; turn <= 7; turn++) {
				PlainBook one = new PlainBook();
				one.decide("liv", "2013-01", "50.00");
				for (int month = 1; month <= 12; month++) {
					String paid = YearMonth.of(2013, month).toString();
					one.pay(one.calculate(paid, rules(order.get((month < turn) ? 0 : 1))));
				}
				for (int month = 1; month <= 12; month++) {
					PaymentItem of = item("liv", YearMonth.of(2013, month).toString());
					assertThat(one.booked.stream()
						.filter((line) -> line.item().equals(of))
						.map(BookedLine::amount)
						.reduce(BigDecimal.ZERO, BigDecimal::add)).as("%s", of).isEqualByComparingTo("50.00");
				}
			}
		}
	}

	@Test
	void aHoldThatEndsBeforeTheMonthOfTheProgramTakesNothingFromIt() {
		this.book.points.put(new PaymentItem("2013-Q1", "liv", null),
				PlainBook.point(PlainBook.PERSON, new PaymentItem("2013-Q1", "liv", null), "150.00"));
		this.book.hold("2013-01", "liv", HoldCode.NOT_FOUND);
		this.book.pay(this.book.calculate("2013-01", QUARTERLY));
		this.book.holds.clear();
		assertThat(lines(this.book.calculate("2013-03", QUARTERLY)))
			.containsExactly("2013-03-20 liv 2013-Q1 REGULAR 150.00");
	}

	@Test
	void aRosterIsOfAnyMonthInWhichAnythingIsPaid() {
		PayingRules monthlyBesideQuarters = new PayingRules(rule(true, false, 10, "1.00"),
				Map.of("liv", rule(false, false, 20, "1.00")));
		YearMonth february = YearMonth.of(2013, 2);
		assertThat(monthlyBesideQuarters.paysIn(february)).isTrue();
		assertThat(monthlyBesideQuarters.payDay(february)).isEqualTo("2013-02-20");
		assertThat(monthlyBesideQuarters.first(february)).isEqualTo(february);
		assertThat(monthlyBesideQuarters.first(YearMonth.of(2013, 3))).isEqualTo(YearMonth.of(2013, 1));
		assertThat(monthlyBesideQuarters.due("oaa", february)).isEqualTo("2013-03-22");
		assertThat(QUARTERLY.last("liv", february)).isEqualTo(february);
		assertThat(rules(rule(true, true, 20, "1.00")).last(YearMonth.of(2013, 4))).isEqualTo(YearMonth.of(2013, 6));
	}

	@Test
	void theLatestRuleOfAProgramGoesBeforeTheJurisdictionsAndThatBeforeTheOneOfAll() {
		PaymentRule later = new PaymentRule(YearMonth.of(2013, 4), false, false, 5, null, BigDecimal.ZERO,
				BigDecimal.ONE, 30, 12);
		PaymentRuleBook rules = new PaymentRuleBook(List.of(entry("liv", later), entry(null, later),
				new PaymentRuleBook.Entry(null, true, PLAIN), entry("liv", rule(true, false, 20, "1.00"))));
		assertThat(rules.at(YearMonth.of(2013, 3))).hasValue(QUARTERLY);
		assertThat(rules.at(YearMonth.of(2013, 4))).hasValue(new PayingRules(later, Map.of("liv", later)));
		assertThat(rules.at(YearMonth.of(1899, 12))).isEmpty();
	}

	private static PaymentRuleBook.Entry entry(@Nullable String program, PaymentRule rule) {
		return new PaymentRuleBook.Entry(program, false, rule);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 20130701 })
	void whatWasPaidAndWhatIsOpenComeToWhatIsDecidedByWhateverRules(long seed) {
		Random random = new Random(Samples.seed() + seed);
		int waited = 0;
		int otherDays = 0;
		for (int person = 0; person < Samples.of(60, 20); person++) {
			PlainBook one = new PlainBook();
			PayingRules rules = new PayingRules(PLAIN, Map.of("liv", random(random), "waiver", random(random)));
			for (YearMonth month = YearMonth.of(2012, 1); month.getYear() < 2015; month = month.plusMonths(1)) {
				if (random.nextInt(15) == 0) {
					rules = new PayingRules(PLAIN, Map.of("liv", random(random)));
				}
				one.live(random, month);
				Result result = one.calculate(month.toString(), rules);
				one.check(result, rules, month);
				waited += (int) result.open()
					.stream()
					.filter((left) -> left.reason() == OpenReason.NOT_ITS_MONTH)
					.count();
				otherDays += (int) result.lines()
					.stream()
					.filter((line) -> line.kind() == LineKind.RECOVERY && line.payDay().getDayOfMonth() == 20)
					.count();
				one.transfer(result, random);
				one.check(one.calculate(month.toString(), rules), rules, month);
			}
		}
		assertThat(waited).isPositive();
		assertThat(otherDays).isPositive();
	}

	private static PaymentRule random(Random random) {
		return rule(random.nextInt(3) > 0, random.nextBoolean(), 20,
				List.of("0.00", "0.25", "1.00").get(random.nextInt(3)));
	}

}
