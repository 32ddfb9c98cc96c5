package org.huiling.facts;

/** 户口性质: the kind of household registration. */
public final class HukouType {

	public static final Code URBAN = Code.of("HukouType", "URBAN");

	public static final Code RURAL = Code.of("HukouType", "RURAL");

	private HukouType() {
	}

}
