package org.huiling.decision.review;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.huiling.applicant.ApplicantRegister;
import org.huiling.applicant.KnownApplicant;
import org.huiling.decision.assessment.ObservedAssessment;
import org.huiling.decision.assessment.PolicyLookup;
import org.huiling.decision.store.Decision;
import org.huiling.decision.store.DecisionStore;
import org.huiling.engine.Cycle;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.Program;
import org.huiling.engine.problem.PolicyFault;
import org.huiling.policy.CatalogueSnapshot;
import org.huiling.problem.InvalidInput;

/** Reviews people by the policies of one jurisdiction. Safe for many threads. */
public final class Reviewer {

	private final ReviewOrder order;

	private final CatalogueSnapshot snapshot;

	private final PolicyBook book;

	private final Set<String> programs;

	private final LastDays lastDays;

	private final boolean givesOnce;

	private final CatalogueResidence place;

	private final DecisionStore store;

	private final ApplicantRegister register;

	Reviewer(ReviewOrder order, CatalogueSnapshot snapshot, PolicyBook book, PolicyLookup lookup, DecisionStore store,
			ApplicantRegister register) {
		this.order = order;
		this.snapshot = snapshot;
		this.book = new RunPolicies(book);
		this.programs = book.programs()
			.stream()
			.map(Program::id)
			.filter((program) -> !Program.STACKING.equals(program) && order.asksFor(program))
			.collect(Collectors.toUnmodifiableSet());
		this.lastDays = new LastDays(this.book, this.programs,
				(policy) -> store.firstPeriodUnder(order.jurisdiction(), policy.program().id(), policy.version()));
		this.givesOnce = book.programs().stream().anyMatch((program) -> program.cycle() == Cycle.ONCE);
		this.place = new CatalogueResidence(lookup, book.jurisdiction(), order.knownAt());
		this.store = store;
		this.register = register;
	}

	/**
	 * Reviews people; one whose facts are broken does not keep the others from it.
	 * @param from the first month that is reviewed, by their ids
	 * @return in the same order, without those who were not known then
	 */
	public List<Reviewed> review(Map<UUID, YearMonth> from) {
		Collection<UUID> ids = from.keySet();
		ApplicantRegister.KnownPeople known = this.register.known(ids, this.order.knownAt());
		Map<UUID, List<Decision>> decisions = this.store.withoutReasons(ids)
			.stream()
			.collect(Collectors.groupingBy((decision) -> decision.key().applicant()));
		Map<UUID, List<Decision>> merged = this.givesOnce ? this.store.onceUnderMergedFiles(ids) : Map.of();
		Map<UUID, Reviewed> reviewed = new HashMap<>();
		for (UUID id : ids) {
			KnownApplicant person = known.people().get(id);
			if (person != null) {
				List<Decision> theirs = new ArrayList<>(decisions.getOrDefault(id, List.of()));
				theirs.addAll(merged.getOrDefault(id, List.of()));
				Reviewed one = review(person, theirs, from.getOrDefault(id, this.order.from()));
				reviewed.put(id, one);
				one.made()
					.stream()
					.filter((made) -> !made.key().applicant().equals(id))
					.forEach((made) -> decisions.computeIfAbsent(made.key().applicant(), (file) -> new ArrayList<>())
						.add(made));
			}
			else if (known.broken().containsKey(id)) {
				reviewed.put(id, Reviewed.failed(id, known.broken().get(id)));
			}
		}
		known.ended()
			.forEach((id, because) -> reviewed.put(id, EndedFile.review(this.order,
					from.getOrDefault(id, this.order.from()), id, decisions.getOrDefault(id, List.of()), because)));
		return ids.stream().map(reviewed::get).filter(Objects::nonNull).toList();
	}

	private Reviewed review(KnownApplicant person, List<Decision> decisions, YearMonth from) {
		try {
			ObservedAssessment observed = new ObservedAssessment(person, this.snapshot, this.book,
					Locale.SIMPLIFIED_CHINESE);
			return new PersonReview(this.order, from, this.programs, this.lastDays, observed, this.place, decisions)
				.review();
		}
		catch (InvalidInput | PolicyFault fault) {
			return Reviewed.failed(person.id(), String.valueOf(fault.getMessage()));
		}
	}

}
