package org.huiling.decision.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.huiling.engine.InKind;
import org.huiling.facts.Period;
import org.huiling.storage.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * 认定: what was made official, as it is stored.
 *
 * @param id its id
 * @param key what it is about
 * @param period the first month, or the quarter or year, or the month of the claim
 * @param outcome what was decided
 * @param amount yuan with two decimals; nothing where it is granted in kind
 * @param inKind what is granted in kind; empty where nothing is, or money
 * @param version the version of the policy that answered, null if none was in force or
 * the decision revokes
 * @param digest its digest, as {@code sha256:…}
 * @param reasons why, why not and notes, as JSON
 * @param seen what it rests on, null if it revokes
 * @param knownAt as of when facts and policies were known
 * @param decidedAt when
 * @param decidedBy by whom
 * @param cause {@code CASE} or {@code RECALCULATION:} and the run
 * @param reason what the case worker gave as reason, null if nothing
 * @param supersedes the decision of the same key and period that it replaces
 */
public record Decision(UUID id, DecisionKey key, String period, DecisionOutcome outcome, BigDecimal amount,
		List<InKind> inKind, @Nullable String version, @Nullable String digest, String reasons, @Nullable Seen seen,
		Instant knownAt, Instant decidedAt, String decidedBy, String cause, @Nullable String reason,
		@Nullable UUID supersedes) {

	/**
	 * What a decision rests on.
	 *
	 * @param facts the digest of the facts that were seen
	 * @param book the number of the policies that were known
	 */
	public record Seen(Sha256 facts, int book) {
	}

	/** The cause of what a case worker decides. */
	public static final String CASE = "CASE";

	/** The beginning of the cause of what a run decides; the run's id follows. */
	public static final String RECALCULATION = "RECALCULATION:";

	private static final int YEAR_LENGTH = 4;

	/** Whether it goes on from month to month. */
	public boolean isMonthly() {
		return this.key.claim() == null && this.period.length() > YEAR_LENGTH && !Period.isQuarter(this.period);
	}

	/** Whether a run made it, and nobody looked at the case by itself. */
	public boolean isAutomatic() {
		return this.cause.startsWith(RECALCULATION);
	}

	public boolean says(DecisionOutcome otherOutcome, BigDecimal otherAmount, List<InKind> otherInKind) {
		return this.outcome == otherOutcome && this.amount.compareTo(otherAmount) == 0
				&& InKind.same(this.inKind, otherInKind);
	}

	/** Yuan; null where it is granted in kind. */
	public @Nullable BigDecimal money() {
		return this.inKind.isEmpty() ? this.amount : null;
	}

	/** The same, as it is written. */
	public Decision stamped(Instant now, @Nullable Seen rests) {
		return new Decision(this.id, this.key, this.period, this.outcome, this.amount, this.inKind, this.version,
				this.digest, this.reasons, rests, this.knownAt, now, this.decidedBy, this.cause, this.reason,
				this.supersedes);
	}

}
