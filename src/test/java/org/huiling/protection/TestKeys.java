package org.huiling.protection;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Keys that are no secret. */
public final class TestKeys {

	private TestKeys() {
	}

	/** A ring whose keys are made of their ids; the first one seals. */
	static KeyRing ring(String... ids) {
		Map<String, SecretKey> keys = new HashMap<>();
		for (String id : ids) {
			keys.put(id, new SecretKeySpec(bytes(id), "AES"));
		}
		return new KeyRing(ids[0], keys, new SecretKeySpec(bytes("lookup"), "HmacSHA256"));
	}

	/**
	 * A seal whose keys are made of their ids.
	 * @param ids the keys; the first one seals
	 * @return the seal
	 */
	public static Seal seal(String... ids) {
		return new Seal(ring(ids));
	}

	/**
	 * A hash with a key of its own.
	 * @return the hash
	 */
	public static LookupHash hash() {
		return new LookupHash(ring("k1"));
	}

	static byte[] bytes(String id) {
		byte[] bytes = new byte[KeyRing.KEY_BYTES];
		Arrays.fill(bytes, (byte) id.hashCode());
		return bytes;
	}

}
