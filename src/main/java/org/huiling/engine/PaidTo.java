package org.huiling.engine;

/**
 * Who receives the money: the person, or the scheme, insurer or provider on their behalf.
 */
public enum PaidTo {

	PERSON, SCHEME, INSURER, PROVIDER

}
