package org.huiling.facts;

/** 身份类别: tekun, low income, special family, severe illness, veteran. */
public enum StatusKind {

	TEKUN, LOW_INCOME, SPECIAL_FAMILY, SEVERE_ILLNESS, VETERAN

}
