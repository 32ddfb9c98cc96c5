package org.huiling.projection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.huiling.account.CurrentUser;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.decision.assessment.PolicyLookup;
import org.huiling.decision.review.DecisionReviews;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.Program;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.huiling.problem.Refusal;
import org.huiling.storage.RecordedTime;
import org.huiling.storage.TimeOrderedId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Orders projections, stops them, and tells what came of them. */
@Component
public class Projections {

	private static final int UNPROCESSABLE = 422;

	private static final int CONFLICT = 409;

	private static final long MILLIS = 1000;

	private final ProjectionStore store;

	private final SumStore sums;

	private final ProjectionWorker worker;

	private final DecisionReviews reviews;

	private final PolicyLookup lookup;

	private final PolicyCatalogue catalogue;

	private final RecordedTime time;

	private final AuditTrail audit;

	private final CurrentUser user;

	private final Clock clock;

	private final TransactionTemplate transaction;

	Projections(ProjectionStore store, SumStore sums, ProjectionWorker worker, DecisionReviews reviews,
			PolicyLookup lookup, PolicyCatalogue catalogue, RecordedTime time, AuditTrail audit, CurrentUser user,
			Clock clock, PlatformTransactionManager transactions) {
		this.store = store;
		this.sums = sums;
		this.worker = worker;
		this.reviews = reviews;
		this.lookup = lookup;
		this.catalogue = catalogue;
		this.time = time;
		this.audit = audit;
		this.user = user;
		this.clock = clock;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Orders a projection; it begins at once.
	 * @param body which
	 * @return how it begins
	 * @throws InvalidInput 422 for a jurisdiction or program that there is not
	 * @throws Refusal 403 if the jurisdiction is not wholly the caller's
	 */
	public ProjectionView order(ProjectionBody body) {
		Jurisdiction jurisdiction = this.lookup.named(body.jurisdiction());
		this.user.requireRegion(jurisdiction.regionPrefix());
		refuseUnknown(body.programs(), jurisdiction);
		Projection ordered = Objects.requireNonNull(this.transaction.execute((status) -> ordered(body)));
		this.worker.nudge();
		return view(ordered, null);
	}

	private Projection ordered(ProjectionBody body) {
		Instant knownAt = this.time.settled();
		// what another instance has published by then
		this.catalogue.refreshIfChanged();
		Projection one = new Projection(TimeOrderedId.next(), body.jurisdiction(), body.from(), body.to(),
				(body.programs() != null) ? List.copyOf(new TreeSet<>(body.programs())) : null,
				Boolean.TRUE.equals(body.appliedOnly()), body.reason(), this.user.name(), knownAt, knownAt,
				this.reviews.keepPolicies(body.jurisdiction(), knownAt), Projection.Progress.BEGUN);
		this.store.add(one);
		Map<String, Object> details = new TreeMap<>(Map.of("jurisdiction", one.jurisdiction(), "from",
				one.from().toString(), "to", one.to().toString(), "reason", one.reason()));
		this.audit.record(AuditAction.PROJECTION_ORDERED, one.id().toString(), details);
		return one;
	}

	private void refuseUnknown(@Nullable List<String> programs, Jurisdiction jurisdiction) {
		if (programs == null) {
			return;
		}
		Set<String> known = this.catalogue.book(jurisdiction.id(), this.clock.instant())
			.programs()
			.stream()
			.map(Program::id)
			.filter((program) -> !Program.STACKING.equals(program))
			.collect(Collectors.toCollection(TreeSet::new));
		List<FieldError> errors = new ArrayList<>();
		for (int i = 0; i < programs.size(); i++) {
			if (!known.contains(programs.get(i))) {
				errors.add(FieldError.of("programs[" + i + "]", "UNKNOWN_PROGRAM", String.join(", ", known)));
			}
		}
		if (!errors.isEmpty()) {
			throw new InvalidInput(UNPROCESSABLE, errors);
		}
	}

	/**
	 * Projections of jurisdictions that are wholly the caller's, without what came of
	 * them.
	 * @param paging which page
	 * @return the newest first
	 */
	public Listing<ProjectionView> list(Paging paging) {
		List<String> own = this.catalogue.jurisdictions()
			.stream()
			.filter((one) -> this.user.regions().covers(one.regionPrefix()))
			.map(Jurisdiction::id)
			.toList();
		return Listing.of(this.store.page(own, paging).stream().map((one) -> view(one, null)).toList(), paging,
				this.store.count(own));
	}

	/**
	 * A projection.
	 * @param id its id
	 * @return how far it is, and what came of it once it is completed
	 * @throws Refusal 404 if there is none of a jurisdiction that is wholly the caller's
	 */
	public ProjectionView one(UUID id) {
		Projection found = visible(id);
		return view(found, (found.progress().state() == ProjectionState.COMPLETED)
				? ProjectionReports.of(this.sums.of(id)) : null);
	}

	/**
	 * Stops a projection after the people under way.
	 * @param id its id
	 * @return as it is now
	 * @throws Refusal 404, 409 if it is not under way
	 */
	@Transactional
	public ProjectionView stop(UUID id) {
		Projection one = visible(id);
		if (!this.store.move(id, ProjectionState.STOPPED, ProjectionState.STARTING, ProjectionState.RUNNING)) {
			throw new Refusal(CONFLICT, "PROJECTION_NOT_OPEN", one.progress().state().name());
		}
		this.audit.record(AuditAction.PROJECTION_STOPPED, id.toString(), Map.of("done", one.progress().done()));
		return view(visible(id), null);
	}

	/**
	 * Lets a projection go on from where it was, with the same facts and policies.
	 * @param id its id
	 * @return as it is now
	 * @throws Refusal 404, 409 if it neither stopped nor failed
	 */
	public ProjectionView restart(UUID id) {
		Projection again = Objects.requireNonNull(this.transaction.execute((status) -> {
			Projection one = visible(id);
			if (!this.store.move(id, ProjectionState.STARTING, ProjectionState.STOPPED, ProjectionState.FAILED)) {
				throw new Refusal(CONFLICT, "PROJECTION_NOT_STOPPED", one.progress().state().name());
			}
			this.audit.record(AuditAction.PROJECTION_RESTARTED, id.toString(), Map.of("done", one.progress().done()));
			return visible(id);
		}));
		this.worker.nudge();
		return view(again, null);
	}

	private Projection visible(UUID id) {
		return this.store.find(id)
			.filter((one) -> this.catalogue.jurisdiction(one.jurisdiction())
				.filter((jurisdiction) -> this.user.regions().covers(jurisdiction.regionPrefix()))
				.isPresent())
			.orElseThrow(() -> Refusal.notFound("PROJECTION_NOT_FOUND"));
	}

	private ProjectionView view(Projection one, @Nullable ProjectionReports report) {
		Projection.Progress progress = one.progress();
		return new ProjectionView(one.id(), progress.state(), one.jurisdiction(), one.from(), one.to(), one.programs(),
				one.appliedOnly(), one.reason(), one.orderedBy(), one.orderedAt(), one.knownAt(), progress.total(),
				progress.done(), progress.failed(), secondsLeft(progress), progress.startedAt(), progress.finishedAt(),
				progress.error(), this.catalogue.currency(one.jurisdiction()), (report != null) ? report.total() : null,
				(report != null) ? report.months() : null, (report != null) ? report.changes() : null,
				(report != null) ? report.by() : null, (report != null) ? report.histogram() : null);
	}

	/** By the pace since it began or went on last. */
	private @Nullable Long secondsLeft(Projection.Progress progress) {
		int done = progress.done() - progress.doneWhenResumed();
		if (progress.total() == null || progress.resumedAt() == null || done <= 0 || !progress.state().isOpen()) {
			return null;
		}
		long millis = Math.max(1, Duration.between(progress.resumedAt(), this.clock.instant()).toMillis());
		return ((progress.total() - progress.done()) * millis / done + MILLIS - 1) / MILLIS;
	}

}
