package org.huiling.payment.calculation;

/** Why a line makes up for an earlier period. */
public enum ArrearsReason {

	/** Nothing was ever decided to be due for the period when it was paid. */
	REGISTERED_LATE,

	/** Another version of the policy answers than when it was paid, or was not due. */
	POLICY_CHANGED,

	/** The same version answers otherwise: facts were corrected or learnt late. */
	DATA_CORRECTED,

	/** Nothing is due for the period any more, for another reason than those below. */
	ENTITLEMENT_ENDED,

	/** The household register was moved out of the jurisdiction. */
	MOVED_OUT,

	/** It waited for a life check, which was passed since. */
	LIFE_CHECK_PASSED,

	/** It was held back because the person could not be found. */
	FOUND_AGAIN,

	/** It was held back because the person did not answer for a while. */
	IN_CONTACT_AGAIN,

	/** It was held back for another reason, and released. */
	HOLD_RELEASED,

	/** Another jurisdiction had paid it, and what it paid failed or was paid back. */
	PAID_BACK_ELSEWHERE,

	/** The person had died before the period. */
	DIED,

	/** The transfer failed. */
	TRANSFER_FAILED

}
