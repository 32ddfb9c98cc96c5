package org.huiling.decision.review;

import java.math.BigDecimal;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.huiling.decision.store.InKindView;
import org.jspecify.annotations.Nullable;

/**
 * What a review of a case decides otherwise than before.
 *
 * @param decision the id of the decision that says so; of none if the transaction is
 * undone
 * @param jurisdiction whose decision
 * @param program which program's
 * @param period from which month it differs, or the quarter or year
 * @param until the last month that it is decided for, null while it stands
 * @param claim the claim, null if none
 * @param currency of the amounts
 * @param before what stood, null if nothing did
 * @param after what stands from then on
 */
public record CaseChange(UUID decision, String jurisdiction, String program, String period, @Nullable String until,
		@Nullable String claim, String currency, @Nullable Stand before, Stand after) {

	/**
	 * What stands.
	 *
	 * @param outcome of the decision
	 * @param amount what is granted; null where it is in kind
	 * @param inKind what is granted in kind; absent where it is money
	 * @param status as pages say it
	 */
	public record Stand(String outcome, @Nullable BigDecimal amount,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable InKindView inKind, @JsonIgnore String status) {

		private static Stand of(DecisionChange.Stand stand) {
			return new Stand(stand.outcome(), stand.inKind().isEmpty() ? stand.amount() : null,
					InKindView.of(stand.inKind()), stand.status());
		}

	}

	static CaseChange of(String jurisdiction, DecisionChange change, String currency) {
		DecisionChange.Stand before = change.before();
		return new CaseChange(change.id(), jurisdiction, change.program(), change.period(), change.until(),
				change.claim(), currency, (before != null) ? Stand.of(before) : null, Stand.of(change.after()));
	}

}
