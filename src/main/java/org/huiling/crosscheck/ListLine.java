package org.huiling.crosscheck;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import org.huiling.applicant.PeopleMatching.Wanted;
import org.huiling.problem.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * A line of a list.
 *
 * @param number in the file, from 1
 * @param said what it says; null if it is refused
 * @param refused why, null if it is not
 */
record ListLine(int number, @Nullable Said said, @Nullable FieldError refused) {

	/**
	 * What a line says. It is kept sealed.
	 *
	 * @param residentId null if none is said
	 * @param name null if none is said
	 * @param birthDate null if none is said
	 * @param date that the list is about: of the death, or since when they are registered
	 * or live there; null if that is not said
	 * @param hukou the region where they are registered, null if it is not said
	 * @param residence the region where they live, null if it is not said
	 * @param drawn what they draw elsewhere, null in lists of other kinds
	 */
	record Said(@Nullable String residentId, @Nullable String name, @Nullable LocalDate birthDate,
			@Nullable LocalDate date, @Nullable String hukou, @Nullable String residence, @Nullable Drawn drawn) {

		Wanted wanted() {
			return new Wanted(this.residentId, this.name, this.birthDate);
		}

		/** Without anything personal. */
		@Override
		public String toString() {
			return "line of a list";
		}

	}

	/**
	 * What somebody draws elsewhere.
	 *
	 * @param program what the list calls it, null if it does not say
	 * @param from the first month
	 * @param to the last month, null if there is none yet
	 * @param amount how much a month, null if that is not said
	 */
	record Drawn(@Nullable String program, YearMonth from, @Nullable YearMonth to, @Nullable BigDecimal amount) {

		/** Whether it is still drawn in a month. */
		boolean isOpen(YearMonth month) {
			return this.to == null || !this.to.isBefore(month);
		}

		/** Without anything personal. */
		@Override
		public String toString() {
			return "drawn elsewhere";
		}

	}

	static ListLine refused(long number, String field, Enum<?> code, Object... arguments) {
		return new ListLine(Math.toIntExact(number), null, FieldError.of(field, code.name(), arguments));
	}

	/**
	 * A line that was refused, with the arguments as they are kept: whole numbers are
	 * numbers again.
	 */
	static ListLine kept(int number, String field, String code, List<String> arguments) {
		List<Object> plain = arguments.stream()
			.map((one) -> one.matches("[0-9]{1,9}") ? (Object) Integer.valueOf(one) : one)
			.toList();
		return new ListLine(number, null, new FieldError(field, code, plain));
	}

	/** The arguments of the refusal as texts. */
	List<String> arguments() {
		return (this.refused != null) ? this.refused.arguments().stream().map(String::valueOf).toList() : List.of();
	}

}
