package org.huiling.engine.finder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.huiling.engine.finder.sample.Dimension;
import org.huiling.engine.finder.sample.Sample;
import org.huiling.engine.finder.sample.ValuesToTry;

/** Everybody who differs from somebody in some dimensions. */
final class Combinations {

	private Combinations() {
	}

	/** Of more than that many none. */
	static List<Sample> of(Sample from, Collection<Dimension> dimensions, ValuesToTry values, int most) {
		List<Sample> samples = List.of(from);
		for (Dimension dimension : dimensions) {
			List<Object> along = values.of(dimension);
			if (along.isEmpty()) {
				continue;
			}
			if ((long) samples.size() * along.size() > most) {
				return List.of();
			}
			List<Sample> more = new ArrayList<>();
			for (Sample sample : samples) {
				along.forEach((value) -> more.add(sample.with(dimension, value)));
			}
			samples = more;
		}
		return samples;
	}

}
