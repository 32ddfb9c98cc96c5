package org.huiling.payment.settlement;

/** Whose fault it was that too much was paid. */
public enum SettlementFault {

	/** 经办差错: the agency's. */
	AGENCY_ERROR,

	/** 虚假申报: what was stated was false. */
	FALSE_STATEMENT,

	/** 未如实告知: a change was not told. */
	NOT_REPORTED,

	/** 无过错: nobody's. */
	NO_FAULT

}
