package org.huiling.projection;

import java.math.BigDecimal;

/** What a projection means for somebody, by their sum over its months. */
public enum Change {

	/** More than before. */
	GAINS,

	/** Less than before. */
	LOSES,

	/** Something, and nothing before. */
	NEW,

	/** Nothing, and something before. */
	ENDS,

	/** As much as before. */
	SAME,

	/** Nobody can tell before something is known. */
	NEEDS_INFORMATION;

	static Change of(BigDecimal before, BigDecimal after) {
		int more = after.compareTo(before);
		if (more == 0) {
			return SAME;
		}
		if (before.signum() == 0) {
			return NEW;
		}
		if (after.signum() == 0) {
			return ENDS;
		}
		return (more > 0) ? GAINS : LOSES;
	}

}
