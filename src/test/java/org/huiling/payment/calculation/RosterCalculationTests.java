package org.huiling.payment.calculation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.assertj.core.groups.Tuple;
import org.huiling.Samples;
import org.huiling.payment.calculation.RosterCalculation.Result;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.huiling.payment.calculation.PlainBook.PERSON;
import static org.huiling.payment.calculation.PlainBook.PLAIN;
import static org.huiling.payment.calculation.PlainBook.item;
import static org.huiling.payment.calculation.PlainBook.point;

/** What a roster pays so that what was paid comes to what is decided. */
class RosterCalculationTests {

	private static final UUID MERGED = new UUID(1, 2);

	private final PlainBook book = new PlainBook();

	@Test
	void aMonthIsPaidOnceAndEarlierOnesAreArrears() {
		this.book.decide("oaa", "2013-01", "100.00");
		Result result = this.book.calculate("2013-03", PLAIN);
		assertThat(result.lines()).extracting((line) -> line.item().period(), NewLine::kind, NewLine::because)
			.containsExactly(tuple("2013-01", LineKind.ARREARS, ArrearsReason.REGISTERED_LATE),
					tuple("2013-02", LineKind.ARREARS, ArrearsReason.REGISTERED_LATE),
					tuple("2013-03", LineKind.REGULAR, null));
		this.book.pay(result);
		assertThat(this.book.calculate("2013-03", PLAIN).lines()).isEmpty();
	}

	@Test
	void whatWasDecidedOtherwiseBeforeIsNotCalledRegisteredLate() {
		PaymentItem january = item("oaa", "2013-01");
		PaymentItem march = item("oaa", "2013-03");
		for (ArrearsReason corrects : List.of(ArrearsReason.DATA_CORRECTED, ArrearsReason.POLICY_CHANGED)) {
			this.book.points.put(january, decided(january, "100.00", "2013-01-01", 5, 1, corrects));
			assertThat(reasons()).containsExactly(tuple("2013-01", corrects), tuple("2013-02", corrects),
					tuple("2013-03", corrects));
		}
		this.book.points.put(january, decided(january, "0.00", "2013-01-01", 1, 1, null));
		for (Object[] one : new Object[][] { { "2013-01-01", 5, 2L, ArrearsReason.DATA_CORRECTED },
				{ "2013-03-01", 5, 1L, ArrearsReason.POLICY_CHANGED },
				{ "2013-01-01", 5, 1L, ArrearsReason.REGISTERED_LATE },
				{ "2013-01-01", 1, 2L, ArrearsReason.REGISTERED_LATE } }) {
			this.book.points.put(march, decided(march, "100.00", (String) one[0], (int) one[1], (long) one[2], null));
			assertThat(reasons()).containsExactly(tuple("2013-03", one[3]));
		}
	}

	private List<Tuple> reasons() {
		return this.book.calculate("2013-04", PLAIN)
			.lines()
			.stream()
			.filter((line) -> line.kind() == LineKind.ARREARS)
			.map((line) -> tuple(line.item().period(), line.because()))
			.toList();
	}

	private static DecidedPoint decided(PaymentItem item, String amount, String version, int day, long facts,
			@Nullable ArrearsReason corrects) {
		return new DecidedPoint(PERSON, item, UUID.randomUUID(), new BigDecimal(amount), version, false,
				new DecidedPoint.Act(Instant.EPOCH.plus(Duration.ofDays(day)), facts, corrects));
	}

	@Test
	void aDeathLearntLateIsOwedByTheEstate() {
		this.book.decide("oaa", "2013-05", "100.00");
		for (String month : List.of("2013-05", "2013-06", "2013-07", "2013-08", "2013-09")) {
			this.book.pay(this.book.calculate(month, PLAIN));
		}
		this.book.death = LocalDate.of(2013, 5, 20);
		this.book.decide("oaa", "2013-06", "0.00");
		Result result = this.book.calculate("2013-10", PLAIN);
		assertThat(result.lines()).isEmpty();
		assertThat(result.open()).hasSize(4).allSatisfy((open) -> {
			assertThat(open.reason()).isEqualTo(OpenReason.DECEASED);
			assertThat(open.amount()).isEqualByComparingTo("-100.00");
		});
		this.book.booked.add(BookedLine.collected(item("oaa", "2013-06"), new BigDecimal("100.00")));
		assertThat(this.book.calculate("2013-10", PLAIN).open()).hasSize(3);
	}

	@Test
	void whatWasWrittenOffIsNoDebtAndNeverAPayment() {
		PaymentItem june = item("oaa", "2013-06");
		this.book.decide("oaa", "2013-06", "100.00");
		this.book.pay(this.book.calculate("2013-06", PLAIN));
		this.book.decide("oaa", "2013-06", "0.00");
		this.book.booked.add(BookedLine.collected(june, new BigDecimal("30.00")));
		this.book.writeOff(june, "50.00");
		Result owing = this.book.calculate("2013-07", PLAIN);
		assertThat(owing.open()).singleElement()
			.satisfies((open) -> assertThat(open.amount()).isEqualByComparingTo("-20.00"));
		assertThat(owing.lapsed()).isEmpty();
		this.book.decide("oaa", "2013-06", "100.00");
		Result owed = this.book.calculate("2013-06", PLAIN);
		assertThat(owed.lines()).singleElement()
			.satisfies((line) -> assertThat(line.amount()).isEqualByComparingTo("30.00"));
		assertThat(owed.lapsed()).singleElement()
			.satisfies((lapse) -> assertThat(lapse.amount()).isEqualByComparingTo("50.00"));
	}

	/** 400 were paid and given up on a death that was wrong: 50 and 360 are owed anew. */
	@Test
	void aWriteOffCountsAgainstTheDebtForWhichItWasMadeAndNoOther() {
		PaymentItem june = item("oaa", "2013-06");
		this.book.decide("oaa", "2013-06", "400.00");
		this.book.pay(this.book.calculate("2013-06", PLAIN));
		this.book.decide("oaa", "2013-06", "0.00");
		this.book.writeOff(june, "400.00");
		assertThat(this.book.calculate("2013-06", PLAIN)).isEqualTo(new Result(List.of(), List.of(), List.of()));
		this.book.decide("oaa", "2013-06", "400.00");
		this.book.decide("oaa", "2013-06", "350.00");
		for (String[] due : new String[][] { { "350.00", "-50.00" }, { "40.00", "-360.00" } }) {
			this.book.decide("oaa", "2013-06", due[0]);
			assertThat(this.book.calculate("2013-06", PLAIN).open()).singleElement()
				.satisfies((open) -> assertThat(open.amount()).isEqualByComparingTo(due[1]));
		}
	}

	@Test
	void whatOfAWriteOffIsOwedNoLongerNeverCountsAgain() {
		PaymentItem june = item("oaa", "2013-06");
		this.book.decide("oaa", "2013-06", "100.00");
		this.book.pay(this.book.calculate("2013-06", PLAIN));
		this.book.decide("oaa", "2013-06", "0.00");
		this.book.writeOff(june, "100.00");
		BookedLine collected = BookedLine.collected(june, new BigDecimal("60.00"));
		this.book.booked.add(collected);
		Result less = this.book.calculate("2013-06", PLAIN);
		assertThat(less.open()).isEmpty();
		assertThat(less.lapsed()).singleElement()
			.satisfies((lapse) -> assertThat(lapse.amount()).isEqualByComparingTo("60.00"));
		this.book.pay(less);
		this.book.booked.remove(collected);
		assertThat(this.book.calculate("2013-06", PLAIN).open()).singleElement()
			.satisfies((open) -> assertThat(open.amount()).isEqualByComparingTo("-60.00"));
	}

	@Test
	void whatComesBackAfterItWasPaidAgainIsPaidOnceMore() {
		this.book.decide("oaa", "2013-01", "100.00");
		this.book.pay(this.book.calculate("2013-01", PLAIN));
		this.book.comesBack(0);
		Result february = this.book.calculate("2013-02", PLAIN);
		assertThat(february.lines()).extracting(NewLine::kind, (line) -> line.amount().toPlainString())
			.containsExactly(tuple(LineKind.RETRY, "100.00"), tuple(LineKind.REGULAR, "100.00"));
		this.book.pay(february);
		assertThat(this.book.calculate("2013-02", PLAIN).lines()).isEmpty();
		this.book.comesBack(1);
		assertThat(this.book.calculate("2013-02", PLAIN).lines()).extracting(NewLine::kind)
			.containsExactly(LineKind.RETRY);
	}

	@Test
	void aReversedDeathIsPaidBack() {
		this.book.decide("oaa", "2013-05", "100.00");
		this.book.pay(this.book.calculate("2013-05", PLAIN));
		this.book.decide("oaa", "2013-06", "0.00");
		for (String month : List.of("2013-06", "2013-07", "2013-08", "2013-09")) {
			assertThat(this.book.calculate(month, PLAIN).lines()).isEmpty();
		}
		this.book.decide("oaa", "2013-06", "100.00");
		assertThat(this.book.calculate("2013-10", PLAIN).lines()).filteredOn((line) -> line.kind() == LineKind.ARREARS)
			.hasSize(4)
			.allSatisfy((line) -> assertThat(line.amount()).isEqualByComparingTo("100.00"));
	}

	@Test
	void aRecoveryNeverMakesAPaymentNegative() {
		this.book.decide("oaa", "2013-01", "300.00");
		this.book.decide("liv", "2013-01", "100.00");
		this.book.pay(this.book.calculate("2013-01", PLAIN));
		this.book.pay(this.book.calculate("2013-02", PLAIN));
		this.book.decide("oaa", "2013-01", "0.00");
		Result result = this.book.calculate("2013-03", PLAIN);
		assertThat(total(result)).isEqualByComparingTo("0.00");
		assertThat(result.open()).extracting(OpenItem::reason).containsOnly(OpenReason.CAPPED);
		PaymentRule half = new PaymentRule(PLAIN.from(), false, false, 10, null, BigDecimal.ZERO, new BigDecimal("0.5"),
				30, 12);
		assertThat(total(this.book.calculate("2013-03", half))).isEqualByComparingTo("50.00");
	}

	@Test
	void aFailedTransferIsTriedAgain() {
		this.book.decide("oaa", "2013-01", "100.00");
		this.book.fail(this.book.calculate("2013-01", PLAIN));
		this.book.decide("oaa", "2013-01", "120.00");
		Result result = this.book.calculate("2013-02", PLAIN);
		assertThat(result.lines()).extracting(NewLine::kind, (line) -> line.amount().toPlainString())
			.containsExactly(tuple(LineKind.RETRY, "100.00"), tuple(LineKind.ARREARS, "20.00"),
					tuple(LineKind.REGULAR, "120.00"));
		this.book.fail(result);
		assertThat(this.book.calculate("2013-03", PLAIN).lines()).extracting(NewLine::kind)
			.containsExactly(LineKind.RETRY, LineKind.RETRY, LineKind.REGULAR);
	}

	@Test
	void arrearsGoAsFarBackAsTheRuleSaysAndNothingBelowTheToleranceIsBooked() {
		PaymentRule strict = new PaymentRule(PLAIN.from(), false, false, 10, 2, new BigDecimal("5.00"), BigDecimal.ONE,
				30, 12);
		this.book.decide("oaa", "2013-01", "100.00");
		assertThat(this.book.calculate("2013-04", strict).open()).extracting(OpenItem::reason)
			.containsExactly(OpenReason.TOO_OLD);
		this.book.pay(this.book.calculate("2013-04", strict));
		this.book.decide("oaa", "2013-03", "104.99");
		assertThat(this.book.calculate("2013-05", strict).open()).extracting(OpenItem::reason)
			.containsExactly(OpenReason.TOO_OLD, OpenReason.BELOW_TOLERANCE, OpenReason.BELOW_TOLERANCE);
	}

	@Test
	void aYearAndAClaimEnterOnceAndAreCorrectedLater() {
		this.book.points.put(new PaymentItem("2013", "waiver", null),
				point(PERSON, new PaymentItem("2013", "waiver", null), "70.00"));
		PaymentItem claim = new PaymentItem("2013-03", "med", "c1");
		this.book.points.put(claim, point(PERSON, claim, "3500.00"));
		Result result = this.book.calculate("2013-06", PLAIN);
		assertThat(result.lines()).extracting(NewLine::kind).containsExactly(LineKind.REGULAR, LineKind.REGULAR);
		this.book.pay(result);
		this.book.points.put(claim, point(PERSON, claim, "3605.00"));
		assertThat(this.book.calculate("2013-07", PLAIN).lines()).singleElement().satisfies((line) -> {
			assertThat(line.kind()).isEqualTo(LineKind.ARREARS);
			assertThat(line.amount()).isEqualByComparingTo("105.00");
		});
	}

	@Test
	void aQuarterIsPaidAtOnceBeforeItBeginsOrInItsLastMonth() {
		PaymentRule ahead = new PaymentRule(PLAIN.from(), true, true, 31, null, BigDecimal.ZERO, BigDecimal.ONE, 30,
				12);
		PaymentRule after = new PaymentRule(PLAIN.from(), true, false, 10, null, BigDecimal.ZERO, BigDecimal.ONE, 30,
				12);
		this.book.decide("oaa", "2013-04", "100.00");
		assertThat(this.book.calculate("2013-04", ahead).lines()).hasSize(3)
			.allMatch((line) -> line.kind() == LineKind.REGULAR);
		assertThat(this.book.calculate("2013-06", after).lines()).hasSize(3)
			.allMatch((line) -> line.kind() == LineKind.REGULAR);
		assertThat(ahead.paysIn(YearMonth.of(2013, 4))).isTrue();
		assertThat(after.paysIn(YearMonth.of(2013, 4))).isFalse();
		assertThat(ahead.payDay(YearMonth.of(2013, 7))).isEqualTo("2013-06-30");
	}

	@Test
	void whatWasPaidUnderAMergedFileIsNotPaidAgain() {
		PaymentItem may = item("oaa", "2013-05");
		this.book.points.put(may, point(MERGED, may, "100.00"));
		this.book.pay(this.book.calculate("2013-05", PLAIN));
		this.book.decide("oaa", "2013-05", "100.00");
		List<DecidedPoint> both = new ArrayList<>(this.book.points.values());
		both.add(point(MERGED, may, "100.00"));
		Result result = RosterCalculation.of(
				new PersonBalance(PERSON, both, this.book.booked, List.of(), Map.of(), List.of(), Set.of(), null, null),
				PayingRules.of(PLAIN), YearMonth.of(2013, 6), PlainBook.PROGRAMS);
		assertThat(result.lines()).singleElement()
			.satisfies((line) -> assertThat(line.item().period()).isEqualTo("2013-06"));
	}

	/**
	 * Anything decided in any order, transfers failing, deaths and reversals: after every
	 * roster what an oracle adds up from the log is what is decided.
	 */
	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 20130701 })
	void whatWasPaidAndWhatIsOpenComeToWhatIsDecided(long seed) {
		Random random = new Random(Samples.seed() + seed);
		int people = Samples.of(60, 20);
		int recoveries = 0;
		for (int person = 0; person < people; person++) {
			PlainBook one = new PlainBook();
			PaymentRule rule = new PaymentRule(PLAIN.from(), false, random.nextBoolean(), 10,
					random.nextInt(3) == 0 ? (Integer) random.nextInt(6) : null,
					BigDecimal.valueOf(random.nextInt(3) * 250L, 2),
					BigDecimal.valueOf(random.nextInt(5), 0).multiply(new BigDecimal("0.25")), 30, 12);
			for (YearMonth month = YearMonth.of(2012, 1); month.getYear() < 2015; month = month.plusMonths(1)) {
				one.live(random, month);
				Result result = one.calculate(month.toString(), rule);
				one.check(result, month);
				recoveries += (int) result.lines().stream().filter((line) -> line.kind() == LineKind.RECOVERY).count();
				if (random.nextInt(6) == 0) {
					continue;
				}
				one.transfer(result, random);
				Result again = one.calculate(month.toString(), rule);
				one.check(again, month);
				if (one.allPaid) {
					assertThat(again.lines()).as("a repeated computation books nothing, seed %d", seed)
						.filteredOn((line) -> line.kind() != LineKind.RECOVERY)
						.isEmpty();
				}
			}
		}
		assertThat(recoveries).isGreaterThan(people);
	}

	private static BigDecimal total(Result result) {
		return result.lines().stream().map(NewLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	@Test
	void aQuarterIsPaidOnceWhateverRostersHoldIt() {
		PaymentRule ahead = new PaymentRule(PLAIN.from(), true, true, 10, null, BigDecimal.ZERO, BigDecimal.ONE, 30,
				12);
		PaymentRule after = new PaymentRule(PLAIN.from(), true, false, 10, null, BigDecimal.ZERO, BigDecimal.ONE, 30,
				12);
		this.book.decide("q", "2013-Q1", "300.00");
		this.book.decide("q", "2013-Q2", "300.00");
		assertThat(periods(this.book.calculate("2013-03", after))).containsExactly("2013-Q1 REGULAR");
		Result january = this.book.calculate("2013-01", ahead);
		assertThat(periods(january)).containsExactly("2013-Q1 REGULAR");
		this.book.pay(january);
		assertThat(periods(this.book.calculate("2013-02", PLAIN))).isEmpty();
		assertThat(periods(this.book.calculate("2013-03", after))).isEmpty();
		assertThat(periods(this.book.calculate("2013-06", after))).containsExactly("2013-Q2 REGULAR");
		assertThat(periods(this.book.calculate("2013-07", PLAIN))).containsExactly("2013-Q2 ARREARS");
	}

	@Test
	void aQuarterIsTooOldOnceItsLastMonthIs() {
		PaymentRule strict = new PaymentRule(PLAIN.from(), false, false, 10, 2, BigDecimal.ZERO, BigDecimal.ONE, 30,
				null);
		this.book.decide("q", "2013-Q1", "300.00");
		assertThat(periods(this.book.calculate("2013-05", strict))).containsExactly("2013-Q1 ARREARS");
		assertThat(this.book.calculate("2013-06", strict).open()).extracting(OpenItem::reason)
			.containsExactly(OpenReason.TOO_OLD);
	}

	@Test
	void whatIsGivenOnceIsPaidOnceWhateverItsMonth() {
		this.book.give("gift", "2013-03", "300.00");
		assertThat(periods(this.book.calculate("2013-02", PLAIN))).isEmpty();
		Result march = this.book.calculate("2013-03", PLAIN);
		assertThat(periods(march)).containsExactly("2013-03 REGULAR");
		this.book.pay(march);
		this.book.give("gift", "2013-01", "300.00");
		assertThat(this.book.calculate("2013-04", PLAIN).lines()).isEmpty();
		assertThat(this.book.calculate("2013-04", PLAIN).open()).isEmpty();
		this.book.give("gift", "2013-06", "500.00");
		assertThat(this.book.calculate("2013-05", PLAIN).lines()).isEmpty();
		Result june = this.book.calculate("2013-06", PLAIN);
		assertThat(periods(june)).containsExactly("2013-06 ARREARS");
		assertThat(total(june)).isEqualByComparingTo("200.00");
		this.book.pay(june);
		this.book.give("gift", "2013-05", "100.00");
		this.book.decide("oaa", "2013-07", "250.00");
		Result july = this.book.calculate("2013-07", PLAIN);
		assertThat(periods(july)).containsExactly("2013-07 REGULAR", "2013-05 RECOVERY");
		assertThat(total(july)).isEqualByComparingTo("0.00");
		assertThat(july.open()).extracting((one) -> one.item().period() + " " + one.amount())
			.containsExactly("2013-05 -150.00");
	}

	@Test
	void whatIsGivenOnceAndComesBackIsPaidInItsNewMonth() {
		this.book.give("gift", "2013-03", "300.00");
		this.book.fail(this.book.calculate("2013-03", PLAIN));
		this.book.give("gift", "2013-04", "300.00");
		assertThat(this.book.calculate("2013-03", PLAIN).lines()).isEmpty();
		Result april = this.book.calculate("2013-04", PLAIN);
		assertThat(periods(april)).containsExactly("2013-04 RETRY");
		assertThat(total(april)).isEqualByComparingTo("300.00");
		this.book.pay(april);
		assertThat(this.book.calculate("2013-05", PLAIN).lines()).isEmpty();
	}

	@Test
	void whoseFileWasMergedIsGivenWhatEitherFileSaysOnce() {
		PaymentItem march = PlainBook.once("gift", "2013-03");
		PaymentItem april = PlainBook.once("gift", "2013-04");
		List<BookedLine> twice = List.of(
				BookedLine.line(march, LineKind.REGULAR, new BigDecimal("300.00"), false, null),
				BookedLine.line(april, LineKind.REGULAR, new BigDecimal("400.00"), false, null));
		assertThat(merged(List.of(point(PERSON, march, "300.00"), point(MERGED, april, "400.00")), twice).open())
			.extracting((one) -> one.item().period() + " " + one.amount())
			.containsExactly("2013-03 -400.00");
		assertThat(merged(List.of(point(MERGED, march, "300.00")), twice.subList(0, 1)).open()).isEmpty();
		assertThat(merged(List.of(point(MERGED, march, "300.00"), point(PERSON, march, "0.00")), twice.subList(0, 1))
			.open()).extracting((one) -> one.item().period() + " " + one.amount()).containsExactly("2013-03 -300.00");
	}

	private static Result merged(List<DecidedPoint> decided, List<BookedLine> booked) {
		return RosterCalculation.of(
				new PersonBalance(PERSON, decided, booked, List.of(), Map.of(), List.of(), Set.of(), null, null),
				PayingRules.of(PLAIN), YearMonth.of(2013, 5), PlainBook.PROGRAMS);
	}

	@Test
	void whatIsGivenOnceIsNotPaidToWhoHadDiedBeforeItsMonth() {
		this.book.give("gift", "2013-03", "300.00");
		this.book.death = LocalDate.of(2013, 2, 28);
		assertThat(this.book.calculate("2013-03", PLAIN).lines()).isEmpty();
		assertThat(this.book.calculate("2013-03", PLAIN).open()).extracting(OpenItem::reason)
			.containsExactly(OpenReason.DECEASED);
		this.book.death = LocalDate.of(2013, 3, 1);
		assertThat(periods(this.book.calculate("2013-03", PLAIN))).containsExactly("2013-03 REGULAR");
	}

	private static List<String> periods(Result result) {
		return result.lines().stream().map((line) -> line.item().period() + " " + line.kind()).toList();
	}

}
