package org.huiling.decision.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What was assumed or is odd, as it is kept and answered.
 *
 * @param code what it is
 * @param field the path of the field, absent if it is about none
 * @param zh in words, absent where a code says all
 * @param en the same in English
 */
public record NoteView(String code, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String field,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String zh,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String en) {
}
