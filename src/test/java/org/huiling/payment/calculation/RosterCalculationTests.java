package org.huiling.payment.calculation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.assertj.core.groups.Tuple;
import org.huiling.Samples;
import org.huiling.engine.PaidTo;
import org.huiling.payment.HoldCode;
import org.huiling.payment.calculation.RosterCalculation.Result;
import org.huiling.payment.hold.Hold;
import org.huiling.payment.roster.NewLine;
import org.huiling.payment.rule.PaymentRule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What a roster pays so that what was paid comes to what is decided. */
class RosterCalculationTests {

	private static final UUID PERSON = new UUID(1, 1);

	private static final UUID MERGED = new UUID(1, 2);

	private static final PaymentRule PLAIN = new PaymentRule(YearMonth.of(1900, 1), false, false, 10, null,
			BigDecimal.ZERO, BigDecimal.ONE, 30, 12);

	private final Book book = new Book();

	@Test
	void aMonthIsPaidOnceAndEarlierOnesAreArrears() {
		this.book.decide("oaa", "2013-01", "100.00");
		Result result = this.book.settle("2013-03", PLAIN);
		assertThat(result.lines()).extracting((line) -> line.item().period(), NewLine::kind, NewLine::because)
			.containsExactly(tuple("2013-01", LineKind.ARREARS, ArrearsReason.REGISTERED_LATE),
					tuple("2013-02", LineKind.ARREARS, ArrearsReason.REGISTERED_LATE),
					tuple("2013-03", LineKind.REGULAR, null));
		this.book.pay(result);
		assertThat(this.book.settle("2013-03", PLAIN).lines()).isEmpty();
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
		return this.book.settle("2013-04", PLAIN)
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
			this.book.pay(this.book.settle(month, PLAIN));
		}
		this.book.death = LocalDate.of(2013, 5, 20);
		this.book.decide("oaa", "2013-06", "0.00");
		Result result = this.book.settle("2013-10", PLAIN);
		assertThat(result.lines()).isEmpty();
		assertThat(result.open()).hasSize(4).allSatisfy((open) -> {
			assertThat(open.reason()).isEqualTo(OpenReason.DECEASED);
			assertThat(open.amount()).isEqualByComparingTo("-100.00");
		});
		this.book.booked.add(BookedLine.collected(item("oaa", "2013-06"), new BigDecimal("100.00")));
		assertThat(this.book.settle("2013-10", PLAIN).open()).hasSize(3);
	}

	@Test
	void whatWasWrittenOffIsNoDebtAndNeverAPayment() {
		PaymentItem june = item("oaa", "2013-06");
		this.book.decide("oaa", "2013-06", "100.00");
		this.book.pay(this.book.settle("2013-06", PLAIN));
		this.book.decide("oaa", "2013-06", "0.00");
		this.book.booked.add(BookedLine.collected(june, new BigDecimal("30.00")));
		this.book.writeOff(june, "50.00");
		Result owing = this.book.settle("2013-07", PLAIN);
		assertThat(owing.open()).singleElement()
			.satisfies((open) -> assertThat(open.amount()).isEqualByComparingTo("-20.00"));
		assertThat(owing.lapsed()).isEmpty();
		this.book.decide("oaa", "2013-06", "100.00");
		Result owed = this.book.settle("2013-06", PLAIN);
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
		this.book.pay(this.book.settle("2013-06", PLAIN));
		this.book.decide("oaa", "2013-06", "0.00");
		this.book.writeOff(june, "400.00");
		assertThat(this.book.settle("2013-06", PLAIN)).isEqualTo(new Result(List.of(), List.of(), List.of()));
		this.book.decide("oaa", "2013-06", "400.00");
		this.book.decide("oaa", "2013-06", "350.00");
		for (String[] due : new String[][] { { "350.00", "-50.00" }, { "40.00", "-360.00" } }) {
			this.book.decide("oaa", "2013-06", due[0]);
			assertThat(this.book.settle("2013-06", PLAIN).open()).singleElement()
				.satisfies((open) -> assertThat(open.amount()).isEqualByComparingTo(due[1]));
		}
	}

	@Test
	void whatOfAWriteOffIsOwedNoLongerNeverCountsAgain() {
		PaymentItem june = item("oaa", "2013-06");
		this.book.decide("oaa", "2013-06", "100.00");
		this.book.pay(this.book.settle("2013-06", PLAIN));
		this.book.decide("oaa", "2013-06", "0.00");
		this.book.writeOff(june, "100.00");
		BookedLine collected = BookedLine.collected(june, new BigDecimal("60.00"));
		this.book.booked.add(collected);
		Result less = this.book.settle("2013-06", PLAIN);
		assertThat(less.open()).isEmpty();
		assertThat(less.lapsed()).singleElement()
			.satisfies((lapse) -> assertThat(lapse.amount()).isEqualByComparingTo("60.00"));
		this.book.pay(less);
		this.book.booked.remove(collected);
		assertThat(this.book.settle("2013-06", PLAIN).open()).singleElement()
			.satisfies((open) -> assertThat(open.amount()).isEqualByComparingTo("-60.00"));
	}

	@Test
	void whatComesBackAfterItWasPaidAgainIsPaidOnceMore() {
		this.book.decide("oaa", "2013-01", "100.00");
		this.book.pay(this.book.settle("2013-01", PLAIN));
		this.book.comesBack(0);
		Result february = this.book.settle("2013-02", PLAIN);
		assertThat(february.lines()).extracting(NewLine::kind, (line) -> line.amount().toPlainString())
			.containsExactly(tuple(LineKind.RETRY, "100.00"), tuple(LineKind.REGULAR, "100.00"));
		this.book.pay(february);
		assertThat(this.book.settle("2013-02", PLAIN).lines()).isEmpty();
		this.book.comesBack(1);
		assertThat(this.book.settle("2013-02", PLAIN).lines()).extracting(NewLine::kind)
			.containsExactly(LineKind.RETRY);
	}

	@Test
	void aReversedDeathIsPaidBack() {
		this.book.decide("oaa", "2013-05", "100.00");
		this.book.pay(this.book.settle("2013-05", PLAIN));
		this.book.decide("oaa", "2013-06", "0.00");
		for (String month : List.of("2013-06", "2013-07", "2013-08", "2013-09")) {
			assertThat(this.book.settle(month, PLAIN).lines()).isEmpty();
		}
		this.book.decide("oaa", "2013-06", "100.00");
		assertThat(this.book.settle("2013-10", PLAIN).lines()).filteredOn((line) -> line.kind() == LineKind.ARREARS)
			.hasSize(4)
			.allSatisfy((line) -> assertThat(line.amount()).isEqualByComparingTo("100.00"));
	}

	@Test
	void aRecoveryNeverMakesAPaymentNegative() {
		this.book.decide("oaa", "2013-01", "300.00");
		this.book.decide("liv", "2013-01", "100.00");
		this.book.pay(this.book.settle("2013-01", PLAIN));
		this.book.pay(this.book.settle("2013-02", PLAIN));
		this.book.decide("oaa", "2013-01", "0.00");
		Result result = this.book.settle("2013-03", PLAIN);
		assertThat(total(result)).isEqualByComparingTo("0.00");
		assertThat(result.open()).extracting(OpenItem::reason).containsOnly(OpenReason.CAPPED);
		PaymentRule half = new PaymentRule(PLAIN.from(), false, false, 10, null, BigDecimal.ZERO, new BigDecimal("0.5"),
				30, 12);
		assertThat(total(this.book.settle("2013-03", half))).isEqualByComparingTo("50.00");
	}

	@Test
	void aFailedTransferIsTriedAgain() {
		this.book.decide("oaa", "2013-01", "100.00");
		this.book.fail(this.book.settle("2013-01", PLAIN));
		this.book.decide("oaa", "2013-01", "120.00");
		Result result = this.book.settle("2013-02", PLAIN);
		assertThat(result.lines()).extracting(NewLine::kind, (line) -> line.amount().toPlainString())
			.containsExactly(tuple(LineKind.RETRY, "100.00"), tuple(LineKind.ARREARS, "20.00"),
					tuple(LineKind.REGULAR, "120.00"));
		this.book.fail(result);
		assertThat(this.book.settle("2013-03", PLAIN).lines()).extracting(NewLine::kind)
			.containsExactly(LineKind.RETRY, LineKind.RETRY, LineKind.REGULAR);
	}

	@Test
	void aMissedLifeCheckSuspendsAndAPassedOneReleases() {
		this.book.lastPassed = LocalDate.of(2012, 6, 30);
		this.book.decide("oaa", "2013-06", "100.00");
		this.book.pay(this.book.settle("2013-06", PLAIN));
		for (String month : List.of("2013-07", "2013-08", "2013-09")) {
			Result result = this.book.settle(month, PLAIN);
			assertThat(result.lines()).isEmpty();
			assertThat(result.open()).isNotEmpty().allMatch((open) -> open.reason() == OpenReason.SUSPENDED);
		}
		this.book.lastPassed = LocalDate.of(2013, 9, 20);
		assertThat(this.book.settle("2013-10", PLAIN).lines()).extracting(NewLine::kind)
			.containsExactly(LineKind.ARREARS, LineKind.ARREARS, LineKind.ARREARS, LineKind.REGULAR);
	}

	@Test
	void aHoldKeepsOpenWhatWasNotPaidAndItsReleasePaysItHoweverFarBack() {
		PaymentRule strict = new PaymentRule(PLAIN.from(), false, false, 10, 1, BigDecimal.ZERO, BigDecimal.ONE, 30,
				12);
		this.book.decide("oaa", "2013-01", "100.00");
		this.book.decide("liv", "2013-01", "50.00");
		this.book.pay(this.book.settle("2013-01", strict));
		this.book.hold("2013-01", "oaa", HoldCode.NOT_FOUND);
		for (String month : List.of("2013-02", "2013-03", "2013-04", "2013-05")) {
			Result result = this.book.settle(month, strict);
			assertThat(result.lines()).singleElement()
				.satisfies((line) -> assertThat(line.item().program()).isEqualTo("liv"));
			assertThat(result.open()).isNotEmpty().allMatch((open) -> open.reason() == OpenReason.NOT_FOUND);
			this.book.pay(result);
		}
		this.book.holds.clear();
		Result result = this.book.settle("2013-06", strict);
		assertThat(result.open()).isEmpty();
		assertThat(result.lines()).filteredOn((line) -> "oaa".equals(line.item().program()))
			.extracting((line) -> line.item().period(), NewLine::kind, NewLine::because)
			.containsExactly(tuple("2013-02", LineKind.ARREARS, ArrearsReason.FOUND_AGAIN),
					tuple("2013-03", LineKind.ARREARS, ArrearsReason.FOUND_AGAIN),
					tuple("2013-04", LineKind.ARREARS, ArrearsReason.FOUND_AGAIN),
					tuple("2013-05", LineKind.ARREARS, ArrearsReason.FOUND_AGAIN),
					tuple("2013-06", LineKind.REGULAR, null));
	}

	@Test
	void aHoldOfEverythingKeepsAFailedTransferAYearAndAClaimOpen() {
		this.book.decide("oaa", "2013-01", "100.00");
		this.book.fail(this.book.settle("2013-01", PLAIN));
		PaymentItem year = new PaymentItem("2013", "waiver", null);
		PaymentItem claim = new PaymentItem("2013-02", "med", "c1");
		PaymentItem before = new PaymentItem("2012-12", "med", "c0");
		for (PaymentItem one : List.of(year, claim, before)) {
			this.book.points.put(one, point(PERSON, one, "70.00"));
		}
		this.book.hold("2013-01", null, HoldCode.OUT_OF_CONTACT);
		Result held = this.book.settle("2013-02", PLAIN);
		assertThat(held.lines()).isEmpty();
		assertThat(held.open()).hasSize(5).allMatch((open) -> open.reason() == OpenReason.OUT_OF_CONTACT);
		this.book.pay(held);
		this.book.holds.clear();
		assertThat(this.book.settle("2013-03", PLAIN).lines())
			.extracting((line) -> line.item().program() + line.item().period(), NewLine::kind, NewLine::because)
			.containsExactlyInAnyOrder(tuple("oaa2013-01", LineKind.RETRY, ArrearsReason.TRANSFER_FAILED),
					tuple("oaa2013-02", LineKind.ARREARS, ArrearsReason.IN_CONTACT_AGAIN),
					tuple("oaa2013-03", LineKind.REGULAR, null),
					tuple("waiver2013", LineKind.ARREARS, ArrearsReason.IN_CONTACT_AGAIN),
					tuple("med2012-12", LineKind.ARREARS, ArrearsReason.IN_CONTACT_AGAIN),
					tuple("med2013-02", LineKind.ARREARS, ArrearsReason.IN_CONTACT_AGAIN));
	}

	@Test
	void aHoldTakesNothingBackAndNothingIsSetOffAgainstWhatItHolds() {
		this.book.decide("oaa", "2013-01", "100.00");
		this.book.pay(this.book.settle("2013-01", PLAIN));
		this.book.hold("2013-01", null, HoldCode.CHECK_FAILED);
		assertThat(this.book.settle("2013-01", PLAIN)).isEqualTo(new Result(List.of(), List.of(), List.of()));
		this.book.decide("oaa", "2013-01", "60.00");
		Result result = this.book.settle("2013-02", PLAIN);
		assertThat(result.lines()).isEmpty();
		assertThat(result.open()).extracting(OpenItem::reason, (open) -> open.amount().toPlainString())
			.containsExactlyInAnyOrder(tuple(OpenReason.CHECK_FAILED, "60.00"), tuple(OpenReason.CAPPED, "-40.00"));
	}

	@Test
	void arrearsGoAsFarBackAsTheRuleSaysAndNothingBelowTheToleranceIsBooked() {
		PaymentRule strict = new PaymentRule(PLAIN.from(), false, false, 10, 2, new BigDecimal("5.00"), BigDecimal.ONE,
				30, 12);
		this.book.decide("oaa", "2013-01", "100.00");
		assertThat(this.book.settle("2013-04", strict).open()).extracting(OpenItem::reason)
			.containsExactly(OpenReason.TOO_OLD);
		this.book.pay(this.book.settle("2013-04", strict));
		this.book.decide("oaa", "2013-03", "104.99");
		assertThat(this.book.settle("2013-05", strict).open()).extracting(OpenItem::reason)
			.containsExactly(OpenReason.TOO_OLD, OpenReason.BELOW_TOLERANCE, OpenReason.BELOW_TOLERANCE);
	}

	@Test
	void aYearAndAClaimEnterOnceAndAreCorrectedLater() {
		this.book.points.put(new PaymentItem("2013", "waiver", null),
				point(PERSON, new PaymentItem("2013", "waiver", null), "70.00"));
		PaymentItem claim = new PaymentItem("2013-03", "med", "c1");
		this.book.points.put(claim, point(PERSON, claim, "3500.00"));
		Result result = this.book.settle("2013-06", PLAIN);
		assertThat(result.lines()).extracting(NewLine::kind).containsExactly(LineKind.REGULAR, LineKind.REGULAR);
		this.book.pay(result);
		this.book.points.put(claim, point(PERSON, claim, "3605.00"));
		assertThat(this.book.settle("2013-07", PLAIN).lines()).singleElement().satisfies((line) -> {
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
		assertThat(this.book.settle("2013-04", ahead).lines()).hasSize(3)
			.allMatch((line) -> line.kind() == LineKind.REGULAR);
		assertThat(this.book.settle("2013-06", after).lines()).hasSize(3)
			.allMatch((line) -> line.kind() == LineKind.REGULAR);
		assertThat(ahead.paysIn(YearMonth.of(2013, 4))).isTrue();
		assertThat(after.paysIn(YearMonth.of(2013, 4))).isFalse();
		assertThat(ahead.payDay(YearMonth.of(2013, 7))).isEqualTo("2013-06-30");
	}

	@Test
	void whatWasPaidUnderAMergedFileIsNotPaidAgain() {
		PaymentItem may = item("oaa", "2013-05");
		this.book.points.put(may, point(MERGED, may, "100.00"));
		this.book.pay(this.book.settle("2013-05", PLAIN));
		this.book.decide("oaa", "2013-05", "100.00");
		List<DecidedPoint> both = new ArrayList<>(this.book.points.values());
		both.add(point(MERGED, may, "100.00"));
		Result result = RosterCalculation.of(
				new PersonBalance(PERSON, both, this.book.booked, List.of(), Map.of(), List.of(), Set.of(), null, null),
				PLAIN, YearMonth.of(2013, 6), Book::paidTo);
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
			Book one = new Book();
			PaymentRule rule = new PaymentRule(PLAIN.from(), false, random.nextBoolean(), 10,
					random.nextInt(3) == 0 ? (Integer) random.nextInt(6) : null,
					BigDecimal.valueOf(random.nextInt(3) * 250L, 2),
					BigDecimal.valueOf(random.nextInt(5), 0).multiply(new BigDecimal("0.25")), 30, 12);
			for (YearMonth month = YearMonth.of(2012, 1); month.getYear() < 2015; month = month.plusMonths(1)) {
				one.live(random, month);
				Result result = one.settle(month.toString(), rule);
				one.check(result, month);
				recoveries += (int) result.lines().stream().filter((line) -> line.kind() == LineKind.RECOVERY).count();
				if (random.nextInt(6) == 0) {
					continue;
				}
				one.transfer(result, random);
				Result again = one.settle(month.toString(), rule);
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

	private static PaymentItem item(String program, String month) {
		return new PaymentItem(month, program, null);
	}

	private static DecidedPoint point(UUID file, PaymentItem item, String amount) {
		return new DecidedPoint(file, item, UUID.randomUUID(), new BigDecimal(amount), "2013-01-01", false, null);
	}

	private static BigDecimal total(Result result) {
		return result.lines().stream().map(NewLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	/** One person's decisions and payments, kept the plain way. */
	private static final class Book {

		final Map<PaymentItem, DecidedPoint> points = new HashMap<>();

		final List<BookedLine> booked = new ArrayList<>();

		final List<WriteOff> writeOffs = new ArrayList<>();

		final Map<PaymentItem, OpenReason> waited = new HashMap<>();

		final List<Hold> holds = new ArrayList<>();

		@Nullable LocalDate death;

		@Nullable LocalDate lastPassed;

		boolean allPaid;

		static PaidTo paidTo(String program) {
			return "waiver".equals(program) ? PaidTo.SCHEME : PaidTo.PERSON;
		}

		void decide(String program, String from, String amount) {
			this.points.put(item(program, from), point(PERSON, item(program, from), amount));
		}

		void hold(String from, @Nullable String program, HoldCode code) {
			this.holds.add(new Hold(UUID.randomUUID(), YearMonth.parse(from), program, code));
		}

		Result settle(String month, PaymentRule rule) {
			return RosterCalculation.of(
					new PersonBalance(PERSON, List.copyOf(this.points.values()), this.booked, this.writeOffs,
							this.waited, this.holds, Set.of(), this.death, this.lastPassed),
					rule, YearMonth.parse(month), Book::paidTo);
		}

		@Nullable DecidedPoint standing(PaymentItem item) {
			if (!item.isMonthly()) {
				return this.points.get(item);
			}
			for (YearMonth from = YearMonth.parse(item.period()); from.getYear() > 2009; from = from.minusMonths(1)) {
				DecidedPoint point = this.points.get(item.in(from.toString()));
				if (point != null) {
					return point;
				}
			}
			return null;
		}

		void writeOff(PaymentItem item, String amount) {
			DecidedPoint standing = standing(item);
			this.writeOffs.add(new WriteOff(UUID.randomUUID(), item, new BigDecimal(amount),
					(standing != null) ? standing.decision() : WriteOff.NOTHING_STOOD));
		}

		/** A line turns out not to have been transferred, or to have been after all. */
		void comesBack(int place) {
			BookedLine line = this.booked.get(place);
			this.booked.set(place,
					new BookedLine(line.item(), line.kind(), line.amount(), !line.failed(), line.version()));
		}

		void pay(Result result) {
			book(result, false);
		}

		void fail(Result result) {
			book(result, true);
		}

		private void book(Result result, boolean failed) {
			result.lapsed()
				.forEach((lapse) -> this.writeOffs.replaceAll((one) -> one.settlement().equals(lapse.settlement())
						? new WriteOff(one.settlement(), one.item(), one.left().subtract(lapse.amount()), one.debt())
						: one));
			this.writeOffs.removeIf((one) -> one.left().signum() == 0);
			result.open()
				.stream()
				.filter((open) -> open.reason().paidLater() != null)
				.forEach((open) -> this.waited.put(open.item(), open.reason()));
			result.lines()
				.forEach((line) -> this.booked
					.add(BookedLine.line(line.item(), line.kind(), line.amount(), failed, line.version())));
		}

		/** All of a month's transfer fails, or none of it. */
		void transfer(Result result, Random random) {
			boolean failed = random.nextInt(5) == 0;
			this.allPaid = !failed;
			book(result, failed);
		}

		void live(Random random, YearMonth now) {
			for (String program : List.of("oaa", "liv", "waiver")) {
				if (random.nextInt(4) == 0) {
					String from = now.minusMonths(random.nextInt(8)).toString();
					decide(program, from, random.nextInt(3) == 0 ? "0.00"
							: BigDecimal.valueOf(random.nextInt(40000), 2).toPlainString());
				}
			}
			if (random.nextInt(12) == 0) {
				PaymentItem claim = new PaymentItem(now.minusMonths(random.nextInt(3)).toString(), "med",
						"c" + random.nextInt(3));
				this.points.put(claim, point(PERSON, claim, BigDecimal.valueOf(random.nextInt(400000), 2).toString()));
			}
			if (random.nextInt(20) == 0) {
				this.death = (this.death == null) ? now.minusMonths(random.nextInt(5)).atDay(15) : null;
			}
			if (random.nextInt(10) == 0) {
				this.lastPassed = (random.nextInt(4) == 0) ? null : now.minusMonths(random.nextInt(16)).atDay(3);
			}
			if (random.nextInt(8) == 0) {
				hold(now.minusMonths(random.nextInt(4)).toString(), random.nextBoolean() ? "oaa" : null,
						HoldCode.values()[random.nextInt(HoldCode.values().length)]);
			}
			if (random.nextInt(3) == 0 && !this.holds.isEmpty()) {
				this.holds.remove(random.nextInt(this.holds.size()));
			}
			if (random.nextInt(25) == 0 && !this.booked.isEmpty()) {
				BookedLine some = this.booked.get(random.nextInt(this.booked.size()));
				this.booked.add(BookedLine.collected(some.item(), new BigDecimal("1.00")));
			}
			if (random.nextInt(8) == 0 && !this.booked.isEmpty()) {
				BookedLine some = this.booked.get(random.nextInt(this.booked.size()));
				writeOff(some.item(), BigDecimal.valueOf(1 + random.nextInt(40000), 2).toPlainString());
			}
			if (random.nextInt(8) == 0 && !this.booked.isEmpty()) {
				int place = random.nextInt(this.booked.size());
				if (this.booked.get(place).amount().signum() > 0) {
					comesBack(place);
				}
			}
		}

		/**
		 * The oracle: a ledger of what is decided month by month, less what the log paid.
		 */
		void check(Result result, YearMonth month) {
			Map<PaymentItem, BigDecimal> ledger = new TreeMap<>();
			for (String program : List.of("oaa", "liv", "waiver")) {
				for (YearMonth one = YearMonth.of(2010, 1); !one.isAfter(month); one = one.plusMonths(1)) {
					for (YearMonth from = one; from.getYear() > 2009; from = from.minusMonths(1)) {
						DecidedPoint point = this.points.get(item(program, from.toString()));
						if (point != null) {
							ledger.put(item(program, one.toString()), point.amount());
							break;
						}
					}
				}
			}
			this.points.forEach((item, point) -> {
				if (item.claim() != null) {
					ledger.put(item, point.amount());
				}
			});
			this.booked.stream()
				.filter((line) -> !line.failed())
				.forEach((line) -> ledger.merge(line.item(), line.amount().negate(), BigDecimal::add));
			Map<PaymentItem, BigDecimal> debts = new HashMap<>(ledger);
			result.lines().forEach((line) -> ledger.merge(line.item(), line.amount().negate(), BigDecimal::add));
			result.open().forEach((open) -> ledger.merge(open.item(), open.amount().negate(), BigDecimal::add));
			for (WriteOff one : this.writeOffs) {
				BigDecimal debt = debts.getOrDefault(one.item(), BigDecimal.ZERO).negate().max(BigDecimal.ZERO);
				DecidedPoint standing = standing(one.item());
				boolean same = WriteOff.NOTHING_STOOD.equals(one.debt()) ? standing == null
						: standing != null && standing.decision().equals(one.debt());
				BigDecimal counts = same ? debt.min(one.left()) : BigDecimal.ZERO;
				debts.merge(one.item(), counts, BigDecimal::add);
				ledger.merge(one.item(), counts, BigDecimal::add);
				assertThat(result.lapsed()
					.stream()
					.filter((lapse) -> lapse.settlement().equals(one.settlement()))
					.map(WriteOff.Lapse::amount)
					.reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(one.left().subtract(counts));
			}
			assertThat(ledger).allSatisfy((item, rest) -> assertThat(rest).as("%s", item).isZero());
			assertThat(result.lines()
				.stream()
				.filter((line) -> line.paidTo() == PaidTo.PERSON)
				.map(NewLine::amount)
				.reduce(BigDecimal.ZERO, BigDecimal::add)).isNotNegative();
		}

	}

}
