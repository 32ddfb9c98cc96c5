package org.huiling.payment.roster.view;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What is to be looked at before a roster is approved, as it is answered.
 *
 * @param code what is odd
 * @param applicantId about whom
 * @param fileNumber of the person's file, null if it was erased
 * @param people how many people it is about
 * @param lines the numbers of the person's lines
 * @param with of {@code SAME_PERSON} the other files
 */
public record FlagView(String code, UUID applicantId, @Nullable String fileNumber, long people, List<Integer> lines,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Other> with) {

	/**
	 * Another file that may be the same person's.
	 *
	 * @param applicantId its id
	 * @param fileNumber its number, null if it was erased
	 * @param lines the numbers of its lines
	 */
	public record Other(UUID applicantId, @Nullable String fileNumber, List<Integer> lines) {
	}

}
