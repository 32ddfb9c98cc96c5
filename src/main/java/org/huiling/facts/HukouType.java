package org.huiling.facts;

/** 户口性质: the kind of household registration. */
public enum HukouType {

	URBAN, RURAL

}
