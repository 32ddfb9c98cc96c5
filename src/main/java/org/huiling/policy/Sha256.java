package org.huiling.policy;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest of one file. */
public final class Sha256 {

	private Sha256() {
	}

	/**
	 * Computes it.
	 * @param bytes the file
	 * @return {@code sha256:} and 64 hexadecimal digits
	 */
	public static String of(byte[] bytes) {
		try {
			return "sha256:" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
