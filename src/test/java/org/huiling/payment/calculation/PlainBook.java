package org.huiling.payment.calculation;

import java.math.BigDecimal;
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

import org.huiling.engine.PaidTo;
import org.huiling.payment.calculation.RosterCalculation.Result;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/** One person's decisions and payments, kept the plain way. */
final class PlainBook {

	static final String ONCE = "ONCE";

	static final UUID PERSON = new UUID(1, 1);

	static final PaymentRule PLAIN = new PaymentRule(YearMonth.of(1900, 1), false, false, 10, null, BigDecimal.ZERO,
			BigDecimal.ONE, 30, 12);

	final Map<PaymentItem, DecidedPoint> points = new HashMap<>();

	final List<BookedLine> booked = new ArrayList<>();

	final List<WriteOff> writeOffs = new ArrayList<>();

	final Map<PaymentItem, OpenReason> waited = new HashMap<>();

	final List<Hold> holds = new ArrayList<>();

	@Nullable LocalDate death;

	@Nullable LocalDate lastPassed;

	boolean allPaid;

	/** Life checks of "checked" hold for six months by its policy. */
	static final PaidPrograms PROGRAMS = new PaidPrograms() {

		@Override
		public PaidTo paidTo(String program) {
			return "waiver".equals(program) ? PaidTo.SCHEME : PaidTo.PERSON;
		}

		@Override
		public @Nullable Integer lifeCheckMonths(String program, LocalDate day) {
			return "checked".equals(program) ? 6 : null;
		}

	};

	void decide(String program, String from, String amount) {
		this.points.put(item(program, from), point(PERSON, item(program, from), amount));
	}

	void hold(String from, @Nullable String program, HoldCode code) {
		this.holds.add(new Hold(UUID.randomUUID(), YearMonth.parse(from), program, code));
	}

	Result calculate(String month, PaymentRule rule) {
		return calculate(month, PayingRules.of(rule));
	}

	Result calculate(String month, PayingRules rules) {
		return RosterCalculation.of(
				new PersonBalance(PERSON, List.copyOf(this.points.values()), this.booked, this.writeOffs, this.waited,
						this.holds, Set.of(), this.death, this.lastPassed),
				rules, YearMonth.parse(month), PlainBook.PROGRAMS);
	}

	@Nullable DecidedPoint standing(PaymentItem item) {
		if (!item.isMonthly()) {
			return this.points.get(one(item));
		}
		for (YearMonth from = YearMonth.parse(item.period()); from.getYear() > 2009; from = from.minusMonths(1)) {
			DecidedPoint point = this.points.get(item.in(from.toString()));
			if (point != null) {
				return point;
			}
		}
		return null;
	}

	/**
	 * What is given once is one item: of the month that is granted, else of the one that
	 * was paid last.
	 */
	PaymentItem one(PaymentItem item) {
		if (!ONCE.equals(item.claim())) {
			return item;
		}
		for (PaymentItem point : this.points.keySet()) {
			if (isSame(point, item) && this.points.get(point).amount().signum() > 0) {
				return point;
			}
		}
		PaymentItem last = item;
		for (BookedLine line : this.booked) {
			last = (isSame(line.item(), item) && line.kind() != null) ? line.item() : last;
		}
		return last;
	}

	private static boolean isSame(PaymentItem one, PaymentItem other) {
		return ONCE.equals(one.claim()) && one.program().equals(other.program());
	}

	/** One month at most grants it; what another one had it loses. */
	void give(String program, String month, String amount) {
		for (PaymentItem other : List.copyOf(this.points.keySet())) {
			if (isSame(other, once(program, month)) && !"0.00".equals(amount)) {
				this.points.put(other, point(PERSON, other, "0.00"));
			}
		}
		this.points.put(once(program, month), point(PERSON, once(program, month), amount));
	}

	static PaymentItem once(String program, String month) {
		return new PaymentItem(month, program, ONCE);
	}

	void writeOff(PaymentItem item, String amount) {
		DecidedPoint standing = standing(item);
		this.writeOffs.add(new WriteOff(UUID.randomUUID(), item, new BigDecimal(amount),
				(standing != null) ? standing.decision() : WriteOff.NOTHING_STOOD));
	}

	/** A line turns out not to have been transferred, or to have been after all. */
	void comesBack(int place) {
		BookedLine line = this.booked.get(place);
		this.booked.set(place, new BookedLine(line.item(), line.kind(), line.amount(), !line.failed(), line.version()));
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
				decide(program, from,
						random.nextInt(3) == 0 ? "0.00" : BigDecimal.valueOf(random.nextInt(40000), 2).toPlainString());
			}
		}
		if (random.nextInt(12) == 0) {
			PaymentItem claim = new PaymentItem(now.minusMonths(random.nextInt(3)).toString(), "med",
					"c" + random.nextInt(3));
			this.points.put(claim, point(PERSON, claim, BigDecimal.valueOf(random.nextInt(400000), 2).toString()));
		}
		if (random.nextInt(8) == 0) {
			give("gift", now.minusMonths(random.nextInt(9) - 2L).toString(),
					random.nextInt(3) == 0 ? "0.00" : BigDecimal.valueOf(1 + random.nextInt(90000), 2).toPlainString());
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
		check(result, PayingRules.of(PLAIN), month);
	}

	void check(Result result, PayingRules rules, YearMonth month) {
		Map<PaymentItem, BigDecimal> ledger = new TreeMap<>();
		for (String program : List.of("oaa", "liv", "waiver")) {
			for (YearMonth one = YearMonth.of(2010, 1); isLooked(program, one, rules, month); one = one.plusMonths(1)) {
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
			if (item.claim() != null && item.equals(one(item))) {
				ledger.put(item, due(item, point, month));
			}
		});
		this.booked.stream()
			.filter((line) -> !line.failed())
			.forEach((line) -> ledger.merge(one(line.item()), line.amount().negate(), BigDecimal::add));
		Map<PaymentItem, BigDecimal> debts = new HashMap<>(ledger);
		result.lines().forEach((line) -> ledger.merge(line.item(), line.amount().negate(), BigDecimal::add));
		result.open().forEach((open) -> ledger.merge(open.item(), open.amount().negate(), BigDecimal::add));
		for (WriteOff one : this.writeOffs) {
			BigDecimal debt = debts.getOrDefault(one(one.item()), BigDecimal.ZERO).negate().max(BigDecimal.ZERO);
			DecidedPoint standing = standing(one.item());
			boolean same = WriteOff.NOTHING_STOOD.equals(one.debt()) ? standing == null
					: standing != null && standing.decision().equals(one.debt());
			BigDecimal counts = same ? debt.min(one.left()) : BigDecimal.ZERO;
			debts.merge(one(one.item()), counts, BigDecimal::add);
			ledger.merge(one(one.item()), counts, BigDecimal::add);
			assertThat(result.lapsed()
				.stream()
				.filter((lapse) -> lapse.settlement().equals(one.settlement()))
				.map(WriteOff.Lapse::amount)
				.reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(one.left().subtract(counts));
		}
		assertThat(ledger).allSatisfy((item, rest) -> assertThat(rest).as("%s", item).isZero());
		Map<LocalDate, BigDecimal> transferred = new TreeMap<>();
		result.lines()
			.stream()
			.filter((line) -> line.paidTo() == PaidTo.PERSON)
			.forEach((line) -> transferred.merge(line.payDay(), line.amount(), BigDecimal::add));
		assertThat(transferred.values()).as("nobody is paid less than nothing on a day")
			.allSatisfy((sum) -> assertThat(sum).isNotNegative());
	}

	/** What was paid ahead by an earlier rule is looked at as well. */
	private boolean isLooked(String program, YearMonth one, PayingRules rules, YearMonth roster) {
		return !one.isAfter(rules.last(program, roster))
				|| this.booked.stream().anyMatch((line) -> line.item().equals(item(program, one.toString())));
	}

	/** What is given once in a month to come keeps what was paid, up to its amount. */
	private BigDecimal due(PaymentItem item, DecidedPoint point, YearMonth month) {
		if (!ONCE.equals(item.claim()) || !YearMonth.parse(item.period()).isAfter(month)) {
			return point.amount();
		}
		return this.booked.stream()
			.filter((line) -> isSame(line.item(), item) && !line.failed())
			.map(BookedLine::amount)
			.reduce(BigDecimal.ZERO, BigDecimal::add)
			.min(point.amount());
	}

	static PaymentItem item(String program, String month) {
		return new PaymentItem(month, program, null);
	}

	static DecidedPoint point(UUID file, PaymentItem item, String amount) {
		return new DecidedPoint(file, item, UUID.randomUUID(), new BigDecimal(amount), "2013-01-01", false, null);
	}

}
