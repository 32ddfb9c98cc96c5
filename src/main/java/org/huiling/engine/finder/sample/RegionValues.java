package org.huiling.engine.finder.sample;

import java.util.List;

/** Regions inside and outside of a jurisdiction. */
final class RegionValues {

	private static final int SHORTEST = 6;

	private static final int DEEPEST = 12;

	private static final String BEIJING = "110101";

	private static final String MODEL_DISTRICT = "379901";

	private RegionValues() {
	}

	/** A region below a prefix, of six digits or more. */
	static String inside(String prefix) {
		StringBuilder region = new StringBuilder(prefix);
		while (region.length() < SHORTEST) {
			region.append((region.length() == SHORTEST - 1) ? '1' : '0');
		}
		return region.toString();
	}

	/**
	 * The same for a search: deep enough to lie in none of the divisions that the version
	 * lists below the jurisdiction, where there are some.
	 */
	static String inside(Setup setup) {
		return beside(inside(setup.regionPrefix()), setup.regions());
	}

	static String outside(Setup setup) {
		return beside(outside(setup.regionPrefix()), setup.regions());
	}

	private static String beside(String region, List<String> listed) {
		String whole = org.huiling.facts.Regions.significant(region);
		if (listed.stream().noneMatch((one) -> one.startsWith(whole) && one.length() > whole.length())) {
			return region;
		}
		for (char digit = '9'; digit > '0'; digit--) {
			String deep = whole + String.valueOf(digit).repeat(DEEPEST - whole.length());
			if (listed.stream().noneMatch(deep::startsWith)) {
				return deep;
			}
		}
		return region;
	}

	static String outside(String prefix) {
		return BEIJING.startsWith(prefix) ? MODEL_DISTRICT : BEIJING;
	}

}
