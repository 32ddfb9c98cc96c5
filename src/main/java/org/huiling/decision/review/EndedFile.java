package org.huiling.decision.review;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.huiling.decision.store.Decision;
import org.huiling.decision.store.DecisionKey;
import org.huiling.decision.store.DecisionOutcome;
import org.huiling.facts.Period;

/**
 * Ends what stands of somebody whose file ended because it was merged into another one or
 * erased: whatever they are entitled to is decided under the file that goes on.
 */
final class EndedFile {

	/** No facts were looked at. */
	static final String NO_FACTS = "[]";

	private EndedFile() {
	}

	static Reviewed review(ReviewOrder order, YearMonth from, UUID applicant, Collection<Decision> decisions,
			String because) {
		ReviewLedger ledger = new ReviewLedger(order, applicant, decisions);
		for (YearMonth month = from; !month.isAfter(order.to()); month = month.plusMonths(1)) {
			for (DecisionKey key : ledger.before().keys()) {
				if (ledger.isOurs(key)) {
					if (ledger.before().standing(key, month.toString()) != null) {
						end(ledger, key, month.toString(), because);
					}
					if (month.equals(from) || month.getMonthValue() == 1) {
						endAlone(ledger, key, String.valueOf(month.getYear()), because);
					}
					Period quarter = Period.quarter(month.atDay(1));
					if (month.equals(from) || quarter.firstDay().equals(month.atDay(1))) {
						endAlone(ledger, key, quarter.toString(), because);
					}
				}
			}
		}
		return ledger.reviewed(List.of(), () -> NO_FACTS);
	}

	/**
	 * A year or a quarter stands alone: a month before it, which goes on, is not meant.
	 */
	private static void endAlone(ReviewLedger ledger, DecisionKey key, String period, String because) {
		Decision at = ledger.before().at(key, period);
		if (at != null && at.outcome() != DecisionOutcome.REVOKED) {
			end(ledger, key, period, because);
		}
	}

	private static void end(ReviewLedger ledger, DecisionKey key, String period, String because) {
		ledger.end(key, period, because);
		ledger.count(key, period, Tally.People.UNKNOWN, null);
	}

}
