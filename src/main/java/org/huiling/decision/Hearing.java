package org.huiling.decision;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.huiling.applicant.KnownApplicant;
import org.huiling.engine.Assessment;
import org.huiling.engine.Assessor;
import org.huiling.engine.AssessmentRequest;
import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Explain;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.Sitting;
import org.huiling.engine.WhyNot;
import org.huiling.facts.Period;
import org.huiling.policy.PolicyPicture;
import org.jspecify.annotations.Nullable;

/** One person before one jurisdiction's policies, with what is looked at noted. */
final class Hearing {

	private final KnownApplicant known;

	private final SeenHistory seen;

	private final PolicyPicture picture;

	private final PolicyBook book;

	private final Locale locale;

	private final Sitting sitting;

	Hearing(KnownApplicant known, PolicyPicture picture, PolicyBook book, Locale locale) {
		this.known = known;
		this.seen = new SeenHistory(known);
		this.picture = picture;
		this.book = book;
		this.locale = locale;
		this.sitting = new Sitting(book, this.seen);
	}

	KnownApplicant known() {
		return this.known;
	}

	PolicyBook book() {
		return this.book;
	}

	/** What the rules say, by program, period and claim. */
	List<Assessment> answers(Period period, @Nullable Set<String> programs) {
		AssessmentRequest request = new AssessmentRequest(period, null, programs, Explain.WHY);
		return Rulebook.ask(this.book, this.seen, request, this.locale).assessments();
	}

	/** The same of a month without reasons, for whoever asks month after month. */
	List<Assessment> plainAnswers(Period month, Set<String> programs) {
		return Rulebook.ask(() -> this.sitting.answers(month, programs), this.locale);
	}

	/** The reasons of a plain answer. */
	Assessment explained(Assessment answer) {
		return Rulebook.ask(() -> this.sitting.explained(answer), this.locale);
	}

	/**
	 * Why the rules of an answer do not grant; nothing that is looked at ahead is noted.
	 */
	List<WhyNot> whyNot(Assessment answer) {
		return Rulebook.ask(() -> new Assessor(this.book).whyNot(this.known::on, answer), this.locale);
	}

	/** Whether the policy of a month has a rule on late application. */
	boolean asksForApplication(String program, Period month) {
		CompiledPolicy policy = this.book.inForce(program, month.firstDay());
		return policy != null && policy.header().lateApplication() != null;
	}

	/** What was looked at so far, as it is kept. */
	String facts() {
		return this.seen.facts();
	}

	/** The policies that were known, as they are kept. */
	String policies() {
		return PictureJson.write(this.picture);
	}

}
