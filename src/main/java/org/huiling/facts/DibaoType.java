package org.huiling.facts;

/**
 * Which dibao (minimum-income guarantee) a household draws; `NONE` is the explicit none.
 */
public enum DibaoType {

	URBAN, RURAL, NONE

}
