package org.huiling.engine.schemes;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.huiling.engine.Assessment;
import org.huiling.engine.Outcome;
import org.huiling.engine.problem.CheckReport;
import org.huiling.engine.problem.Finding;
import org.huiling.engine.problem.Problem;

import static org.assertj.core.api.Assertions.assertThat;

/** What is asserted of every scheme from elsewhere. */
final class SchemeCases {

	/** A death that nobody recorded is none. */
	private static final List<String> ALWAYS_KNOWN = List.of("birthDate", "deathDate");

	private SchemeCases() {
	}

	/** Nothing is wrong with any version, and what the finder sees is accepted. */
	static void checked(Scheme scheme, int versions) {
		Map<String, CheckReport> reports = scheme.checks();
		assertThat(reports).hasSize(versions);
		reports.forEach((version, report) -> {
			assertThat(report.problems()).as(version).extracting(Problem::toString).isEmpty();
			assertThat(report.findings()).as(version)
				.filteredOn((finding) -> finding.accepted() == null && !finding.kind().name().equals("CUT_SHORT"))
				.extracting(Finding::toString)
				.isEmpty();
			assertThat(report.examples()).as(version).isNotEmpty().allMatch((example) -> example.passed());
		});
	}

	/**
	 * Taking a fact away gives the same answer or asks for that fact, and never refuses
	 * or pays another amount; a first day counts as come where the answer says so.
	 */
	static void unknownIsNeverAnotherAnswer(Scheme scheme, String program, List<Map<String, String>> cases) {
		for (Map<String, String> one : cases) {
			Assessment whole = scheme.ask(program, one.get("period"), one);
			for (String fact : scheme.facts(one)) {
				if (ALWAYS_KNOWN.contains(fact) || fact.endsWith("[].id") || fact.endsWith("[].date")) {
					continue;
				}
				Assessment without = scheme.ask(program, one.get("period"), one, fact);
				if (without.outcome() == Outcome.NEEDS_INFORMATION) {
					assertThat(without.missing()).as("%s without %s", one, fact).contains(fact);
				}
				else if (without.assumptions().stream().noneMatch((note) -> fact.equals(note.field()))) {
					assertThat(without.outcome()).as("%s without %s", one, fact).isEqualTo(whole.outcome());
					assertThat(without.amount()).as("%s without %s", one, fact).isEqualTo(whole.amount());
				}
			}
		}
	}

	/** The amounts that somebody worked out by hand from the text, to the cent. */
	static void asWorkedOut(Scheme scheme, String program, List<Map<String, String>> cases) {
		assertThat(cases).hasSizeGreaterThanOrEqualTo(12);
		for (Map<String, String> one : cases) {
			assertThat(amount(scheme.ask(program, one.get("period"), one))).as("%s", one)
				.isEqualTo(one.get("expected"));
		}
	}

	/** The amount of an answer that is settled. */
	static BigDecimal amount(Assessment answer) {
		assertThat(answer.missing()).as("%s", answer).isEmpty();
		assertThat(answer.outcome()).as("%s", answer).isIn(Outcome.ELIGIBLE, Outcome.NOT_ELIGIBLE);
		return answer.amount();
	}

}
