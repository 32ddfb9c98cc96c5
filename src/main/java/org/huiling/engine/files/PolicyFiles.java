package org.huiling.engine.files;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.huiling.engine.source.HeaderReader;
import org.huiling.engine.standard.Standards;

/**
 * The files of one policy version, as they lie in its directory.
 *
 * @param jurisdiction the jurisdiction's id
 * @param program the program's id
 * @param version the version's name: the date it takes effect, or that date and
 * {@code .2} for a correction
 * @param files bytes by path inside the directory, sorted by path
 * @param standards those that its parameters may be taken from; no part of the digest
 */
public record PolicyFiles(String jurisdiction, String program, String version, Map<String, byte[]> files,
		Standards standards) {

	public PolicyFiles(String jurisdiction, String program, String version, Map<String, byte[]> files) {
		this(jurisdiction, program, version, files, Standards.NONE);
	}

	public PolicyFiles {
		files = new TreeMap<>(files);
	}

	/**
	 * The same files beside other standards.
	 * @param others those that its parameters may be taken from
	 * @return the files
	 */
	public PolicyFiles with(Standards others) {
		return new PolicyFiles(this.jurisdiction, this.program, this.version, this.files, others);
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

	/**
	 * The standards that its parameters are taken from.
	 * @return each with whose it is, such as
	 * {@code model-district/standards.dibaoStandard}; none of a file that cannot be read
	 */
	public Set<String> standardsUsed() {
		Set<String> used = new TreeSet<>();
		HeaderReader.references(this.files.get(HeaderReader.FILE))
			.forEach((one) -> used.add(one.contains("/") ? one : this.jurisdiction + "/" + one));
		return used;
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
