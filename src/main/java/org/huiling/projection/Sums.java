package org.huiling.projection;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/** What is added up of people: how many change how, and their money. */
final class Sums {

	private final Map<Key, Sum> sums = new HashMap<>();

	/** What is added up. */
	enum Kind {

		/** Everybody. */
		ALL,

		/** By month, and by program as the part. */
		MONTH,

		/** By program. */
		PROGRAM,

		/** By region of the hukou. */
		REGION,

		/** By ten years of age. */
		AGE,

		/** By sex. */
		SEX,

		/** By the change a person a month: the number of the step. */
		STEP,

		/** By the place of a varied value. */
		VARIANT

	}

	/**
	 * What a sum is of.
	 *
	 * @param kind what is added up
	 * @param key such as a region; empty if unknown, or for everybody
	 * @param part such as a program, empty if there are no parts
	 */
	record Key(Kind kind, String key, String part) {

		Key(Kind kind, String key) {
			this(kind, key, "");
		}

	}

	/** Counts of people by change, and money before and after. */
	static final class Sum {

		private final Map<Change, Long> people = new EnumMap<>(Change.class);

		private BigDecimal before = new BigDecimal("0.00");

		private BigDecimal after = new BigDecimal("0.00");

		void add(@Nullable Change change, BigDecimal before, BigDecimal after) {
			if (change != null) {
				add(change, 1);
			}
			this.before = this.before.add(before);
			this.after = this.after.add(after);
		}

		void add(Change change, long people) {
			this.people.merge(change, people, Long::sum);
		}

		long people(Change change) {
			return this.people.getOrDefault(change, 0L);
		}

		long people() {
			return this.people.values().stream().mapToLong(Long::longValue).sum();
		}

		BigDecimal before() {
			return this.before;
		}

		BigDecimal after() {
			return this.after;
		}

	}

	/** The sum of a key, to be added to. */
	Sum of(Key key) {
		return this.sums.computeIfAbsent(key, (one) -> new Sum());
	}

	void forEach(BiConsumer<Key, Sum> taker) {
		this.sums.forEach(taker);
	}

}
