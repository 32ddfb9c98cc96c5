package org.huiling.projection.report;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/** What is added up of people: how many change how, and their money. */
public final class Sums {

	private final Map<Key, Sum> sums = new HashMap<>();

	/** What is added up. */
	public enum Kind {

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
	public record Key(Kind kind, String key, String part) {

		public Key(Kind kind, String key) {
			this(kind, key, "");
		}

	}

	/** Counts of people by change, and money before and after. */
	public static final class Sum {

		private final long[] people = new long[Change.values().length];

		private long before;

		private long after;

		public void add(@Nullable Change change, BigDecimal before, BigDecimal after) {
			add(change, fen(before), fen(after));
		}

		public void add(@Nullable Change change, long before, long after) {
			if (change != null) {
				add(change, 1);
			}
			this.before = Math.addExact(this.before, before);
			this.after = Math.addExact(this.after, after);
		}

		@SuppressWarnings("EnumOrdinal") // its place for as long as the program runs
		public void add(Change change, long people) {
			this.people[change.ordinal()] += people;
		}

		@SuppressWarnings("EnumOrdinal") // as above
		public long people(Change change) {
			return this.people[change.ordinal()];
		}

		public long people() {
			long all = 0;
			for (long some : this.people) {
				all += some;
			}
			return all;
		}

		public BigDecimal before() {
			return yuan(this.before);
		}

		public BigDecimal after() {
			return yuan(this.after);
		}

	}

	/** Yuan in fen, of which none is broken. */
	public static long fen(BigDecimal yuan) {
		return yuan.movePointRight(2).longValueExact();
	}

	public static BigDecimal yuan(long fen) {
		return BigDecimal.valueOf(fen, 2);
	}

	/** Adds other sums to these. */
	public void add(Sums other) {
		other.forEach((key, sum) -> {
			Sum own = of(key);
			own.add(null, sum.before, sum.after);
			for (Change change : Change.values()) {
				own.add(change, sum.people(change));
			}
		});
	}

	/** The sum of a key, to be added to. */
	public Sum of(Key key) {
		return this.sums.computeIfAbsent(key, (one) -> new Sum());
	}

	public void forEach(BiConsumer<Key, Sum> taker) {
		this.sums.forEach(taker);
	}

}
