package org.huiling.peoplelist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import org.huiling.applicant.imports.file.ImportLine;
import org.huiling.applicant.imports.file.ListRow;
import org.huiling.applicant.reading.ApplicantReader;
import org.huiling.applicant.reading.ReadApplicant;
import org.huiling.decision.assessment.Assessing;
import org.huiling.decision.assessment.AssessmentBody;
import org.huiling.decision.assessment.AssessmentBodyReader;
import org.huiling.decision.assessment.PolicyLookup;
import org.huiling.engine.ApplicantHistory;
import org.huiling.engine.AssessmentRequest;
import org.huiling.engine.Assessor;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.comparison.PeriodSeries;
import org.huiling.facts.Period;
import org.huiling.facts.record.FactRecord;
import org.huiling.problem.InvalidInput;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Assesses lines of a list, each as the body of a {@code POST /assessments} of its own. A
 * {@code validFrom} is kept as the register keeps it: before that day nothing is known
 * but the birth. May be asked by several threads.
 */
public final class LineAssessor {

	private static final String APPLICANT = "applicant";

	private final PolicyBook book;

	private final ApplicantReader reading;

	private final AssessOrder order;

	private final Locale locale;

	/**
	 * An assessor.
	 * @param book by which policies
	 * @param reading reads people, by the dictionary of the policies
	 * @param order what everybody is asked about
	 * @param locale of whoever reads the answers
	 */
	public LineAssessor(PolicyBook book, ApplicantReader reading, AssessOrder order, Locale locale) {
		this.book = book;
		this.reading = reading;
		this.order = order;
		this.locale = locale;
	}

	/**
	 * Assesses a line.
	 * @param line as it was read
	 * @return its answers, or why it was refused
	 */
	public AssessedLine assess(ImportLine line) {
		String number = null;
		try {
			if (line.refusal() != null) {
				throw line.refusal();
			}
			ListRow row = ListRow.of(applicant(Objects.requireNonNull(line.given())));
			number = (row.fileNumber() != null) ? row.fileNumber().toString() : null;
			return new AssessedLine(line.number(), number, answers(row), List.of());
		}
		catch (InvalidInput ex) {
			return new AssessedLine(line.number(), number, List.of(), ex.errors());
		}
	}

	/** A line of JSON is the applicant, or a body that has nothing else. */
	private static JsonNode applicant(JsonNode given) {
		return (given.isObject() && given.size() == 1 && given.has(APPLICANT)) ? given.get(APPLICANT) : given;
	}

	private List<AssessedLine.Answer> answers(ListRow row) {
		AssessmentBody asked = asked(row);
		ReadApplicant read = Objects.requireNonNull(asked.applicant());
		ApplicantHistory history = history(read.record(), row.validFrom());
		Set<String> programs = PolicyLookup.programs(asked.programs(), this.book, read.record().subject());
		List<AssessedLine.Answer> answers = new ArrayList<>();
		PeriodSeries series = new PeriodSeries(this.book, history);
		for (Period period : this.order.periods()) {
			AssessmentRequest request = new AssessmentRequest(period, null, programs, this.order.explain());
			Assessor.Assessments given = PolicyLookup.ask(() -> series.next(request), this.locale);
			AssessmentBody body = new AssessmentBody(period, null, asked.jurisdiction(), asked.programs(), null, read,
					null, asked.explain());
			answers.add(new AssessedLine.Answer(body, new Assessing.Assessed(period, this.book.jurisdiction(), given,
					read.warnings(), history.on(period.lastDay()))));
		}
		return answers;
	}

	private AssessmentBody asked(ListRow row) {
		ObjectNode body = JsonNodeFactory.instance.objectNode();
		body.put("period", this.order.periods().get(0).toString());
		body.put("jurisdiction", this.book.jurisdiction().id());
		body.put("explain", this.order.explain().name());
		List<String> programs = this.order.programs();
		if (programs != null) {
			programs.forEach(body.putArray("programs")::add);
		}
		body.set(APPLICANT, row.facts());
		return AssessmentBodyReader.read(body, this.reading);
	}

	private static ApplicantHistory history(FactRecord record, @Nullable LocalDate validFrom) {
		if (validFrom == null) {
			return (day) -> record;
		}
		FactRecord before = record.shape().record().put(record.subject().beginning(), record.birthDate()).build();
		return (day) -> day.isBefore(validFrom) ? before : record;
	}

}
