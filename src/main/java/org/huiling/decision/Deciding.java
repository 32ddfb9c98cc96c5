package org.huiling.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.huiling.account.CurrentUser;
import org.huiling.applicant.KnownApplicant;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.decision.assessment.ObservedAssessment;
import org.huiling.decision.assessment.PolicyLookup;
import org.huiling.decision.assessment.RequestFault;
import org.huiling.decision.store.Decision;
import org.huiling.decision.store.Decision.Seen;
import org.huiling.decision.store.DecisionStore;
import org.huiling.decision.store.EffectiveDecisions;
import org.huiling.decision.store.GivenOnce;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.PolicyBook;
import org.huiling.facts.Period;
import org.huiling.facts.record.FactRecord;
import org.huiling.policy.CatalogueSnapshot;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.huiling.problem.Refusal;
import org.huiling.storage.RecordedTime;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes answers of the rules official. */
@Component
class Deciding {

	private static final int UNPROCESSABLE = 422;

	private static final int CONFLICT = 409;

	private final PolicyLookup lookup;

	private final DecisionStore store;

	private final GivenOnce given;

	private final RecordedTime time;

	private final AuditTrail audit;

	private final CurrentUser user;

	Deciding(PolicyLookup lookup, DecisionStore store, GivenOnce given, RecordedTime time, AuditTrail audit,
			CurrentUser user) {
		this.lookup = lookup;
		this.store = store;
		this.given = given;
		this.time = time;
		this.audit = audit;
		this.user = user;
	}

	/**
	 * What came out.
	 *
	 * @param items what stands now for what was asked
	 * @param fresh the ids of those that are new
	 * @param undecided what is missing where
	 * @param given what another month has taken that was asked for, with the decision
	 * @param effective everything about the person afterwards
	 */
	record Decided(List<Decision> items, Set<UUID> fresh, List<Undecided> undecided, List<DecisionPlan.Given> given,
			EffectiveDecisions effective) {
	}

	/**
	 * Decides about a person.
	 * @param known what is known about them now
	 * @throws InvalidInput 422 naming every missing field if nothing can be decided
	 * @throws org.springframework.dao.DuplicateKeyException if somebody else decided the
	 * same meanwhile
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Decided decide(KnownApplicant known, DecideBody body, Locale locale) {
		List<Decision> own = this.store.of(List.of(known.id()));
		Jurisdiction jurisdiction = jurisdiction(known, body, EffectiveDecisions.of(own));
		CatalogueSnapshot snapshot = this.lookup.snapshot(jurisdiction, known.knownAt());
		PolicyBook book = this.lookup.book(snapshot);
		Set<String> named = PolicyLookup.programs(body.programs(), book, known.on(body.period().firstDay()).subject());
		refuseForOthers(known.on(body.period().firstDay()), jurisdiction, book, named);
		ObservedAssessment observed = new ObservedAssessment(known, snapshot, book, locale);
		List<Decision> before = this.given.with(own, known.id(), book);
		DecisionPlan plan = new DecisionPlan(observed, EffectiveDecisions.of(before), named, this.user.name(),
				body.reason());
		plan.add(observed.answers(body.period(), named));
		refuseNothing(plan);
		List<Decision> made = write(plan.made(), observed);
		this.audit.record(AuditAction.DECISIONS_MADE, known.id().toString(),
				Map.of("period", body.period().toString(), "decisions",
						made.stream().map((one) -> one.id().toString()).toList(), "undecided",
						plan.undecided().size()));
		return decided(plan, before, made);
	}

	private Decided decided(DecisionPlan plan, List<Decision> before, List<Decision> made) {
		Map<UUID, Decision> fresh = made.stream().collect(Collectors.toMap(Decision::id, (one) -> one));
		List<Decision> items = plan.items().stream().map((item) -> fresh.getOrDefault(item.id(), item)).toList();
		List<Decision> all = new ArrayList<>(before);
		all.addAll(made);
		return new Decided(items, fresh.keySet(), plan.undecided(), plan.given(), EffectiveDecisions.of(all));
	}

	/** The stamp comes first: whoever holds it waits for nobody else's rows. */
	private List<Decision> write(List<Decision> made, ObservedAssessment observed) {
		if (made.isEmpty()) {
			return made;
		}
		Instant now = this.time.stamp();
		Seen seen = new Seen(this.store.keepFacts(observed.facts()), this.store.keepBook(observed.policies()));
		List<Decision> stamped = made.stream().map((decision) -> decision.stamped(now, seen)).toList();
		stamped.forEach(this.store::insert);
		return stamped;
	}

	private Jurisdiction jurisdiction(KnownApplicant known, DecideBody body, EffectiveDecisions effective) {
		if (body.jurisdiction() != null) {
			return this.lookup.named(body.jurisdiction());
		}
		Period period = body.period();
		FactRecord first = known.on(period.firstDay());
		return this.lookup.claimed(first).or(() -> this.lookup.claimed(known.on(period.lastDay()))).orElseGet(() -> {
			Set<String> deciding = effective.all()
				.stream()
				.map((decision) -> decision.key().jurisdiction())
				.collect(Collectors.toSet());
			return (deciding.size() == 1) ? this.lookup.named(deciding.iterator().next()) : this.lookup.ofHukou(first);
		});
	}

	/** What applies below is decided where the hukou lies, by nobody who encloses it. */
	private void refuseForOthers(FactRecord facts, Jurisdiction jurisdiction, PolicyBook book,
			@Nullable Set<String> named) {
		this.lookup.claimed(facts)
			.filter((belongs) -> belongs.isBelow(jurisdiction))
			.ifPresent((belongs) -> book.programs()
				.stream()
				.filter((program) -> program.appliesBelow() && (named == null || named.contains(program.id())))
				.findFirst()
				.ifPresent((program) -> {
					throw new Refusal(CONFLICT, "DECIDED_BELOW", program.id(), belongs.id());
				}));
	}

	private static void refuseNothing(DecisionPlan plan) {
		if (!plan.items().isEmpty()) {
			return;
		}
		Set<FieldError> errors = new LinkedHashSet<>();
		plan.undecided()
			.forEach((one) -> one.missing()
				.forEach((field) -> errors
					.add(FieldError.of(field, RequestFault.NEEDED.name(), one.program(), one.period()))));
		if (errors.isEmpty()) {
			errors.add(FieldError.of("period", RequestFault.NOTHING_TO_DECIDE.name()));
		}
		throw new InvalidInput(UNPROCESSABLE, List.copyOf(errors));
	}

}
