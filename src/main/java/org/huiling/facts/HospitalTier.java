package org.huiling.facts;

/** 医院级别: `TOWNSHIP` level 1, `COUNTY` level 2, `CITY` and `PROVINCE` level 3. */
public enum HospitalTier {

	TOWNSHIP, COUNTY, CITY, PROVINCE

}
