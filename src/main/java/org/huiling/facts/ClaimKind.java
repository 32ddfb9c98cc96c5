package org.huiling.facts;

/** What a claim is for; for `DISASTER` the total cost is the assessed loss. */
public enum ClaimKind {

	INPATIENT, OUTPATIENT, DISASTER

}
