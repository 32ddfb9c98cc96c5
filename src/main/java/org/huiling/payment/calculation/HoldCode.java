package org.huiling.payment.calculation;

import org.springframework.modulith.NamedInterface;

/** Why payments to a person are held back. */
@NamedInterface("hold")
public enum HoldCode {

	/** 本人放弃: the person gave it up. */
	GIVEN_UP,

	/** 别处已享受: the same is paid elsewhere. */
	PAID_ELSEWHERE,

	/** 查无此人: the person cannot be found. */
	NOT_FOUND,

	/** 暂时失联: the person does not answer for a while. */
	OUT_OF_CONTACT,

	/** 核查未通过: a check of the facts failed. */
	CHECK_FAILED;

	/** How what it holds back is named. */
	public OpenReason reason() {
		return OpenReason.valueOf(name());
	}

}
