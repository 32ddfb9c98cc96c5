package org.huiling.engine;

import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.huiling.engine.assessment.ApplicantEvaluation;
import org.huiling.engine.assessment.AssessmentBuilder;
import org.huiling.engine.assessment.Outlook;
import org.huiling.engine.assessment.ProgramResult;
import org.huiling.engine.assessment.StayNotes;
import org.huiling.engine.example.StatedAwards;
import org.huiling.engine.problem.PolicyConflict;
import org.huiling.engine.reason.Note;
import org.huiling.engine.reason.WhyNot;
import org.huiling.facts.Period;
import org.huiling.facts.record.RecordedClaim;
import org.jspecify.annotations.Nullable;

/**
 * Assesses one applicant against the policies of one jurisdiction. The answer for a
 * program never depends on which other programs were asked for: relief looks at the
 * medical award of its claim, and stacking at all awards of the month, either way.
 */
public final class Assessor {

	private final PolicyBook book;

	private final @Nullable StatedAwards stated;

	/**
	 * An assessor.
	 * @param book the policies, as known at one instant
	 */
	public Assessor(PolicyBook book) {
		this(book, null);
	}

	/**
	 * An assessor for whom other programs award what is stated.
	 * @param book the policies, as known at one instant
	 * @param stated what they award to the programs that look at them, null where they
	 * are assessed
	 */
	public Assessor(PolicyBook book, @Nullable StatedAwards stated) {
		this.book = book;
		this.stated = stated;
	}

	private ApplicantEvaluation evaluation(ApplicantHistory history, Explain explain) {
		return new ApplicantEvaluation(this.book, history, explain, (policy) -> policy.rules().plan(), this.stated);
	}

	/**
	 * The answers to a request.
	 *
	 * @param assessments by order of the programs, then period, then claim
	 * @param warnings what concerns the person or the request as a whole
	 */
	public record Assessments(List<Assessment> assessments, List<Note> warnings) {
	}

	/**
	 * Assesses.
	 * @param history what is recorded about the person
	 * @param request what is asked
	 * @return an answer for each program and period, and for each claim of CLAIM programs
	 * @throws PolicyConflict if a policy grants twice without saying which wins
	 */
	public Assessments assess(ApplicantHistory history, AssessmentRequest request) {
		Outlook outlook = (request.explain() == Explain.FULL) ? new Outlook(this.book, history) : null;
		return assess(new AssessmentBuilder(evaluation(history, request.explain())), request, outlook);
	}

	/**
	 * Why the rules of an answer do not grant. Nothing is looked at ahead.
	 * @param history what is recorded about the person
	 * @param answer the answer
	 * @return each rule with its conditions
	 */
	public List<WhyNot> whyNot(ApplicantHistory history, Assessment answer) {
		AssessmentRequest request = new AssessmentRequest(Period.parse(answer.period()), null,
				Set.of(answer.program().id()), Explain.FULL);
		return assess(new AssessmentBuilder(new ApplicantEvaluation(this.book, history, Explain.FULL)), request, null)
			.assessments()
			.stream()
			.filter((full) -> Objects.equals(full.claim(), answer.claim()))
			.findFirst()
			.map(Assessment::whyNot)
			.orElse(List.of());
	}

	static Assessments assess(AssessmentBuilder answers, AssessmentRequest request, @Nullable Outlook outlook) {
		List<Assessment> assessments = new ArrayList<>();
		List<Note> warnings = new ArrayList<>();
		Period year = Period.of(Year.from(request.period().firstDay()));
		for (Program program : answers.evaluation().book().programs()) {
			if (!request.asksFor(program)) {
				continue;
			}
			switch (program.cycle()) {
				case MONTH, QUARTER, YEAR -> {
					for (Period period : program.cycle().in(request.period())) {
						assessments.add(answers.periodical(program, period, request.explain(), outlook));
					}
				}
				case CLAIM -> claims(answers, program, year, request, assessments, warnings);
				case ONCE -> assessments.addAll(once(answers, program, request, outlook));
			}
		}
		return new Assessments(assessments, warnings);
	}

	/** Each month alone; what is due in one of several is due in none after it. */
	private static List<Assessment> once(AssessmentBuilder answers, Program program, AssessmentRequest request,
			@Nullable Outlook outlook) {
		List<Assessment> months = new ArrayList<>();
		Note given = null;
		for (Period month : program.cycle().in(request.period())) {
			Assessment answer = answers.periodical(program, month, request.explain(), outlook);
			months.add((given != null) ? answer.givenAlready(given) : answer);
			if (given == null && answer.grants()) {
				given = givenIn(month.toString());
			}
		}
		return months;
	}

	public static Note givenIn(String month) {
		return new Note("GIVEN_ALREADY", null,
				new Bilingual("一次性待遇，只发一次：" + month + " 已经应发", "it is given once, and due in " + month + " already"));
	}

	private static void claims(AssessmentBuilder answers, Program program, Period year, AssessmentRequest request,
			List<Assessment> assessments, List<Note> warnings) {
		List<RecordedClaim> claims = answers.evaluation().claims(program.over(), year);
		Map<String, Note> doubts = null;
		boolean any = false;
		for (RecordedClaim claim : claims) {
			if (isAsked(request, claim)) {
				any = true;
				if (doubts == null) {
					doubts = StayNotes.of(claims, program.over(),
							() -> program.over().words(answers.evaluation().book(), program, year));
				}
				// what comes after it in the year is another answer's
				ProgramResult programResult = answers.evaluation().claimResult(program, claim);
				assessments
					.add(answers.claim(program, claim, programResult, request.explain(), doubts.get(claim.id())));
			}
		}
		if (!any && request.names(program)) {
			warnings.add(answers.evaluation().knows(program.over(), year) || program.over().isClaims()
					? new Note("NO_CLAIM", program.over().list(), none(answers, program, year))
					: new Note("LIST_UNKNOWN", program.over().list(), unknown(answers, program, year)));
		}
	}

	private static boolean isAsked(AssessmentRequest request, RecordedClaim claim) {
		return (request.claimDay() != null) ? claim.date().equals(request.claimDay())
				: request.period().contains(claim.date());
	}

	/** Nothing recorded of a list is no list with nothing on it. */
	private static Bilingual unknown(AssessmentBuilder answers, Program program, Period year) {
		Bilingual list = program.over().words(answers.evaluation().book(), program, year);
		return new Bilingual(program.name().zh() + "：没有登记过" + list.zh() + "，有没有不得而知，请先登记",
				program.name().en() + ": nothing is recorded under " + list.en()
						+ ", so whether there is any is not known: record it first");
	}

	private static Bilingual none(AssessmentBuilder answers, Program program, Period year) {
		Over over = program.over();
		if (over.isClaims()) {
			return new Bilingual(program.name().zh() + "：该期间没有报销或救助申请",
					program.name().en() + ": there is no claim in this period");
		}
		Bilingual list = over.words(answers.evaluation().book(), program, year);
		return new Bilingual(program.name().zh() + "：该期间没有" + list.zh(),
				program.name().en() + ": there is nothing under " + list.en() + " in this period");
	}

}
