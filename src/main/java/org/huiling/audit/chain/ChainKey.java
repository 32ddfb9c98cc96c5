package org.huiling.audit.chain;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of the chain's hashes (HMAC-SHA-256). It lies outside of the database, so that
 * nobody who can only write there can make a row that fits.
 */
public final class ChainKey {

	/** The shortest key, in bytes. */
	public static final int SHORTEST = 32;

	private static final String ALGORITHM = "HmacSHA256";

	private static final int MICROSECOND = 1000;

	private final SecretKeySpec key;

	public ChainKey(byte[] key) {
		this.key = new SecretKeySpec(key, ALGORITHM);
	}

	/**
	 * The hash of a row.
	 * @param id its number
	 * @param at its time
	 * @param entry what it records
	 * @param previous the hash of the row before
	 * @return 64 hexadecimal digits
	 */
	public String rowHash(long id, Instant at, AuditEntry entry, String previous) {
		return mac((content) -> {
			content.writeByte('E');
			content.writeLong(id);
			content.writeLong(at.getEpochSecond());
			content.writeInt(at.getNano() / MICROSECOND);
			for (String text : List.of(previous, entry.by(), entry.action(), entry.subject(), entry.details())) {
				write(content, text);
			}
		});
	}

	/**
	 * The seal of the chain's end.
	 * @param last the number of the last row
	 * @param hash its hash
	 * @return 64 hexadecimal digits
	 */
	public String seal(long last, String hash) {
		return mac((content) -> {
			content.writeByte('H');
			content.writeLong(last);
			write(content, hash);
		});
	}

	/**
	 * Whether an end of the chain has the seal of this key.
	 * @param end as read
	 * @return true if its seal fits
	 */
	public boolean seals(ChainEnd end) {
		return seal(end.last(), end.hash()).equals(end.seal());
	}

	/**
	 * Whether a row is as it was written.
	 * @param row as read
	 * @return true if its hash fits
	 */
	public boolean fits(AuditRow row) {
		return rowHash(row.id(), row.at(), row.entry(), row.previous()).equals(row.hash());
	}

	/** Each part with its length before it, so that no two contents read the same. */
	private static void write(DataOutputStream content, String text) throws IOException {
		byte[] part = text.getBytes(StandardCharsets.UTF_8);
		content.writeInt(part.length);
		content.write(part);
	}

	private String mac(Content content) {
		try {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			content.write(new DataOutputStream(bytes));
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(this.key);
			return HexFormat.of().formatHex(mac.doFinal(bytes.toByteArray()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every JDK has " + ALGORITHM, ex);
		}
	}

	/** What is hashed. */
	private interface Content {

		void write(DataOutputStream content) throws IOException;

	}

}
