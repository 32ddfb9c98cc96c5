package org.huiling.facts;

/** 身份类别: tekun, low income, special family, severe illness, veteran. */
public final class StatusKind {

	public static final Code TEKUN = Code.of("StatusKind", "TEKUN");

	public static final Code LOW_INCOME = Code.of("StatusKind", "LOW_INCOME");

	public static final Code SPECIAL_FAMILY = Code.of("StatusKind", "SPECIAL_FAMILY");

	public static final Code SEVERE_ILLNESS = Code.of("StatusKind", "SEVERE_ILLNESS");

	public static final Code VETERAN = Code.of("StatusKind", "VETERAN");

	private StatusKind() {
	}

}
