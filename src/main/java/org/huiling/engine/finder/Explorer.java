package org.huiling.engine.finder;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.huiling.engine.finder.sample.Dimension;
import org.huiling.engine.finder.sample.ItemLine;
import org.huiling.engine.finder.sample.Sample;
import org.huiling.engine.finder.sample.ValuesToTry;
import org.huiling.engine.finder.sample.Verdict;

/**
 * Tries everybody beside an applicant: each dimension turned through all its values, and
 * each two dimensions together; of a small version every combination, along every line.
 */
final class Explorer {

	private static final int MOST_COMBINATIONS = 40_000;

	private final ValuesToTry values;

	private final Observations observations;

	private final Gaps gaps;

	private final Deadline deadline;

	private final int rules;

	Explorer(ValuesToTry values, Observations observations, Gaps gaps, int rules, Deadline deadline) {
		this.values = values;
		this.observations = observations;
		this.gaps = gaps;
		this.rules = rules;
		this.deadline = deadline;
	}

	/** The applicant, and everybody who differs in one thing. */
	void one(Sample from) {
		this.observations.look(from, this.rules);
		for (Dimension dimension : this.values.dimensions()) {
			if (this.deadline.isOver()) {
				return;
			}
			line(from, dimension);
		}
		itemLines(from);
	}

	/** Whoever differs in one field of one item. */
	private void itemLines(Sample from) {
		for (ItemLine line : this.values.itemLines()) {
			for (List<Sample> along : line.through(from, this.values.of(line.list()))) {
				if (this.deadline.isOver()) {
					return;
				}
				this.gaps.look(line.field(), line.values(), along,
						along.stream().map((sample) -> this.observations.look(sample, this.rules)).toList());
			}
		}
	}

	/** Everybody who differs in two things. */
	void two(Sample from) {
		List<Dimension> dimensions = new ArrayList<>(this.values.dimensions());
		for (int i = 0; i < dimensions.size(); i++) {
			for (int j = i + 1; j < dimensions.size(); j++) {
				if (this.deadline.isOver()) {
					return;
				}
				plane(from, dimensions.get(i), dimensions.get(j));
			}
			beside(from, dimensions.get(i));
		}
	}

	/** Whoever differs in one thing, and in one field of one item. */
	private void beside(Sample from, Dimension dimension) {
		for (Object value : this.values.of(dimension)) {
			itemLines(from.with(dimension, value));
		}
	}

	/** Everybody, if they are not too many. */
	void all(Sample from) {
		long combinations = 1;
		for (Dimension dimension : this.values.dimensions()) {
			combinations = Math.min(MOST_COMBINATIONS + 1L, combinations * this.values.of(dimension).size());
		}
		if (combinations <= MOST_COMBINATIONS) {
			List<Dimension> dimensions = new ArrayList<>(this.values.dimensions());
			List<Sample> samples = new ArrayList<>();
			all(from, dimensions, 0, samples);
			List<Verdict> verdicts = new ArrayList<>();
			for (Sample sample : samples) {
				if (this.deadline.isOver()) {
					return;
				}
				verdicts.add(this.observations.look(sample, this.rules));
			}
			lines(dimensions, samples, verdicts);
		}
	}

	private void all(Sample sample, List<Dimension> dimensions, int at, List<Sample> samples) {
		if (at == dimensions.size()) {
			samples.add(sample);
			return;
		}
		for (Object value : this.values.of(dimensions.get(at))) {
			all(sample.with(dimensions.get(at), value), dimensions, at + 1, samples);
		}
	}

	/** Every line through everybody; the last dimension turns fastest. */
	private void lines(List<Dimension> dimensions, List<Sample> samples, List<Verdict> verdicts) {
		int stride = samples.size();
		for (Dimension dimension : dimensions) {
			int length = this.values.of(dimension).size();
			stride /= length;
			if (dimension.ordered()) {
				for (int start = 0; start < samples.size(); start++) {
					if (start / stride % length == 0) {
						line(dimension, start, stride, samples, verdicts);
					}
				}
			}
		}
	}

	private void line(Dimension dimension, int start, int stride, List<Sample> samples, List<Verdict> verdicts) {
		List<Object> along = this.values.of(dimension);
		List<Integer> places = IntStream.range(0, along.size()).mapToObj((i) -> start + i * stride).toList();
		this.gaps.look(dimension, along, places.stream().map(samples::get).toList(),
				places.stream().map(verdicts::get).toList());
	}

	private List<Verdict> line(Sample from, Dimension dimension) {
		List<Object> along = this.values.of(dimension);
		List<Sample> samples = along.stream().map((value) -> from.with(dimension, value)).toList();
		List<Verdict> verdicts = samples.stream().map((sample) -> this.observations.look(sample, this.rules)).toList();
		if (dimension.ordered()) {
			this.gaps.look(dimension, along, samples, verdicts);
		}
		return verdicts;
	}

	private void plane(Sample from, Dimension one, Dimension other) {
		List<Object> across = this.values.of(other);
		List<List<Verdict>> rows = new ArrayList<>();
		for (Object value : across) {
			rows.add(line(from.with(other, value), one));
		}
		if (other.ordered()) {
			List<Object> along = this.values.of(one);
			for (int i = 0; i < along.size(); i++) {
				int column = i;
				Sample turned = from.with(one, along.get(i));
				this.gaps.look(other, across, across.stream().map((value) -> turned.with(other, value)).toList(),
						rows.stream().map((row) -> row.get(column)).toList());
			}
		}
	}

}
