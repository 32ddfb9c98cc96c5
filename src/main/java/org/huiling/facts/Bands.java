package org.huiling.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * 分档: a parameter that has one value from each line up to the next one, by an amount, a
 * number or a day. A line belongs to the band that begins there; the last band is open.
 *
 * @param <K> what the bands go by: {@link Money}, {@link Integer} or {@link LocalDate}
 * @param <V> what they give
 */
public final class Bands<K, V> {

	private final List<K> from;

	private final List<V> values;

	private Bands(List<K> from, List<V> values) {
		this.from = List.copyOf(from);
		this.values = List.copyOf(values);
	}

	/**
	 * Bands by their rows, as a compiled version holds them: thousands of rows are no
	 * program.
	 * @param <K> what they go by
	 * @param <V> what they give
	 * @param by the kind of the lines: {@code Money}, {@code Integer}, {@code LocalDate}
	 * @param of the kind of the values: these, or {@code Ratio}
	 * @param rows texts of lines {@code from value}, rising
	 * @return the bands
	 */
	@SuppressWarnings("unchecked") // whoever writes the rows names their kinds
	public static <K, V> Bands<K, V> of(String by, String of, List<String> rows) {
		List<K> from = new ArrayList<>();
		List<V> values = new ArrayList<>();
		for (String text : rows) {
			for (String row : text.split("\n")) {
				int blank = row.indexOf(' ');
				from.add((K) value(by, row.substring(0, blank)));
				values.add((V) value(of, row.substring(blank + 1)));
			}
		}
		return new Bands<>(from, values);
	}

	private static Object value(String kind, String text) {
		return switch (kind) {
			case "Money" -> Money.of(text);
			case "Ratio" -> Ratio.percent(text);
			case "Integer" -> Integer.valueOf(text);
			case "LocalDate" -> LocalDate.parse(text);
			default -> throw new IllegalArgumentException(kind);
		};
	}

	/**
	 * The value of the band in which something lies.
	 * @param key an amount, a number or a day
	 * @return the value
	 * @throws NoSuchElementException if it lies below the first band
	 */
	public V at(K key) {
		int low = 0;
		int high = this.from.size();
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (compare(this.from.get(middle), key) <= 0) {
				low = middle + 1;
			}
			else {
				high = middle;
			}
		}
		if (low == 0) {
			throw new NoSuchElementException("the first band begins above that");
		}
		return this.values.get(low - 1);
	}

	@SuppressWarnings("unchecked") // numbers, amounts or days, all of one kind
	private static int compare(Object one, Object other) {
		return ((Comparable<Object>) one).compareTo(other);
	}

	/**
	 * Where bands begin.
	 * @return rising
	 */
	public List<K> starts() {
		return this.from;
	}

	/**
	 * Whether values go only up, or only down, from band to band: what lies between two
	 * bounds then gets no other value than between those of the bounds.
	 * @return true if they do
	 */
	public boolean isSteady() {
		boolean up = false;
		boolean down = false;
		for (int i = 1; i < this.values.size(); i++) {
			int step = compare(this.values.get(i), this.values.get(i - 1));
			up |= step > 0;
			down |= step < 0;
		}
		return !(up && down);
	}

}
