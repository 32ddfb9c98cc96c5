package org.huiling.payment.calculation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.huiling.engine.PaidTo;
import org.huiling.payment.calculation.WriteOff.Lapse;
import org.jspecify.annotations.Nullable;

/**
 * Works out what one roster pays to one person, so that for every program and period what
 * was paid, what the roster pays and what stays open come to what is decided. Differences
 * are taken against what was actually paid, never against an earlier decision: whatever
 * happened in between, nothing is booked twice.
 */
public final class RosterCalculation {

	private static final BigDecimal NOTHING = new BigDecimal("0.00");

	private final PersonBalance account;

	private final PayingRules rules;

	private final YearMonth month;

	private final PaidPrograms programs;

	private final DueByPeriod entitlements;

	private final Map<PaymentItem, Paid> paid = new HashMap<>();

	private final List<NewLine> lines = new ArrayList<>();

	private final List<OpenItem> open = new ArrayList<>();

	private final Map<PaymentItem, List<WriteOff>> writeOffs;

	private final List<Lapse> lapsed = new ArrayList<>();

	private RosterCalculation(PersonBalance account, PayingRules rules, YearMonth month, PaidPrograms programs) {
		this.account = account;
		this.rules = rules;
		this.month = month;
		this.programs = programs;
		this.entitlements = new DueByPeriod(account);
		this.writeOffs = account.writeOffs().stream().collect(Collectors.groupingBy(WriteOff::item));
	}

	/**
	 * What comes of it.
	 *
	 * @param lines for the roster
	 * @param open what stays open
	 * @param lapsed what counts no more of what was given up
	 */
	public record Result(List<NewLine> lines, List<OpenItem> open, List<Lapse> lapsed) {

		public Result {
			lines = List.copyOf(lines);
			open = List.copyOf(open);
			lapsed = List.copyOf(lapsed);
		}

	}

	/**
	 * What was paid for an item.
	 *
	 * @param total of what did not fail
	 * @param failed what failed or came back and was not transferred since
	 * @param version of the last line
	 * @param ever whether there was any line
	 */
	private record Paid(BigDecimal total, BigDecimal failed, @Nullable String version, boolean ever) {

		static final Paid NEVER = new Paid(NOTHING, NOTHING, null, false);

		Paid and(BookedLine line) {
			BigDecimal newTotal = line.failed() ? this.total : this.total.add(line.amount());
			BigDecimal newFailed = this.failed;
			if (line.kind() == LineKind.RETRY) {
				newFailed = line.failed() ? this.failed : this.failed.subtract(line.amount()).max(NOTHING);
			}
			else if (line.failed() && line.amount().signum() > 0) {
				newFailed = this.failed.add(line.amount());
			}
			return new Paid(newTotal, newFailed, (line.kind() != null) ? line.version() : this.version, true);
		}

	}

	/**
	 * Calculates what a person is paid for a month.
	 * @param account what is decided and what was paid
	 * @param rules how the jurisdiction pays in that month
	 * @param month the roster's
	 * @param programs what the policies say about paying
	 * @return lines, regular ones first, and what stays open
	 */
	public static Result of(PersonBalance account, PayingRules rules, YearMonth month, PaidPrograms programs) {
		RosterCalculation calculation = new RosterCalculation(OnceItems.folded(account), rules, month, programs);
		calculation.calculate();
		return new Result(calculation.lines, calculation.open, calculation.lapsed);
	}

	private void calculate() {
		this.account.booked().forEach((line) -> this.paid.put(line.item(), paid(line.item()).and(line)));
		Map<PaymentItem, BigDecimal> owedBack = new TreeMap<>();
		for (PaymentItem item : this.entitlements.items(this.account.booked(),
				(program) -> this.rules.last(program, this.month))) {
			BigDecimal difference = due(item).subtract(paid(item).total());
			BigDecimal forgiven = forgiven(item, difference.negate().max(NOTHING));
			if (difference.signum() > 0) {
				pay(item, difference);
			}
			else if (difference.signum() < 0) {
				owedBack.put(item, difference.negate().subtract(forgiven));
			}
		}
		Recoverable payments = new Recoverable(this.lines, this::share);
		owedBack.forEach((item, amount) -> {
			if (amount.signum() > 0) {
				recover(item, amount, payments);
			}
		});
	}

	/** What was given up of a debt; what there is no debt for any more lapses. */
	private BigDecimal forgiven(PaymentItem item, BigDecimal debt) {
		BigDecimal left = debt;
		for (WriteOff one : this.writeOffs.getOrDefault(item, List.of())) {
			BigDecimal counts = one.against(left, this.entitlements.standing(item));
			left = left.subtract(counts);
			if (counts.compareTo(one.left()) < 0) {
				this.lapsed.add(new Lapse(one.settlement(), one.left().subtract(counts)));
			}
		}
		return debt.subtract(left);
	}

	private PaymentRule rule(PaymentItem item) {
		return this.rules.of(item.program());
	}

	private Paid paid(PaymentItem item) {
		return this.paid.getOrDefault(item, Paid.NEVER);
	}

	private BigDecimal due(PaymentItem item) {
		DecidedPoint stands = this.entitlements.standing(item);
		return (stands != null) ? stands.amount() : NOTHING;
	}

	private void pay(PaymentItem item, BigDecimal difference) {
		PaymentRule rule = rule(item);
		if (item.isOnce() && item.begin().compareTo(this.rules.last(item.program(), this.month).toString()) > 0) {
			return; // what was paid for another month is more by then
		}
		BigDecimal retried = difference.min(paid(item).failed().max(NOTHING));
		Optional<OpenReason> kept = this.account.keptBack(item, this.month);
		if (!rule.paysIn(this.month)) {
			leave(item, difference, kept.filter((why) -> why == OpenReason.DECEASED).orElse(OpenReason.NOT_ITS_MONTH));
		}
		else if (kept.isPresent()) {
			leave(item, difference, kept.get());
		}
		else if (goesOn(item) && isSuspended(item)) {
			leave(item, difference, OpenReason.SUSPENDED);
		}
		else if (isRegular(item)) {
			line(item, LineKind.REGULAR, difference, null);
		}
		else {
			if (retried.signum() > 0) {
				line(item, LineKind.RETRY, retried, ArrearsReason.TRANSFER_FAILED);
			}
			makeUp(item, difference.subtract(retried));
		}
	}

	/** Payment waits for a life check: by the rule, or as the version in force says. */
	private boolean isSuspended(PaymentItem item) {
		LocalDate passed = this.account.lastPassed();
		if (passed == null) {
			return false;
		}
		Integer byRule = rule(item).lifeCheckMonths();
		Integer months = (byRule != null) ? byRule : this.programs.lifeCheckMonths(item.program(), item.firstDay());
		return months != null && passed.plusMonths(months).isBefore(item.firstDay());
	}

	private boolean isRegular(PaymentItem item) {
		if (paid(item).ever()) {
			return false;
		}
		if (!item.isMonthly() && this.account.waited().containsKey(item)) {
			return false;
		}
		return !goesOn(item) || !item.lastMonth().isBefore(rule(item).first(this.month));
	}

	/** Months and quarters follow each other; what comes late is made up for. */
	private static boolean goesOn(PaymentItem item) {
		return item.isMonthly() || item.isQuarterly();
	}

	private void makeUp(PaymentItem item, BigDecimal arrears) {
		if (arrears.signum() == 0) {
			return;
		}
		if (isTooOld(item)) {
			leave(item, arrears, OpenReason.TOO_OLD);
		}
		else if (arrears.compareTo(rule(item).tolerance()) < 0) {
			leave(item, arrears, OpenReason.BELOW_TOLERANCE);
		}
		else {
			line(item, LineKind.ARREARS, arrears, because(item));
		}
	}

	private boolean isTooOld(PaymentItem item) {
		Integer months = rule(item).arrearsMonths();
		return months != null && goesOn(item) && !wasHeld(item)
				&& item.lastMonth().isBefore(this.month.minusMonths(months));
	}

	/** Arrears go back as far as they were held back. */
	private boolean wasHeld(PaymentItem item) {
		OpenReason waited = this.account.waited().get(item);
		return waited != null && waited.isHold() && !paid(item).ever();
	}

	private BigDecimal share(String program) {
		return (this.account.death() != null) ? BigDecimal.ONE : this.rules.of(program).recoveryShare();
	}

	/** Between institutions everything is set off, as a credit note. */
	private void recover(PaymentItem item, BigDecimal owed, Recoverable payments) {
		PaidTo recipient = this.programs.paidTo(item.program());
		if (owed.compareTo(rule(item).tolerance()) < 0) {
			leave(item, owed.negate(), OpenReason.BELOW_TOLERANCE);
		}
		else if (!recipient.isOwn()) {
			line(item, LineKind.RECOVERY, owed.negate(), because(item));
		}
		else {
			BigDecimal rest = owed;
			for (Map.Entry<LocalDate, BigDecimal> day : payments.take(recipient, owed).entrySet()) {
				line(item, LineKind.RECOVERY, day.getValue().negate(), because(item), day.getKey());
				rest = rest.subtract(day.getValue());
			}
			if (rest.signum() > 0) {
				leave(item, rest.negate(), (this.account.death() != null) ? OpenReason.DECEASED : OpenReason.CAPPED);
			}
		}
	}

	private ArrearsReason because(PaymentItem item) {
		DecidedPoint stands = this.entitlements.standing(item);
		LocalDate death = this.account.death();
		Paid before = paid(item);
		if (death != null && death.isBefore(item.firstDay())) {
			return ArrearsReason.DIED;
		}
		if (!before.ever()) {
			OpenReason waited = this.account.waited().get(item);
			ArrearsReason paidLater = (waited != null) ? waited.paidLater() : null;
			return (paidLater != null) ? paidLater : this.entitlements.whyLate(item);
		}
		if (stands != null && stands.movedOut()) {
			return ArrearsReason.MOVED_OUT;
		}
		if (stands == null || stands.amount().signum() == 0) {
			return ArrearsReason.ENTITLEMENT_ENDED;
		}
		return Objects.equals(stands.version(), before.version()) ? ArrearsReason.DATA_CORRECTED
				: ArrearsReason.POLICY_CHANGED;
	}

	private void line(PaymentItem item, LineKind kind, BigDecimal amount, @Nullable ArrearsReason because) {
		line(item, kind, amount, because, this.rules.payDay(item.program(), this.month));
	}

	private void line(PaymentItem item, LineKind kind, BigDecimal amount, @Nullable ArrearsReason because,
			LocalDate payDay) {
		DecidedPoint stands = this.entitlements.standing(item);
		this.lines.add(new NewLine(item, kind, amount, this.programs.paidTo(item.program()),
				(stands != null) ? stands.decision() : null, (stands != null) ? stands.version() : null, because,
				payDay));
	}

	private void leave(PaymentItem item, BigDecimal amount, OpenReason reason) {
		this.open.add(new OpenItem(item, amount, this.programs.paidTo(item.program()), reason,
				WriteOff.decision(this.entitlements.standing(item))));
	}

}
