package org.huiling.web;

import java.util.UUID;

import org.huiling.problem.Refusal;

/** Ids in paths; what cannot be one is nobody's. */
public final class Identifiers {

	private Identifiers() {
	}

	/**
	 * The id of somebody on file.
	 * @param text as it stands in a path
	 * @return the id
	 * @throws Refusal 404 {@code APPLICANT_NOT_FOUND}
	 */
	public static UUID person(String text) {
		return parse(text, "APPLICANT_NOT_FOUND");
	}

	/**
	 * The id of a decision.
	 * @param text as it stands in a path
	 * @return the id
	 * @throws Refusal 404 {@code DECISION_NOT_FOUND}
	 */
	public static UUID decision(String text) {
		return parse(text, "DECISION_NOT_FOUND");
	}

	/**
	 * The id of an objection.
	 * @param text as it stands in a path
	 * @return the id
	 * @throws Refusal 404 {@code OBJECTION_NOT_FOUND}
	 */
	public static UUID objection(String text) {
		return parse(text, "OBJECTION_NOT_FOUND");
	}

	/**
	 * The id of a hold on payments.
	 * @param text as it stands in a path
	 * @return the id
	 * @throws Refusal 404 {@code HOLD_NOT_FOUND}
	 */
	public static UUID hold(String text) {
		return parse(text, "HOLD_NOT_FOUND");
	}

	/**
	 * The id of a note.
	 * @param text as it stands in a path
	 * @return the id
	 * @throws Refusal 404 {@code NOTE_NOT_FOUND}
	 */
	public static UUID note(String text) {
		return parse(text, "NOTE_NOT_FOUND");
	}

	/**
	 * The id of a draft.
	 * @param text as it stands in a path
	 * @return the id
	 * @throws Refusal 404 {@code DRAFT_NOT_FOUND}
	 */
	public static UUID draft(String text) {
		return parse(text, "DRAFT_NOT_FOUND");
	}

	/**
	 * The id of a run.
	 * @param text as it stands in a path
	 * @return the id
	 * @throws Refusal 404 {@code RUN_NOT_FOUND}
	 */
	public static UUID run(String text) {
		return parse(text, "RUN_NOT_FOUND");
	}

	/**
	 * The id of a roster.
	 * @param text as it stands in a path
	 * @return the id
	 * @throws Refusal 404 {@code ROSTER_NOT_FOUND}
	 */
	public static UUID roster(String text) {
		return parse(text, "ROSTER_NOT_FOUND");
	}

	/**
	 * The id of what was settled.
	 * @param text as it stands in a path
	 * @return the id
	 * @throws Refusal 404 {@code SETTLEMENT_NOT_FOUND}
	 */
	public static UUID settlement(String text) {
		return parse(text, "SETTLEMENT_NOT_FOUND");
	}

	private static UUID parse(String text, String otherwise) {
		try {
			return UUID.fromString(text);
		}
		catch (IllegalArgumentException ex) {
			throw Refusal.notFound(otherwise);
		}
	}

}
