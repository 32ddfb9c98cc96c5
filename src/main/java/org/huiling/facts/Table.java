package org.huiling.facts;

import java.util.Map;
import java.util.NoSuchElementException;

/**
 * A parameter that has one value for each code, such as a standard by hukou type or a
 * deductible by hospital tier.
 *
 * @param <K> the code
 * @param <V> the value
 * @param values the values by code
 */
public record Table<K, V>(Map<K, V> values) {

	public Table {
		values = Map.copyOf(values);
	}

	/**
	 * The value for a code.
	 * @param code the code
	 * @return its value
	 * @throws NoSuchElementException if the policy gives none for it
	 */
	public V at(K code) {
		V value = this.values.get(code);
		if (value == null) {
			throw new NoSuchElementException("the policy gives no value for " + code);
		}
		return value;
	}

}
