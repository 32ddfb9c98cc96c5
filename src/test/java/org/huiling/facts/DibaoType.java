package org.huiling.facts;

/**
 * Which dibao (minimum-income guarantee) a household draws; `NONE` is the explicit none.
 */
public final class DibaoType {

	public static final Code URBAN = Code.of("DibaoType", "URBAN");

	public static final Code RURAL = Code.of("DibaoType", "RURAL");

	public static final Code NONE = Code.of("DibaoType", "NONE");

	private DibaoType() {
	}

}
