package org.huiling.engine;

import org.huiling.engine.drools.RuleSet;

/**
 * A policy version that compiled and passed the guard; immutable, shared between threads.
 */
public final class CompiledPolicy {

	private final String version;

	private final String digest;

	private final Program program;

	private final PolicyHeader header;

	private final RuleSet rules;

	CompiledPolicy(PolicyFiles files, Program program, PolicyHeader header, RuleSet rules) {
		this.version = files.version();
		this.digest = files.digest();
		this.program = program;
		this.header = header;
		this.rules = rules;
	}

	/**
	 * The version's name.
	 * @return such as {@code 2013-01-01}
	 */
	public String version() {
		return this.version;
	}

	/**
	 * The digest of its files.
	 * @return {@code sha256:…}
	 */
	public String digest() {
		return this.digest;
	}

	/**
	 * The program it belongs to.
	 * @return the program
	 */
	public Program program() {
		return this.program;
	}

	/**
	 * What {@code policy.yaml} says.
	 * @return the header
	 */
	public PolicyHeader header() {
		return this.header;
	}

	RuleSet rules() {
		return this.rules;
	}

}
