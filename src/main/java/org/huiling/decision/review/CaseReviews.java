package org.huiling.decision.review;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.huiling.account.CurrentUser;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.decision.Undecided;
import org.huiling.decision.store.Decision;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.problem.Refusal;
import org.huiling.storage.RecordedTime;
import org.huiling.storage.TimeOrderedId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 个案复核: reviews one person from a month on, as a run does everybody, because somebody
 * just recorded something about them. What differs is decided as a case.
 */
@Component
public class CaseReviews {

	private static final int CONFLICT = 409;

	private final DecisionReviews reviews;

	private final PolicyCatalogue catalogue;

	private final JdbcClient jdbc;

	private final RecordedTime time;

	private final AuditTrail audit;

	private final CurrentUser user;

	CaseReviews(DecisionReviews reviews, PolicyCatalogue catalogue, JdbcClient jdbc, RecordedTime time,
			AuditTrail audit, CurrentUser user) {
		this.reviews = reviews;
		this.catalogue = catalogue;
		this.jdbc = jdbc;
		this.time = time;
		this.audit = audit;
		this.user = user;
	}

	/**
	 * Keeps which policies decide about a person, in a transaction that ends before
	 * anything is recorded about them: whoever decides at the same moment keeps the same.
	 * @param files the person's, merged ones too
	 * @param jurisdiction one that decides, whether or not it did before
	 * @return the numbers of the policies of every jurisdiction that ever decided
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public Map<String, Integer> policies(Collection<UUID> files, String jurisdiction) {
		Set<String> deciding = new LinkedHashSet<>(List.of(jurisdiction));
		deciding.addAll(this.jdbc.sql("select distinct jurisdiction from applicant_decided where applicant = any(?)")
			.param(files.toArray(UUID[]::new))
			.query(String.class)
			.list());
		Map<String, Integer> policies = new LinkedHashMap<>();
		deciding.stream()
			.filter((one) -> this.catalogue.jurisdiction(one).isPresent())
			.forEach((one) -> policies.put(one, this.reviews.keepPolicies(one, this.time.settled())));
		return policies;
	}

	/**
	 * What came of a review.
	 *
	 * @param decisions ids of what was decided
	 * @param undecided what could not be decided, and stands as it stood
	 * @param changes what differs from what stood before
	 */
	public record Followed(List<UUID> decisions, List<Undecided> undecided, List<CaseChange> changes) {

		public Followed {
			decisions = List.copyOf(decisions);
			undecided = List.copyOf(undecided);
			changes = List.copyOf(changes);
		}

	}

	/**
	 * Decides what differs, with what the current transaction recorded. Until it ends
	 * nobody else records.
	 * @param files the person's, merged ones too
	 * @param policies as {@link #policies} gave them
	 * @param from the first month
	 * @param to the last month
	 * @param reason why, for the record
	 * @return what was decided
	 * @throws Refusal 409 {@code NOT_REVIEWED} if the person's facts cannot be read
	 * @throws org.springframework.dao.DuplicateKeyException if somebody else decided the
	 * same meanwhile
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Followed decide(Collection<UUID> files, Map<String, Integer> policies, YearMonth from, YearMonth to,
			String reason) {
		List<UUID> decisions = new ArrayList<>();
		List<Undecided> undecided = new ArrayList<>();
		List<CaseChange> changes = new ArrayList<>();
		policies.forEach((jurisdiction, book) -> {
			ReviewOrder order = new ReviewOrder(TimeOrderedId.next(), jurisdiction, book, this.time.settled(), null,
					from, to, to, this.user.name(), reason, Decision.CASE);
			Map<UUID, YearMonth> first = new LinkedHashMap<>();
			files.forEach((file) -> first.put(file, from));
			List<Reviewed> reviewed = this.reviews.reviewer(order).review(first);
			for (Reviewed one : reviewed) {
				if (one.fault() != null) {
					throw new Refusal(CONFLICT, "NOT_REVIEWED", jurisdiction);
				}
				undecided.addAll(one.undecided());
				one.made().forEach((made) -> decisions.add(made.id()));
				one.changes()
					.forEach((change) -> changes
						.add(CaseChange.of(jurisdiction, change, this.catalogue.currency(jurisdiction))));
			}
			this.reviews.decide(order, reviewed);
			reviewed.stream()
				.filter((one) -> !one.made().isEmpty())
				.forEach((one) -> this.audit.record(AuditAction.DECISIONS_MADE, one.applicant().toString(),
						Map.of("period", from.toString(), "decisions",
								one.made().stream().map((made) -> made.id().toString()).toList(), "undecided",
								one.undecided().size())));
		});
		return new Followed(decisions, undecided, changes);
	}

}
