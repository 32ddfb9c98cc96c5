package org.huiling.decision.assessment;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.huiling.applicant.KnownApplicant;
import org.huiling.engine.Assessment;
import org.huiling.engine.AssessmentRequest;
import org.huiling.engine.AssessmentSession;
import org.huiling.engine.Assessor;
import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Explain;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.reason.WhyNot;
import org.huiling.facts.Period;
import org.huiling.policy.CatalogueSnapshot;
import org.jspecify.annotations.Nullable;

/** One person before one jurisdiction's policies, with what is looked at noted. */
public final class ObservedAssessment {

	private final KnownApplicant known;

	private final ObservedHistory seen;

	private final CatalogueSnapshot snapshot;

	private final PolicyBook book;

	private final Locale locale;

	private final AssessmentSession session;

	public ObservedAssessment(KnownApplicant known, CatalogueSnapshot snapshot, PolicyBook book, Locale locale) {
		this.known = known;
		this.seen = new ObservedHistory(known);
		this.snapshot = snapshot;
		this.book = book;
		this.locale = locale;
		this.session = new AssessmentSession(book, this.seen);
	}

	private ObservedAssessment(ObservedAssessment same, PolicyBook book) {
		this.known = same.known;
		this.seen = same.seen;
		this.snapshot = same.snapshot;
		this.book = book;
		this.locale = same.locale;
		this.session = same.session.before(book);
	}

	/**
	 * The same person before other policies of the jurisdiction; what is looked at is
	 * noted with what was.
	 * @param others the policies
	 * @return for the same thread
	 */
	public ObservedAssessment before(PolicyBook others) {
		return new ObservedAssessment(this, others);
	}

	public KnownApplicant known() {
		return this.known;
	}

	public PolicyBook book() {
		return this.book;
	}

	/** What the rules say, by program, period and claim. */
	public List<Assessment> answers(Period period, @Nullable Set<String> programs) {
		AssessmentRequest request = new AssessmentRequest(period, null, programs, Explain.WHY);
		return PolicyLookup.ask(this.book, this.seen, request, this.locale).assessments();
	}

	/** The same of a month without reasons, for whoever asks month after month. */
	public List<Assessment> plainAnswers(Period month, Set<String> programs) {
		return PolicyLookup.ask(() -> this.session.answers(month, programs), this.locale);
	}

	/** The reasons of a plain answer. */
	public Assessment explained(Assessment answer) {
		return PolicyLookup.ask(() -> this.session.explained(answer), this.locale);
	}

	/**
	 * Why the rules of an answer do not grant; nothing that is looked at ahead is noted.
	 */
	public List<WhyNot> whyNot(Assessment answer) {
		return PolicyLookup.ask(() -> new Assessor(this.book).whyNot(this.known::on, answer), this.locale);
	}

	/** Whether the policy of a month has a rule on late application. */
	public boolean asksForApplication(String program, Period month) {
		CompiledPolicy policy = this.book.inForce(program, month.firstDay());
		return policy != null && policy.header().lateApplication() != null;
	}

	/** What was looked at so far, as it is kept. */
	public String facts() {
		return this.seen.facts();
	}

	/** The policies that were known, as they are kept. */
	public String policies() {
		return CatalogueSnapshotJson.write(this.snapshot);
	}

}
