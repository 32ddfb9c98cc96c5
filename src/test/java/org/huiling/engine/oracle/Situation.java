package org.huiling.engine.oracle;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Somebody in a period, perhaps in view of one item of a list.
 *
 * @param facts what is recorded of the person, by path
 * @param item what is recorded of the item, by field; null if none is in view
 * @param firstDay first day of the period
 * @param lastDay its last day
 * @param factDay the day of the facts
 * @param met what was met on the way, to be added to
 */
record Situation(Map<String, Object> facts, @Nullable Map<String, Object> item, LocalDate firstDay, LocalDate lastDay,
		LocalDate factDay, Set<Gone> met) {

	/** The age in whole years on the last day. */
	static final Field AGE = Field.number("ageOnLastDay", "years", 0, 120);

	Object fact(Field field) {
		if (field == AGE) {
			LocalDate birth = (LocalDate) this.facts.get("birthDate");
			return BigInteger.valueOf(Period.between(birth, this.lastDay).getYears());
		}
		Map<String, Object> told = World.isOfItem(field) ? java.util.Objects.requireNonNull(this.item) : this.facts;
		Object value = told.get(field.path());
		if (value != null) {
			return value;
		}
		if (field.absent()) {
			return Gone.ABSENT;
		}
		if (!field.askWhen().isEmpty()) {
			Object asked = this.facts.get(field.askWhen());
			return Boolean.FALSE.equals(asked) ? Gone.ABSENT : Gone.UNKNOWN;
		}
		return Gone.UNKNOWN;
	}

	/** The items of a list, or null if it is unknown. */
	@SuppressWarnings("unchecked")
	@Nullable List<Situation> items(String list) {
		List<Map<String, Object>> items = (List<Map<String, Object>>) this.facts.get(list);
		return (items == null) ? null
				: items.stream()
					.map((one) -> new Situation(this.facts, one, this.firstDay, this.lastDay, this.factDay, this.met))
					.toList();
	}

}
