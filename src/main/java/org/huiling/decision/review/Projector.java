package org.huiling.decision.review;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huiling.applicant.ApplicantRegister;
import org.huiling.applicant.KnownApplicant;
import org.huiling.applicant.PeopleInMemory;
import org.huiling.decision.assessment.ObservedAssessment;
import org.huiling.decision.assessment.PolicyLookup;
import org.huiling.decision.review.Projected.Answered;
import org.huiling.decision.store.Decision;
import org.huiling.decision.store.DecisionStore;
import org.huiling.engine.Cycle;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.Program;
import org.huiling.engine.problem.PolicyFault;
import org.huiling.facts.Subject;
import org.huiling.policy.CatalogueSnapshot;
import org.huiling.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * Works out what several books of policies of one jurisdiction come to for people, month
 * by month. Writes nothing. Safe for many threads.
 */
public final class Projector {

	private final ProjectionOrder order;

	private final CatalogueSnapshot snapshot;

	private final List<Book> books;

	private final CatalogueResidence place;

	private final DecisionStore store;

	private final PeopleInMemory.People people;

	/** To whom a program is given once. */
	private final Set<Subject> givingOnce;

	Projector(ProjectionOrder order, CatalogueSnapshot snapshot, List<PolicyBook> books, @Nullable Set<String> touched,
			PolicyLookup lookup, DecisionStore store, PeopleInMemory.People people) {
		this.order = order;
		this.snapshot = snapshot;
		this.store = store;
		this.people = people;
		// what a run would leave is told of each as a whole
		Set<String> differing = order.appliedOnly() ? null : touched;
		List<Book> opened = new ArrayList<>();
		books.forEach((one) -> opened.add(book(one, opened.isEmpty() ? null : differing)));
		this.books = List.copyOf(opened);
		this.givingOnce = Stream.of(Subject.values())
			.filter((subject) -> this.books.stream().anyMatch((book) -> book.givesOnce(subject)))
			.collect(Collectors.toUnmodifiableSet());
		this.place = new CatalogueResidence(lookup, books.get(0).jurisdiction(), order.knownAt());
	}

	/** A book and what of it is asked. */
	private record Book(PolicyBook policies, Set<String> programs, LastDays lastDays, ReviewOrder review) {

		boolean givesOnce(Subject subject) {
			return this.policies.programs()
				.stream()
				.anyMatch((program) -> program.cycle() == Cycle.ONCE && program.subject() == subject
						&& this.programs.contains(program.id()));
		}

	}

	private Book book(PolicyBook policies, @Nullable Set<String> only) {
		PolicyBook found = new RunPolicies(policies);
		Set<String> programs = policies.programs()
			.stream()
			.map(Program::id)
			.filter((program) -> !Program.STACKING.equals(program) && this.order.asksFor(program)
					&& (only == null || only.contains(program)))
			.collect(Collectors.toUnmodifiableSet());
		// nothing is settled of the month before: it is not asked for
		LastDays lastDays = new LastDays(found, programs, (policy) -> Optional.empty());
		ReviewOrder review = new ReviewOrder(UUID.randomUUID(), this.order.jurisdiction(), this.order.policies(),
				this.order.knownAt(), this.order.programs(), this.order.from(), this.order.to(), this.order.to(), "",
				"");
		return new Book(found, programs, lastDays, review);
	}

	/**
	 * Projects people; one whose facts are broken does not keep the others from it.
	 * @param ids their ids
	 * @return in the same order, without those who were not known then or whose file
	 * ended
	 */
	public List<Projected> project(Collection<UUID> ids) {
		ApplicantRegister.KnownPeople known = this.people.known(ids);
		Decided decided = decided(known.people().values());
		List<Projected> projected = new ArrayList<>();
		for (UUID id : ids) {
			KnownApplicant person = known.people().get(id);
			if (person != null) {
				projected.add(project(person, decided.of(id)));
			}
			else if (known.broken().containsKey(id)) {
				projected.add(Projected.failed(id, known.broken().get(id)));
			}
		}
		return projected;
	}

	/**
	 * Projects people who are known already.
	 * @param people who were known when it was ordered
	 * @return in the same order
	 */
	public List<Projected> projectKnown(List<KnownApplicant> people) {
		Decided decided = decided(people);
		return people.stream().map((person) -> project(person, decided.of(person.id()))).toList();
	}

	/** What is decided of people, as far as it matters. */
	private record Decided(Map<UUID, List<Decision>> own, Map<UUID, List<Decision>> merged) {

		List<Decision> of(UUID person) {
			List<Decision> own = this.own.getOrDefault(person, List.of());
			List<Decision> merged = this.merged.getOrDefault(person, List.of());
			return merged.isEmpty() ? own : Stream.concat(own.stream(), merged.stream()).toList();
		}

	}

	private Decided decided(Collection<KnownApplicant> people) {
		List<UUID> once = people.stream()
			.filter((person) -> this.givingOnce.contains(person.on(LocalDate.EPOCH).subject()))
			.map(KnownApplicant::id)
			.toList();
		Collection<Decision> own = this.order.appliedOnly()
				? this.store.withoutReasons(people.stream().map(KnownApplicant::id).toList())
				: once.isEmpty() ? List.of() : this.store.onceWithoutReasons(once);
		return new Decided(own.stream().collect(Collectors.groupingBy((decision) -> decision.key().applicant())),
				once.isEmpty() ? Map.of() : this.store.onceUnderMergedFiles(once));
	}

	private Projected project(KnownApplicant person, List<Decision> decisions) {
		try {
			List<List<Answered>> byPolicies = new ArrayList<>(this.books.size());
			ObservedAssessment first = new ObservedAssessment(person, this.snapshot, this.books.get(0).policies(),
					Locale.SIMPLIFIED_CHINESE);
			for (Book book : this.books) {
				ObservedAssessment observed = byPolicies.isEmpty() ? first : first.before(book.policies());
				PersonProjection one = new PersonProjection(this.order, book.programs(), book.lastDays(), observed,
						this.place, decisions);
				List<Answered> answered = this.order.appliedOnly() ? one.decided(book.review()) : one.assessed();
				byPolicies.add(byPolicies.isEmpty() ? answered : withUntouched(answered, byPolicies.get(0), book));
			}
			return new Projected(person.id(), group(person), byPolicies, null);
		}
		catch (InvalidInput | PolicyFault fault) {
			return Projected.failed(person.id(), String.valueOf(fault.getMessage()));
		}
	}

	/** What is not asked for again is what it was by the first policies. */
	private List<Answered> withUntouched(List<Answered> answered, List<Answered> first, Book book) {
		if (book.programs().equals(this.books.get(0).programs())) {
			return answered;
		}
		List<Answered> all = new ArrayList<>(answered);
		for (int i = 0; i < first.size(); i++) {
			if (!book.programs().contains(first.get(i).program())) {
				all.add(first.get(i));
			}
		}
		return all;
	}

	/** As they are counted in the first month in which they belong here. */
	private Projected.Group group(KnownApplicant person) {
		LocalDate day = this.order.from().atDay(1);
		for (YearMonth month = this.order.from(); !month.isAfter(this.order.to()); month = month.plusMonths(1)) {
			if (this.place.isInside(person.on(month.atDay(1)))) {
				day = month.atDay(1);
				break;
			}
		}
		return Projected.Group.of(person.on(day), day);
	}

}
