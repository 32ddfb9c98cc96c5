package org.huiling.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huiling.Samples;
import org.huiling.TestDirectory;
import org.huiling.applicant.RecordJson;
import org.huiling.applicant.reading.ApplicantReader;
import org.huiling.engine.check.ComparedEvaluator;
import org.huiling.engine.check.FlawSearch;
import org.huiling.engine.drools.condition.FactSet;
import org.huiling.engine.files.FactFiles;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.engine.problem.Finding;
import org.huiling.engine.problem.Finding.Kind;
import org.huiling.engine.reason.Truth;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.facts.Period;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.reading.FactReading;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.words.PersonFacts;
import org.huiling.problem.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Versions drawn at random over facts of every kind, shipped and declared, recorded and
 * derived: what the search for flaws says of them is what asking everybody says.
 */
class RandomVersionTests {

	private static final Dictionary DICTIONARY = dictionary();

	private static final FactReading READING = new FactReading(DICTIONARY);

	private static final PolicyCompiler COMPILER = new PolicyCompiler(() -> READING);

	private static final Duration UNHURRIED = Duration.ofMinutes(5);

	private static Dictionary dictionary() {
		try {
			Path directory = TestDirectory.of("huiling-facts");
			try (Stream<Path> shipped = Files.list(Path.of("rules/facts"))) {
				for (Path file : (Iterable<Path>) shipped::iterator) {
					Files.copy(file, directory.resolve(file.getFileName()));
				}
			}
			Files.copy(Path.of("src/test/resources/facts/world.yaml"), directory.resolve("world.yaml"));
			return FactFiles.read(directory).dictionary();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Test
	void whatIsFoundIsWhatAskingEverybodyShows() {
		List<String> wrong = new ArrayList<>();
		Set<WorldFact> facts = new TreeSet<>();
		Set<WorldWord> words = new TreeSet<>();
		Map<String, Integer> counts = new TreeMap<>();
		int versions = Samples.of(600, 60);
		int members = 0;
		for (int i = 0; i < versions; i++) {
			long seed = Samples.seed() * 10_000 + i;
			RandomVersion version = new RandomVersion(seed);
			version.rules().forEach((rule) -> words.addAll(rule.words()));
			members += version.toString().contains("Member(") ? 1 : 0;
			words.forEach((word) -> facts.addAll(word.facts()));
			new Comparing(version, counts).wrong().forEach((one) -> wrong.add(seed + ": " + one + "\n" + version));
		}
		System.out.println(
				versions + " random versions over " + words.size() + " words of " + facts.size() + " facts: " + counts);
		assertThat(facts).hasSizeGreaterThan(20);
		assertThat(members).as("versions that ask of members").isGreaterThan(versions / 10);
		// where one fact has to move with another, a gap is missed, or made up, in one
		// version of 800
		assertThat(wrong).as(wrong.size() + " wrong of " + versions)
			.hasSizeLessThanOrEqualTo(Math.max(2, versions / 200));
	}

	/** One version by both. */
	private static final class Comparing {

		private final RandomVersion version;

		private final CompiledPolicy policy;

		private final List<Finding> findings;

		private final List<String> wrong = new ArrayList<>();

		private final Map<String, Integer> counts;

		Comparing(RandomVersion version, Map<String, Integer> counts) {
			this.version = version;
			this.counts = counts;
			TinyPolicy tiny = version.policy();
			this.policy = tiny.compile(COMPILER);
			VersionDirectory directory = new VersionDirectory(TinyPolicy.JURISDICTION, this.policy.program(),
					new PolicyFiles(TinyPolicy.JURISDICTION.id(), this.policy.program().id(), this.policy.version(),
							tiny.bytes()));
			this.findings = new FlawSearch(this.policy, directory, ComparedEvaluator.of(this.policy.rules()),
					new Problems())
				.findings(UNHURRIED);
		}

		List<String> wrong() {
			WorldOracle oracle = new WorldOracle(this.version);
			meansWhatTheEngineSays();
			this.findings.forEach(this::shown);
			Set<Integer> notJudged = new TreeSet<>();
			about(Kind.NOT_JUDGED).forEach(notJudged::addAll);
			boolean judged = notJudged.isEmpty();
			count("versions not judged", !judged);
			this.findings.forEach((one) -> count(one.kind().name(), true));
			oracle.conflicts().forEach((rules, world) -> {
				count("oracle CONFLICT", true);
				if (about(Kind.CONFLICT).stream().noneMatch((found) -> found.containsAll(rules))) {
					missed("CONFLICT", rules, world, judged);
				}
			});
			oracle.gaps().forEach((rules, world) -> {
				count("oracle GAP", true);
				if (!about(Kind.GAP).contains(rules)) {
					missed("GAP", rules, world, judged);
				}
			});
			this.findings.stream()
				.filter((one) -> one.kind() == Kind.GAP && !one.message().en().contains("the period")
						&& !one.message().en().contains("of household members"))
				.map(Comparing::rules)
				.filter((rules) -> !oracle.gaps().containsKey(rules))
				.forEach((rules) -> this.wrong.add("GAP made-up between " + rules + told()));
			for (int rule = 0; rule < this.version.rules().size(); rule++) {
				boolean mine = !notJudged.contains(rule);
				int number = rule;
				long unreachable = about(Kind.UNREACHABLE).stream().filter((one) -> one.contains(number)).count();
				same("UNREACHABLE", rule, unreachable, oracle.unreachable(rule), mine);
				same("SHADOWED", rule, first(Kind.SHADOWED, rule), oracle.shadowed(rule) ? 1 : 0, judged);
				same("ALWAYS_TRUE", rule, alwaysHolds(rule), oracle.alwaysHolds(rule) ? 1 : 0, mine);
			}
			return this.wrong;
		}

		private void same(String what, int rule, long found, long expected, boolean judged) {
			count("oracle " + what, expected > 0);
			if (found > expected || (found < expected && judged)) {
				this.wrong.add(what + " of r" + rule + " found " + found + ", expected " + expected + told());
			}
		}

		private void missed(String what, Set<Integer> rules, World world, boolean judged) {
			if (judged) {
				this.wrong.add(what + " missed of " + rules + " at " + world + told());
			}
		}

		private String told() {
			return this.findings.stream()
				.map((one) -> "\n  " + one.kind() + " " + one.message().en())
				.collect(Collectors.joining());
		}

		private void count(String what, boolean any) {
			this.counts.merge(what, any ? 1 : 0, Integer::sum);
		}

		private List<Set<Integer>> about(Kind kind) {
			return this.findings.stream().filter((one) -> one.kind() == kind).map(Comparing::rules).toList();
		}

		private static Set<Integer> rules(Finding finding) {
			return finding.rules()
				.stream()
				.map((name) -> Integer.valueOf(name.zh().substring(1)))
				.collect(Collectors.toCollection(TreeSet::new));
		}

		private long first(Kind kind, int rule) {
			return this.findings.stream()
				.filter((one) -> one.kind() == kind && one.rules().get(0).zh().equals(RandomVersion.name(rule)))
				.count();
		}

		private long alwaysHolds(int rule) {
			return this.findings.stream()
				.filter((one) -> one.kind() == Kind.ALWAYS_TRUE && !one.message().en().startsWith("the condition "))
				.filter((one) -> rules(one).contains(rule))
				.count();
		}

		/** The oracle's meaning of the words is the engine's. */
		private void meansWhatTheEngineSays() {
			Random random = new Random(this.version.toString().hashCode());
			for (int i = 0; i < 20; i++) {
				World world = this.version.worlds().get(random.nextInt(this.version.worlds().size()));
				Set<Integer> expected = new TreeSet<>();
				for (int rule = 0; rule < this.version.rules().size(); rule++) {
					if (this.version.rules().get(rule).holds(world)) {
						expected.add(rule);
					}
				}
				Set<Integer> holding = holding(world.record(DICTIONARY.shape()), Period.of(world.month()));
				if (!holding.equals(expected)) {
					this.wrong.add("MEANING of " + world + ": " + expected + ", the engine says " + holding);
				}
			}
		}

		private Set<Integer> holding(FactRecord person, Period period) {
			Set<Integer> holding = new TreeSet<>();
			PersonFacts facts = new PersonFacts(this.policy.words(), person, TinyPolicy.JURISDICTION.regionPrefix(),
					period, null);
			this.policy.rules()
				.walk()
				.evaluate(new FactSet(facts, null, null, null))
				.stream()
				.filter((one) -> one.truth() == Truth.HOLDS)
				.forEach((one) -> holding.add(one.rule().order()));
			return holding;
		}

		/** Whoever is shown can be recorded, and shows it. */
		private void shown(Finding finding) {
			FactRecord person = finding.counterexample();
			if (person == null || finding.period() == null) {
				return;
			}
			String refused = refused(person);
			if (refused != null) {
				this.wrong.add(finding.kind() + " shows somebody who cannot be recorded: " + refused + " " + finding);
			}
			Set<Integer> holding = holding(person, Period.parse(finding.period()));
			boolean shows = switch (finding.kind()) {
				case CONFLICT -> holding.equals(rules(finding));
				case GAP -> holding.isEmpty();
				case ENUMERATION_ENDS -> holding.stream().noneMatch(rules(finding)::contains)
						&& (holding.isEmpty() || finding.message().en().contains("get less"));
				case SHADOWED -> holding.containsAll(rules(finding));
				case OPEN_CASE -> holding.stream().noneMatch(rules(finding)::contains);
				case UNREACHABLE -> true;
				default -> holding.containsAll(rules(finding));
			};
			if (!shows) {
				this.wrong.add(finding.kind() + " is not shown by " + person + ": " + holding + " " + finding);
			}
		}

		private static @Nullable String refused(FactRecord person) {
			try {
				// periods long after a day that is named are tried as well
				new ApplicantReader(READING, LocalDate.of(2100, 1, 1)).read(RecordJson.of(person));
				return null;
			}
			catch (InvalidInput refused) {
				return Objects.toString(refused.errors());
			}
		}

	}

}
