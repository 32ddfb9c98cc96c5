package org.huiling.applicant.answer;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A person on file, as answered: an applicant with their numbers here.
 *
 * @param id the person's
 * @param fileNumber short, with a check character; tells people apart in lists
 * @param facts what holds on the day asked for, by field, with numbers masked unless they
 * are revealed; in a list the fields that tell people apart
 * @param warnings what is odd about what was just recorded; null if nothing was
 */
@JsonPropertyOrder({ "id", "fileNumber", "facts", "warnings" })
@Schema(allOf = ApplicantDocument.class)
public record PersonAnswer(UUID id, String fileNumber, @JsonAnyGetter Map<String, JsonNode> facts,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<WarningAnswer> warnings) {

	/** Without anything personal. */
	@Override
	public String toString() {
		return "PersonAnswer " + this.id;
	}

}
