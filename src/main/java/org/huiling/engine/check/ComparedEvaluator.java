package org.huiling.engine.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.huiling.engine.drools.RuleSet;
import org.huiling.engine.drools.condition.FactSet;
import org.huiling.engine.drools.evaluation.Evaluator;
import org.huiling.engine.drools.evaluation.Grant;
import org.huiling.engine.drools.evaluation.RuleResult;
import org.huiling.engine.drools.language.RuleText;
import org.huiling.engine.reason.Truth;
import org.jspecify.annotations.Nullable;

/**
 * Answers as the plan does, and holds every answer against the walk's and, where all that
 * is read is known, against a Drools session's. Whoever is paid by one of them must be
 * paid by all. Belongs to one thread.
 */
public final class ComparedEvaluator implements Evaluator {

	/**
	 * A session takes ten times as long as the walk: of very many answers it is asked for
	 * the first, which are those nearest to the bounds, and for some of the others.
	 */
	private static final int FIRST = 4_000;

	private static final int EACH = 16;

	private static final int MOST = 8_000;

	private final Evaluator plan;

	private final Evaluator walk;

	private final Evaluator session;

	private final Set<RuleText> differing = new LinkedHashSet<>();

	private final List<Answered> forTheSession = new ArrayList<>();

	private int answers;

	private record Answered(FactSet facts, List<RuleResult> answer) {
	}

	/**
	 * Compares three ways to evaluate one version.
	 * @param plan the one that is used
	 * @param walk the one that explains
	 * @param session the reference
	 */
	public ComparedEvaluator(Evaluator plan, Evaluator walk, Evaluator session) {
		this.plan = plan;
		this.walk = walk;
		this.session = session;
	}

	public static ComparedEvaluator of(RuleSet rules) {
		return of(rules, TimedEvaluator.MOST);
	}

	/** Under another limit of processor time for one evaluation. */
	public static ComparedEvaluator of(RuleSet rules, Duration most) {
		return new ComparedEvaluator(new TimedEvaluator(rules.plan(), rules, most),
				new TimedEvaluator(rules.walk(), rules, most), rules.session());
	}

	@Override
	public List<RuleResult> evaluate(FactSet facts) {
		List<RuleResult> answer = this.plan.evaluate(facts);
		List<RuleResult> walked = this.walk.evaluate(facts);
		compare(answer, walked);
		this.answers++;
		boolean known = walked.stream().noneMatch((result) -> result.truth() == Truth.UNKNOWN);
		int waiting = this.forTheSession.size();
		if (known && (waiting < FIRST || (waiting < MOST && this.answers % EACH == 0))) {
			this.forTheSession.add(new Answered(facts, answer));
		}
		return answer;
	}

	/**
	 * What a session says. It cannot say anything where a rule that fails anyhow reads
	 * what is not known, or cannot be worked out.
	 */
	private @Nullable List<RuleResult> reference(FactSet facts) {
		try {
			return this.session.evaluate(facts);
		}
		catch (RuntimeException unknownOrFault) {
			return null;
		}
	}

	/** One rule that came out in one way. */
	private record Said(RuleText rule, Truth truth, List<Grant> grants, Set<String> missing) {
	}

	private void compare(List<RuleResult> one, List<RuleResult> other) {
		List<Said> said = said(one);
		List<Said> alsoSaid = said(other);
		if (!said.equals(alsoSaid)) {
			List<Said> onlyOnce = new ArrayList<>(said);
			onlyOnce.removeAll(alsoSaid);
			alsoSaid.removeAll(said);
			onlyOnce.addAll(alsoSaid);
			onlyOnce.forEach((each) -> this.differing.add(each.rule()));
		}
	}

	private static List<Said> said(List<RuleResult> results) {
		List<Said> said = new ArrayList<>();
		for (RuleResult result : results) {
			if (result.truth() != Truth.FAILS) {
				said.add(new Said(result.rule(), result.truth(), result.grants(), result.missing()));
			}
		}
		return said;
	}

	/**
	 * The rules that do not come out alike. Only now the sessions are asked, so that they
	 * take nothing of the time that a search has.
	 */
	Set<RuleText> differing() {
		for (Answered one : this.forTheSession) {
			List<RuleResult> reference = reference(one.facts());
			if (reference != null) {
				compare(one.answer(), reference);
			}
		}
		this.forTheSession.clear();
		return this.differing;
	}

}
