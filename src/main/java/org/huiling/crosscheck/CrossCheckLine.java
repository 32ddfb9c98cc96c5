package org.huiling.crosscheck;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A line of a list and what came of it.
 *
 * @param line its number in the file, from 1
 * @param outcome what came of it
 * @param name as it was sent, null if it was not
 * @param residentId masked
 * @param birthDate as it was sent
 * @param date that the list is about; null if the line is refused or says none
 * @param hukouRegion where they are registered; absent if that is not said
 * @param residenceRegion where they live; absent if that is not said
 * @param drawn what they draw elsewhere; only in lists of that
 * @param applicantId whose file it means, if that is certain
 * @param errors why it is refused
 */
public record CrossCheckLine(int line, Outcome outcome, @Nullable String name, @Nullable String residentId,
		@Nullable LocalDate birthDate, @Nullable LocalDate date,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String hukouRegion,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String residenceRegion,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Elsewhere drawn, @Nullable UUID applicantId,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<Wrong> errors) {

	/** What came of a line. */
	public enum Outcome {

		/** It cannot be read. */
		REFUSED,

		/** It is not matched yet. */
		WAITING,

		/** Nobody on file is meant. */
		NOBODY,

		/** Somebody on file is meant. */
		MATCHED,

		/** Somebody on file may be meant. */
		UNCLEAR

	}

	/**
	 * What somebody draws elsewhere.
	 *
	 * @param program what the list calls it, null if it does not say
	 * @param from the first month
	 * @param to the last month, null if there is none yet
	 * @param amount how much a month, null if that is not said
	 */
	public record Elsewhere(@Nullable String program, YearMonth from, @Nullable YearMonth to,
			@Nullable BigDecimal amount) {
	}

	/**
	 * What is wrong with a line.
	 *
	 * @param field its column, empty for the whole line
	 * @param code a stable code
	 * @param message the same in a sentence
	 */
	public record Wrong(String field, String code, String message) {
	}

	/** Without anything personal. */
	@Override
	public String toString() {
		return "line " + this.line;
	}

}
