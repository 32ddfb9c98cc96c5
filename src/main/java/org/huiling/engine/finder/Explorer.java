package org.huiling.engine.finder;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tries everybody beside an applicant: each knob turned through all its values, and each
 * two knobs together; of a small version every combination, along every line.
 */
final class Explorer {

	private static final int MOST_COMBINATIONS = 40_000;

	private final Values values;

	private final Sightings sightings;

	private final Gaps gaps;

	private final Deadline deadline;

	private final int rules;

	Explorer(Values values, Sightings sightings, Gaps gaps, int rules, Deadline deadline) {
		this.values = values;
		this.sightings = sightings;
		this.gaps = gaps;
		this.rules = rules;
		this.deadline = deadline;
	}

	/** The applicant, and everybody who differs in one thing. */
	void one(Probe from) {
		this.sightings.look(from, this.rules);
		for (Knob knob : this.values.knobs()) {
			if (this.deadline.isOver()) {
				return;
			}
			line(from, knob);
		}
	}

	/** Everybody who differs in two things. */
	void two(Probe from) {
		List<Knob> knobs = new ArrayList<>(this.values.knobs());
		for (int i = 0; i < knobs.size(); i++) {
			for (int j = i + 1; j < knobs.size(); j++) {
				if (this.deadline.isOver()) {
					return;
				}
				plane(from, knobs.get(i), knobs.get(j));
			}
		}
	}

	/** Everybody, if they are not too many. */
	void all(Probe from) {
		long combinations = 1;
		for (Knob knob : this.values.knobs()) {
			combinations = Math.min(MOST_COMBINATIONS + 1L, combinations * this.values.of(knob).size());
		}
		if (combinations <= MOST_COMBINATIONS) {
			List<Knob> knobs = new ArrayList<>(this.values.knobs());
			List<Probe> probes = new ArrayList<>();
			all(from, knobs, 0, probes);
			List<Verdict> verdicts = new ArrayList<>();
			for (Probe probe : probes) {
				if (this.deadline.isOver()) {
					return;
				}
				verdicts.add(this.sightings.look(probe, this.rules));
			}
			lines(knobs, probes, verdicts);
		}
	}

	private void all(Probe probe, List<Knob> knobs, int at, List<Probe> probes) {
		if (at == knobs.size()) {
			probes.add(probe);
			return;
		}
		for (Object value : this.values.of(knobs.get(at))) {
			all(probe.with(knobs.get(at), value), knobs, at + 1, probes);
		}
	}

	/** Every line through everybody; the last knob turns fastest. */
	private void lines(List<Knob> knobs, List<Probe> probes, List<Verdict> verdicts) {
		int stride = probes.size();
		for (Knob knob : knobs) {
			int length = this.values.of(knob).size();
			stride /= length;
			if (knob.ordered()) {
				for (int start = 0; start < probes.size(); start++) {
					if (start / stride % length == 0) {
						line(knob, start, stride, probes, verdicts);
					}
				}
			}
		}
	}

	private void line(Knob knob, int start, int stride, List<Probe> probes, List<Verdict> verdicts) {
		List<Object> along = this.values.of(knob);
		List<Integer> places = IntStream.range(0, along.size()).mapToObj((i) -> start + i * stride).toList();
		this.gaps.look(knob, along, places.stream().map(probes::get).toList(),
				places.stream().map(verdicts::get).toList());
	}

	private List<Verdict> line(Probe from, Knob knob) {
		List<Object> along = this.values.of(knob);
		List<Probe> probes = along.stream().map((value) -> from.with(knob, value)).toList();
		List<Verdict> verdicts = probes.stream().map((probe) -> this.sightings.look(probe, this.rules)).toList();
		if (knob.ordered()) {
			this.gaps.look(knob, along, probes, verdicts);
		}
		return verdicts;
	}

	private void plane(Probe from, Knob one, Knob other) {
		List<Object> across = this.values.of(other);
		List<List<Verdict>> rows = new ArrayList<>();
		for (Object value : across) {
			rows.add(line(from.with(other, value), one));
		}
		if (other.ordered()) {
			List<Object> along = this.values.of(one);
			for (int i = 0; i < along.size(); i++) {
				int column = i;
				Probe turned = from.with(one, along.get(i));
				this.gaps.look(other, across, across.stream().map((value) -> turned.with(other, value)).toList(),
						rows.stream().map((row) -> row.get(column)).toList());
			}
		}
	}

}
