package org.huiling.engine.standard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.huiling.engine.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * 标准: a number that several policies share, as notices set it from a day on.
 *
 * @param name as {@code standards.yaml} writes it
 * @param title what people call it, in both languages
 * @param unit the unit of its values, such as {@code CNY}
 * @param by what the keys of its values are, such as {@code hukouType}; null if that is
 * not said, or it has no keys
 * @param values every value ever issued, in the order of the file
 */
public record Standard(String name, Bilingual title, String unit, @Nullable String by, List<Value> values) {

	public Standard {
		values = List.copyOf(values);
	}

	/**
	 * A value from a day on.
	 *
	 * @param key for whom it is, such as {@code URBAN}; null for everybody
	 * @param from the first day
	 * @param issue 1 for the first value of the day, 2 and more for what was put in its
	 * place
	 * @param value as written
	 * @param basis the notice that sets it
	 */
	public record Value(@Nullable String key, LocalDate from, int issue, String value, String basis) {

		/**
		 * Whether another value is for the same people from the same day on.
		 * @param other another one
		 * @return true if one of them was put in the other's place
		 */
		public boolean isBeside(Value other) {
			return this.from.equals(other.from) && isFor(other.key);
		}

		/**
		 * Whether another value is the same issue of the same day.
		 * @param other another one
		 * @return true if one would have to be the other
		 */
		public boolean isSameIssue(Value other) {
			return isBeside(other) && this.issue == other.issue;
		}

		/**
		 * Whether it is for somebody.
		 * @param somebody a key, null for everybody
		 * @return true if that is its key
		 */
		public boolean isFor(@Nullable String somebody) {
			return (this.key != null) ? this.key.equals(somebody) : somebody == null;
		}

		/**
		 * What it is called in the file.
		 * @return such as {@code URBAN 2013-07-01.2}
		 */
		public String place() {
			return ((this.key != null) ? this.key + " " : "") + this.from + ((this.issue > 1) ? "." + this.issue : "");
		}

	}

	/**
	 * The value of a day.
	 * @param key for whom, null for everybody
	 * @param day the day
	 * @return as written; null if there is none yet
	 */
	public @Nullable String on(@Nullable String key, LocalDate day) {
		return inForce().stream()
			.filter((value) -> value.isFor(key) && !value.from().isAfter(day))
			.max(Comparator.comparing(Value::from))
			.map(Value::value)
			.orElse(null);
	}

	/**
	 * The values that count: of those of one day the last issued.
	 * @return in the order of the file
	 */
	public List<Value> inForce() {
		List<Value> inForce = new ArrayList<>();
		for (Value value : this.values) {
			if (this.values.stream().noneMatch((other) -> other.isBeside(value) && other.issue() > value.issue())) {
				inForce.add(value);
			}
		}
		return inForce;
	}

}
