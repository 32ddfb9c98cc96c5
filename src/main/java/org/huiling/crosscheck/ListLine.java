package org.huiling.crosscheck;

import java.time.LocalDate;
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
	 */
	record Said(@Nullable String residentId, @Nullable String name, @Nullable LocalDate birthDate,
			@Nullable LocalDate date, @Nullable String hukou, @Nullable String residence) {

		Wanted wanted() {
			return new Wanted(this.residentId, this.name, this.birthDate);
		}

		/** Without anything personal. */
		@Override
		public String toString() {
			return "line of a list";
		}

	}

	static ListLine refused(long number, String field, Enum<?> code, Object... arguments) {
		return new ListLine(Math.toIntExact(number), null, FieldError.of(field, code.name(), arguments));
	}

	/** The arguments of the refusal as texts. */
	List<String> arguments() {
		return (this.refused != null) ? this.refused.arguments().stream().map(String::valueOf).toList() : List.of();
	}

}
