package org.huiling.engine;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

import org.huiling.facts.record.FactRecord;
import org.huiling.facts.record.RecordShape;
import org.jspecify.annotations.Nullable;

/** Somebody in a small world in which few facts are told apart: a value for each. */
final class World {

	/** Of every version that is drawn. */
	static final YearMonth START = YearMonth.of(2015, 1);

	private final Map<WorldFact, @Nullable Object> values;

	private World(Map<WorldFact, @Nullable Object> values) {
		this.values = values;
	}

	/** Everybody possible, told apart by some facts and by those that these hang on. */
	static List<World> all(Collection<WorldFact> facts) {
		List<World> all = List.of(new World(new EnumMap<>(WorldFact.class)));
		for (WorldFact fact : closure(facts)) {
			List<World> more = new ArrayList<>();
			all.forEach((world) -> fact.values(world).forEach((value) -> {
				World other = world.with(fact, value);
				if (fact.allows(other)) {
					more.add(other);
				}
			}));
			all = more;
		}
		return all;
	}

	/** With all that they hang on, these first. */
	static TreeSet<WorldFact> closure(Collection<WorldFact> facts) {
		TreeSet<WorldFact> all = new TreeSet<>();
		facts.forEach((fact) -> {
			all.add(fact);
			all.addAll(closure(fact.needs()));
		});
		return all;
	}

	World with(WorldFact fact, @Nullable Object value) {
		Map<WorldFact, @Nullable Object> changed = new EnumMap<>(WorldFact.class);
		changed.putAll(this.values);
		changed.put(fact, value);
		return new World(changed);
	}

	@Nullable Object get(WorldFact fact) {
		return this.values.get(fact);
	}

	boolean is(WorldFact fact) {
		return Boolean.TRUE.equals(get(fact));
	}

	@Nullable LocalDate day(WorldFact fact) {
		return (LocalDate) get(fact);
	}

	YearMonth month() {
		return (YearMonth) this.values.getOrDefault(WorldFact.MONTH, START);
	}

	LocalDate firstDay() {
		return month().atDay(1);
	}

	LocalDate lastDay() {
		return month().atEndOfMonth();
	}

	/** What tells this one apart from those along a line. */
	Map<WorldFact, @Nullable Object> without(WorldFact line) {
		Map<WorldFact, @Nullable Object> others = new EnumMap<>(WorldFact.class);
		others.putAll(this.values);
		others.remove(line);
		return others;
	}

	/** As it would be recorded; what is not told apart is unknown. */
	FactRecord record(RecordShape shape) {
		FactRecord.Builder record = shape.record().put("birthDate", LocalDate.of(1940, 1, 1));
		this.values.forEach((fact, value) -> fact.write(this, value, shape, record));
		return record.build();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof World world && this.values.equals(world.values);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.values);
	}

	@Override
	public String toString() {
		return this.values.toString();
	}

}
