package org.huiling.spark;

import java.util.HashMap;
import java.util.Map;

import org.apache.spark.util.AccumulatorV2;

/**
 * What parts came to, by their numbers: a part that is done again because its worker was
 * lost comes to the same, and is in it once.
 */
final class Tallies extends AccumulatorV2<Tallies.Of, Map<Integer, PartTally>> {

	private static final long serialVersionUID = 1L;

	private final HashMap<Integer, PartTally> parts = new HashMap<>();

	/**
	 * What a part came to.
	 *
	 * @param part its number
	 * @param tally what it came to
	 */
	record Of(int part, PartTally tally) {
	}

	@Override
	public boolean isZero() {
		return this.parts.isEmpty();
	}

	@Override
	public AccumulatorV2<Of, Map<Integer, PartTally>> copy() {
		Tallies copy = new Tallies();
		copy.parts.putAll(this.parts);
		return copy;
	}

	@Override
	public void reset() {
		this.parts.clear();
	}

	@Override
	public void add(Of one) {
		this.parts.put(one.part(), one.tally());
	}

	@Override
	public void merge(AccumulatorV2<Of, Map<Integer, PartTally>> other) {
		this.parts.putAll(other.value());
	}

	@Override
	public Map<Integer, PartTally> value() {
		return this.parts;
	}

}
