package org.huiling.protection;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Holds the keys against those that the database was written with, so that a lost or
 * changed key is noticed at the start and not by the first person who cannot be read.
 */
final class KeyCheck {

	private static final byte[] KNOWN = "huiling".getBytes(StandardCharsets.US_ASCII);

	private static final String LOOKUP = "LOOKUP";

	private static final String ACTION = "Configure the keys that the database was written with"
			+ " (huiling.keys.…, or huiling.keys.file), from the backup if need be.";

	private final JdbcClient jdbc;

	KeyCheck(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Checks every key, and notes those the database has not seen.
	 * @throws KeyTrouble naming the key that is missing or another one
	 */
	void run(KeyRing ring) {
		Map<String, byte[]> noted = require(ring);
		if (!noted.containsKey(LOOKUP)) {
			note(LOOKUP, lookup(ring));
		}
		if (!noted.containsKey(ring.current())) {
			note(ring.current(), new Seal(ring).seal(KNOWN, place(ring.current())));
		}
	}

	/**
	 * Checks every key that the database has seen, and notes nothing.
	 * @return what the database noted of its keys, by their ids
	 * @throws KeyTrouble as above
	 */
	Map<String, byte[]> require(KeyRing ring) {
		Seal seal = new Seal(ring);
		Map<String, byte[]> noted = noted();
		noted.forEach((id, note) -> {
			if (!LOOKUP.equals(id)) {
				require(ring, seal, id, note);
			}
		});
		byte @Nullable [] lookup = noted.get(LOOKUP);
		if (lookup != null && !Arrays.equals(lookup, lookup(ring))) {
			throw new KeyTrouble("huiling.keys.lookup is not the key that the database was written with.", ACTION,
					null);
		}
		return noted;
	}

	private static byte[] lookup(KeyRing ring) {
		return new LookupHash(ring).of(LOOKUP, "huiling");
	}

	/**
	 * Forgets every key but the current one, when nothing is sealed with them any more.
	 */
	void retireOthers(KeyRing ring) {
		this.jdbc.sql("delete from key_check where id <> ? and id <> ?").params(ring.current(), LOOKUP).update();
	}

	/** Whether the database was written with other keys too. */
	boolean knowsOthers(KeyRing ring) {
		return this.jdbc.sql("select exists (select from key_check where id <> ? and id <> ?)")
			.params(ring.current(), LOOKUP)
			.query(Boolean.class)
			.single();
	}

	private static void require(KeyRing ring, Seal seal, String id, byte[] note) {
		if (!ring.encryption().containsKey(id)) {
			throw new KeyTrouble("The key " + id + ", with which people in the database are sealed, is not configured.",
					ACTION, null);
		}
		try {
			seal.open(note, place(id));
		}
		catch (SealBroken ex) {
			throw new KeyTrouble("The key " + id + " is not the one that the database was written with.", ACTION, ex);
		}
	}

	private Map<String, byte[]> noted() {
		Map<String, byte[]> noted = new TreeMap<>();
		this.jdbc.sql("select id, proof from key_check").query((row) -> {
			noted.put(row.getString("id"), row.getBytes("proof"));
		});
		return noted;
	}

	private void note(String id, byte[] proof) {
		this.jdbc.sql("insert into key_check (id, proof) values (?, ?) on conflict do nothing")
			.params(id, proof)
			.update();
	}

	private static String place(String id) {
		return "key_check " + id;
	}

}
