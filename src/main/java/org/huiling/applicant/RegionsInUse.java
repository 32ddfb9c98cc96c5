package org.huiling.applicant;

import java.util.Collection;

/**
 * Regions that somebody here is responsible for, whether GB/T 2260 assigns them or not.
 */
@FunctionalInterface
public interface RegionsInUse {

	/** GB/T 2260 is looked up by prefecture: a province, or the nation, tells nothing. */
	int PREFECTURE = 4;

	/**
	 * Whether a jurisdiction is of a region or lies in it.
	 * @param region six digits, as a resident id begins with them
	 * @return false if no jurisdiction here has to do with it
	 */
	boolean isUsed(String region);

	/**
	 * Those of jurisdictions.
	 * @param prefixes what the codes of their regions begin with
	 * @return used are those of a prefecture at least
	 */
	static RegionsInUse of(Collection<String> prefixes) {
		return (region) -> prefixes.stream()
			.anyMatch((prefix) -> prefix.length() >= PREFECTURE
					&& (region.startsWith(prefix) || prefix.startsWith(region)));
	}

}
