package org.huiling.engine.check;

import java.time.LocalDate;
import java.util.List;

import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.Program;

/**
 * A book with one version on all its pages.
 *
 * @param jurisdiction whose it is
 * @param policy the version
 */
record SingleVersionBook(Jurisdiction jurisdiction, CompiledPolicy policy) implements PolicyBook {

	@Override
	public List<Program> programs() {
		return List.of(this.policy.program());
	}

	@Override
	public CompiledPolicy inForce(String program, LocalDate day) {
		return this.policy;
	}

}
