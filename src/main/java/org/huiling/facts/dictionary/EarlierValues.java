package org.huiling.facts.dictionary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

import org.huiling.facts.type.Bounds;
import org.huiling.facts.type.Earlier;
import org.huiling.facts.type.ValueName;
import org.jspecify.annotations.Nullable;

/** What a dictionary declares, with the values that versions of an earlier day know. */
final class EarlierValues {

	private EarlierValues() {
	}

	/** The days from which versions know more values. */
	static NavigableSet<LocalDate> days(List<Fact> facts) {
		NavigableSet<LocalDate> days = new TreeSet<>();
		for (Fact fact : facts) {
			Earlier earlier = fact.bounds().earlier();
			if (earlier != null && !fact.bounds().isOfBefore()) {
				days.add(earlier.before());
			}
		}
		return days;
	}

	/** The same entries as versions of a day know them. */
	static List<Entry> of(List<Entry> entries, LocalDate day) {
		return entries.stream().map((entry) -> of(entry, day)).toList();
	}

	private static Entry of(Entry entry, LocalDate day) {
		if (entry instanceof FactGroup group) {
			return new FactGroup(group.path(), group.naming(), of(group.entries(), day));
		}
		return (entry instanceof Fact fact) ? of(fact, day) : entry;
	}

	private static Fact of(Fact fact, LocalDate day) {
		Bounds bounds = fact.bounds().before(day);
		Earlier earlier = bounds.earlier();
		if (earlier == null || bounds.equals(fact.bounds())) {
			return fact;
		}
		List<ValueName> names = fact.names()
			.stream()
			.filter((name) -> bounds.contains(new BigDecimal(name.value())))
			.toList();
		return new Fact(fact.path(), fact.type(), fact.naming(), fact.codes(), bounds, fact.asking(), fact.validity(),
				fact.unit(), fact.tableKey(), names, standard(fact, earlier), fact.traits(), fact.assumed());
	}

	private static @Nullable String standard(Fact fact, Earlier earlier) {
		return (earlier.standard() != null) ? earlier.standard() : fact.standard();
	}

}
