package org.huiling.decision.notice;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * 通知书: what a notice says, in the words of its reader.
 *
 * @param title what it is
 * @param jurisdiction whose decision it is
 * @param documentNumber 文号: what the office calls the letter, null if it has no number
 * @param number of the person's file and of the decision
 * @param superseded whether another decision has taken its place
 * @param to whom it is for: the name, with file and number
 * @param name of the person or organisation
 * @param fileNumber of the person's file
 * @param residentId masked; the credit code of an organisation
 * @param lead what is decided, in a sentence
 * @param program the benefit
 * @param amount how much
 * @param period from when, and until when if that is known
 * @param reason what the case worker gave as reason, null if nothing
 * @param grounds the rules that grant
 * @param refusals the conditions that fail, each said once, with the rules that ask for
 * it
 * @param remarks what else is to be known
 * @param decidedOn the day
 * @param automatic that nobody looked at the case, since a run decided it; empty if
 * somebody did
 * @param version since when the policy is in force by which it was decided, empty if none
 * answered
 */
public record Notice(String title, String jurisdiction, @Nullable String documentNumber, String number,
		boolean superseded, String to, String name, String fileNumber, String residentId, String lead, String program,
		String amount, String period, @Nullable String reason, List<Ground> grounds, List<Ground> refusals,
		List<String> remarks, String decidedOn, String automatic, String version) {

	/**
	 * A rule, or several that ask for the same, with the articles.
	 *
	 * @param rule its name
	 * @param basis the article
	 * @param conditions those that fail
	 * @param facts what was known of the person and decided, of a rule that grants
	 * @param steps how the amount came about, each as a line
	 */
	public record Ground(String rule, String basis, List<String> conditions, List<String> facts, List<String> steps) {
	}

}
