package org.huiling.decision.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.huiling.applicant.reading.ApplicantReader;
import org.huiling.applicant.reading.ReadApplicant;
import org.huiling.engine.Explain;
import org.huiling.facts.Period;
import org.huiling.input.Codes;
import org.huiling.input.Ids;
import org.huiling.input.InputErrors;
import org.huiling.input.JsonFields;
import org.huiling.problem.InvalidInput;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the body of {@code POST /assessments}; every error is found at once. */
public final class AssessmentBodyReader {

	private static final Set<String> NAMES = Set.of("period", "date", "jurisdiction", "programs", "knownAt",
			"applicant", "applicantId", "explain");

	private static final Codes<Explain> EXPLAIN = Codes.of(Explain.class);

	private static final int LONGEST_ID = 64;

	private static final int MOST_PROGRAMS = 100;

	private final JsonFields fields;

	private final LocalDate today;

	private AssessmentBodyReader(JsonFields fields, LocalDate today) {
		this.fields = fields;
		this.today = today;
	}

	/**
	 * Reads a request.
	 * @param body the JSON
	 * @param reading reads people today; its month is assessed when none is named
	 * @return the request
	 * @throws InvalidInput 400 if a field cannot be read, 422 if all can but contradict
	 * each other
	 */
	public static AssessmentBody read(JsonNode body, ApplicantReader reading) {
		InputErrors errors = new InputErrors();
		AssessmentBodyReader reader = new AssessmentBodyReader(JsonFields.of(body, NAMES, errors), reading.today());
		LocalDate date = reader.fields.date("date");
		Period period = reader.period(date);
		String jurisdiction = reader.fields.text("jurisdiction", LONGEST_ID);
		List<String> programs = reader.fields.texts("programs", MOST_PROGRAMS, LONGEST_ID);
		Instant knownAt = reader.knownAt();
		Explain explain = reader.fields.code("explain", EXPLAIN);
		ReadApplicant applicant = reading.read(reader.fields, "applicant");
		UUID applicantId = reader.applicantId();
		errors.throwIfAny();
		return new AssessmentBody(period, date, jurisdiction, programs, knownAt, applicant, applicantId,
				(explain != null) ? explain : Explain.WHY);
	}

	private Period period(@Nullable LocalDate date) {
		Period current = Period.of(YearMonth.from((date != null) ? date : this.today));
		String text = this.fields.string("period");
		if (text == null) {
			return current;
		}
		if (this.fields.has("date")) {
			this.fields.refuse("period", RequestFault.PERIOD_AND_DATE, this.fields.path("date"));
		}
		Period period = RequestPeriods.period(text);
		if (period == null) {
			this.fields.refuse("period", RequestFault.INVALID_PERIOD);
			return current;
		}
		return period;
	}

	private @Nullable Instant knownAt() {
		return this.fields.instant("knownAt");
	}

	/** Exactly one of a person and the id of one is given. */
	private @Nullable UUID applicantId() {
		boolean inline = this.fields.has("applicant");
		String text = this.fields.text("applicantId", LONGEST_ID);
		if (inline && this.fields.has("applicantId")) {
			this.fields.refuse("applicantId", RequestFault.APPLICANT_AND_ID, this.fields.path("applicant"));
		}
		else if (!inline && !this.fields.has("applicantId")) {
			this.fields.refuse("applicant", RequestFault.NO_APPLICANT);
		}
		UUID id = (text != null) ? Ids.parse(text) : null;
		if (text != null && id == null && !inline) {
			this.fields.refuse("applicantId", RequestFault.NOT_FOUND);
		}
		return id;
	}

}
