package org.huiling.engine;

import java.util.List;
import java.util.Set;

import org.huiling.engine.assessment.ApplicantEvaluation;
import org.huiling.engine.assessment.AssessmentBuilder;
import org.huiling.engine.assessment.LastingResults;
import org.huiling.engine.problem.PolicyConflict;
import org.huiling.facts.Period;
import org.jspecify.annotations.Nullable;

/**
 * One applicant before the policies of one jurisdiction, asked month after month: what is
 * worked out for one month serves the next. Answers come without reasons, which are given
 * for single answers when they are asked for. Belongs to one thread.
 */
public final class AssessmentSession {

	private final PolicyBook book;

	private final ApplicantHistory history;

	private final LastingResults known;

	private final AssessmentBuilder answers;

	/**
	 * Begins.
	 * @param book the policies, as known at one instant
	 * @param history what is recorded about the person
	 */
	public AssessmentSession(PolicyBook book, ApplicantHistory history) {
		this(book, history, new LastingResults());
	}

	private AssessmentSession(PolicyBook book, ApplicantHistory history, LastingResults known) {
		this.book = book;
		this.history = history;
		this.known = known;
		this.answers = new AssessmentBuilder(new ApplicantEvaluation(book, history, known), true);
	}

	/**
	 * The same applicant before other policies of the jurisdiction. What a version says
	 * is worked out once for both.
	 * @param others the policies, among them versions of these
	 * @return a session of its own, for the same thread
	 */
	public AssessmentSession before(PolicyBook others) {
		return new AssessmentSession(others, this.history, this.known);
	}

	/**
	 * The answers of a month, its year and its claims, without reasons.
	 * @param month the month
	 * @param programs ids of the programs asked for, null for all
	 * @return as {@link Assessor#assess} gives them
	 * @throws PolicyConflict if a policy grants twice without saying which wins
	 */
	public List<Assessment> answers(Period month, @Nullable Set<String> programs) {
		return Assessor.assess(this.answers, new AssessmentRequest(month, null, programs, Explain.NONE), null)
			.assessments();
	}

	/**
	 * An answer with its reasons.
	 * @param answer one that was given here
	 * @return the same with {@code why}
	 */
	public Assessment explained(Assessment answer) {
		Period period = Period.parse(answer.period());
		if (answer.claim() == null) {
			return this.answers.explained(answer.program(), period);
		}
		// what a claim gives depends on those before it
		AssessmentRequest request = new AssessmentRequest(period, null, Set.of(answer.program().id()), Explain.WHY);
		return new Assessor(this.book).assess(this.history, request)
			.assessments()
			.stream()
			.filter((one) -> answer.claim().equals(one.claim()))
			.findFirst()
			.orElse(answer);
	}

}
