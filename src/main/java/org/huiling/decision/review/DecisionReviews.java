package org.huiling.decision.review;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.huiling.applicant.ApplicantRegister;
import org.huiling.decision.assessment.CatalogueSnapshotJson;
import org.huiling.decision.assessment.PolicyLookup;
import org.huiling.decision.store.Decision.Seen;
import org.huiling.decision.store.DecisionStore;
import org.huiling.facts.Period;
import org.huiling.policy.CatalogueSnapshot;
import org.huiling.storage.RecordedTime;
import org.huiling.storage.Sha256;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 批量复核: reviews of many people, for runs. */
@Component
public class DecisionReviews {

	private static final Sha256 NO_FACTS = Sha256.of(EndedFile.NO_FACTS);

	private final PolicyLookup lookup;

	private final DecisionStore store;

	private final ApplicantRegister register;

	private final RecordedTime time;

	DecisionReviews(PolicyLookup lookup, DecisionStore store, ApplicantRegister register, RecordedTime time) {
		this.lookup = lookup;
		this.store = store;
		this.register = register;
		this.time = time;
	}

	/**
	 * Keeps which versions a run looks at, so that it looks at the same after a restart.
	 * @param jurisdiction whose policies
	 * @param knownAt as of when
	 * @return their number
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public int keepPolicies(String jurisdiction, Instant knownAt) {
		CatalogueSnapshot snapshot = this.lookup.snapshot(this.lookup.named(jurisdiction), knownAt);
		return this.store.keepBook(CatalogueSnapshotJson.write(snapshot));
	}

	/**
	 * Opens a review for one thread or many.
	 * @param order what is reviewed
	 * @return the reviewer
	 */
	public Reviewer reviewer(ReviewOrder order) {
		CatalogueSnapshot snapshot = CatalogueSnapshotJson.read(this.store.book(order.policies()).orElseThrow());
		return new Reviewer(order, snapshot, this.lookup.book(snapshot), this.lookup, this.store, this.register);
	}

	/**
	 * Makes reviews official.
	 * @param order what was reviewed
	 * @param reviewed what the reviewer came to; what differs is decided
	 * @throws org.springframework.dao.DuplicateKeyException if somebody else decided the
	 * same meanwhile; nothing is written then, and they are to be reviewed again
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void decide(ReviewOrder order, Collection<Reviewed> reviewed) {
		List<Reviewed> differing = reviewed.stream().filter((one) -> !one.made().isEmpty()).toList();
		if (differing.isEmpty()) {
			return;
		}
		Instant now = this.time.stamp();
		Map<UUID, Sha256> facts = this.store
			.keepFacts(differing.stream().collect(Collectors.toMap(Reviewed::applicant, DecisionReviews::facts)));
		this.store.insert(differing.stream()
			.flatMap((one) -> one.made()
				.stream()
				.map((decision) -> decision.stamped(now,
						new Seen(facts.getOrDefault(one.applicant(), NO_FACTS), order.policies()))))
			.toList());
	}

	/**
	 * The first month of which anything was decided under a version.
	 * @param jurisdiction its id
	 * @param program its id
	 * @param version the version's name
	 * @return none if nothing was
	 */
	@Transactional(readOnly = true)
	public Optional<YearMonth> firstUnder(String jurisdiction, String program, String version) {
		return this.store.firstPeriodUnder(jurisdiction, program, version)
			.map((period) -> YearMonth.from(Period.parse(period).firstDay()));
	}

	private static String facts(Reviewed reviewed) {
		String facts = reviewed.facts();
		return (facts != null) ? facts : EndedFile.NO_FACTS;
	}

}
