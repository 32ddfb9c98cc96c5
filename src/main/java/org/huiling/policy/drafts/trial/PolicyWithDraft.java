package org.huiling.policy.drafts.trial;

import java.time.LocalDate;
import java.util.List;

import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.Program;
import org.huiling.engine.comparison.WithVersion;
import org.jspecify.annotations.Nullable;

/**
 * The policies of a jurisdiction with a draft of one of its programs over them, of a
 * program of an enclosing jurisdiction as well.
 */
record PolicyWithDraft(PolicyBook others, WithVersion with) implements PolicyBook {

	PolicyWithDraft(PolicyBook others, CompiledPolicy policy) {
		this(others, new WithVersion(others, policy, false));
	}

	@Override
	public Jurisdiction jurisdiction() {
		return this.others.jurisdiction();
	}

	/** As whose they are now. */
	@Override
	public List<Program> programs() {
		return this.others.programs();
	}

	@Override
	public List<LocalDate> turns(String program) {
		return this.with.turns(program);
	}

	@Override
	public @Nullable CompiledPolicy inForce(String program, LocalDate day) {
		return this.with.inForce(program, day);
	}

}
