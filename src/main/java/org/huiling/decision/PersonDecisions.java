package org.huiling.decision;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

import org.huiling.applicant.KnownApplicant;
import org.huiling.decision.assessment.PersonLookup;
import org.huiling.decision.notice.Notice;
import org.huiling.decision.notice.NoticeWriter;
import org.huiling.decision.store.Decision;
import org.huiling.decision.store.DecisionQueries;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.policy.PolicyCatalogue;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 认定: what was decided about a person, and deciding. Every reading is noted in the audit
 * trail.
 */
@Component
public class PersonDecisions {

	private final PersonLookup people;

	private final Deciding deciding;

	private final DecisionQueries decisions;

	private final NoticeWriter writer;

	private final PolicyCatalogue catalogue;

	private final Collisions collisions;

	private final TransactionTemplate transaction;

	PersonDecisions(PersonLookup people, Deciding deciding, DecisionQueries decisions, NoticeWriter writer,
			PolicyCatalogue catalogue, Collisions collisions, PlatformTransactionManager transactions) {
		this.people = people;
		this.deciding = deciding;
		this.decisions = decisions;
		this.writer = writer;
		this.catalogue = catalogue;
		this.collisions = collisions;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Everything decided about a person, superseded decisions among it.
	 * @param applicant the person's id
	 * @param knownAt as far as it was decided by then; null for now
	 * @return by program, claim, period and time
	 * @throws org.huiling.problem.Refusal 404 if the user may not see them
	 */
	public List<DecisionView> of(UUID applicant, @Nullable Instant knownAt) {
		return all(applicant, knownAt, (decisions, view) -> decisions.stream().map(view).toList());
	}

	/** One page of the same. */
	Listing<DecisionView> of(UUID applicant, @Nullable Instant knownAt, Paging paging) {
		return all(applicant, knownAt, (decisions, view) -> Listing.cut(decisions, paging, view));
	}

	private <T> T all(UUID applicant, @Nullable Instant knownAt,
			BiFunction<List<Decision>, Function<Decision, DecisionView>, T> shown) {
		DecisionQueries.File file = this.decisions.of(applicant, knownAt);
		return shown.apply(file.decisions(),
				(decision) -> DecisionView.of(file.one(decision), this.catalogue::currency));
	}

	/**
	 * Decides what a person is entitled to.
	 * @param applicant the person's id
	 * @param asked which programs, for when
	 * @param locale the reader's
	 * @return what stands now, and what is missing
	 * @throws org.huiling.problem.InvalidInput 422 naming each missing field if nothing
	 * can be decided
	 * @throws org.huiling.problem.Refusal 404, 410; 409 if somebody else decided the same
	 * at that moment
	 */
	public DecidedView decide(UUID applicant, DecideBody asked, Locale locale) {
		return decide(applicant, asked, locale,
				(work) -> Objects.requireNonNull(this.transaction.execute((status) -> work.get())));
	}

	/**
	 * What deciding would come to; nothing of it stays.
	 * @param applicant the person's id
	 * @param asked which programs, for when
	 * @param locale the reader's
	 * @return the decisions as they would be, under ids of no meaning
	 * @throws org.huiling.problem.InvalidInput 422 as of deciding
	 * @throws org.huiling.problem.Refusal 404, 410 as of deciding
	 */
	public DecidedView preview(UUID applicant, DecideBody asked, Locale locale) {
		return decide(applicant, asked, locale, (work) -> Objects.requireNonNull(this.transaction.execute((status) -> {
			status.setRollbackOnly();
			return work.get();
		})));
	}

	/**
	 * Decides in a transaction that the caller opens. The person is looked up before, so
	 * that nobody who records something has to wait for the rules.
	 */
	<A> A decide(UUID applicant, DecideBody asked, Locale locale, Function<Supplier<DecidedView>, A> transaction) {
		KnownApplicant known = this.people.decided(applicant);
		return this.collisions.told(applicant, () -> transaction
			.apply(() -> DecidedView.of(this.deciding.decide(known, asked, locale), locale, this.catalogue::currency)));
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
		return this.writer.notice(decision, locale);
	}

}
