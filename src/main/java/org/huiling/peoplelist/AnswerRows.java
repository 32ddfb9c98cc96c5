package org.huiling.peoplelist;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huiling.applicant.reading.RecordWarning;
import org.huiling.decision.assessment.Assessing;
import org.huiling.engine.Assessment;
import org.huiling.engine.InKind;
import org.huiling.engine.reason.Note;
import org.huiling.engine.reason.Why;
import org.jspecify.annotations.Nullable;

/**
 * Answers as rows of a table, one for each program, period and claim. What is odd about a
 * person stands in the first row of each of their periods.
 */
public final class AnswerRows {

	/** The names of the columns. */
	public static final List<String> COLUMNS = List.of("line", "fileNumber", "jurisdiction", "program", "name",
			"period", "claim", "outcome", "amount", "inKind", "unit", "cycle", "version", "digest", "rules", "basis",
			"missing", "assumptions", "warnings", "personWarnings");

	private static final String APART = "; ";

	private AnswerRows() {
	}

	/** Cells in the order of the columns; an amount is a number. */
	public static List<@Nullable Object[]> of(AssessedLine line, Locale locale) {
		List<@Nullable Object[]> rows = new ArrayList<>();
		for (AssessedLine.Answer answer : line.answers()) {
			Assessing.Assessed assessed = answer.assessed();
			String warnings = personWarnings(assessed);
			for (Assessment one : assessed.assessments().assessments()) {
				rows.add(row(line, assessed.jurisdiction().id(), one, warnings, locale));
				warnings = "";
			}
			if (!warnings.isEmpty()) {
				@Nullable Object[] row = new @Nullable Object[COLUMNS.size()];
				row[0] = line.number();
				row[1] = line.fileNumber();
				row[2] = assessed.jurisdiction().id();
				row[COLUMNS.indexOf("period")] = assessed.period().toString();
				row[COLUMNS.size() - 1] = warnings;
				rows.add(row);
			}
		}
		return rows;
	}

	private static @Nullable Object[] row(AssessedLine line, String jurisdiction, Assessment one, String warnings,
			Locale locale) {
		return new @Nullable Object[] { line.number(), line.fileNumber(), jurisdiction, one.program().id(),
				one.program().name().in(locale), one.period(), one.claim(), one.outcome().name(), one.amount(),
				joined(one.inKind(), (thing) -> inKind(thing, locale)), one.program().unit(),
				one.program().cycle().name(), one.version(), one.digest(),
				joined(one.why(), (why) -> why.rule().in(locale)), joined(one.why(), Why::basis),
				String.join(APART, one.missing()), joined(one.assumptions(), AnswerRows::note),
				joined(one.warnings(), AnswerRows::note), warnings };
	}

	private static String inKind(InKind thing, Locale locale) {
		return thing.what().in(locale) + " " + thing.quantity() + " " + thing.unit();
	}

	private static String personWarnings(Assessing.Assessed assessed) {
		return Stream
			.concat(assessed.warnings().stream().map(AnswerRows::warning),
					assessed.assessments().warnings().stream().map(AnswerRows::note))
			.collect(Collectors.joining(APART));
	}

	private static String warning(RecordWarning warning) {
		return warning.code() + " " + warning.field();
	}

	private static String note(Note note) {
		return (note.field() != null) ? note.code() + " " + note.field() : note.code();
	}

	private static <T> String joined(List<T> list, Function<T, String> text) {
		return list.stream().map(text).distinct().collect(Collectors.joining(APART));
	}

}
