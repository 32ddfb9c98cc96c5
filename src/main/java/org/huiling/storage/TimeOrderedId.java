package org.huiling.storage;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * Ids of version 7 (RFC 9562): a millisecond, then chance, so that new rows lie side by
 * side in an index and nobody can guess one.
 */
public final class TimeOrderedId {

	private static final SecureRandom RANDOM = new SecureRandom();

	private TimeOrderedId() {
	}

	/**
	 * A new id.
	 * @return version 7
	 */
	public static UUID next() {
		byte[] chance = new byte[10];
		RANDOM.nextBytes(chance);
		long low = 0;
		for (int i = 2; i < chance.length; i++) {
			low = (low << 8) | (chance[i] & 0xFF);
		}
		int version = 0x7000 | ((chance[0] & 0x0F) << 8) | (chance[1] & 0xFF);
		return new UUID((System.currentTimeMillis() << 16) | version,
				(low & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
	}

}
