package org.huiling.facts;

/**
 * Thrown where a recorded region is known only as a whole of which a part is asked for:
 * whether somebody lies in that part is unknown until a deeper code is recorded.
 */
public final class CoarseRegion extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * For a code.
	 * @param code as recorded
	 */
	public CoarseRegion(String code) {
		super(code, null, false, false);
	}

}
