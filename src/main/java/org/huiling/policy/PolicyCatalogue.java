package org.huiling.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huiling.dictionary.DictionaryInForce;
import org.huiling.dictionary.DictionaryRevision;
import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Currencies;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.Program;
import org.huiling.engine.problem.PolicyDefects;
import org.huiling.engine.standard.Standards;
import org.huiling.engine.standard.StandardsFile;
import org.huiling.facts.reading.FactReading;
import org.huiling.policy.published.PolicyStore;
import org.huiling.policy.published.PublishedVersion;
import org.huiling.policy.published.Timeline;
import org.huiling.policy.published.VersionId;
import org.huiling.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The published policies: whose they are and which is in force when. It answers from
 * memory; only the first use of a version reads the database.
 */
public final class PolicyCatalogue {

	private static final int SERVER_ERROR = 500;

	private static final Logger logger = LoggerFactory.getLogger(PolicyCatalogue.class);

	private final PolicyStore store;

	private final CompiledPolicies compiled;

	private final DictionaryInForce dictionary;

	/** Those of a version's parameters, by its digest: what is published stays. */
	private final Map<String, Map<String, String>> units = new ConcurrentHashMap<>();

	private volatile long taken;

	private volatile Snapshot snapshot = Snapshot.of(Catalogue.EMPTY);

	public PolicyCatalogue(PolicyStore store, CompiledPolicies compiled, DictionaryInForce dictionary) {
		this.store = store;
		this.compiled = compiled;
		this.dictionary = dictionary;
	}

	/**
	 * Every jurisdiction.
	 * @return in the order of their ids
	 */
	public List<Jurisdiction> jurisdictions() {
		return List.copyOf(current().jurisdictions().values());
	}

	/**
	 * A jurisdiction by its id.
	 * @param id such as {@code model-district}
	 * @return the jurisdiction, or none
	 */
	public Optional<Jurisdiction> jurisdiction(String id) {
		return Optional.ofNullable(current().jurisdictions().get(id));
	}

	/**
	 * What a jurisdiction pays in.
	 * @param jurisdiction its id
	 * @return a code of ISO 4217
	 */
	public String currency(String jurisdiction) {
		return jurisdiction(jurisdiction).map(Jurisdiction::currency).orElse(Currencies.DEFAULT);
	}

	/**
	 * What every jurisdiction pays in.
	 * @return a code of ISO 4217; none where some pay in one and some in another currency
	 */
	public Optional<String> onlyCurrency() {
		List<String> all = jurisdictions().stream().map(Jurisdiction::currency).distinct().toList();
		return all.isEmpty() ? Optional.of(Currencies.DEFAULT)
				: (all.size() == 1) ? Optional.of(all.get(0)) : Optional.empty();
	}

	/**
	 * The jurisdiction that claims a region by the longest prefix.
	 * @param region a region code, such as {@code 379901003}
	 * @return the jurisdiction, or none
	 */
	public Optional<Jurisdiction> jurisdictionOf(String region) {
		return current().jurisdictionOf(region);
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
		Snapshot now = this.snapshot;
		LastBook last = now.books().get(jurisdiction);
		if (last == null || !last.serves(knownAt)) {
			last = new LastBook(knownAt, changesAfter(now.catalogue(), jurisdiction, knownAt),
					makeBook(now.catalogue(), jurisdiction, knownAt));
			now.books().put(jurisdiction, last);
		}
		return last.book();
	}

	private Instant changesAfter(Catalogue now, String jurisdiction, Instant knownAt) {
		Instant versions = now.changesAfter(jurisdiction, knownAt);
		Instant facts = this.dictionary.changesAfter(knownAt);
		return versions.isBefore(facts) ? versions : facts;
	}

	private PolicyBook makeBook(Catalogue now, String jurisdiction, Instant knownAt) {
		Jurisdiction owner = now.jurisdictions().get(jurisdiction);
		if (owner == null) {
			throw Refusal.notFound("JURISDICTION_NOT_FOUND", jurisdiction);
		}
		List<Program> programs = now.applying(jurisdiction);
		Map<String, Timeline> known = programs.stream()
			.collect(Collectors.toMap(Program::id, (each) -> now.timeline(jurisdiction, each).knownAt(knownAt)));
		Map<String, Program> byId = programs.stream().collect(Collectors.toMap(Program::id, Function.identity()));
		Map<String, Standards> standards = standards(now, jurisdiction, programs,
				now.standardsKnown(jurisdiction, knownAt));
		return new KnownBook(owner, programs, byId, known, standards, revision(known.values(), knownAt).reading(),
				this.compiled);
	}

	/** Those that the programs go by, by their owner. */
	private static Map<String, Standards> standards(Catalogue now, String jurisdiction, List<Program> programs,
			Map<String, String> known) {
		Map<String, Standards> standards = new TreeMap<>();
		Stream
			.concat(Stream.of(jurisdiction),
					programs.stream().map(Program::owner).filter(Objects::nonNull).map(Jurisdiction::id))
			.distinct()
			.forEach((owner) -> standards.put(owner,
					now.standards(owner, known).orElseThrow(() -> new Refusal(SERVER_ERROR, "STANDARDS_LOST", owner))));
		return standards;
	}

	/**
	 * The dictionary that was known at an instant, or a later one that a version known
	 * then was checked with: what installations begin with is dated back.
	 */
	private DictionaryRevision revision(Collection<Timeline> known, Instant knownAt) {
		int checked = known.stream()
			.flatMap((timeline) -> timeline.versions().stream())
			.mapToInt(PublishedVersion::dictionary)
			.max()
			.orElse(0);
		return this.dictionary.knownAt(knownAt, checked);
	}

	/**
	 * What is known at an instant, to be kept.
	 * @param jurisdiction the jurisdiction's id
	 * @param knownAt the instant
	 * @return the snapshot
	 */
	public CatalogueSnapshot snapshot(String jurisdiction, Instant knownAt) {
		Catalogue now = current();
		List<CatalogueSnapshot.Page> pages = new ArrayList<>();
		List<Timeline> known = new ArrayList<>();
		for (Program program : now.applying(jurisdiction)) {
			Timeline timeline = now.timeline(jurisdiction, program).knownAt(knownAt);
			known.add(timeline);
			pages.add(new CatalogueSnapshot.Page(program.id(), (program.owner() != null) ? program.owner().id() : null,
					timeline.versions()
						.stream()
						.map((version) -> new CatalogueSnapshot.Edition(version.id().version(), version.digest()))
						.toList()));
		}
		return new CatalogueSnapshot(jurisdiction, revision(known, knownAt).dictionary().digest(),
				now.standardsKnown(jurisdiction, knownAt), pages);
	}

	/**
	 * The policies of a snapshot, withdrawn versions among them.
	 * @param snapshot which versions
	 * @return their book; it answers from these versions and from no others
	 * @throws Refusal with status 404 if there is no such jurisdiction; 500
	 * {@code POLICY_UNUSABLE} if a version is not what it was, {@code STANDARDS_LOST} if
	 * standards are not kept
	 */
	public PolicyBook book(CatalogueSnapshot snapshot) {
		return book(snapshot, List.of());
	}

	/**
	 * The same by standards that are tried.
	 * @param snapshot which versions
	 * @param tried in the place of what was known of their jurisdictions
	 * @return their book; what goes by the standards that are tried is compiled with them
	 * @throws Refusal as above
	 */
	public PolicyBook book(CatalogueSnapshot snapshot, Collection<StandardsFile> tried) {
		Catalogue now = current();
		String jurisdiction = snapshot.jurisdiction();
		Jurisdiction owner = now.jurisdictions().get(jurisdiction);
		if (owner == null) {
			throw Refusal.notFound("JURISDICTION_NOT_FOUND", jurisdiction);
		}
		Map<String, Timeline> known = snapshot.pages()
			.stream()
			.collect(Collectors.toMap(CatalogueSnapshot.Page::program, (page) -> timeline(now, jurisdiction, page)));
		List<Program> programs = programs(now, snapshot);
		return new KnownBook(owner, programs,
				programs.stream().collect(Collectors.toMap(Program::id, Function.identity())), known,
				tried(now, standards(now, jurisdiction, programs, snapshot.standards()), tried),
				revision(snapshot).reading(), this.compiled);
	}

	/**
	 * The units of a published version's parameters, also of one that was withdrawn.
	 * @param digest the version's
	 * @return by the names of the parameters; none if no such version is published, or it
	 * can no longer be read
	 */
	public Map<String, String> units(String digest) {
		Map<String, String> known = this.units.get(digest);
		if (known != null) {
			return known;
		}
		for (PublishedVersion version : current().versions()) {
			if (version.digest().equals(digest)) {
				try {
					Map<String, String> read = this.compiled.header(version.id()).units();
					this.units.put(digest, read);
					return read;
				}
				catch (PolicyDefects unusable) {
					logger.debug("{} cannot be read", version.id());
				}
			}
		}
		return Map.of();
	}

	/**
	 * The standards of a snapshot, with others that are tried.
	 * @param snapshot which were known
	 * @param owner the jurisdiction that goes by them
	 * @param tried in the place of what was known
	 * @return none of enclosing jurisdictions left out
	 */
	public Standards standards(CatalogueSnapshot snapshot, String owner, Collection<StandardsFile> tried) {
		Catalogue now = current();
		Standards known = now.standards(owner, snapshot.standards())
			.orElseThrow(() -> new Refusal(SERVER_ERROR, "STANDARDS_LOST", owner));
		return Objects.requireNonNull(tried(now, Map.of(owner, known), tried).get(owner));
	}

	/** Each with those that are tried of its own jurisdiction and of enclosing ones. */
	private static Map<String, Standards> tried(Catalogue now, Map<String, Standards> known,
			Collection<StandardsFile> tried) {
		Map<String, Standards> standards = new TreeMap<>(known);
		for (StandardsFile file : tried) {
			Jurisdiction of = now.jurisdictions().get(file.jurisdiction());
			standards.replaceAll((owner, theirs) -> (of != null
					&& (owner.equals(of.id()) || Objects.requireNonNull(now.jurisdictions().get(owner)).isBelow(of)))
							? theirs.with(file) : theirs);
		}
		return standards;
	}

	/** Each as its owner describes it now. */
	private static List<Program> programs(Catalogue now, CatalogueSnapshot snapshot) {
		List<Program> programs = new ArrayList<>();
		for (CatalogueSnapshot.Page page : snapshot.pages()) {
			String owner = page.owner();
			now.programs((owner != null) ? owner : snapshot.jurisdiction())
				.stream()
				.filter((program) -> program.id().equals(page.program()))
				.map((program) -> (owner != null) ? program.of(now.jurisdictions().get(owner)) : program)
				.forEach(programs::add);
		}
		programs.sort(Comparator.comparingInt(Program::order).thenComparing(Program::id));
		return programs;
	}

	/**
	 * The dictionary of a snapshot.
	 * @param snapshot which versions
	 * @return the one that was known, or the one in force if the snapshot does not tell
	 * @throws Refusal with status 500 {@code DICTIONARY_LOST} if it is not kept
	 */
	public DictionaryRevision revision(CatalogueSnapshot snapshot) {
		String digest = snapshot.dictionary();
		if (digest == null) {
			return this.dictionary.revision();
		}
		return this.dictionary.ofDigest(digest).orElseThrow(() -> new Refusal(SERVER_ERROR, "DICTIONARY_LOST", digest));
	}

	private static Timeline timeline(Catalogue now, String jurisdiction, CatalogueSnapshot.Page page) {
		return new Timeline(page.editions().stream().map((edition) -> {
			String owner = (page.owner() != null) ? page.owner() : jurisdiction;
			VersionId id = new VersionId(owner, page.program(), edition.version());
			return now.version(id)
				.filter((version) -> version.digest().equals(edition.digest()))
				.orElseThrow(() -> new Refusal(SERVER_ERROR, "POLICY_UNUSABLE", jurisdiction, page.program(),
						edition.version()));
		}).toList());
	}

	/**
	 * Takes in what was published since, facts before what may use them. It is seen when
	 * all of it is compiled; whoever asks meanwhile is answered from what was known
	 * before, and nobody waits.
	 */
	public synchronized void refresh() {
		long revision = this.store.revision();
		this.dictionary.refresh();
		Catalogue next = Catalogue.load(this.store);
		Set<PublishedVersion> before = Set.copyOf(current().versions());
		if (!before.isEmpty()) {
			boolean set = !next.standards().equals(current().standards());
			next.versions()
				.stream()
				.filter((version) -> !before.contains(version)
						|| (set && !this.compiled.standardsOf(version).isEmpty()))
				.forEach((v) -> prepare(next, v));
		}
		this.snapshot = Snapshot.of(next);
		this.taken = revision;
	}

	/**
	 * Takes in what was published since, if anything was.
	 * @return whether anything was
	 */
	public boolean refreshIfChanged() {
		if (this.store.revision() == this.taken) {
			return false;
		}
		refresh();
		return true;
	}

	/** A version that is new, or the one that follows on a withdrawal. */
	private void prepare(Catalogue next, PublishedVersion version) {
		VersionId id = version.id();
		Optional<PublishedVersion> needed = (version.withdrawnAt() == null) ? Optional.of(version)
				: next.timeline(id.jurisdiction(), id.program()).knownAt(Instant.MAX).inForce(version.effectiveFrom());
		Optional<Program> owner = next.programs(id.jurisdiction())
			.stream()
			.filter((each) -> each.id().equals(id.program()))
			.findFirst();
		if (needed.isPresent() && owner.isPresent()) {
			try {
				this.compiled.get(needed.get(), owner.get(),
						next.standards(id.jurisdiction(), next.standardsKnown(id.jurisdiction(), Instant.MAX))
							.orElse(Standards.NONE));
			}
			catch (Refusal unusable) {
				// logged and reported; whoever needs the version is told
				logger.debug("{} is not prepared", id);
			}
		}
	}

	public Catalogue current() {
		return this.snapshot.catalogue();
	}

	/**
	 * One snapshot of the catalogue.
	 *
	 * @param catalogue what is published
	 * @param books the last book made for each jurisdiction: nearly everybody asks as of
	 * now
	 */
	private record Snapshot(Catalogue catalogue, Map<String, LastBook> books) {

		static Snapshot of(Catalogue catalogue) {
			return new Snapshot(catalogue, new ConcurrentHashMap<>());
		}

	}

	/**
	 * A book with the instants that it is right for.
	 *
	 * @param from the first instant
	 * @param until when something is published or withdrawn next; the book does not know
	 * it
	 * @param book the book
	 */
	private record LastBook(Instant from, Instant until, PolicyBook book) {

		boolean serves(Instant knownAt) {
			return !knownAt.isBefore(this.from) && knownAt.isBefore(this.until);
		}

	}

	/** A book over one snapshot of the catalogue. */
	private record KnownBook(Jurisdiction jurisdiction, List<Program> programs, Map<String, Program> byId,
			Map<String, Timeline> known, Map<String, Standards> standards, FactReading reading,
			CompiledPolicies compiled) implements PolicyBook {

		@Override
		public List<LocalDate> turns(String program) {
			return this.known.getOrDefault(program, Timeline.EMPTY)
				.versions()
				.stream()
				.map(PublishedVersion::effectiveFrom)
				.toList();
		}

		@Override
		public @Nullable CompiledPolicy inForce(String program, LocalDate day) {
			Program found = this.byId.get(program);
			if (found == null) {
				return null;
			}
			return this.known.getOrDefault(program, Timeline.EMPTY)
				.inForce(day)
				.map((version) -> this.compiled
					.get(version, found.of(null),
							Objects.requireNonNull(this.standards.get(version.id().jurisdiction())))
					.by(this.reading))
				.orElse(null);
		}

	}

}
