package org.huiling.engine;

/** A policy version that compiled and passed the guard; immutable, shared between threads. */
public final class CompiledPolicy {

	private final PolicyFiles files;

	private final PolicyHeader header;

	CompiledPolicy(PolicyFiles files, PolicyHeader header) {
		this.files = files;
		this.header = header;
	}

	/**
	 * The version's name.
	 * @return such as {@code 2013-01-01}
	 */
	public String version() {
		return this.files.version();
	}

	/**
	 * The digest of its files.
	 * @return {@code sha256:…}
	 */
	public String digest() {
		return this.files.digest();
	}

	/**
	 * What {@code policy.yaml} says.
	 * @return the header
	 */
	public PolicyHeader header() {
		return this.header;
	}

}
