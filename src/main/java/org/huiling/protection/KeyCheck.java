package org.huiling.protection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Holds the keys against those that the database was written with, so that a lost or
 * changed key is noticed at the start and not by the first person who cannot be read.
 */
final class KeyCheck {

	private static final byte[] KNOWN = "huiling".getBytes(StandardCharsets.US_ASCII);

	/** Of the key of the hashes. Ids of keys have no capitals. */
	private static final String LOOKUP = "LOOKUP";

	/** While hashes are made anew: the new key, and who was the last. */
	private static final String TURN = "LOOKUP_TURN";

	/** Before the first person. */
	private static final UUID NOBODY = new UUID(0, 0);

	private static final String TO_TURN = "With every instance stopped run: java -jar huiling.jar turn-keys, with the"
			+ " settings of the service; then start.";

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
		Map<String, byte[]> noted = noted();
		requireEncryption(ring, noted);
		byte @Nullable [] lookup = noted.get(LOOKUP);
		if (noted.containsKey(TURN)) {
			throw new KeyTrouble("The look-up key is being turned, and not everybody is found by the new one yet.",
					TO_TURN, null);
		}
		if (lookup != null && !Arrays.equals(lookup, lookup(ring))) {
			if (Arrays.equals(lookup, lookupBefore(ring))) {
				throw new KeyTrouble("huiling.keys.lookup is new, and everybody is found by the one before.", TO_TURN,
						null);
			}
			throw new KeyTrouble("huiling.keys.lookup is not the key that the database was written with.", ACTION,
					null);
		}
		return noted;
	}

	private static void requireEncryption(KeyRing ring, Map<String, byte[]> noted) {
		Seal seal = new Seal(ring);
		noted.forEach((id, note) -> {
			if (!LOOKUP.equals(id) && !TURN.equals(id)) {
				require(ring, seal, id, note);
			}
		});
	}

	/**
	 * How far a turn of the look-up key is.
	 * @return the last person who is found by the new key, the smallest id before the
	 * first; null if there is nothing to turn
	 * @throws KeyTrouble if the keys are not those of the database and the one after
	 */
	@Nullable UUID turnedUpTo(KeyRing ring) {
		Map<String, byte[]> noted = noted();
		requireEncryption(ring, noted);
		byte @Nullable [] turn = noted.get(TURN);
		if (turn != null) {
			ByteBuffer begun = ByteBuffer.wrap(turn);
			byte[] key = new byte[LookupHash.LENGTH];
			begun.get(key);
			UUID upTo = new UUID(begun.getLong(), begun.getLong());
			if (upTo.equals(NOBODY) && Arrays.equals(noted.get(LOOKUP), lookup(ring))) {
				notTurned(); // nobody is found by the other key yet, and it is not wanted
								// any more
				return null;
			}
			if (!Arrays.equals(key, lookup(ring))) {
				throw new KeyTrouble("A turn was begun to another key than huiling.keys.lookup.",
						"Configure the key that it was begun to, and run turn-keys again.", null);
			}
			return upTo;
		}
		byte @Nullable [] lookup = noted.get(LOOKUP);
		if (lookup == null || Arrays.equals(lookup, lookup(ring))) {
			return null;
		}
		if (!Arrays.equals(lookup, lookupBefore(ring))) {
			throw new KeyTrouble("Neither huiling.keys.lookup nor huiling.keys.lookup-before is the key that the"
					+ " database was written with.", ACTION, null);
		}
		return NOBODY;
	}

	/** Notes how far it is; nobody starts on the database until it is over. */
	void turned(KeyRing ring, UUID upTo) {
		byte[] proof = ByteBuffer.allocate(LookupHash.LENGTH + 2 * Long.BYTES)
			.put(lookup(ring))
			.putLong(upTo.getMostSignificantBits())
			.putLong(upTo.getLeastSignificantBits())
			.array();
		this.jdbc
			.sql("insert into key_check (id, proof) values (?, ?)"
					+ " on conflict (id) do update set proof = excluded.proof")
			.params(TURN, proof)
			.update();
	}

	/** Forgets that it was begun. */
	void notTurned() {
		this.jdbc.sql("delete from key_check where id = ?").param(TURN).update();
	}

	/** Notes that everybody is found by the new key. */
	void turned(KeyRing ring) {
		this.jdbc.sql("update key_check set proof = ? where id = ?").params(lookup(ring), LOOKUP).update();
		notTurned();
	}

	private static byte @Nullable [] lookupBefore(KeyRing ring) {
		LookupHash before = new LookupHash(ring).before();
		return (before != null) ? before.of(LOOKUP, "huiling") : null;
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
