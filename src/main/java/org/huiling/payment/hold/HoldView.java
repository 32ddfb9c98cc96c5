package org.huiling.payment.hold;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;

import org.huiling.payment.calculation.HoldCode;
import org.jspecify.annotations.Nullable;

/**
 * A hold as it is shown.
 *
 * @param id of the hold
 * @param applicantId the person under whose file it was recorded
 * @param program which program's payments, null for all
 * @param from since which month
 * @param code why
 * @param reason in the words of who held them back
 * @param heldBy the account
 * @param heldAt when
 * @param release its end, null while it holds
 */
public record HoldView(UUID id, UUID applicantId, @Nullable String program, YearMonth from, HoldCode code,
		String reason, String heldBy, Instant heldAt, @Nullable Release release) {

	/**
	 * The end of a hold.
	 *
	 * @param reason in the words of who released it
	 * @param releasedBy the account
	 * @param releasedAt when
	 */
	public record Release(String reason, String releasedBy, Instant releasedAt) {
	}

}
