package org.huiling.input;

import jakarta.validation.constraints.Size;

/**
 * Why something is turned down, revoked or released.
 *
 * @param reason in the words of who does it, for the record
 */
public record ReasonBody(@Size(max = LONGEST) String reason) {

	/** The most characters of a reason. */
	public static final int LONGEST = 1000;

}
