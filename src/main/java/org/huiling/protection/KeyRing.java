package org.huiling.protection;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

/**
 * The keys of the service.
 *
 * @param current the id of the key that seals
 * @param encryption the keys that open, by id; AES of 256 bits
 * @param lookup the key of the hashes
 * @param lookupBefore the one before it; null for none
 */
record KeyRing(String current, Map<String, SecretKey> encryption, SecretKey lookup, @Nullable SecretKey lookupBefore) {

	static final int KEY_BYTES = 32;

	private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,19}");

	private static final String ACTION = "Give huiling.keys.current (the id of the key that seals),"
			+ " huiling.keys.encryption.<id> for it and for every key used before, and huiling.keys.lookup;"
			+ " each 32 bytes in Base64, as from: openssl rand -base64 32. Or name a file with these lines,"
			+ " without huiling.keys., in huiling.keys.file.";

	KeyRing {
		encryption = Map.copyOf(encryption);
	}

	KeyRing(String current, Map<String, SecretKey> encryption, SecretKey lookup) {
		this(current, encryption, lookup, null);
	}

	/**
	 * The ring that settings describe.
	 * @param settings the keys themselves, not just a file's name
	 * @return the ring
	 * @throws KeyTrouble if a key is missing or malformed
	 */
	static KeyRing of(KeySettings settings) {
		if (!settings.areInline()) {
			throw new KeyTrouble("No keys are configured: ids, names and accounts of people could not be kept.", ACTION,
					null);
		}
		Map<String, SecretKey> encryption = new HashMap<>();
		settings.encryption().forEach((id, text) -> {
			if (!ID.matcher(id).matches()) {
				throw new KeyTrouble("The id of a key is wrong: 1 to 20 of a-z, 0-9 and - are expected.", ACTION, null);
			}
			encryption.put(id, key("huiling.keys.encryption." + id, text, "AES"));
		});
		String current = settings.current();
		if (current == null || !encryption.containsKey(current)) {
			throw new KeyTrouble("huiling.keys.current names no key of huiling.keys.encryption.", ACTION, null);
		}
		SecretKey lookup = key("huiling.keys.lookup", settings.lookup(), "HmacSHA256");
		String earlier = settings.lookupBefore();
		SecretKey before = (earlier != null && !earlier.isBlank())
				? key("huiling.keys.lookup-before", earlier, "HmacSHA256") : null;
		return new KeyRing(current, encryption, lookup, before);
	}

	private static SecretKey key(String name, @Nullable String text, String algorithm) {
		try {
			byte[] bytes = Base64.getDecoder().decode((text != null) ? text.strip() : "");
			if (bytes.length == KEY_BYTES) {
				return new SecretKeySpec(bytes, algorithm);
			}
		}
		catch (IllegalArgumentException ex) {
			// told below, without what the text was
		}
		throw new KeyTrouble(name + " is not 32 bytes in Base64.", ACTION, null);
	}

	/** Without the keys. */
	@Override
	public String toString() {
		return "keys " + this.encryption.keySet() + ", current " + this.current;
	}

}
