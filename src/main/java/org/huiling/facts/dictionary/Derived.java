package org.huiling.facts.dictionary;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.huiling.facts.expression.Expression;
import org.huiling.facts.expression.ValueType;
import org.huiling.facts.type.Naming;
import org.jspecify.annotations.Nullable;

/**
 * A derived fact: it is worked out from others.
 *
 * @param path the way to it
 * @param naming what it is called
 * @param is its definition by the first fact day on which it counts; one that counted
 * always stands at {@link LocalDate#MIN}. Empty if Java works it out
 * @param type what kind of value it has
 */
public record Derived(String path, Naming naming, NavigableMap<LocalDate, Expression> is, ValueType type) {

	public Derived {
		is = Collections.unmodifiableNavigableMap(new TreeMap<>(is));
	}

	/**
	 * The definition on a day.
	 * @param day the fact day
	 * @return the latest that counts by then, null if none does yet
	 */
	public @Nullable Expression on(LocalDate day) {
		Map.Entry<LocalDate, Expression> entry = this.is.floorEntry(day);
		return (entry != null) ? entry.getValue() : null;
	}

	/**
	 * Whether Java works it out.
	 * @return true for ages, {@code alive} and the days
	 */
	public boolean isCore() {
		return this.is.isEmpty();
	}

}
