package org.huiling.engine;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Rules of one version grant against each other, and the policy does not say which wins:
 * there is no amount, and nothing may be decided.
 */
public final class PolicyConflict extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String program;

	private final String version;

	private final transient List<Bilingual> rules;

	PolicyConflict(String program, String version, List<Bilingual> rules) {
		super(program + " " + version + ": more than one grant, by "
				+ rules.stream().map(Bilingual::en).collect(Collectors.joining(" and ")));
		this.program = program;
		this.version = version;
		this.rules = List.copyOf(rules);
	}

	/**
	 * The program at fault.
	 * @return its id
	 */
	public String program() {
		return this.program;
	}

	/**
	 * The version at fault.
	 * @return its name
	 */
	public String version() {
		return this.version;
	}

	/**
	 * The rules that grant against each other.
	 * @return at least one (a rule whose alternatives differ)
	 */
	public List<Bilingual> rules() {
		return this.rules;
	}

}
