package org.huiling.projection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import org.huiling.policy.drafts.trial.DraftTrials;
import org.huiling.policy.drafts.trial.TriedDraft;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.huiling.problem.Refusal;
import org.huiling.projection.report.ProjectionReports;
import org.huiling.projection.report.ProjectionSight;
import org.huiling.projection.report.ProjectionState;
import org.huiling.projection.report.ProjectionView;
import org.huiling.projection.report.Vary;
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

	private final TriedDraftStore drafts;

	private final DraftTrials trials;

	private final ProjectionBooks books;

	private final ProjectionWorker worker;

	private final ProjectionSight sight;

	private final DecisionReviews reviews;

	private final PolicyLookup lookup;

	private final PolicyCatalogue catalogue;

	private final RecordedTime time;

	private final AuditTrail audit;

	private final CurrentUser user;

	private final Clock clock;

	private final TransactionTemplate transaction;

	Projections(ProjectionStore store, SumStore sums, TriedDraftStore drafts, DraftTrials trials, ProjectionBooks books,
			ProjectionWorker worker, ProjectionSight sight, DecisionReviews reviews, PolicyLookup lookup,
			PolicyCatalogue catalogue, RecordedTime time, AuditTrail audit, CurrentUser user, Clock clock,
			PlatformTransactionManager transactions) {
		this.store = store;
		this.sums = sums;
		this.drafts = drafts;
		this.trials = trials;
		this.books = books;
		this.worker = worker;
		this.sight = sight;
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
	 * @throws InvalidInput 422 for a jurisdiction, program or draft that there is not
	 * @throws Refusal 403 if the jurisdiction is not wholly the caller's; 422
	 * {@code CHECK_FAILED} if the check of a draft fails
	 */
	public ProjectionView order(ProjectionBody body) {
		Jurisdiction jurisdiction = this.lookup.named(body.jurisdiction());
		this.user.requireRegion(jurisdiction.regionPrefix());
		refuseUnknown("programs", body.programs(), jurisdiction);
		refuseUnknown("vary.program", (body.vary() != null) ? List.of(body.vary().program()) : null, jurisdiction);
		// checks take seconds: outside of every transaction
		List<TriedDraft> tried = (body.draft() != null) ? this.trials.checked(body.draft(), jurisdiction) : List.of();
		Projection ordered = Objects.requireNonNull(this.transaction.execute((status) -> ordered(body, tried)));
		this.worker.nudge();
		return view(ordered, null);
	}

	private Projection ordered(ProjectionBody body, List<TriedDraft> tried) {
		Instant knownAt = this.time.settled();
		// what another instance has published by then
		this.catalogue.refreshIfChanged();
		Map<UUID, String> digests = new LinkedHashMap<>();
		tried.forEach((draft) -> digests.put(draft.id(), draft.digest()));
		Projection one = new Projection(TimeOrderedId.next(), body.jurisdiction(), body.from(), body.to(),
				(body.programs() != null) ? List.copyOf(new TreeSet<>(body.programs())) : null,
				Boolean.TRUE.equals(body.appliedOnly()), body.vary(), body.reason(), this.user.name(), knownAt, knownAt,
				this.reviews.keepPolicies(body.jurisdiction(), knownAt), digests, Projection.Progress.BEGUN);
		if (one.vary() != null) {
			// compiles every value: what cannot be is refused before anything is kept
			this.books.open(one, tried);
		}
		this.store.add(one);
		this.drafts.add(one.id(), tried);
		Map<String, Object> details = new TreeMap<>(Map.of("jurisdiction", one.jurisdiction(), "from",
				one.from().toString(), "to", one.to().toString(), "reason", one.reason()));
		if (!digests.isEmpty()) {
			details.put("digests", digests);
		}
		this.audit.record(AuditAction.PROJECTION_ORDERED, one.id().toString(), details);
		return one;
	}

	private void refuseUnknown(String field, @Nullable List<String> programs, Jurisdiction jurisdiction) {
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
				errors.add(FieldError.of("programs".equals(field) ? field + "[" + i + "]" : field, "UNKNOWN_PROGRAM",
						String.join(", ", known)));
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
		return view(found, (found.progress().state() == ProjectionState.COMPLETED) ? report(found) : null);
	}

	/**
	 * The last completed projection of a draft as it is, for those who approve it.
	 * @param draft the draft's id
	 * @param digest of its files
	 * @return with what came of it; none if there is none of a jurisdiction that is
	 * wholly the caller's
	 */
	public Optional<ProjectionView> lastOf(UUID draft, String digest) {
		return this.store.lastOf(draft, digest).filter(this::isVisible).map((found) -> view(found, report(found)));
	}

	private ProjectionReports report(Projection completed) {
		Vary vary = completed.vary();
		return this.sight.report(this.sums.of(completed.id()), (vary != null) ? vary.values() : List.of());
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
		return this.store.find(id).filter(this::isVisible).orElseThrow(() -> Refusal.notFound("PROJECTION_NOT_FOUND"));
	}

	private boolean isVisible(Projection one) {
		return this.catalogue.jurisdiction(one.jurisdiction())
			.filter((jurisdiction) -> this.user.regions().covers(jurisdiction.regionPrefix()))
			.isPresent();
	}

	private ProjectionView view(Projection one, @Nullable ProjectionReports report) {
		Projection.Progress progress = one.progress();
		return new ProjectionView(one.id(), progress.state(), one.jurisdiction(), one.from(), one.to(), one.programs(),
				one.appliedOnly(), one.vary(), one.reason(), one.orderedBy(), one.orderedAt(), one.knownAt(),
				one.digests(), progress.total(), progress.done(), progress.failed(), secondsLeft(progress),
				progress.startedAt(), progress.finishedAt(), progress.error(),
				this.catalogue.currency(one.jurisdiction()), (report != null) ? report.total() : null,
				(report != null) ? report.months() : null, (report != null) ? report.changes() : null,
				(report != null) ? report.by() : null, (report != null) ? report.histogram() : null,
				(report != null) ? report.variants() : null);
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
