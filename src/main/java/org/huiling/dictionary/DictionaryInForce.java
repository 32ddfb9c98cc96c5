package org.huiling.dictionary;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.huiling.dictionary.KeptFactFiles.Revision;
import org.huiling.engine.Bilingual;
import org.huiling.engine.files.FactFiles;
import org.huiling.engine.problem.PolicyDefects;
import org.huiling.engine.problem.Problem;
import org.huiling.engine.problem.Severity;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.reading.FactReading;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * 施行中的数据元目录: the dictionary by which facts are read, and the ones before it. The database
 * keeps them; an installation that has none yet begins with the fact files of its rules
 * directory. Those that are wrong are refused by name and line in the log, and the ones
 * that come with the program are in force until they are mended.
 */
@Component
public class DictionaryInForce {

	private static final Logger logger = LoggerFactory.getLogger(DictionaryInForce.class);

	/** Those that old decisions and questions as of earlier days go by. */
	private static final int MOST_EARLIER = 20;

	private final @Nullable KeptFactFiles kept;

	private final List<Problem> problems;

	private final Cache<Integer, DictionaryRevision> earlier = Caffeine.newBuilder().maximumSize(MOST_EARLIER).build();

	private volatile State state;

	/**
	 * What is known of the revisions.
	 *
	 * @param current the one in force
	 * @param all every one that is kept, from the first
	 * @param problems what keeps the last ones out of force
	 */
	private record State(DictionaryRevision current, List<Revision> all, List<Problem> problems) {

		State {
			all = List.copyOf(all);
			problems = List.copyOf(problems);
		}

	}

	@Autowired
	DictionaryInForce(@Value("${huiling.rules}") Path rules, KeptFactFiles kept) {
		this.kept = kept;
		List<Problem> found = new ArrayList<>();
		if (kept.last().isEmpty()) {
			begin(rules, kept, found);
		}
		found.forEach((problem) -> logger.error("REFUSED {}/{}", FactFiles.DIRECTORY, problem));
		this.problems = List.copyOf(found);
		this.state = latest(kept, null);
	}

	/**
	 * A dictionary that no service keeps.
	 * @param dictionary in force for good
	 */
	public DictionaryInForce(Dictionary dictionary) {
		this.kept = null;
		this.problems = List.of();
		this.state = new State(unkept(dictionary), List.of(), List.of());
	}

	/** Keeps the files of the rules directory; what is wrong with them is told. */
	private static void begin(Path rules, KeptFactFiles kept, List<Problem> found) {
		try {
			FactFiles files = FactFiles.of(rules);
			kept.publish(files, files.dictionary().digest(), 0, null);
		}
		catch (PolicyDefects defects) {
			found.addAll(defects.problems());
		}
		catch (IOException unreadable) {
			logger.error("The fact files below {} cannot be read.", rules, unreadable);
			found.add(new Problem(".", 1, 1, Severity.ERROR, "FACT_FILES_UNREADABLE",
					new Bilingual("事实文件读不出来：" + unreadable.getMessage(),
							"the fact files cannot be read: " + unreadable.getMessage()),
					null, null));
		}
	}

	private static State latest(KeptFactFiles kept, @Nullable State before) {
		List<Revision> all = kept.all();
		if (all.isEmpty()) {
			logger.error("The fact files that come with the program are in force.");
			return new State(unkept(FactFiles.shipped().dictionary()), all, List.of());
		}
		Revision last = all.get(all.size() - 1);
		if (before != null && before.current().number() == last.number()) {
			return before;
		}
		List<Problem> problems = new ArrayList<>();
		for (int i = all.size() - 1; i >= 0; i--) {
			Revision revision = all.get(i);
			try {
				return new State(load(kept, revision), all, problems);
			}
			catch (PolicyDefects defects) {
				// this program is stricter than the one that kept them
				defects.problems()
					.forEach((problem) -> logger.error("REFUSED revision {} {}", revision.number(), problem));
				problems.addAll(defects.problems());
			}
		}
		logger.error("The fact files that come with the program are in force.");
		return new State(unkept(FactFiles.shipped().dictionary()), all, problems);
	}

	private static DictionaryRevision unkept(Dictionary dictionary) {
		return new DictionaryRevision(new FactReading(dictionary), Instant.MIN);
	}

	private static DictionaryRevision load(KeptFactFiles kept, Revision revision) {
		Dictionary dictionary = kept.files(revision.number()).dictionary().as(revision.number());
		return new DictionaryRevision(new FactReading(dictionary), revision.knownSince());
	}

	/**
	 * The dictionary in force now.
	 * @return never changes; ask again where it matters that it is the latest
	 */
	public Dictionary current() {
		return this.state.current().dictionary();
	}

	/**
	 * Reads people by the dictionary in force now.
	 * @return never changes, as above
	 */
	public FactReading reading() {
		return this.state.current().reading();
	}

	/**
	 * The revision in force now.
	 * @return never changes, as above
	 */
	public DictionaryRevision revision() {
		return this.state.current();
	}

	/**
	 * The revision that was known at an instant.
	 * @param knownAt the instant
	 * @param atLeast the number of one that is to be known in any case, as by a policy
	 * that was checked with it; 0 for none
	 * @return the later one of the two
	 */
	public DictionaryRevision knownAt(Instant knownAt, int atLeast) {
		State now = this.state;
		Revision known = null;
		for (Revision one : now.all()) {
			if (known == null || !one.knownSince().isAfter(knownAt) || one.number() <= atLeast) {
				known = one;
			}
		}
		return Optional.ofNullable(known).flatMap((one) -> find(one, now)).orElse(now.current());
	}

	/**
	 * The revision of a digest.
	 * @param digest over all its files
	 * @return none if no such one was ever in force
	 */
	public Optional<DictionaryRevision> ofDigest(String digest) {
		State now = this.state;
		if (now.current().dictionary().digest().equals(digest)) {
			return Optional.of(now.current());
		}
		return now.all()
			.stream()
			.filter((one) -> one.digest().equals(digest))
			.findFirst()
			.flatMap((revision) -> find(revision, now));
	}

	/** None if it can no longer be read. */
	private Optional<DictionaryRevision> find(Revision revision, State now) {
		if (revision.number() == now.current().number()) {
			return Optional.of(now.current());
		}
		try {
			return Optional
				.of(this.earlier.get(revision.number(), (number) -> load(Objects.requireNonNull(this.kept), revision)));
		}
		catch (PolicyDefects defects) {
			logger.error("Revision {} of the dictionary can no longer be read:\n{}", revision.number(),
					defects.getMessage());
			return Optional.empty();
		}
	}

	/**
	 * When the dictionary changes next.
	 * @param instant an instant
	 * @return since when the first revision after it is known, the end of time if there
	 * is none
	 */
	public Instant changesAfter(Instant instant) {
		return this.state.all()
			.stream()
			.map(Revision::knownSince)
			.filter((since) -> since.isAfter(instant))
			.findFirst()
			.orElse(Instant.MAX);
	}

	/** Takes in what was put in force since; nobody waits meanwhile. */
	public synchronized void refresh() {
		if (this.kept != null) {
			this.state = latest(this.kept, this.state);
		}
	}

	/**
	 * The fact files in force now.
	 * @return those that come with the program where none are kept
	 */
	public FactFiles files() {
		int number = this.state.current().number();
		return (this.kept != null && number > 0) ? this.kept.files(number) : FactFiles.shipped();
	}

	/**
	 * Whether a file was in force as it is, now or before.
	 * @param name with its ending
	 * @param content its bytes
	 * @return true if a revision has it
	 */
	public boolean wasInForce(String name, byte[] content) {
		return this.kept != null && this.kept.wasInForce(name, content);
	}

	/**
	 * Keeps whoever would put another revision in force waiting until the caller's
	 * transaction ends.
	 * @return the number of the one that is in force till then, 0 if none is kept
	 */
	public int hold() {
		return (this.kept != null) ? this.kept.hold() : 0;
	}

	/**
	 * Puts files in force as the next revision, in the caller's transaction if there is
	 * one. It is in force when that commits and {@link #refresh} has returned.
	 * @param files what it consists of, which is a dictionary
	 * @param digest over all of them
	 * @param after the number of the revision that they were checked against
	 * @param hands who answers for them, null for what an installation comes with
	 * @return its number; none if another one is in force by now
	 */
	public Optional<Published> publish(FactFiles files, String digest, int after, @Nullable Hands hands) {
		return Objects.requireNonNull(this.kept)
			.publish(files, digest, after, hands)
			.map((revision) -> new Published(revision.number(), revision.knownSince()));
	}

	/**
	 * A revision that was put in force.
	 *
	 * @param revision its number
	 * @param at since when it is known
	 */
	public record Published(int revision, Instant at) {
	}

	/**
	 * Who answers for a revision.
	 *
	 * @param draft it comes from
	 * @param publishedBy who published it
	 * @param approvedBy who approved it
	 */
	public record Hands(UUID draft, String publishedBy, String approvedBy) {
	}

	/**
	 * What kept the fact files of the rules directory out when the installation began, or
	 * keeps the last revision out of force.
	 * @return none if they were taken in and it is
	 */
	public List<Problem> problems() {
		List<Problem> all = new ArrayList<>(this.problems);
		all.addAll(this.state.problems());
		return all;
	}

}
