package org.huiling.facts;

import java.time.ZoneId;

/**
 * The time that days are counted by: births, decisions and payments have the date it is
 * in China, wherever the service runs and whatever its machine is set to.
 */
public final class CivilTime {

	/** One zone for the whole country. */
	public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private CivilTime() {
	}

}
