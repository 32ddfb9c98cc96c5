package org.huiling.decision.store;

import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;

import org.huiling.decision.assessment.AssessmentWriter;
import org.huiling.engine.Assessment;
import org.huiling.engine.reason.Note;
import org.huiling.engine.reason.WhyNot;
import tools.jackson.core.JsonGenerator;

/**
 * Why something was decided and what was assumed, as it is kept: in both languages.
 */
public final class ReasonsWriter {

	/** Of a decision that revokes: its reason stands beside it. */
	public static final String NONE = "{}";

	private ReasonsWriter() {
	}

	/**
	 * The reasons of an answer.
	 * @param answer the answer
	 * @param whyNot why other rules did not grant; only kept where nothing is granted
	 * @return JSON
	 */
	public static String of(Assessment answer, List<WhyNot> whyNot) {
		StringWriter text = new StringWriter();
		try (JsonGenerator json = AssessmentWriter.MAPPER.createGenerator(text)) {
			json.writeStartObject();
			AssessmentWriter.owner(json, answer.program().owner());
			json.writeArrayPropertyStart("why");
			answer.why().forEach((why) -> AssessmentWriter.why(json, why));
			json.writeEndArray();
			if (!whyNot.isEmpty()) {
				json.writeArrayPropertyStart("whyNot");
				whyNot.forEach((one) -> AssessmentWriter.whyNot(json, one));
				json.writeEndArray();
			}
			List<Note> notes = Stream.concat(answer.assumptions().stream(), answer.warnings().stream()).toList();
			if (!notes.isEmpty()) {
				json.writeArrayPropertyStart("notes");
				notes.forEach((note) -> note(json, note));
				json.writeEndArray();
			}
			json.writeEndObject();
		}
		return text.toString();
	}

	/** A single note by its code, where no rule was asked. */
	public static String note(String code) {
		return "{\"notes\":[{\"code\":\"" + code + "\"}]}";
	}

	private static void note(JsonGenerator json, Note note) {
		json.writeStartObject();
		json.writeStringProperty("code", note.code());
		if (note.field() != null) {
			json.writeStringProperty("field", note.field());
		}
		json.writeStringProperty("zh", note.message().zh());
		json.writeStringProperty("en", note.message().en());
		json.writeEndObject();
	}

}
