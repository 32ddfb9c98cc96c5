package org.huiling.web.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.huiling.applicant.RecordJson;
import org.huiling.engine.example.Example;
import org.huiling.engine.problem.CheckReport;
import org.huiling.engine.problem.Finding;
import org.huiling.engine.problem.Problem;
import org.huiling.engine.problem.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What a check found, in the reader's language.
 *
 * @param ok whether it may be handed in
 * @param problems by file and line
 * @param examples how each came out, those that fail first
 * @param findings what a search over applicants found
 */
record CheckView(boolean ok, List<Line> problems, List<ExampleCard> examples, List<Found> findings) {

	/**
	 * A problem.
	 *
	 * @param file its path
	 * @param line the first is 1
	 * @param column the first is 1
	 * @param place the line, or the cell of a table
	 * @param error whether it must be mended
	 * @param message what is wrong
	 * @param hint what to do, null if that is plain
	 */
	record Line(String file, int line, int column, String place, boolean error, String message, @Nullable String hint) {
	}

	/**
	 * A finding.
	 *
	 * @param number its place
	 * @param stands whether it must be mended or accepted
	 * @param message what it is
	 * @param accepted why it is meant to be so, null if nobody says so
	 * @param person whether somebody shows it
	 */
	record Found(int number, boolean stands, String message, @Nullable String accepted, boolean person) {
	}

	static CheckView of(CheckReport report, Locale locale) {
		List<ExampleCard> cards = new ArrayList<>();
		for (Example.Result result : report.examples()) {
			cards.add(ExampleCard.of(cards.size(), result));
		}
		cards.sort(Comparator.comparing(ExampleCard::passed));
		List<Found> found = new ArrayList<>();
		for (Finding finding : report.findings()) {
			found.add(new Found(found.size(), finding.stands(), finding.message().in(locale),
					(finding.accepted() != null) ? finding.accepted().in(locale) : null,
					finding.counterexample() != null));
		}
		return new CheckView(report.ok(), report.problems().stream().map((problem) -> line(problem, locale)).toList(),
				cards, found);
	}

	private static Line line(Problem problem, Locale locale) {
		String place = (problem.cell() != null) ? problem.cell() : String.valueOf(problem.line());
		return new Line(problem.file(), problem.line(), problem.column(), place, problem.severity() == Severity.ERROR,
				problem.message().in(locale), (problem.hint() != null) ? problem.hint().in(locale) : null);
	}

	/** The examples that came out otherwise than expected. */
	public List<ExampleCard> failing() {
		return this.examples.stream().filter((one) -> !one.passed()).toList();
	}

	/**
	 * Somebody from a report, to try the draft on.
	 *
	 * @param period the month, quarter or year
	 * @param json as the HTTP contract has them
	 */
	record Somebody(String period, String json) {

		static @Nullable Somebody example(CheckReport report, int number) {
			if (number < 0 || number >= report.examples().size()) {
				return null;
			}
			Example example = report.examples().get(number).example();
			return (example.applicant() != null)
					? new Somebody(example.period(), RecordJson.of(example.applicant()).toPrettyString()) : null;
		}

		static @Nullable Somebody finding(CheckReport report, int number) {
			if (number < 0 || number >= report.findings().size()) {
				return null;
			}
			Finding finding = report.findings().get(number);
			return (finding.counterexample() != null && finding.period() != null)
					? new Somebody(finding.period(), RecordJson.of(finding.counterexample()).toPrettyString()) : null;
		}

	}

}
