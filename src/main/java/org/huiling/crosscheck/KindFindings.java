package org.huiling.crosscheck;

import java.util.List;

import org.huiling.applicant.PeopleMatching.Candidate;
import org.huiling.task.NewTask;

/** What lists of one kind mean. Nothing is recorded, decided or held by it. */
interface KindFindings {

	/** Of which kind. */
	CrossCheckKind kind();

	/**
	 * What is to be looked at.
	 * @param check whose list it is
	 * @param lines some lines, each with those on file who may be meant
	 * @return the tasks, those that were found before too
	 */
	List<NewTask> of(CrossCheck check, List<Matched> lines);

	/**
	 * A line with those on file who may be meant.
	 *
	 * @param said what it says
	 * @param candidates nobody, one or several
	 */
	record Matched(ListLine.Said said, List<Candidate> candidates) {
	}

}
