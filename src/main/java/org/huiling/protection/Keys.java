package org.huiling.protection;

/** What is to be known about the keys while the service runs. */
public final class Keys {

	private final KeyRing ring;

	private final KeyCheck check;

	Keys(KeyRing ring, KeyCheck check) {
		this.ring = ring;
		this.check = check;
	}

	/**
	 * The key that seals.
	 * @return its id
	 */
	public String current() {
		return this.ring.current();
	}

	/**
	 * Whether blobs may be sealed with other keys than the current one.
	 * @return true until they were retired, and as long as another key is configured: an
	 * instance that was started before may still seal with it
	 */
	public boolean areTurned() {
		return this.ring.encryption().size() > 1 || this.check.knowsOthers(this.ring);
	}

	/**
	 * Notes that nothing is sealed with any other key any more, so that they may be taken
	 * out of the configuration. To be called when everything has been sealed anew.
	 */
	public void retireOthers() {
		this.check.retireOthers(this.ring);
	}

}
