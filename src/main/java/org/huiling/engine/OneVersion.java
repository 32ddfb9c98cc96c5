package org.huiling.engine;

import java.time.LocalDate;
import java.util.List;

/**
 * A book with one version on all its pages.
 *
 * @param jurisdiction whose it is
 * @param policy the version
 */
record OneVersion(Jurisdiction jurisdiction, CompiledPolicy policy) implements PolicyBook {

	@Override
	public List<Program> programs() {
		return List.of(this.policy.program());
	}

	@Override
	public CompiledPolicy inForce(String program, LocalDate day) {
		return this.policy;
	}

}
