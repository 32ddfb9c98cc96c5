package org.huiling.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of one policy version, as they lie in its directory.
 *
 * @param jurisdiction the jurisdiction's id
 * @param program the program's id
 * @param version the version's name: the date it takes effect, or that date and
 * {@code .2} for a correction
 * @param files bytes by path inside the directory, sorted by path
 */
public record PolicyFiles(String jurisdiction, String program, String version, Map<String, byte[]> files) {

	public PolicyFiles {
		files = new TreeMap<>(files);
	}

	/**
	 * What the version is known by: SHA-256 over its sorted paths and bytes, each
	 * preceded by its length.
	 * @return {@code sha256:} and 64 hexadecimal digits
	 */
	public String digest() {
		MessageDigest sha256 = sha256();
		this.files.forEach((path, bytes) -> {
			byte[] name = path.getBytes(StandardCharsets.UTF_8);
			sha256.update(ByteBuffer.allocate(4).putInt(name.length).flip());
			sha256.update(name);
			sha256.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
			sha256.update(bytes);
		});
		return "sha256:" + HexFormat.of().formatHex(sha256.digest());
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
