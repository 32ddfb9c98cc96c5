package org.huiling.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import org.huiling.Samples;
import org.huiling.engine.Completions.Gap;
import org.huiling.facts.Period;
import org.huiling.facts.RandomApplicants;
import org.huiling.facts.record.FactRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nobody is asked for what cannot matter: of the facts that answers call missing, at most
 * two in a hundred change neither outcome nor amount, whatever else is told. The people
 * and what is tried are the same in every run, so that the share moves only with the
 * engine.
 */
class AskedForNothingTests {

	private static final int PEOPLE = Samples.of(4_000, 2_000);

	private static final long SEED = 2013;

	private static final int WAYS = 250;

	private static final int VALUES = 24;

	private static final double MOST = 0.02;

	/** One person can be asked several things for nothing. */
	private static final int FEW = 3;

	@Test
	void almostEverythingThatIsAskedForMatters() {
		List<ShippedVersion> versions = ShippedVersion.all()
			.filter((version) -> !Program.STACKING.equals(version.policy().program().id()))
			// nobody drawn at random has bills for care, known or completed
			.filter((version) -> !version.toString().startsWith("china/"))
			.toList();
		List<Asked> asked = versions.parallelStream().flatMap((version) -> asked(version, versions.size())).toList();
		List<Asked> needless = asked.parallelStream().filter((one) -> !one.matters()).toList();
		assertThat(asked.size()).isGreaterThan(PEOPLE / 10);
		assertThat(needless.size()).as("asked for nothing, of %s: %s", asked.size(), needless)
			.isLessThanOrEqualTo((int) (asked.size() * MOST) + FEW);
	}

	private static Stream<Asked> asked(ShippedVersion version, int versions) {
		Random random = new Random(SEED + version.toString().hashCode());
		Transplant transplant = Transplant.to(version.shelf(), version.policy());
		Completions completions = new Completions(version, random.nextLong());
		RandomApplicants partly = RandomApplicants.withUnknowns(random.nextLong());
		List<Asked> asked = new ArrayList<>();
		for (int i = 0; i < PEOPLE / versions + 1; i++) {
			FactRecord person = transplant.of(partly.next()).record();
			Period month = version.month(random);
			Period period = (version.policy().program().cycle() == Cycle.MONTH) ? month : month.year();
			Asked nothing = new Asked(version, completions, person, period, null, "", random.nextLong());
			for (Assessment answer : nothing.answers(person)) {
				for (String path : answer.missing()) {
					asked.add(new Asked(version, completions, person, period, answer.claim(), path, random.nextLong()));
				}
			}
		}
		return asked.stream();
	}

	/** A fact that an answer calls missing. */
	private record Asked(ShippedVersion version, Completions completions, FactRecord person, Period period,
			@Nullable String claim, String path, long seed) {

		/**
		 * Whether two values of the fact make the answer another, all else told alike.
		 */
		boolean matters() {
			Random random = new Random(this.seed);
			Map<Gap, List<Object>> choices = this.completions.choices(this.person);
			List<Gap> own = choices.keySet().stream().filter((gap) -> gap.path().equals(this.path)).toList();
			for (int way = 0; way < WAYS; way++) {
				Map<Gap, Object> drawn = this.completions.draw(choices, random);
				for (Gap gap : own) {
					List<Object> values = new ArrayList<>(choices.getOrDefault(gap, List.of()));
					Collections.shuffle(values, random);
					if (differ(drawn, gap, values.subList(0, Math.min(values.size(), VALUES)))) {
						return true;
					}
				}
			}
			return false;
		}

		private boolean differ(Map<Gap, Object> drawn, Gap gap, List<Object> values) {
			String first = null;
			for (Object value : values) {
				Map<Gap, Object> filled = new LinkedHashMap<>(drawn);
				filled.put(gap, value);
				FactRecord told = Completions.filled(this.person, filled);
				String answer = answer(told);
				if (answer != null && (first == null || !first.equals(answer)) && Completions.isAdmitted(told)) {
					if (first != null) {
						return true;
					}
					first = answer;
				}
			}
			return false;
		}

		/** What the answer comes to, null while it is open. */
		private @Nullable String answer(FactRecord record) {
			return answers(record).stream()
				.filter((one) -> Objects.equals(one.claim(), this.claim) && one.outcome() != Outcome.NEEDS_INFORMATION)
				.map((one) -> one.outcome() + " " + one.amount())
				.findFirst()
				.orElse(null);
		}

		/** The answers of the version itself. */
		List<Assessment> answers(FactRecord record) {
			CompiledPolicy policy = this.version.policy();
			AssessmentRequest request = new AssessmentRequest(this.period, null, Set.of(policy.program().id()),
					Explain.NONE);
			return new Assessor(this.version.shelf()).assess((day) -> record, request)
				.assessments()
				.stream()
				.filter((one) -> policy.version().equals(one.version()))
				.toList();
		}

		@Override
		public String toString() {
			return this.version + " " + this.period + " " + this.claim + " " + this.path + " of "
					+ Completions.text(this.person);
		}

	}

}
