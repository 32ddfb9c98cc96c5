package org.huiling.recalculation;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.huiling.account.CurrentUser;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.decision.review.DecisionReviews;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.Program;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.huiling.problem.Refusal;
import org.huiling.recalculation.run.Run;
import org.huiling.recalculation.run.Run.Progress;
import org.huiling.recalculation.run.RunLauncher;
import org.huiling.recalculation.run.RunMode;
import org.huiling.recalculation.run.RunState;
import org.huiling.recalculation.run.RunStore;
import org.huiling.recalculation.run.WithdrawnVersion;
import org.huiling.storage.RecordedTime;
import org.huiling.storage.TimeOrderedId;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Orders runs, stops them and lets them go on. */
@Component
class Recalculations {

	private static final int UNPROCESSABLE = 422;

	private static final int CONFLICT = 409;

	private final RunStore store;

	private final RunLauncher launcher;

	private final DecisionReviews reviews;

	private final PolicyCatalogue catalogue;

	private final RecordedTime time;

	private final AuditTrail audit;

	private final CurrentUser user;

	private final Clock clock;

	Recalculations(RunStore store, RunLauncher launcher, DecisionReviews reviews, PolicyCatalogue catalogue,
			RecordedTime time, AuditTrail audit, CurrentUser user, Clock clock) {
		this.store = store;
		this.launcher = launcher;
		this.reviews = reviews;
		this.catalogue = catalogue;
		this.time = time;
		this.audit = audit;
		this.user = user;
		this.clock = clock;
	}

	/**
	 * Orders a run; it begins when the transaction ends.
	 * @throws InvalidInput 422 for a jurisdiction or program that there is not
	 * @throws Refusal 403 outside of the caller's regions, 409 {@code RUN_OVERLAPS} while
	 * another one could decide the same
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Run order(RunBody body) {
		List<String> jurisdictions = jurisdictions(body);
		refuseUnknownPrograms(body, jurisdictions);
		this.store.lockOrders();
		Instant knownAt = this.time.settled();
		// what another instance has published by then: a later run would not look for it
		this.catalogue.refreshIfChanged();
		YearMonth now = YearMonth.now(this.clock);
		YearMonth from = (body.withdrawnVersion() != null) ? first(body.withdrawnVersion(), knownAt)
				: Objects.requireNonNull(body.from());
		YearMonth to = (body.to() != null) ? body.to() : now;
		if (to.isBefore(from)) {
			throw new InvalidInput(UNPROCESSABLE, List.of(FieldError.of("to", RunFault.BEFORE_FROM.name())));
		}
		Run run = new Run(TimeOrderedId.next(), body.mode(), jurisdictions,
				(body.programs() != null) ? List.copyOf(new TreeSet<>(body.programs())) : null, from, to, now,
				body.touchedSince(), body.withdrawnVersion(), body.reason(), this.user.name(), knownAt, knownAt,
				RunState.STARTING, null, null, null, 0, null, null, new Progress(0, 0, 0, 0));
		refuseOverlap(run);
		Map<String, Integer> policies = new HashMap<>();
		jurisdictions.forEach((id) -> policies.put(id, this.reviews.keepPolicies(id, knownAt)));
		this.store.insert(run, policies);
		this.audit.record(AuditAction.RECALCULATION_ORDERED, run.id().toString(),
				Map.of("mode", run.mode().name(), "jurisdictions", jurisdictions, "from", run.from().toString(), "to",
						run.to().toString(), "reason", run.reason()));
		launchAfterCommit(run.id());
		return run;
	}

	/**
	 * Asks a run to stop after the slices under way.
	 * @throws Refusal 409 if it is not under way
	 */
	@Transactional
	public Run stop(UUID id) {
		Run run = visible(id);
		if (!this.store.move(id, RunState.STOPPING, RunState.STARTING, RunState.RUNNING, RunState.STOPPING)) {
			throw new Refusal(CONFLICT, "RUN_NOT_OPEN", run.state().name());
		}
		this.audit.record(AuditAction.RECALCULATION_STOP_ASKED, id.toString(), Map.of());
		return this.store.require(id);
	}

	/**
	 * Lets a run go on that stopped or failed, with the same facts and policies.
	 * @throws Refusal 409 if it is neither, if another one could decide the same, or if
	 * one that knew more already did
	 */
	@Transactional
	public Run restart(UUID id) {
		Run run = visible(id);
		this.store.lockOrders();
		if (run.state() != RunState.STOPPED && run.state() != RunState.FAILED) {
			throw new Refusal(CONFLICT, "RUN_NOT_STOPPED", run.state().name());
		}
		refuseOverlap(run);
		if (run.mode() == RunMode.COMMIT) {
			this.store.completedAfter(run.knownAt())
				.stream()
				.filter((other) -> !other.id().equals(run.id()) && other.overlaps(run))
				.findFirst()
				.ifPresent((other) -> {
					throw new Refusal(CONFLICT, "RUN_OVERTAKEN", other.id().toString());
				});
		}
		this.store.move(id, RunState.STARTING, RunState.STOPPED, RunState.FAILED);
		this.audit.record(AuditAction.RECALCULATION_RESTARTED, id.toString(), Map.of("done", run.progress().done()));
		launchAfterCommit(id);
		return this.store.require(id);
	}

	/**
	 * A run inside the caller's regions.
	 * @throws Refusal 404 if there is none
	 */
	Run visible(UUID id) {
		return this.store.find(id).filter(this::isVisible).orElseThrow(() -> Refusal.notFound("RUN_NOT_FOUND"));
	}

	boolean isVisible(Run run) {
		return run.jurisdictions().stream().allMatch(this::reaches);
	}

	private boolean reaches(String jurisdiction) {
		return this.catalogue.jurisdiction(jurisdiction)
			.map((one) -> this.user.regions().covers(one.regionPrefix()))
			.orElse(false);
	}

	/** The first month that was decided under a version that is no longer known. */
	private YearMonth first(WithdrawnVersion version, Instant knownAt) {
		boolean known = this.catalogue.snapshot(version.jurisdiction(), knownAt)
			.pages()
			.stream()
			.filter((page) -> page.program().equals(version.program()))
			.flatMap((page) -> page.editions().stream())
			.anyMatch((edition) -> edition.version().equals(version.version()));
		if (known) {
			throw refused("withdrawnVersion.version", RunFault.NOT_WITHDRAWN);
		}
		return this.reviews.firstUnder(version.jurisdiction(), version.program(), version.version())
			.orElseThrow(() -> refused("withdrawnVersion.version", RunFault.NOTHING_DECIDED));
	}

	private static InvalidInput refused(String field, RunFault fault) {
		return new InvalidInput(fault.status(), List.of(FieldError.of(field, fault.name())));
	}

	private List<String> jurisdictions(RunBody body) {
		String whose = body.whose();
		if (whose == null) {
			List<String> reached = this.catalogue.jurisdictions()
				.stream()
				.map(Jurisdiction::id)
				.filter(this::reaches)
				.toList();
			if (reached.isEmpty()) {
				throw new Refusal(403, "OUTSIDE_REGION");
			}
			return reached;
		}
		String known = this.catalogue.jurisdictions().stream().map(Jurisdiction::id).collect(Collectors.joining(", "));
		Jurisdiction named = this.catalogue.jurisdiction(whose)
			.orElseThrow(() -> new InvalidInput(UNPROCESSABLE,
					List.of(FieldError.of("jurisdiction", "UNKNOWN_JURISDICTION", known))));
		this.user.requireRegion(named.regionPrefix());
		return List.of(named.id());
	}

	private void refuseUnknownPrograms(RunBody body, List<String> jurisdictions) {
		if (body.programs() == null) {
			return;
		}
		Set<String> known = new TreeSet<>();
		jurisdictions.forEach((id) -> this.catalogue.book(id, this.clock.instant())
			.programs()
			.stream()
			.map(Program::id)
			.filter((program) -> !Program.STACKING.equals(program))
			.forEach(known::add));
		List<FieldError> errors = new ArrayList<>();
		for (int i = 0; i < body.programs().size(); i++) {
			if (!known.contains(body.programs().get(i))) {
				errors.add(FieldError.of("programs[" + i + "]", "UNKNOWN_PROGRAM", String.join(", ", known)));
			}
		}
		if (!errors.isEmpty()) {
			throw new InvalidInput(UNPROCESSABLE, errors);
		}
	}

	/** Two dry runs are in nobody's way. */
	private void refuseOverlap(Run run) {
		this.store.open()
			.stream()
			.filter((other) -> !other.id().equals(run.id()) && other.overlaps(run)
					&& (other.mode() == RunMode.COMMIT || run.mode() == RunMode.COMMIT))
			.findFirst()
			.ifPresent((other) -> {
				throw new Refusal(CONFLICT, "RUN_OVERLAPS", other.id().toString());
			});
	}

	private void launchAfterCommit(UUID run) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				Recalculations.this.launcher.launch(run);
			}

		});
	}

}
