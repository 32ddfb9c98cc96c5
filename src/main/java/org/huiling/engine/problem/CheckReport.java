package org.huiling.engine.problem;

import java.util.List;

import org.huiling.engine.Bilingual;
import org.huiling.engine.example.Example;

/**
 * What a check of a version found.
 *
 * @param problems what is wrong with the files, by file and line
 * @param examples how each worked example came out
 * @param coverage whether each rule fires in an example and stays silent in one
 * @param findings flaws of the rules taken together, each with who shows it
 */
public record CheckReport(List<Problem> problems, List<Example.Result> examples, List<Coverage> coverage,
		List<Finding> findings) {

	/**
	 * How examples cover a rule.
	 *
	 * @param rule the rule's name
	 * @param fires whether it grants in an example
	 * @param staysSilent whether it does not in another
	 */
	public record Coverage(Bilingual rule, boolean fires, boolean staysSilent) {
	}

	/**
	 * Whether the version may be published.
	 * @return true if nothing is wrong, every example passes, every rule is covered and
	 * every finding is accepted
	 */
	public boolean ok() {
		return this.problems.stream().noneMatch((problem) -> problem.severity() == Severity.ERROR)
				&& this.findings.stream().noneMatch(Finding::stands);
	}

}
