package org.huiling.storage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A digest by SHA-256: what is kept has not been changed if its digest is the same.
 *
 * @param hex 64 hexadecimal digits
 */
public record Sha256(String hex) {

	private static final String PREFIX = "sha256:";

	/**
	 * The digest of a file.
	 * @param content the file
	 * @return its digest
	 */
	public static Sha256 of(byte[] content) {
		return ofDigest(digest().digest(content));
	}

	/**
	 * A digest to be worked out bit by bit, for {@link #ofDigest}.
	 * @return a new one
	 */
	public static MessageDigest digest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The digest of a text.
	 * @param text the text, in UTF-8
	 * @return its digest
	 */
	public static Sha256 of(String text) {
		return of(text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * A digest that was worked out before.
	 * @param digest its 32 bytes
	 * @return the digest
	 */
	public static Sha256 ofDigest(byte[] digest) {
		return new Sha256(HexFormat.of().formatHex(digest));
	}

	/**
	 * A digest as the HTTP contract writes it.
	 * @param text {@code sha256:} and the digits
	 * @return the digest
	 */
	public static Sha256 parse(String text) {
		return new Sha256(text.substring(PREFIX.length()));
	}

	/**
	 * The digest as the database keeps it.
	 * @return 32 bytes
	 */
	public byte[] bytes() {
		return HexFormat.of().parseHex(this.hex);
	}

	/** As the HTTP contract writes it. */
	@Override
	public String toString() {
		return PREFIX + this.hex;
	}

}
