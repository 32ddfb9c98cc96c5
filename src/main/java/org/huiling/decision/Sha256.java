package org.huiling.decision;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A digest by SHA-256.
 *
 * @param hex 64 hexadecimal digits
 */
public record Sha256(String hex) {

	private static final String PREFIX = "sha256:";

	public static Sha256 of(String text) {
		try {
			return of(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public static Sha256 of(byte[] digest) {
		return new Sha256(HexFormat.of().formatHex(digest));
	}

	/** From {@code sha256:…}. */
	static Sha256 parse(String text) {
		return new Sha256(text.substring(PREFIX.length()));
	}

	byte[] bytes() {
		return HexFormat.of().parseHex(this.hex);
	}

	/** As the HTTP contract writes it. */
	@Override
	public String toString() {
		return PREFIX + this.hex;
	}

}
