package org.huiling.decision;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.huiling.decision.store.Decision;
import org.huiling.decision.store.DecisionKey;
import org.huiling.decision.store.DecisionNumber;
import org.huiling.decision.store.DecisionOutcome;
import org.huiling.decision.store.DecisionQueries;
import org.huiling.decision.store.DecisionStatus;
import org.huiling.decision.store.EffectiveDecisions;
import org.huiling.decision.store.InKindView;
import org.huiling.decision.store.KeptReasons;
import org.huiling.decision.store.NoteView;
import org.huiling.decision.store.ObjectionView;
import org.huiling.decision.store.OwnerView;
import org.huiling.decision.store.WhyNotView;
import org.huiling.decision.store.WhyView;
import org.jspecify.annotations.Nullable;

/**
 * A decision as it is answered, among the others about the person.
 *
 * @param id its id
 * @param number what tells it from the person's other decisions, after the number of
 * their file
 * @param jurisdiction whose policies
 * @param applicantId the person under whose file it was decided
 * @param program the program's id
 * @param owner the enclosing jurisdiction whose policy it is, absent if it is the
 * jurisdiction's own
 * @param period the first month, or the year, or the month of the claim
 * @param until the last period it is for, null while it stands on
 * @param claim the claim's id, null if none
 * @param outcome what was decided
 * @param amount null where it is granted in kind
 * @param currency what the amount is in, a code of ISO 4217
 * @param inKind what is granted in kind, absent where nothing is, or money
 * @param version of the policy that answered, null if none was in force or it revokes
 * @param digest the version's
 * @param why rules that grant
 * @param whyNot rules that do not, where nothing is granted
 * @param notes what was assumed or is odd
 * @param knownAt as of when facts and policies were known
 * @param decidedAt when
 * @param decidedBy by whom
 * @param cause {@code CASE} or {@code RECALCULATION:} and the run
 * @param reason what the case worker gave as reason, null if nothing
 * @param supersedes the decision that it replaces, null if none
 * @param current whether nothing supersedes it
 * @param objections against it; absent where something is decided
 * @param fresh whether it was written by this call; absent elsewhere
 */
public record DecisionView(UUID id, String number, String jurisdiction, UUID applicantId, String program,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable OwnerView owner, String period, @Nullable String until,
		@Nullable String claim, DecisionOutcome outcome, @Nullable BigDecimal amount, String currency,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable InKindView inKind, @Nullable String version,
		@Nullable String digest, List<WhyView> why, List<WhyNotView> whyNot, List<NoteView> notes, Instant knownAt,
		Instant decidedAt, String decidedBy, String cause, @Nullable String reason, @Nullable UUID supersedes,
		boolean current, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ObjectionView> objections,
		@JsonProperty("new") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean fresh) {

	/**
	 * As pages and letters say it.
	 * @return {@link DecisionStatus#NO_POLICY}, or else the outcome's code
	 */
	public String status() {
		return DecisionStatus.of(this.outcome, this.notes);
	}

	/**
	 * With the objections against it.
	 * @param currencies what a jurisdiction pays in
	 */
	public static DecisionView of(DecisionQueries.One one, UnaryOperator<String> currencies) {
		return of(one.decision(), one.effective(), one.objections().stream().map(ObjectionView::of).toList(), null,
				currencies);
	}

	/**
	 * As something is decided.
	 * @param currencies what a jurisdiction pays in
	 */
	public static DecisionView of(Decision decision, EffectiveDecisions effective, boolean fresh,
			UnaryOperator<String> currencies) {
		return of(decision, effective, null, fresh, currencies);
	}

	private static DecisionView of(Decision decision, EffectiveDecisions effective,
			@Nullable List<ObjectionView> objections, @Nullable Boolean fresh, UnaryOperator<String> currencies) {
		DecisionKey key = decision.key();
		KeptReasons reasons = KeptReasons.of(decision);
		return new DecisionView(decision.id(), DecisionNumber.of(decision.id()), key.jurisdiction(), key.applicant(),
				key.program(), reasons.owner(), decision.period(), effective.until(decision), key.claim(),
				decision.outcome(), decision.money(), currencies.apply(key.jurisdiction()),
				InKindView.of(decision.inKind()), decision.version(), decision.digest(), reasons.why(),
				reasons.whyNot(), reasons.notes(), decision.knownAt(), decision.decidedAt(), decision.decidedBy(),
				decision.cause(), decision.reason(), decision.supersedes(), effective.isCurrent(decision), objections,
				fresh);
	}

}
