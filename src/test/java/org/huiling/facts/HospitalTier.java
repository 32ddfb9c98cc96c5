package org.huiling.facts;

/** 医院级别: `TOWNSHIP` level 1, `COUNTY` level 2, `CITY` and `PROVINCE` level 3. */
public final class HospitalTier {

	public static final Code TOWNSHIP = Code.of("HospitalTier", "TOWNSHIP");

	public static final Code COUNTY = Code.of("HospitalTier", "COUNTY");

	public static final Code CITY = Code.of("HospitalTier", "CITY");

	public static final Code PROVINCE = Code.of("HospitalTier", "PROVINCE");

	private HospitalTier() {
	}

}
