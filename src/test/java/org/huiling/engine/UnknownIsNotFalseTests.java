package org.huiling.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huiling.Samples;
import org.huiling.TestPerson;
import org.huiling.facts.Period;
import org.huiling.facts.RandomApplicants;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Unknown is not false: taking a field away from an answer gives the same answer or a
 * question for that field, never a refusal and never another amount. Without the day on
 * which hukou, residence or dibao began, another answer names that day as assumed.
 * Checked on made-up people about the bounds of every shipped version: each loses every
 * one of their fields, one at a time.
 */
class UnknownIsNotFalseTests {

	private static final int PEOPLE = Samples.of(10_000);

	/**
	 * Absent means none, no choice, or applied for in time; and the items of a list have
	 * these fields always.
	 */
	private static final Pattern NEVER_UNKNOWN = Pattern
		.compile("birthDate|deathDate|choices|applications|.*\\.to|.*]\\.(?:id|date|kind|program)");

	/** What is asked for first where neither it nor its first day is known. */
	private static final Map<String, String> STARTED = Map.of("hukou.since", "hukou.region", "residence.since",
			"residence.region", "household.dibao.since", "household.dibao.type");

	static Stream<ShippedVersion> versions() {
		return ShippedVersion.all();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("versions")
	void takingAFieldAwayKeepsTheAnswerOrAsksForTheField(ShippedVersion version) {
		// fewer may all be refused
		int count = Math.max(60, (int) Math.ceil(PEOPLE / (double) ShippedVersion.all().count()));
		Random random = new Random(Samples.seed() + version.toString().hashCode());
		RandomApplicants known = RandomApplicants.fullyKnown(random.nextLong());
		RandomApplicants partly = RandomApplicants.withUnknowns(random.nextLong());
		Transplant transplant = Transplant.to(version.shelf(), version.policy());
		List<Asked> asked = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			TestPerson person = transplant.of((i % 4 == 3) ? partly.next() : known.next());
			asked.add(new Asked(person,
					new Question(version, version.month(random), (i % 2 == 0) ? Explain.NONE : Explain.WHY)));
		}
		long settled = asked.parallelStream().mapToLong(UnknownIsNotFalseTests::settledWhateverIsTakenAway).sum();
		if (!version.toString().startsWith("china/")) {
			// nobody drawn at random has bills for care
			assertThat(settled).as("grants among %s people", count).isPositive();
		}
	}

	/** How much is granted, once every field has been taken away in turn. */
	private static long settledWhateverIsTakenAway(Asked asked) {
		TestPerson person = asked.person();
		Map<String, Assessment> answers = asked.question().answers(person);
		for (String path : person.known()) {
			if (!NEVER_UNKNOWN.matcher(path).matches()) {
				Map<String, Assessment> without = asked.question().answers(person.without(path));
				answers.forEach((key, answer) -> assertThat(agree(path, answer, without.get(key), person))
					.as("without %s: %s became %s for %s", path, answer, without.get(key), person)
					.isTrue());
			}
		}
		return answers.values().stream().filter((one) -> one.outcome() == Outcome.ELIGIBLE).count();
	}

	private record Asked(TestPerson person, Question question) {
	}

	private static boolean agree(String path, Assessment before, @Nullable Assessment after, TestPerson person) {
		if (after == null) {
			return path.equals("claims") && before.claim() != null;
		}
		if (after.outcome() == Outcome.NEEDS_INFORMATION) {
			return before.outcome() == Outcome.NEEDS_INFORMATION
					|| after.assumptions().stream().anyMatch((note) -> path.equals(note.field()))
					|| after.missing()
						.stream()
						.anyMatch((missing) -> concerns(path, missing) || wasUnknown(missing, person));
		}
		boolean granted = after.amount() != null || !after.inKind().isEmpty();
		return (after.outcome() == before.outcome() && granted && Objects.equals(after.amount(), before.amount())
				&& after.inKind().equals(before.inKind()))
				|| after.assumptions()
					.stream()
					.anyMatch((note) -> note.code().equals("STARTED_BEFORE") && path.equals(note.field()));
	}

	/**
	 * Whether a missing field of some item was not told before either: what was taken
	 * away had said enough of it.
	 */
	private static boolean wasUnknown(String missing, TestPerson person) {
		int list = missing.indexOf("[].");
		if (list < 0) {
			return false;
		}
		String field = missing.substring(list + 2);
		return person.known()
			.stream()
			.map((path) -> path.replaceAll("].*", "]"))
			.filter((path) -> path.startsWith(missing.substring(0, list) + "["))
			.distinct()
			.anyMatch((item) -> !person.known().contains(item + field));
	}

	/**
	 * Whether a missing field is the one taken away, or lies below or above it, or is the
	 * fact of which the first day was taken away.
	 */
	private static boolean concerns(String path, String missing) {
		String taken = path.replaceAll("\\[\\d+]", "[]");
		if (missing.equals(STARTED.get(path))) {
			return true;
		}
		return taken.equals(missing) || missing.startsWith(taken + ".") || missing.startsWith(taken + "[]")
				|| taken.startsWith(missing + ".") || taken.startsWith(missing + "[]");
	}

	/** One month's question for all programs, and for all claims of its year. */
	private record Question(ShippedVersion version, Period month, Explain explain) {

		Map<String, Assessment> answers(TestPerson person) {
			Assessor assessor = new Assessor(this.version.shelf());
			Map<String, Assessment> answers = new LinkedHashMap<>();
			ask(assessor, person, this.month, periodical(true), answers);
			ask(assessor, person, this.month.year(), periodical(false), answers);
			return answers;
		}

		private Set<String> periodical(boolean periodical) {
			return this.version.shelf()
				.programs()
				.stream()
				.filter((program) -> (program.cycle() != Cycle.CLAIM) == periodical)
				.map(Program::id)
				.collect(Collectors.toSet());
		}

		private void ask(Assessor assessor, TestPerson person, Period period, Set<String> programs,
				Map<String, Assessment> answers) {
			List<Assessment> all = assessor.assess(person, new AssessmentRequest(period, null, programs, this.explain))
				.assessments();
			all.forEach((answer) -> answers.put(answer.program().id() + " " + answer.period() + " " + answer.claim(),
					answer));
		}

	}

}
