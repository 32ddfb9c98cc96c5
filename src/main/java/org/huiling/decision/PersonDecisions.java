package org.huiling.decision;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.huiling.account.CurrentUser;
import org.huiling.applicant.KnownApplicant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 认定: what was decided about a person, and deciding, as pages show and do it; decisions
 * in the JSON of the HTTP contract. Every reading is noted in the audit trail.
 */
@Component
public class PersonDecisions {

	private final PeopleOnFile people;

	private final Deciding deciding;

	private final DecisionsOnFile decisions;

	private final Noticing noticing;

	private final Collisions collisions;

	private final CurrentUser user;

	private final TransactionTemplate transaction;

	PersonDecisions(PeopleOnFile people, Deciding deciding, DecisionsOnFile decisions, Noticing noticing,
			Collisions collisions, CurrentUser user, PlatformTransactionManager transactions) {
		this.people = people;
		this.deciding = deciding;
		this.decisions = decisions;
		this.noticing = noticing;
		this.collisions = collisions;
		this.user = user;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Everything decided about a person, superseded decisions among it.
	 * @param applicant the person's id
	 * @param knownAt as far as it was decided by then; null for now
	 * @return by program, claim, period and time
	 * @throws org.huiling.problem.Refusal 404 if the user may not see them
	 */
	public List<ObjectNode> of(UUID applicant, @Nullable Instant knownAt) {
		DecisionController.requireReader(this.user);
		DecisionsOnFile.File file = this.decisions.of(applicant, knownAt);
		return file.decisions().stream().map((decision) -> DecisionView.of(file.one(decision))).toList();
	}

	/**
	 * Decides what a person is entitled to.
	 * @param applicant the person's id
	 * @param asked which programs, for when
	 * @param locale the reader's
	 * @return {@code items} and {@code undecided}
	 * @throws org.huiling.problem.InvalidInput 422 naming each missing field if nothing
	 * can be decided
	 * @throws org.huiling.problem.Refusal 404, 410; 409 if somebody else decided the same
	 * at that moment
	 */
	public ObjectNode decide(UUID applicant, DecideBody asked, Locale locale) {
		KnownApplicant known = this.people.decided(applicant);
		return this.collisions.told(applicant, () -> {
			Deciding.Decided decided = this.transaction.execute((status) -> this.deciding.decide(known, asked, locale));
			if (decided == null) {
				throw new IllegalStateException("nothing came of deciding");
			}
			return DecisionView.of(decided);
		});
	}

	/**
	 * The notice of a decision.
	 * @param decision its id
	 * @param locale in whose words
	 * @return what it says
	 * @throws org.huiling.problem.Refusal 404 if there is none, or the user may not see
	 * it; 410 if the person's file was erased
	 */
	public Notice notice(UUID decision, Locale locale) {
		DecisionController.requireReader(this.user);
		return this.noticing.notice(decision, locale);
	}

}
