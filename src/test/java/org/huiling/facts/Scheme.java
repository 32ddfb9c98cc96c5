package org.huiling.facts;

/** 医疗保险险种: the medical scheme of the year; `NONE` is the explicit none. */
public final class Scheme {

	public static final Code NCMS = Code.of("Scheme", "NCMS");

	public static final Code URBAN_RESIDENT = Code.of("Scheme", "URBAN_RESIDENT");

	public static final Code RESIDENT = Code.of("Scheme", "RESIDENT");

	public static final Code EMPLOYEE = Code.of("Scheme", "EMPLOYEE");

	public static final Code NONE = Code.of("Scheme", "NONE");

	private Scheme() {
	}

}
