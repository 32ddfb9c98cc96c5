package org.huiling.facts;

/** Sex as recorded; the 17th digit of a resident id is odd for a male. */
public enum Sex {

	FEMALE, MALE

}
