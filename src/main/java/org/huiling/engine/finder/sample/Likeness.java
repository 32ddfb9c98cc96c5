package org.huiling.engine.finder.sample;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.huiling.engine.Cycle;
import org.huiling.facts.Period;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.record.RecordShape;
import org.huiling.facts.record.RecordShape.Slot;
import org.jspecify.annotations.Nullable;

/**
 * The person of a worked example behind the samples that stand beside them: what a
 * dimension turns is the sample's, everything else that is known of them is theirs.
 */
public final class Likeness {

	private final KnownPerson known;

	private final boolean claims;

	private final Turned turned;

	public Likeness(KnownPerson known, Setup setup, Turned turned) {
		this.known = known;
		this.claims = setup.cycle() == Cycle.CLAIM;
		this.turned = turned;
	}

	/** The period of the example; null for claims, whose day is made with them. */
	@Nullable Period period() {
		return this.claims ? null : this.known.period();
	}

	/**
	 * Puts the person behind what was made of a sample.
	 * @param made the applicant of the sample's dimensions
	 * @param set the dimensions that are set
	 * @return the likeness
	 */
	FactRecord behind(FactRecord made, Set<Dimension> set) {
		Set<String> theSamples = new HashSet<>();
		set.forEach((dimension) -> theSamples.addAll(this.turned.by(dimension)));
		FactRecord.Builder likeness = made.shape().record();
		put(likeness, made, made.shape().slots(), theSamples);
		return likeness.build();
	}

	private void put(FactRecord.Builder likeness, FactRecord made, List<Slot> slots, Set<String> theSamples) {
		for (Slot slot : slots) {
			switch (slot.kind()) {
				case GROUP -> put(likeness, made, slot.fields(), theSamples);
				case FACT, LIST -> {
					Object theirs = this.known.person().value(slot.path());
					boolean keep = theirs != null && !theSamples.contains(slot.path())
							&& !(this.claims && slot.path().equals(this.turned.claims()));
					likeness.put(slot.index(), keep ? theirs : made.at(slot.index()));
				}
			}
		}
	}

	/** Which facts a dimension turns: all that differ from somebody unremarkable. */
	public static final class Turned {

		private final ValuesToTry values;

		private final Setup setup;

		private final FactRecord unremarkable;

		private final Map<Dimension, Set<String>> by = new HashMap<>();

		public Turned(ValuesToTry values, Setup setup) {
			this.values = values;
			this.setup = setup;
			this.unremarkable = Sample.unremarkable(setup).applicant();
		}

		/** The list whose items are claims. */
		String claims() {
			return this.setup.vocabulary().over();
		}

		/** Another period is the same person in another period. */
		Set<String> by(Dimension dimension) {
			return Dimension.PERIOD.equals(dimension) ? Set.of() : this.by.computeIfAbsent(dimension, this::differing);
		}

		private Set<String> differing(Dimension dimension) {
			Set<String> paths = new HashSet<>();
			for (Object value : this.values.of(dimension)) {
				FactRecord made = Sample.unremarkable(this.setup).with(dimension, value).applicant();
				differing(made, this.unremarkable.shape().slots(), paths);
			}
			return paths;
		}

		private void differing(FactRecord made, List<Slot> slots, Set<String> paths) {
			for (Slot slot : slots) {
				if (slot.kind() == RecordShape.Kind.GROUP) {
					differing(made, slot.fields(), paths);
				}
				else if (!Objects.equals(made.at(slot.index()), this.unremarkable.at(slot.index()))) {
					paths.add(slot.path());
				}
			}
		}

	}

}
