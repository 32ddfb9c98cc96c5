package org.huiling.engine.finder.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.huiling.engine.Cycle;
import org.huiling.facts.Period;
import org.huiling.facts.dictionary.Contradictions;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactList;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.type.DayLimit;
import org.huiling.facts.type.FactType;
import org.jspecify.annotations.Nullable;

/**
 * An applicant who is tried, dimension by dimension; what is not set is unremarkable.
 * Everything about them is known.
 */
public final class Sample {

	private final Setup setup;

	private final Map<Dimension, Object> dimensions;

	private final @Nullable Likeness likeness;

	private @Nullable FactRecord record;

	private @Nullable Boolean possible;

	private Sample(Setup setup, Map<Dimension, Object> dimensions, @Nullable Likeness likeness) {
		this.setup = setup;
		this.dimensions = dimensions;
		this.likeness = likeness;
	}

	public static Sample unremarkable(Setup setup) {
		return new Sample(setup, new TreeMap<>(), null);
	}

	/** Somebody of a worked example; what is not known of them is unremarkable. */
	public static Sample like(Likeness likeness, Setup setup) {
		return new Sample(setup, new TreeMap<>(), likeness);
	}

	public Sample with(Dimension dimension, @Nullable Object value) {
		Map<Dimension, Object> changed = new TreeMap<>(this.dimensions);
		if (value == null) {
			changed.remove(dimension);
		}
		else {
			changed.put(dimension, value);
		}
		return new Sample(this.setup, changed, this.likeness);
	}

	/** The same applicant with one fact unknown, one by one. */
	public Stream<Sample> withoutOneFact() {
		return this.setup.vocabulary()
			.dictionary()
			.facts()
			.stream()
			.filter((fact) -> applicant().value(fact.path()) != null)
			.map((fact) -> {
				Sample sample = new Sample(this.setup, this.dimensions, this.likeness);
				sample.record = applicant().with(fact.path(), null);
				return sample;
			});
	}

	@Nullable Object get(Dimension dimension) {
		return this.dimensions.get(dimension);
	}

	<T> T get(Dimension dimension, T otherwise) {
		@SuppressWarnings("unchecked")
		T value = (T) this.dimensions.get(dimension);
		return (value != null) ? value : otherwise;
	}

	Setup setup() {
		return this.setup;
	}

	/**
	 * The period that is evaluated.
	 * @return a month, a year, or the day of the claim
	 */
	public Period period() {
		Period theirs = (this.likeness != null) ? this.likeness.period() : null;
		return get(Dimension.PERIOD, (theirs != null) ? theirs : this.setup.firstPeriod());
	}

	/**
	 * The day on which the applicant is read; nobody has applied.
	 * @return a day of the period
	 */
	public LocalDate factDay() {
		return this.setup.factDay().within(period());
	}

	/**
	 * The applicant.
	 * @return the record, in which no field is unknown
	 */
	public FactRecord applicant() {
		if (this.record == null) {
			Portrait portrait = new Portrait(this);
			this.record = (this.likeness != null) ? portrait.record(this.likeness, this.dimensions.keySet())
					: portrait.record();
		}
		return this.record;
	}

	/** Whether such a person can be recorded: nothing about them contradicts itself. */
	public boolean isPossible() {
		if (this.possible == null) {
			this.possible = isInOrder() && Contradictions.in(this.setup.vocabulary().dictionary(), applicant())
				.stream()
				.noneMatch((one) -> one.declared().refused());
		}
		return this.possible;
	}

	/**
	 * Whether no day lies before or after another that its declaration names. What is
	 * after today is not known here: it hangs on who asks, and the search on nobody.
	 */
	private boolean isInOrder() {
		FactRecord person = applicant();
		Drawn drawn = this.setup.drawn();
		for (Fact fact : drawn.limited()) {
			if (!isInOrder(fact, person.value(fact.path()), person, null, "")) {
				return false;
			}
		}
		for (FactList list : drawn.limitedLists()) {
			if (!isInOrder(list, person)) {
				return false;
			}
		}
		return true;
	}

	private static boolean isInOrder(FactList list, FactRecord person) {
		List<FactRecord> items = person.items(list.path());
		if (items == null || items.isEmpty()) {
			return true;
		}
		String ofItems = list.path() + "[].";
		for (FactRecord item : items) {
			for (Fact field : list.fields()) {
				if (!isInOrder(field, item.value(field.name()), person, item, ofItems)) {
					return false;
				}
			}
		}
		return true;
	}

	private static boolean isInOrder(Fact fact, @Nullable Object value, FactRecord person, @Nullable FactRecord item,
			String ofItems) {
		return fact.type() != FactType.DATE || !(value instanceof LocalDate day)
				|| (isInOrder(day, fact.bounds().notBefore(), person, item, ofItems, -1)
						&& isInOrder(day, fact.bounds().notAfter(), person, item, ofItems, 1));
	}

	private static boolean isInOrder(LocalDate day, List<DayLimit> limits, FactRecord person, @Nullable FactRecord item,
			String ofItems, int beyond) {
		for (DayLimit limit : limits) {
			if (limit(limit, person, item, ofItems) instanceof LocalDate other
					&& Integer.signum(day.compareTo(other)) == beyond) {
				return false;
			}
		}
		return true;
	}

	/** A limit of an item is a field beside it, or a fact of the person. */
	private static @Nullable Object limit(DayLimit limit, FactRecord person, @Nullable FactRecord item,
			String ofItems) {
		String path = limit.fact();
		if (path == null) {
			return limit.day();
		}
		return (item != null && path.startsWith(ofItems)) ? item.value(path.substring(ofItems.length()))
				: person.value(path);
	}

	/**
	 * The claim that is evaluated.
	 * @return its id, null unless the program's cycle is CLAIM
	 */
	public @Nullable String claim() {
		return (this.setup.cycle() == Cycle.CLAIM) ? Portrait.CLAIM : null;
	}

	/**
	 * The awards that stacking looks at.
	 * @return ids of programs
	 */
	public List<String> awards() {
		return get(Dimension.AWARDS, List.of());
	}

	/**
	 * What other programs award that the rules look at.
	 * @return yuan by the id of the program; what is not set is nothing
	 */
	public Map<String, BigDecimal> otherAwards() {
		Map<String, BigDecimal> awards = new TreeMap<>();
		this.dimensions.forEach((dimension, value) -> {
			String program = dimension.program();
			if (program != null) {
				awards.put(program, (BigDecimal) value);
			}
		});
		return awards;
	}

	/**
	 * The period as a request gives it.
	 * @return such as {@code 2013-07} or {@code 2013}
	 */
	public String asked() {
		LocalDate day = period().firstDay();
		return (this.setup.cycle() == Cycle.CLAIM) ? YearMonth.from(day).toString() : period().toString();
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Sample sample && this.dimensions.equals(sample.dimensions)
				&& Objects.equals(this.likeness, sample.likeness);
	}

	@Override
	public int hashCode() {
		return this.dimensions.hashCode();
	}

	@Override
	public String toString() {
		return this.dimensions.toString();
	}

}
