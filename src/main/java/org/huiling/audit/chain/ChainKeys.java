package org.huiling.audit.chain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;

/**
 * The keys that the chain was written with, one after the other.
 *
 * @param all the oldest first, the last is the one in use
 */
public record ChainKeys(List<ChainKey> all) {

	private static final String EARLIER = "audit.keys-before";

	public ChainKeys {
		all = List.copyOf(all);
	}

	/**
	 * The keys that are configured.
	 * @param settings of the service: {@code huiling.audit-key} or the file
	 * {@code audit.key} of the data directory; {@code huiling.audit-keys-before} or the
	 * lines of {@code audit.keys-before}, the oldest first
	 * @return at least the one in use, which is made where there is none
	 * @throws IOException if a file cannot be read
	 */
	public static ChainKeys of(Environment settings) throws IOException {
		Path data = Path.of(settings.getProperty("huiling.data", "data"));
		String configured = settings.getProperty("huiling.audit-key", "");
		List<ChainKey> keys = new ArrayList<>(earlier(settings, data.resolve(EARLIER)));
		keys.add(configured.isBlank() ? ChainKeyFile.in(data.resolve("audit.key")) : ChainKeyFile.decode(configured));
		return new ChainKeys(keys);
	}

	/**
	 * Where the key in use would be made, if it is configured nowhere.
	 * @param settings of the service
	 * @return the file; null if there is a key
	 */
	public static @Nullable Path missing(Environment settings) {
		Path file = Path.of(settings.getProperty("huiling.data", "data")).resolve("audit.key");
		return (settings.getProperty("huiling.audit-key", "").isBlank() && !Files.exists(file)) ? file : null;
	}

	private static List<ChainKey> earlier(Environment settings, Path file) throws IOException {
		String configured = settings.getProperty("huiling.audit-keys-before", "");
		String texts = (configured.isBlank() && Files.exists(file)) ? Files.readString(file) : configured;
		return Stream.of(texts.split("[,\\s]+")).filter((text) -> !text.isEmpty()).map(ChainKeyFile::decode).toList();
	}

	/** The key that new rows are hashed with. */
	public ChainKey current() {
		return this.all.get(this.all.size() - 1);
	}

	/** Those before it, the oldest first. */
	List<ChainKey> earlier() {
		return this.all.subList(0, this.all.size() - 1);
	}

	/** The earlier keys, as far as the one that an end is sealed with. */
	public ChainKeys upTo(ChainEnd end) {
		List<ChainKey> earlier = earlier();
		int last = 0;
		for (int key = 0; key < earlier.size(); key++) {
			last = earlier.get(key).seals(end) ? key + 1 : last;
		}
		return new ChainKeys(earlier.subList(0, last));
	}

	/**
	 * Whether the end is one of an earlier key, and so the key in use is still to come.
	 */
	public boolean areToBeTurned(ChainEnd end) {
		return end.last() > 0 && !current().seals(end) && earlier().stream().anyMatch((key) -> key.seals(end));
	}

	/** Without the keys. */
	@Override
	public String toString() {
		return this.all.size() + " keys";
	}

}
