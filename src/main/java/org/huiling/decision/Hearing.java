package org.huiling.decision;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import org.huiling.applicant.KnownApplicant;
import org.huiling.engine.Assessment;
import org.huiling.engine.AssessmentRequest;
import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Explain;
import org.huiling.engine.PolicyBook;
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

	Hearing(KnownApplicant known, PolicyPicture picture, PolicyBook book, Locale locale) {
		this.known = known;
		this.seen = new SeenHistory(known);
		this.picture = picture;
		this.book = book;
		this.locale = locale;
	}

	KnownApplicant known() {
		return this.known;
	}

	PolicyBook book() {
		return this.book;
	}

	/** What the rules say, by program, period and claim. */
	List<Assessment> answers(Period period, @Nullable Set<String> programs) {
		return Rulebook
			.ask(this.book, this.seen, new AssessmentRequest(period, null, programs, Explain.WHY), this.locale)
			.assessments();
	}

	/**
	 * Why the rules of an answer do not grant; nothing that is looked at ahead is noted.
	 */
	List<WhyNot> whyNot(Assessment answer) {
		AssessmentRequest request = new AssessmentRequest(Period.parse(answer.period()), null,
				Set.of(answer.program().id()), Explain.FULL);
		return Rulebook.ask(this.book, this.known::on, request, this.locale)
			.assessments()
			.stream()
			.filter((full) -> Objects.equals(full.claim(), answer.claim()))
			.findFirst()
			.map(Assessment::whyNot)
			.orElse(List.of());
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
