package org.huiling.policy;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.huiling.applicant.RecordJson;
import org.huiling.applicant.answer.ApplicantDocument;
import org.huiling.engine.Bilingual;
import org.huiling.engine.example.Example;
import org.huiling.engine.problem.CheckReport;
import org.huiling.engine.problem.Finding;
import org.huiling.engine.problem.Problem;
import org.huiling.engine.problem.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What a check of a version found, the same on the command line and over HTTP.
 *
 * @param ok whether the version may be published
 * @param problems what is wrong with the files
 * @param examples how each worked example came out
 * @param coverage which rules the examples cover
 * @param findings flaws of the rules taken together
 */
public record CheckAnswer(boolean ok, List<FileProblem> problems, List<ExampleResult> examples,
		List<RuleCoverage> coverage, List<RulesFinding> findings) {

	/**
	 * A report as it is answered.
	 * @param report what was found
	 * @return the answer
	 */
	public static CheckAnswer of(CheckReport report) {
		return new CheckAnswer(report.ok(), report.problems().stream().map(FileProblem::of).toList(),
				report.examples().stream().map(ExampleResult::of).toList(),
				report.coverage().stream().map(RuleCoverage::of).toList(),
				report.findings().stream().map(RulesFinding::of).toList());
	}

	/**
	 * Something wrong in a file.
	 *
	 * @param file its path
	 * @param line from 1
	 * @param column from 1
	 * @param cell the cell of a table, null in other files
	 * @param severity whether it keeps the version out
	 * @param code a stable code
	 * @param message what is wrong
	 * @param excerpt the offending text
	 * @param hint what to do about it
	 */
	public record FileProblem(String file, int line, int column,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String cell, Severity severity, String code,
			Bilingual message, @Nullable String excerpt, @Nullable Bilingual hint) {

		static FileProblem of(Problem problem) {
			return new FileProblem(problem.file(), problem.line(), problem.column(), problem.cell(), problem.severity(),
					problem.code(), problem.message(), problem.excerpt(), problem.hint());
		}

	}

	/**
	 * How a worked example came out.
	 *
	 * @param name what it shows
	 * @param passed whether everything expected came out
	 * @param expected what must come out; null is not looked at
	 * @param actual what came out
	 */
	public record ExampleResult(String name, boolean passed, Example.Expected expected, Example.Expected actual) {

		static ExampleResult of(Example.Result result) {
			return new ExampleResult(result.example().name(), result.passed(), result.example().expected(),
					result.actual());
		}

	}

	/**
	 * How the examples cover a rule.
	 *
	 * @param rule its Chinese name
	 * @param fires whether it grants in one
	 * @param staysSilent whether it does not in another
	 */
	public record RuleCoverage(String rule, boolean fires, boolean staysSilent) {

		static RuleCoverage of(CheckReport.Coverage coverage) {
			return new RuleCoverage(coverage.rule().zh(), coverage.fires(), coverage.staysSilent());
		}

	}

	/**
	 * A flaw that no file and line gives away.
	 *
	 * @param kind what kind of flaw
	 * @param rules the Chinese names of the rules it is about
	 * @param message what is wrong, and for whom
	 * @param accepted why it is accepted, null if it is not
	 * @param period the period to ask for
	 * @param claim the claim to look at
	 * @param counterexample an applicant who shows it, null if nobody can
	 */
	public record RulesFinding(Finding.Kind kind, List<String> rules, Bilingual message, @Nullable Bilingual accepted,
			@Nullable String period, @Nullable String claim, @Nullable ApplicantDocument counterexample) {

		static RulesFinding of(Finding finding) {
			return new RulesFinding(finding.kind(), finding.rules().stream().map(Bilingual::zh).toList(),
					finding.message(), finding.accepted(), finding.period(), finding.claim(),
					(finding.counterexample() != null) ? new ApplicantDocument(RecordJson.of(finding.counterexample()))
							: null);
		}

	}

}
