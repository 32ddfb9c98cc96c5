package org.huiling.payment.calculation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.huiling.applicant.Payees.Payee;
import org.huiling.payment.calculation.BalanceReader.Ledger;
import org.jspecify.annotations.Nullable;

/**
 * What is decided about a person and what was paid.
 *
 * @param person whose file goes on
 * @param decided what stands, also under files merged into it
 * @param booked what was paid, collected or failed
 * @param writeOffs what was given up, in that order
 * @param waited what an earlier roster left open for a life check or because of a hold,
 * and why it did so last
 * @param holds that are not released
 * @param elsewhere what another jurisdiction has paid
 * @param death when they died, null if they did not
 * @param lastPassed their last life check, null if none is known
 */
public record PersonBalance(UUID person, List<DecidedPoint> decided, List<BookedLine> booked, List<WriteOff> writeOffs,
		Map<PaymentItem, OpenReason> waited, List<Hold> holds, Set<PaymentItem> elsewhere, @Nullable LocalDate death,
		@Nullable LocalDate lastPassed) {

	public PersonBalance {
		decided = List.copyOf(decided);
		booked = List.copyOf(booked);
		writeOffs = List.copyOf(writeOffs);
		waited = Map.copyOf(waited);
		holds = List.copyOf(holds);
		elsewhere = Set.copyOf(elsewhere);
	}

	/** What is known of a person who may be paid; null if nothing is. */
	public static PersonBalance of(Ledger ledger, @Nullable Payee payee) {
		return new PersonBalance(ledger.person(), ledger.decided(), ledger.booked(), ledger.writeOffs(),
				ledger.waited(), ledger.holds(), Set.of(), (payee != null) ? payee.deathDate() : null,
				(payee != null) ? payee.lifeCheckPassed() : null);
	}

	/** The same where another jurisdiction has paid some items. */
	public PersonBalance paidElsewhere(Set<PaymentItem> items) {
		return new PersonBalance(this.person, this.decided, this.booked, this.writeOffs, this.waited, this.holds, items,
				this.death, this.lastPassed);
	}

	/**
	 * Why nothing more is paid for an item on a month's roster: the person had died
	 * before its period, of several holds the one that begins first, or another
	 * jurisdiction has paid it.
	 */
	Optional<OpenReason> keptBack(PaymentItem item, YearMonth roster) {
		if (this.death != null && (item.claim() == null || item.isOnce()) && this.death.isBefore(item.firstDay())) {
			return Optional.of(OpenReason.DECEASED);
		}
		return this.holds.stream()
			.filter((hold) -> hold.covers(item, roster))
			.min(Comparator.comparing(Hold::from).thenComparing(Hold::id))
			.map((hold) -> hold.code().reason())
			.or(() -> this.elsewhere.contains(item) ? Optional.of(OpenReason.PAID_BY_ANOTHER) : Optional.empty());
	}

}
