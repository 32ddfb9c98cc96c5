package org.huiling.applicant;

import java.time.LocalDate;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.huiling.applicant.answer.ApplicantDocument;
import org.huiling.input.Checked;
import org.huiling.input.JsonFields;
import org.huiling.input.ReadBy;
import org.huiling.input.ReasonBody;
import org.huiling.input.ShapeFault;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What is to be recorded about a person.
 *
 * @param validFrom from which day it holds; null if from that of the record corrected
 * @param facts a part of an applicant; null or empty for a correction that says nothing
 * @param reason in the words of who records it
 * @param corrects the record that was wrong
 */
@Schema(example = """
		{"validFrom": "2013-06-01", "facts": {"residence": {"region": "379901004"}}, "reason": "搬家"}""")
public record RecordBody(@Nullable LocalDate validFrom, @Nullable ApplicantDocument facts,
		@Size(max = ReasonBody.LONGEST) @Nullable String reason,
		@ReadBy(FileId.class) @Nullable UUID corrects) implements Checked {

	/**
	 * What is to be recorded, without a reason.
	 * @param validFrom from which day it holds
	 * @param facts a part of an applicant
	 * @param corrects the record that was wrong, null if none was
	 * @return the body
	 */
	public static RecordBody of(@Nullable LocalDate validFrom, JsonNode facts, @Nullable UUID corrects) {
		return new RecordBody(validFrom, new ApplicantDocument(facts), null, corrects);
	}

	@Override
	public void check(JsonFields fields) {
		if (this.corrects != null) {
			return;
		}
		if (this.validFrom == null) {
			fields.refuse("validFrom", ShapeFault.REQUIRED);
		}
		JsonNode part = part();
		if (part.isObject() && part.isEmpty()) {
			fields.refuse("facts", RegisterFault.NOTHING_GIVEN);
		}
	}

	/**
	 * What it says.
	 * @return an empty object if it says nothing
	 */
	public JsonNode part() {
		return (this.facts != null) ? this.facts.json() : JsonNodeFactory.instance.objectNode();
	}

	/** Without anything personal. */
	@Override
	public String toString() {
		return "RecordBody from " + this.validFrom;
	}

}
