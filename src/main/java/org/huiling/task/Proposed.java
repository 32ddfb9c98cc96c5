package org.huiling.task;

import java.time.LocalDate;
import java.time.YearMonth;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.huiling.applicant.answer.ApplicantDocument;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a task proposes to do; nothing where only a person can tell.
 *
 * @param record what is to be recorded of the person, a part of an applicant
 * @param from from which day it holds; absent where nothing is to be recorded
 * @param hold what is to be held back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Proposed(@Nullable ApplicantDocument record, @Nullable LocalDate from, @Nullable Hold hold) {

	/** Nothing. */
	public static final Proposed NOTHING = new Proposed(null, null, null);

	/**
	 * A record.
	 * @param facts a part of an applicant
	 * @param from from which day it holds
	 * @return what proposes it
	 */
	public static Proposed record(JsonNode facts, LocalDate from) {
		return new Proposed(new ApplicantDocument(facts), from, null);
	}

	/**
	 * A payment that is to be held back.
	 *
	 * @param program which program's, absent for all
	 * @param from since which month
	 * @param code why, as in {@code POST /applicants/{id}/payment-holds}
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Hold(@Nullable String program, YearMonth from, String code) {
	}

	/** Without anything personal. */
	@Override
	public String toString() {
		return "Proposed";
	}

}
