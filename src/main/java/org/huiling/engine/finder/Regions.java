package org.huiling.engine.finder;

/** Regions inside and outside of a jurisdiction. */
final class Regions {

	private static final int SHORTEST = 6;

	private static final String BEIJING = "110101";

	private static final String MODEL_DISTRICT = "379901";

	private Regions() {
	}

	/** A region below a prefix, of six digits or more. */
	static String inside(String prefix) {
		StringBuilder region = new StringBuilder(prefix);
		while (region.length() < SHORTEST) {
			region.append((region.length() == SHORTEST - 1) ? '1' : '0');
		}
		return region.toString();
	}

	static String outside(String prefix) {
		return BEIJING.startsWith(prefix) ? MODEL_DISTRICT : BEIJING;
	}

}
