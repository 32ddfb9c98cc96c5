package org.huiling.protection;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;

import javax.crypto.Mac;
import javax.crypto.SecretKey;

import org.jspecify.annotations.Nullable;

/**
 * Keyed hashes by which sealed texts are found again: HMAC-SHA-256, the first 128 bits.
 * Without the key nobody can try out ids, of which there are few enough to try them all.
 */
public final class LookupHash {

	/** Bytes of a hash. */
	public static final int LENGTH = 16;

	private final ThreadLocal<Mac> macs;

	private final @Nullable LookupHash before;

	LookupHash(KeyRing ring) {
		this(ring.lookup(), (ring.lookupBefore() != null) ? new LookupHash(ring.lookupBefore(), null) : null);
	}

	private LookupHash(SecretKey key, @Nullable LookupHash before) {
		this.before = before;
		this.macs = ThreadLocal.withInitial(() -> mac(key));
	}

	/**
	 * The hash of a text.
	 * @param kind what the text is; equal texts of two kinds have different hashes
	 * @param text the text, normalised by the caller
	 * @return {@value #LENGTH} bytes
	 */
	public byte[] of(String kind, String text) {
		Mac mac = this.macs.get();
		mac.update(kind.getBytes(StandardCharsets.UTF_8));
		mac.update((byte) 0);
		return Arrays.copyOf(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), LENGTH);
	}

	/**
	 * Hashes with the key before this one, for what is kept for a while and cannot be
	 * hashed anew.
	 * @return null if no such key is configured
	 */
	public @Nullable LookupHash before() {
		return this.before;
	}

	private static Mac mac(SecretKey key) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(key);
			return mac;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("this Java has no HMAC-SHA-256", ex);
		}
	}

}
