package org.huiling.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.Program;
import org.huiling.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The published policies: whose they are and which is in force when. It answers from
 * memory; only the first use of a version reads the database.
 */
public final class PolicyCatalogue {

	private final PolicyStore store;

	private final CompiledPolicies compiled;

	private volatile Catalogue current = Catalogue.EMPTY;

	/** The last book of each jurisdiction: nearly everybody asks as of now. */
	private final Map<String, LastBook> lastBooks = new ConcurrentHashMap<>();

	PolicyCatalogue(PolicyStore store, CompiledPolicies compiled) {
		this.store = store;
		this.compiled = compiled;
	}

	/**
	 * Every jurisdiction.
	 * @return in the order of their ids
	 */
	public List<Jurisdiction> jurisdictions() {
		return List.copyOf(this.current.jurisdictions().values());
	}

	/**
	 * A jurisdiction by its id.
	 * @param id such as {@code model-district}
	 * @return the jurisdiction, or none
	 */
	public Optional<Jurisdiction> jurisdiction(String id) {
		return Optional.ofNullable(this.current.jurisdictions().get(id));
	}

	/**
	 * The jurisdiction that claims a region by the longest prefix.
	 * @param region a region code, such as {@code 379901003}
	 * @return the jurisdiction, or none
	 */
	public Optional<Jurisdiction> jurisdictionOf(String region) {
		return this.current.jurisdictionOf(region);
	}

	/**
	 * The policies of a jurisdiction as they were known at an instant. The book does not
	 * change any more, whatever is published later.
	 * @param jurisdiction the jurisdiction's id
	 * @param knownAt the instant
	 * @return its book; asking it for a version that can no longer be compiled throws a
	 * {@link Refusal} that names the version
	 * @throws Refusal with status 404 if there is no such jurisdiction
	 */
	public PolicyBook book(String jurisdiction, Instant knownAt) {
		Catalogue now = this.current;
		LastBook last = this.lastBooks.get(jurisdiction);
		if (last == null || !last.serves(now, knownAt)) {
			last = new LastBook(now, knownAt, now.changesAfter(jurisdiction, knownAt),
					makeBook(now, jurisdiction, knownAt));
			this.lastBooks.put(jurisdiction, last);
		}
		return last.book();
	}

	private PolicyBook makeBook(Catalogue now, String jurisdiction, Instant knownAt) {
		Jurisdiction owner = now.jurisdictions().get(jurisdiction);
		if (owner == null) {
			throw Refusal.notFound("JURISDICTION_NOT_FOUND", jurisdiction);
		}
		List<Program> programs = now.programs(jurisdiction);
		Map<String, Timeline> known = programs.stream()
			.collect(Collectors.toMap(Program::id, (each) -> now.timeline(jurisdiction, each.id()).knownAt(knownAt)));
		Map<String, Program> byId = programs.stream().collect(Collectors.toMap(Program::id, Function.identity()));
		return new KnownBook(owner, programs, byId, known, this.compiled);
	}

	/** Takes in what was published since. */
	void refresh() {
		this.current = Catalogue.load(this.store);
	}

	Catalogue current() {
		return this.current;
	}

	/**
	 * A book with the instants that it is right for.
	 *
	 * @param catalogue the picture it was made from
	 * @param from the first instant
	 * @param until when something is published or withdrawn next; the book does not know
	 * it
	 * @param book the book
	 */
	private record LastBook(Catalogue catalogue, Instant from, Instant until, PolicyBook book) {

		boolean serves(Catalogue now, Instant knownAt) {
			return this.catalogue == now && !knownAt.isBefore(this.from) && knownAt.isBefore(this.until);
		}

	}

	/** A book over one picture of the catalogue. */
	private record KnownBook(Jurisdiction jurisdiction, List<Program> programs, Map<String, Program> byId,
			Map<String, Timeline> known, CompiledPolicies compiled) implements PolicyBook {

		@Override
		public @Nullable CompiledPolicy inForce(String program, LocalDate day) {
			Program found = this.byId.get(program);
			if (found == null) {
				return null;
			}
			return this.known.getOrDefault(program, Timeline.EMPTY)
				.inForce(day)
				.map((version) -> this.compiled.get(version, found))
				.orElse(null);
		}

	}

}
