package org.huiling.input;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;

/**
 * Why something is turned down, revoked or released.
 *
 * @param reason in the words of who does it, for the record
 */
@Schema(example = "{\"reason\": \"误发布\"}")
public record ReasonBody(@Size(max = LONGEST) String reason) {

	/** The most characters of a reason. */
	public static final int LONGEST = 1000;

}
