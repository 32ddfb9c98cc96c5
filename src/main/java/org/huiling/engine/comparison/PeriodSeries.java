package org.huiling.engine.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.huiling.engine.ApplicantHistory;
import org.huiling.engine.Assessment;
import org.huiling.engine.AssessmentRequest;
import org.huiling.engine.Assessor;
import org.huiling.engine.Cycle;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.problem.PolicyFault;
import org.huiling.engine.reason.Note;
import org.jspecify.annotations.Nullable;

/**
 * One applicant asked about one period after the other: what is due for a year or a
 * quarter is answered with the first month of it that is asked about, and what is given
 * once is due once. Belongs to one thread.
 */
public final class PeriodSeries {

	private final PolicyBook book;

	private final ApplicantHistory history;

	private final Set<Answered> answered = new HashSet<>();

	/** By program, which is given once, where it was. */
	private final Map<String, Note> given = new HashMap<>();

	/** What is answered once. */
	private record Answered(String program, String period, @Nullable String claim) {
	}

	/**
	 * Begins.
	 * @param book the policies
	 * @param history what is recorded of the applicant
	 */
	public PeriodSeries(PolicyBook book, ApplicantHistory history) {
		this.book = book;
		this.history = history;
	}

	/**
	 * The answers to the next request.
	 * @param request about a later period than the one before
	 * @return those that were not given yet
	 * @throws PolicyFault if a policy cannot answer
	 */
	public Assessor.Assessments next(AssessmentRequest request) {
		Assessor.Assessments all = this.book.assess(this.history, request);
		List<Assessment> unheard = new ArrayList<>();
		for (Assessment one : all.assessments()) {
			if (this.answered.add(new Answered(one.program().id(), one.period(), one.claim()))) {
				unheard.add((one.program().cycle() == Cycle.ONCE) ? once(one) : one);
			}
		}
		return new Assessor.Assessments(unheard, all.warnings());
	}

	private Assessment once(Assessment answer) {
		Note before = this.given.get(answer.program().id());
		if (before != null) {
			return answer.givenAlready(before);
		}
		if (answer.grants()) {
			this.given.put(answer.program().id(), Assessor.givenIn(answer.period()));
		}
		return answer;
	}

}
