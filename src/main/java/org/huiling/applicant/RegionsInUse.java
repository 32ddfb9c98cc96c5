package org.huiling.applicant;

/**
 * Regions that somebody here is responsible for, whether GB/T 2260 assigns them or not.
 */
@FunctionalInterface
public interface RegionsInUse {

	/**
	 * Whether a jurisdiction is of a region or lies in it.
	 * @param region six digits, as a resident id begins with them
	 * @return false if no jurisdiction here has to do with it
	 */
	boolean isUsed(String region);

}
