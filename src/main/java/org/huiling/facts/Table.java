package org.huiling.facts;

import java.util.Collection;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A parameter that has one value for each code, such as a standard by hukou type or a
 * deductible by hospital tier; or for each number, the last row for all larger ones.
 *
 * @param <K> the code or number
 * @param <V> the value
 */
public final class Table<K, V> {

	private final Map<K, V> rows;

	private final int from;

	private final @Nullable V more;

	/**
	 * A table that ends with its rows.
	 * @param rows the values by code
	 */
	public Table(Map<K, V> rows) {
		this.rows = Map.copyOf(rows);
		this.from = Integer.MAX_VALUE;
		this.more = null;
	}

	/**
	 * A table by number with a last row for every larger one.
	 * @param rows the values by number
	 * @param from the least number of the last row
	 * @param more the value of the last row
	 */
	public Table(Map<K, V> rows, int from, V more) {
		this.rows = Map.copyOf(rows);
		this.from = from;
		this.more = more;
	}

	/**
	 * The value for a code or number.
	 * @param code the code or number
	 * @return its value
	 * @throws NoSuchElementException if the policy gives none for it
	 */
	public V at(K code) {
		V value = this.rows.get(code);
		if (value != null) {
			return value;
		}
		if (this.more != null && code instanceof Integer number && number >= this.from) {
			return this.more;
		}
		throw new NoSuchElementException("the policy gives no value for " + code);
	}

	/**
	 * What rows there are for.
	 * @return the codes or numbers; of the last row the least
	 */
	public Set<Object> keys() {
		return Stream.concat(this.rows.keySet().stream(), Stream.of(this.from).filter((one) -> this.more != null))
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * What the rows give.
	 * @return the values
	 */
	public Collection<V> values() {
		return Stream.concat(this.rows.values().stream(), Stream.ofNullable(this.more)).toList();
	}

}
