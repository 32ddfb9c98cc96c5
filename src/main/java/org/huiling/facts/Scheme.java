package org.huiling.facts;

/** 医疗保险险种: the medical scheme of the year; `NONE` is the explicit none. */
public enum Scheme {

	NCMS, URBAN_RESIDENT, RESIDENT, EMPLOYEE, NONE

}
