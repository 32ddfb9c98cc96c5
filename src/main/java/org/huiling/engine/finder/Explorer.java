package org.huiling.engine.finder;

import java.util.ArrayList;
import java.util.List;

/**
 * Tries everybody beside an applicant: each knob turned through all its values, and each
 * two knobs together; of a small version every combination.
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
			all(from, new ArrayList<>(this.values.knobs()), 0);
		}
	}

	private void all(Probe probe, List<Knob> knobs, int at) {
		if (this.deadline.isOver()) {
			return;
		}
		if (at == knobs.size()) {
			this.sightings.look(probe, this.rules);
			return;
		}
		for (Object value : this.values.of(knobs.get(at))) {
			all(probe.with(knobs.get(at), value), knobs, at + 1);
		}
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
