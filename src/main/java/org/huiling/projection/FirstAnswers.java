package org.huiling.projection;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.huiling.account.CurrentUser;
import org.huiling.applicant.KnownApplicant;
import org.huiling.applicant.PeopleInMemory;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.decision.review.Projecting;
import org.huiling.decision.review.ProjectionOrder;
import org.huiling.decision.review.Projector;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.problem.PolicyDefects;
import org.huiling.policy.CatalogueSnapshot;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.policy.drafts.trial.DraftTrials;
import org.huiling.policy.drafts.trial.TriedDraft;
import org.huiling.projection.report.FirstAnswer;
import org.huiling.projection.report.PersonCount;
import org.huiling.projection.report.ProjectionReports;
import org.huiling.projection.report.ProjectionSight;
import org.huiling.projection.report.Sums;
import org.huiling.storage.RecordedTime;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a draft comes to this month, from the people in memory, one draft after the other.
 */
@Component
public class FirstAnswers {

	private final DraftTrials trials;

	private final Projecting projecting;

	private final PeopleInMemory memory;

	private final PeopleReading reading;

	private final ProjectionStore store;

	private final ProjectionSight sight;

	private final PolicyCatalogue catalogue;

	private final RecordedTime time;

	private final AuditTrail audit;

	private final CurrentUser user;

	private final Clock clock;

	private final TransactionTemplate transaction;

	/** Others are told to ask again. */
	private final AtomicBoolean busy = new AtomicBoolean();

	FirstAnswers(DraftTrials trials, Projecting projecting, PeopleInMemory memory, PeopleReading reading,
			ProjectionStore store, ProjectionSight sight, PolicyCatalogue catalogue, RecordedTime time,
			AuditTrail audit, CurrentUser user, Clock clock, PlatformTransactionManager transactions) {
		this.trials = trials;
		this.projecting = projecting;
		this.memory = memory;
		this.reading = reading;
		this.store = store;
		this.sight = sight;
		this.catalogue = catalogue;
		this.time = time;
		this.audit = audit;
		this.user = user;
		this.clock = clock;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * What a draft that is checked comes to; on the trail once it is told.
	 * @param draft its id
	 * @return without what is about so few people that somebody could be known by it
	 */
	public FirstAnswer of(UUID draft) {
		if (!this.busy.compareAndSet(false, true)) {
			return FirstAnswer.untold(FirstAnswer.State.LATER);
		}
		try {
			return answered(draft);
		}
		finally {
			this.busy.set(false);
		}
	}

	private FirstAnswer answered(UUID draft) {
		Optional<TriedDraft> tried = this.trials.tried(draft);
		Optional<Jurisdiction> jurisdiction = tried.flatMap((one) -> this.catalogue.jurisdiction(one.jurisdiction()))
			.filter((one) -> this.user.regions().covers(one.regionPrefix()));
		if (tried.isEmpty() || jurisdiction.isEmpty()) {
			return FirstAnswer.untold(FirstAnswer.State.NONE);
		}
		if (this.store.isRunUnderWay()) {
			return FirstAnswer.untold(FirstAnswer.State.LATER);
		}
		Instant knownAt = this.time.settled();
		PeopleInMemory.People people = this.memory.of(jurisdiction.get().regionPrefix(), knownAt);
		if (!people.isWhole()) {
			return FirstAnswer.untold(this.reading.isToBe(jurisdiction.get().regionPrefix()) ? FirstAnswer.State.LATER
					: FirstAnswer.State.NONE);
		}
		try {
			return told(tried.get(), jurisdiction.get().id(), knownAt, people);
		}
		catch (PolicyDefects defects) {
			return FirstAnswer.untold(FirstAnswer.State.NONE);
		}
	}

	private FirstAnswer told(TriedDraft draft, String jurisdiction, Instant knownAt, PeopleInMemory.People people) {
		YearMonth month = month(draft);
		CatalogueSnapshot snapshot = this.projecting.snapshot(jurisdiction, knownAt);
		PolicyBook before = this.projecting.book(snapshot);
		PolicyBook after = this.trials.over(snapshot, List.of(draft));
		Set<String> touched = new TreeSet<>(TouchedPrograms.between(before, after, month, month));
		ProjectionOrder order = new ProjectionOrder(jurisdiction, 0, knownAt, touched, month, month, false);
		Projector projector = this.projecting.projector(order, snapshot, List.of(before, after), null);
		Optional<Sums> summed = people.still(() -> summed(projector, people, month, touched));
		if (summed.isEmpty()) {
			return FirstAnswer.untold(FirstAnswer.State.LATER);
		}
		Sums sums = summed.get();
		this.transaction.executeWithoutResult(
				(status) -> this.audit.record(AuditAction.PROJECTION_FIRST_ANSWER, draft.id().toString(),
						Map.of("jurisdiction", jurisdiction, "month", month.toString(), "digest", draft.digest())));
		ProjectionReports report = this.sight.report(sums, List.of());
		return new FirstAnswer(FirstAnswer.State.TOLD, month, sums.of(new Sums.Key(Sums.Kind.ALL, "")).people(),
				report.changes(), report.total(), this.catalogue.currency(jurisdiction));
	}

	/** This month, or the first one that a draft of later days governs. */
	private YearMonth month(TriedDraft draft) {
		YearMonth now = YearMonth.now(this.clock);
		String version = draft.version();
		if (version == null) {
			return now;
		}
		LocalDate from = LocalDate.parse(version.substring(0, LocalDate.EPOCH.toString().length()));
		YearMonth first = YearMonth.from(from.plusMonths(1).minusDays(1));
		return first.isAfter(now) ? first : now;
	}

	/** None if memory ran short meanwhile, or a run began. */
	private Optional<Sums> summed(Projector projector, PeopleInMemory.People people, YearMonth month,
			Set<String> touched) {
		Sums all = new Sums();
		AtomicInteger next = new AtomicInteger();
		AtomicBoolean lost = new AtomicBoolean();
		SliceCrew crew = new SliceCrew(() -> !lost.get() && !this.store.isRunUnderWay(), () -> {
			int part = next.getAndIncrement();
			if (part >= people.parts()) {
				return false;
			}
			List<KnownApplicant> some = people.part(part);
			if (some == null) {
				lost.set(true);
				return true;
			}
			PersonCount count = new PersonCount(month, 1, 0, List.of(), touched);
			projector.projectKnown(some).stream().filter((one) -> one.fault() == null).forEach(count::add);
			synchronized (all) {
				all.add(count.sums());
			}
			return true;
		});
		return (crew.work() && !lost.get()) ? Optional.of(all) : Optional.empty();
	}

}
