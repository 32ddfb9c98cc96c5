package org.huiling.payment.roster.view;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.huiling.decision.store.InKindView;
import org.huiling.engine.PaidTo;
import org.huiling.payment.calculation.OpenReason;
import org.huiling.payment.roster.Roster;
import org.huiling.payment.roster.RosterState;
import org.jspecify.annotations.Nullable;

/**
 * A roster as it is answered; in a list without sections, results and what stays open.
 *
 * @param id its id
 * @param state how far it is
 * @param jurisdiction who pays
 * @param month the month it is of
 * @param from the first month whose regular payment it holds
 * @param to the last one
 * @param payDay when it is paid
 * @param lines how many it has
 * @param total of all lines
 * @param currency what its amounts are in, a code of ISO 4217
 * @param arrears of arrears and of transfers tried again
 * @param recoveries what is set off, negative
 * @param digest over its lines
 * @param knownAt decisions and payees are those known then
 * @param madeBy who made it
 * @param madeAt when
 * @param approvedBy who approved it, null while nobody did
 * @param approvedAt when
 * @param skipping why months before it have no roster, null if none is missing
 * @param endedAt when it was closed or discarded
 * @param sections what it comes to by recipient and program
 * @param results how many lines have which result
 * @param open what stays open, by reason
 * @param programDays when programs with a payment rule of their own are paid; absent
 * where none has one
 */
public record RosterView(UUID id, RosterState state, String jurisdiction, YearMonth month, YearMonth from, YearMonth to,
		LocalDate payDay, long lines, BigDecimal total, String currency, BigDecimal arrears, BigDecimal recoveries,
		String digest, Instant knownAt, String madeBy, Instant madeAt, @Nullable String approvedBy,
		@Nullable Instant approvedAt, @Nullable String skipping, @Nullable Instant endedAt,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Section> sections,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, Long> results,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Open> open,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<ProgramDay> programDays) {

	public RosterView {
		programDays = List.copyOf(programDays);
	}

	/**
	 * What a recipient gets for a program.
	 *
	 * @param paidTo the recipient
	 * @param program the program's id
	 * @param lines how many
	 * @param people of how many
	 * @param total yuan, null for what is given in kind
	 * @param inKind what is given in kind, with the quantity of all lines; absent for
	 * money
	 */
	public record Section(PaidTo paidTo, String program, long lines, long people, @Nullable BigDecimal total,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable InKindView inKind) {
	}

	/**
	 * What stays open for a reason.
	 *
	 * @param reason why
	 * @param items how many
	 * @param total yuan
	 */
	public record Open(OpenReason reason, long items, BigDecimal total) {
	}

	/**
	 * When a program is paid by a rule of its own.
	 *
	 * @param program the program's id
	 * @param payDay the day, null if it is not paid in the roster's month
	 */
	public record ProgramDay(String program, @Nullable LocalDate payDay) {
	}

	static RosterView of(Roster roster) {
		return new RosterView(roster.id(), roster.state(), roster.jurisdiction(), roster.month(), roster.first(),
				roster.last(), roster.payDay(), roster.totals().lines(), roster.totals().total(), roster.currency(),
				roster.totals().arrears(), roster.totals().recoveries(), roster.digest(), roster.knownAt(),
				roster.madeBy(), roster.madeAt(), roster.approvedBy(), roster.approvedAt(), roster.skipping(),
				roster.endedAt(), null, null, null, List.of());
	}

	RosterView with(List<Section> all, Map<String, Long> counts, List<Open> left, List<ProgramDay> days) {
		return new RosterView(this.id, this.state, this.jurisdiction, this.month, this.from, this.to, this.payDay,
				this.lines, this.total, this.currency, this.arrears, this.recoveries, this.digest, this.knownAt,
				this.madeBy, this.madeAt, this.approvedBy, this.approvedAt, this.skipping, this.endedAt, all, counts,
				left, days);
	}

}
