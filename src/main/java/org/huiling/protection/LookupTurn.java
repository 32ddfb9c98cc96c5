package org.huiling.protection;

import java.util.Optional;
import java.util.UUID;

import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 更换检索密钥: a turn of the look-up key, for whoever makes the hashes anew while no service
 * runs. What was done is noted in the database, so that it goes on where it stopped, and
 * no service starts in between.
 */
public final class LookupTurn {

	private final KeyRing ring;

	private final KeyCheck check;

	private final UUID upTo;

	private LookupTurn(KeyRing ring, KeyCheck check, UUID upTo) {
		this.ring = ring;
		this.check = check;
		this.upTo = upTo;
	}

	/**
	 * Whether the look-up key is to be turned.
	 * @param settings of the service, with the new key and the one before it
	 * @param jdbc the database, with the schema of the service
	 * @return empty if everybody is found by the key that is configured
	 * @throws IllegalStateException if these are not the keys of the database; says what
	 * to do
	 */
	public static Optional<LookupTurn> of(Environment settings, JdbcClient jdbc) {
		try {
			KeyRing ring = KeyInspection.ring(settings);
			KeyCheck check = new KeyCheck(jdbc);
			return Optional.ofNullable(check.turnedUpTo(ring)).map((upTo) -> new LookupTurn(ring, check, upTo));
		}
		catch (KeyTrouble ex) {
			throw new IllegalStateException(ex.getMessage() + " " + ex.action(), ex);
		}
	}

	/**
	 * Who was the last when it stopped.
	 * @return all after that id are still to be done
	 */
	public UUID upTo() {
		return this.upTo;
	}

	/** Notes that it is under way: from now on no service starts. */
	public void begin() {
		this.check.turned(this.ring, this.upTo);
	}

	/** Takes back what {@link #begin} noted, where nothing was done yet. */
	public void refuse() {
		if (this.upTo.equals(new UUID(0, 0))) {
			this.check.notTurned();
		}
	}

	/**
	 * Notes how far it is, in the caller's transaction.
	 * @param last everybody up to this id is found by the new key
	 */
	public void advance(UUID last) {
		this.check.turned(this.ring, last);
	}

	/** Notes that it is done, in the caller's transaction. */
	public void end() {
		this.check.turned(this.ring);
	}

	/**
	 * Opens what was sealed.
	 * @return with the keys that are configured
	 */
	public Seal seal() {
		return new Seal(this.ring);
	}

	/**
	 * Makes the new hashes.
	 * @return with the new key
	 */
	public LookupHash hash() {
		return new LookupHash(this.ring);
	}

}
