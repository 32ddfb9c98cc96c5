package org.huiling.policy.drafts;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

import org.huiling.engine.Bilingual;
import org.huiling.input.InputErrors;
import org.huiling.input.JsonFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what a draft is to be. */
final class DraftReader {

	private static final Set<String> NAMES = Set.of("jurisdiction", "program", "effectiveFrom", "title", "basedOn");

	private static final int LONGEST_ID = 100;

	private static final int LONGEST_TITLE = 200;

	private DraftReader() {
	}

	/**
	 * A draft that is to be begun.
	 *
	 * @param jurisdiction a jurisdiction's id
	 * @param program a program's id
	 * @param effectiveFrom the first day it is to govern
	 * @param title in both languages
	 * @param basedOn the version to begin with, null to begin empty
	 */
	record NewDraft(String jurisdiction, String program, LocalDate effectiveFrom, Bilingual title,
			@Nullable String basedOn) {
	}

	static NewDraft draft(JsonNode body) {
		InputErrors errors = new InputErrors();
		JsonFields fields = JsonFields.of(body, NAMES, errors);
		String jurisdiction = fields.required("jurisdiction", (field) -> fields.text(field, LONGEST_ID));
		String program = fields.required("program", (field) -> fields.text(field, LONGEST_ID));
		LocalDate effectiveFrom = fields.required("effectiveFrom", fields::date);
		JsonFields title = fields.required("title", (field) -> fields.object(field, Set.of("zh", "en")));
		String zh = (title != null) ? title.required("zh", (field) -> title.text(field, LONGEST_TITLE)) : null;
		String en = (title != null) ? title.required("en", (field) -> title.text(field, LONGEST_TITLE)) : null;
		String basedOn = fields.text("basedOn", LONGEST_ID);
		errors.throwIfAny();
		return new NewDraft(Objects.requireNonNull(jurisdiction), Objects.requireNonNull(program),
				Objects.requireNonNull(effectiveFrom),
				new Bilingual(Objects.requireNonNull(zh), Objects.requireNonNull(en)), basedOn);
	}

}
