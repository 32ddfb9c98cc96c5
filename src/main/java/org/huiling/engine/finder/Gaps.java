package org.huiling.engine.finder;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.huiling.engine.finder.Sightings.Sight;
import org.jspecify.annotations.Nullable;

/**
 * Bands that nobody pays: along one line, all else equal, something is paid below and
 * above but nothing between. The lower edge of a benefit is none.
 */
final class Gaps {

	/**
	 * A gap.
	 *
	 * @param knob the line it lies on
	 * @param below the rule paid below it
	 * @param above the rule paid above it
	 */
	record Gap(Knob knob, int below, int above) {
	}

	private final Map<Gap, Sight> found = new LinkedHashMap<>();

	/** Looks along a line: the same applicant with every value of an ordered knob. */
	void look(Knob knob, List<Object> values, List<Probe> probes, List<Verdict> verdicts) {
		Integer below = null;
		Sight first = null;
		for (int i : along(values, probes)) {
			Verdict verdict = verdicts.get(i);
			Integer paid = paid(verdict);
			if (values.get(i) == Setting.Absent.NONE || !probes.get(i).isPossible()) {
				continue;
			}
			if (paid != null) {
				if (below != null && first != null) {
					this.found.putIfAbsent(new Gap(knob, below, paid), first);
				}
				below = paid;
				first = null;
			}
			else if (verdict.amount() == null || isNone(knob, values.get(i))) {
				below = null;
				first = null;
			}
			else if (first == null) {
				first = new Sight(probes.get(i), verdict);
			}
		}
	}

	/** The order of the values on the line of this applicant. */
	private static List<Integer> along(List<Object> values, List<Probe> probes) {
		return IntStream.range(0, values.size())
			.boxed()
			.sorted(Comparator.comparing((i) -> Values.place(values.get(i), probes.get(i))))
			.toList();
	}

	/** Grade 0 is no disability, not one beside grade 1. */
	private static boolean isNone(Knob knob, Object value) {
		return knob.equals(Knob.GRADE) && value.equals(0);
	}

	private static @Nullable Integer paid(Verdict verdict) {
		if (verdict.winner() != null) {
			return verdict.winner();
		}
		return verdict.conflict().isEmpty() ? null : verdict.conflict().get(0);
	}

	Map<Gap, Sight> found() {
		return this.found;
	}

}
