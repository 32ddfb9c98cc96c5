package org.huiling.protection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals bytes with AES-256-GCM (NIST SP 800-38D) under a random nonce of 96 bits. What is
 * sealed for one place (a record's id) does not open for another. A sealed blob is a
 * format byte, the length and letters of the key's id, the nonce, the cipher text and its
 * tag of 128 bits. Random nonces bound one key to some 4 thousand million blobs.
 */
public final class Seal {

	private static final byte FORMAT = 1;

	private static final int NONCE_BYTES = 12;

	private static final int TAG_BITS = 128;

	/** Getting a cipher costs more than using it. */
	private static final ThreadLocal<Cipher> CIPHERS = ThreadLocal.withInitial(Seal::cipher);

	private final KeyRing ring;

	private final SecureRandom random = new SecureRandom();

	Seal(KeyRing ring) {
		this.ring = ring;
	}

	/**
	 * Seals with the current key.
	 * @param plain what nobody else shall read
	 * @param place where it will be kept, such as a record's id; must be named again to
	 * open it
	 * @return the sealed blob
	 */
	public byte[] seal(byte[] plain, String place) {
		byte[] id = this.ring.current().getBytes(StandardCharsets.US_ASCII);
		byte[] nonce = new byte[NONCE_BYTES];
		this.random.nextBytes(nonce);
		byte[] header = ByteBuffer.allocate(2 + id.length).put(FORMAT).put((byte) id.length).put(id).array();
		byte[] sealed = run(Cipher.ENCRYPT_MODE, this.ring.current(), header, nonce, plain, place);
		return ByteBuffer.allocate(header.length + NONCE_BYTES + sealed.length)
			.put(header)
			.put(nonce)
			.put(sealed)
			.array();
	}

	/**
	 * Opens a blob with the key it names.
	 * @param sealed the blob
	 * @param place where it was kept
	 * @return what was sealed, exactly
	 * @throws SealBroken if its key is not in the ring or another one, or if it was
	 * altered or moved; never answers anything else than what was sealed
	 */
	public byte[] open(byte[] sealed, String place) {
		String id = keyOf(sealed);
		int start = 2 + id.length();
		if (sealed.length < start + NONCE_BYTES + TAG_BITS / Byte.SIZE) {
			throw new SealBroken("a blob is cut short", null);
		}
		byte[] header = Arrays.copyOf(sealed, start);
		byte[] nonce = Arrays.copyOfRange(sealed, start, start + NONCE_BYTES);
		byte[] rest = Arrays.copyOfRange(sealed, start + NONCE_BYTES, sealed.length);
		return run(Cipher.DECRYPT_MODE, id, header, nonce, rest, place);
	}

	/**
	 * Whether a blob needs no other key.
	 * @param sealed the blob
	 * @return false if it was sealed with an older key than the current one
	 */
	public boolean isCurrent(byte[] sealed) {
		return keyOf(sealed).equals(this.ring.current());
	}

	/**
	 * The first bytes of every blob that the current key has sealed.
	 * @return to be compared with the first bytes of others in the database
	 */
	public byte[] currentPrefix() {
		byte[] id = this.ring.current().getBytes(StandardCharsets.US_ASCII);
		return ByteBuffer.allocate(2 + id.length).put(FORMAT).put((byte) id.length).put(id).array();
	}

	private static String keyOf(byte[] sealed) {
		if (sealed.length < 2 || sealed[0] != FORMAT || sealed.length < 2 + sealed[1]) {
			throw new SealBroken("not a sealed blob", null);
		}
		return new String(sealed, 2, sealed[1], StandardCharsets.US_ASCII);
	}

	private byte[] run(int mode, String keyId, byte[] header, byte[] nonce, byte[] input, String place) {
		SecretKey key = this.ring.encryption().get(keyId);
		if (key == null) {
			throw new SealBroken("the key " + keyId + " is not in huiling.keys.encryption", null);
		}
		try {
			Cipher cipher = CIPHERS.get();
			cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
			cipher.updateAAD(header);
			cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
			return cipher.doFinal(input);
		}
		catch (AEADBadTagException ex) {
			throw new SealBroken("the key " + keyId + " is another one than it was, or the blob was altered or moved",
					ex);
		}
		catch (GeneralSecurityException ex) {
			throw new SealBroken("the key " + keyId + " cannot be used", ex);
		}
	}

	private static Cipher cipher() {
		try {
			return Cipher.getInstance("AES/GCM/NoPadding");
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("this Java has no AES-GCM", ex);
		}
	}

}
