package org.huiling.protection;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The keys, each 32 bytes in Base64; given in the configuration or in a file of
 * properties with the same names, without {@code huiling.keys.} before them.
 *
 * @param file where the file is
 * @param create whether a file that is not there is made
 * @param current the id of the key that seals
 * @param encryption the keys that open, by id
 * @param lookup the key of the hashes
 * @param lookupBefore the one before it, while it is being turned and for a month after
 */
@ConfigurationProperties("huiling.keys")
record KeySettings(@Nullable Path file, boolean create, @Nullable String current,
		@Nullable Map<String, String> encryption, @Nullable String lookup, @Nullable String lookupBefore) {

	KeySettings {
		encryption = (encryption != null) ? Map.copyOf(encryption) : Map.of();
	}

	/** Whether keys are given, and not just a file of them. */
	boolean areInline() {
		return this.current != null || this.lookup != null || !encryption().isEmpty();
	}

	@Override
	public Map<String, String> encryption() {
		return (this.encryption != null) ? this.encryption : Map.of();
	}

	/** The settings that a file of properties holds. */
	static KeySettings of(Map<String, String> properties) {
		Map<String, String> encryption = new HashMap<>();
		properties.forEach((name, value) -> {
			if (name.startsWith("encryption.")) {
				encryption.put(name.substring("encryption.".length()), value);
			}
		});
		return new KeySettings(null, false, properties.get("current"), encryption, properties.get("lookup"),
				properties.get("lookup-before"));
	}

	/** Without the keys. */
	@Override
	public String toString() {
		return "keys of " + ((this.file != null) ? this.file : "the configuration");
	}

}
