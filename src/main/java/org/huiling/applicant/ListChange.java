package org.huiling.applicant;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a line of a list would change of somebody on file.
 *
 * @param line the number of the line
 * @param applicantId the person's; null if the list itself would begin the file
 * @param fileNumber of the person, likewise
 * @param residentId masked, or the credit code; null if none is known
 * @param name null if none is known
 * @param validFrom from when it would hold
 * @param fields that would change
 */
public record ListChange(long line, @Nullable UUID applicantId, @Nullable String fileNumber,
		@Nullable String residentId, @Nullable String name, LocalDate validFrom, List<Field> fields) {

	public ListChange {
		fields = List.copyOf(fields);
	}

	/**
	 * A field.
	 *
	 * @param path in the JSON of the HTTP contract; an item of a list has its place in
	 * the list as it will be
	 * @param before what holds, null node if it is unknown; numbers of accounts masked
	 * @param after what will hold, likewise
	 * @param until the day from which a later record says something else; null if none
	 * does
	 */
	public record Field(String path, JsonNode before, JsonNode after, @Nullable LocalDate until) {
	}

}
