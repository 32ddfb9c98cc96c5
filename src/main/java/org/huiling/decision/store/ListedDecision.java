package org.huiling.decision.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.huiling.applicant.ApplicantRegister.ShownPerson;
import org.jspecify.annotations.Nullable;

/**
 * A decision in a list of many people's, as it is answered.
 *
 * @param id its id
 * @param number what tells it from the person's other decisions, after the number of
 * their file
 * @param jurisdiction whose policies
 * @param applicantId the person
 * @param fileNumber of the person's file, null if it was erased
 * @param residentId masked, null if it is not known
 * @param program the program's id
 * @param period the first month, or the year, or the month of the claim
 * @param claim the claim's id, null if none
 * @param outcome what was decided
 * @param amount null where it is granted in kind
 * @param currency what the amount is in, a code of ISO 4217
 * @param inKind what is granted in kind, absent where nothing is, or money
 * @param version of the policy that answered
 * @param digest the version's
 * @param decidedAt when
 * @param decidedBy by whom
 * @param cause {@code CASE} or {@code RECALCULATION:} and the run
 * @param current whether nothing supersedes it
 */
public record ListedDecision(UUID id, String number, String jurisdiction, UUID applicantId, @Nullable String fileNumber,
		@Nullable String residentId, String program, String period, @Nullable String claim, DecisionOutcome outcome,
		@Nullable BigDecimal amount, String currency,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable InKindView inKind, @Nullable String version,
		@Nullable String digest, Instant decidedAt, String decidedBy, String cause, boolean current) {

	static ListedDecision of(DecisionStore.Listed listed, @Nullable ShownPerson person, String currency) {
		Decision decision = listed.decision();
		DecisionKey key = decision.key();
		return new ListedDecision(decision.id(), DecisionNumber.of(decision.id()), key.jurisdiction(), key.applicant(),
				(person != null) ? person.fileNumber() : null, (person != null) ? person.residentId() : null,
				key.program(), decision.period(), key.claim(), decision.outcome(), decision.money(), currency,
				InKindView.of(decision.inKind()), decision.version(), decision.digest(), decision.decidedAt(),
				decision.decidedBy(), decision.cause(), listed.current());
	}

}
