package org.huiling.engine.finder;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.huiling.engine.finder.Observations.Observation;
import org.huiling.engine.finder.sample.Dimension;
import org.huiling.engine.finder.sample.Sample;
import org.huiling.engine.finder.sample.Setting;
import org.huiling.engine.finder.sample.ValuesToTry;
import org.huiling.engine.finder.sample.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Bands that nobody pays: along one line, all else equal, something is paid below and
 * above but nothing between. The lower edge of a benefit is none.
 */
final class Gaps {

	/**
	 * A gap.
	 *
	 * @param dimension the line it lies on
	 * @param below the rule paid below it
	 * @param above the rule paid above it
	 */
	record Gap(Dimension dimension, int below, int above) {
	}

	private final Map<Gap, Observation> found = new LinkedHashMap<>();

	/**
	 * Looks along a line: the same applicant with every value of an ordered dimension.
	 */
	void look(Dimension dimension, List<Object> values, List<Sample> samples, List<Verdict> verdicts) {
		Integer below = null;
		Observation first = null;
		for (int i : along(values, samples)) {
			Verdict verdict = verdicts.get(i);
			Integer paid = paid(verdict);
			if (values.get(i) == Setting.Absent.NONE || !samples.get(i).isPossible()) {
				continue;
			}
			if (paid != null) {
				if (below != null && first != null) {
					this.found.putIfAbsent(new Gap(dimension, below, paid), first);
				}
				below = paid;
				first = null;
			}
			else if (verdict.amount() == null || isNone(dimension, values.get(i))) {
				below = null;
				first = null;
			}
			else if (first == null) {
				first = new Observation(samples.get(i), verdict);
			}
		}
	}

	/** The order of the values on the line of this applicant. */
	private static List<Integer> along(List<Object> values, List<Sample> samples) {
		return IntStream.range(0, values.size())
			.boxed()
			.sorted(Comparator.comparing((i) -> ValuesToTry.place(values.get(i), samples.get(i))))
			.toList();
	}

	/** Grade 0 is no disability, not one beside grade 1. */
	private static boolean isNone(Dimension dimension, Object value) {
		return dimension.equals(Dimension.GRADE) && value.equals(0);
	}

	private static @Nullable Integer paid(Verdict verdict) {
		if (verdict.winner() != null) {
			return verdict.winner();
		}
		return verdict.conflict().isEmpty() ? null : verdict.conflict().get(0);
	}

	Map<Gap, Observation> found() {
		return this.found;
	}

}
