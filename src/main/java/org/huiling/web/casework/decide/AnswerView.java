package org.huiling.web.casework.decide;

import java.util.List;

import org.huiling.decision.store.DecisionStatus;
import org.jspecify.annotations.Nullable;

/**
 * The answer for one program as a page says it.
 *
 * @param program its id
 * @param name the program's
 * @param claim the claim by its list and id, null if none
 * @param outcome the code
 * @param status the code for the sign: {@link #UNAPPLIED}, {@link #NO_POLICY}, or else
 * the outcome's
 * @param unapplied whether it can be decided only when an application is recorded
 * @param amount with its unit and how often, null if it cannot be said
 * @param yearly the same over twelve months, null if it is no monthly amount
 * @param why the rules that grant
 * @param whyNot the rules that do not
 * @param almost what alone stands in the way, null unless it is one condition
 * @param missing what would have to be known, by name
 * @param undecided what would have to be known before it can be decided, by name
 * @param notes assumptions and warnings
 * @param next what changes when, null if nothing does
 * @param version of the policy that answered, null if none is in force
 */
public record AnswerView(String program, String name, @Nullable String claim, String outcome, String status,
		boolean unapplied, @Nullable String amount, @Nullable String yearly, List<Ground> why, List<Ground> whyNot,
		@Nullable String almost, List<String> missing, List<String> undecided, List<String> notes,
		@Nullable String next, @Nullable String version) {

	/** What would be granted on application, and no application is known. */
	public static final String UNAPPLIED = "UNAPPLIED";

	/** Nothing is granted since no policy is in force. */
	public static final String NO_POLICY = DecisionStatus.NO_POLICY;

	/**
	 * A rule with its article.
	 *
	 * @param rule its name
	 * @param basis the article
	 * @param conditions each in words
	 * @param steps how the amount came about, each as a line
	 */
	public record Ground(String rule, String basis, List<Condition> conditions, List<String> steps) {
	}

	/**
	 * A condition in words.
	 *
	 * @param text the sentence
	 * @param result how it came out: HOLDS, FAILS or UNKNOWN
	 */
	public record Condition(String text, String result) {
	}

	/** Whether a policy was asked, nothing is due and nothing is open. */
	public boolean isRefused() {
		return "NOT_ELIGIBLE".equals(this.outcome) && !isWithoutPolicy();
	}

	/** Whether there was no policy to be asked. */
	public boolean isWithoutPolicy() {
		return NO_POLICY.equals(this.status);
	}

}
