package org.huiling.decision.assessment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.huiling.applicant.KnownApplicant;
import org.huiling.applicant.reading.ApplicantReaderInForce;
import org.huiling.applicant.reading.ReadApplicant;
import org.huiling.applicant.reading.RecordWarning;
import org.huiling.engine.ApplicantHistory;
import org.huiling.engine.AssessmentRequest;
import org.huiling.engine.Assessor;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.PolicyBook;
import org.huiling.facts.Period;
import org.huiling.facts.record.FactRecord;
import org.huiling.problem.FieldError;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/** Assesses an applicant by the policies of the jurisdiction that is theirs. */
@Component
public class Assessing {

	private final PolicyLookup lookup;

	private final PersonLookup people;

	private final ApplicantReaderInForce readings;

	private final GivenAlready given;

	private final Clock clock;

	Assessing(PolicyLookup lookup, PersonLookup people, ApplicantReaderInForce readings, GivenAlready given,
			Clock clock) {
		this.given = given;
		this.lookup = lookup;
		this.people = people;
		this.readings = readings;
		this.clock = clock;
	}

	/**
	 * What came out.
	 *
	 * @param period what it is for
	 * @param jurisdiction whose policies answered
	 * @param assessments the answers
	 * @param warnings what is odd about the record
	 * @param facts what is known on the last day of it
	 */
	public record Assessed(Period period, Jurisdiction jurisdiction, Assessor.Assessments assessments,
			List<RecordWarning> warnings, FactRecord facts) {
	}

	/** Whom the question is about, and as of when. */
	private record Subject(ApplicantHistory history, List<RecordWarning> warnings, Instant knownAt) {
	}

	/**
	 * Assesses whom a body of {@code POST /assessments} is about; stores nothing. Whoever
	 * is on file is noted in the audit trail as having been assessed.
	 * @param body as in the HTTP contract
	 * @param locale the reader's, for what a faulty policy is told with
	 * @return the answers
	 * @throws org.huiling.problem.InvalidInput 400 if a field cannot be read, 422 if
	 * fields contradict each other, or name what is not there
	 */
	public Assessed assess(JsonNode body, Locale locale) {
		return assess(AssessmentBodyReader.read(body, this.readings.today()), locale);
	}

	public Assessed assess(AssessmentBody asked, Locale locale) {
		Subject subject = subject(asked);
		LocalDate day = (asked.date() != null) ? asked.date() : asked.period().firstDay();
		Jurisdiction jurisdiction = (asked.jurisdiction() != null) ? this.lookup.named(asked.jurisdiction())
				: this.lookup.ofHukou(subject.history().on(day));
		PolicyBook book = this.lookup.book(jurisdiction, subject.knownAt());
		AssessmentRequest request = new AssessmentRequest(asked.period(), asked.date(),
				PolicyLookup.programs(asked.programs(), book, subject.history().subject()), asked.explain());
		Assessor.Assessments answers = PolicyLookup.ask(book, subject.history(), request, locale);
		if (asked.applicant() == null && asked.applicantId() != null) {
			Instant decidedBy = (asked.knownAt() != null) ? asked.knownAt() : Instant.MAX;
			answers = new Assessor.Assessments(
					this.given
						.told(asked.applicantId(), jurisdiction.id(), decidedBy, answers.assessments(),
								(program,
										month) -> PolicyLookup
											.ask(book, subject.history(),
													new AssessmentRequest(month, null, Set.of(program),
															asked.explain()),
													locale)
											.assessments()
											.get(0)),
					answers.warnings());
		}
		return new Assessed(asked.period(), jurisdiction, answers, subject.warnings(),
				subject.history().on(asked.period().lastDay()));
	}

	private Subject subject(AssessmentBody asked) {
		Instant knownAt = (asked.knownAt() != null) ? asked.knownAt() : this.clock.instant();
		ReadApplicant inline = asked.applicant();
		if (inline != null) {
			return new Subject((day) -> inline.record(), inline.warnings(), knownAt);
		}
		if (asked.applicantId() == null) {
			throw PolicyLookup.refused(FieldError.of("applicantId", RequestFault.NOT_FOUND.name()));
		}
		KnownApplicant known = this.people.assessed(asked.applicantId(), asked.knownAt());
		return new Subject(known::on, List.of(), knownAt);
	}

}
