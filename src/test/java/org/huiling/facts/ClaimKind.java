package org.huiling.facts;

/** What a claim is for; for `DISASTER` the total cost is the assessed loss. */
public final class ClaimKind {

	public static final Code INPATIENT = Code.of("ClaimKind", "INPATIENT");

	public static final Code OUTPATIENT = Code.of("ClaimKind", "OUTPATIENT");

	public static final Code DISASTER = Code.of("ClaimKind", "DISASTER");

	private ClaimKind() {
	}

}
