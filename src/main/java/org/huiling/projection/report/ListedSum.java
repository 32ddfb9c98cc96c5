package org.huiling.projection.report;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * A sum of a projection over a list, as parts of it are brought together.
 *
 * @param kind what is added up
 * @param key such as a region; empty if unknown
 * @param part such as a program, empty if there are no parts
 * @param gains how many people get more
 * @param loses how many get less
 * @param begins how many get something, and nothing before
 * @param ends how many get nothing, and something before
 * @param same how many get as much
 * @param lacking of how many nobody can tell
 * @param before what is paid before
 * @param after what is paid after
 */
public record ListedSum(String kind, String key, String part, long gains, long loses, long begins, long ends, long same,
		long lacking, BigDecimal before, BigDecimal after) implements Serializable {

	public static ListedSum of(Sums.Key key, Sums.Sum sum) {
		return new ListedSum(key.kind().name(), key.key(), key.part(), sum.people(Change.GAINS),
				sum.people(Change.LOSES), sum.people(Change.NEW), sum.people(Change.ENDS), sum.people(Change.SAME),
				sum.people(Change.NEEDS_INFORMATION), sum.before(), sum.after());
	}

	public void addTo(Sums sums) {
		Sums.Sum sum = sums.of(new Sums.Key(Sums.Kind.valueOf(this.kind), this.key, this.part));
		sum.add(null, this.before, this.after);
		sum.add(Change.GAINS, this.gains);
		sum.add(Change.LOSES, this.loses);
		sum.add(Change.NEW, this.begins);
		sum.add(Change.ENDS, this.ends);
		sum.add(Change.SAME, this.same);
		sum.add(Change.NEEDS_INFORMATION, this.lacking);
	}

}
