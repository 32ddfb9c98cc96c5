package org.huiling.policy.drafts.trial;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.Program;
import org.jspecify.annotations.Nullable;

/** The policies of a jurisdiction with some versions of one program replaced. */
final class VariedPolicies implements PolicyBook {

	private final PolicyBook others;

	private final String program;

	private final Map<String, CompiledPolicy> replaced = new HashMap<>();

	VariedPolicies(PolicyBook others, String program) {
		this.others = others;
		this.program = program;
	}

	private static String key(CompiledPolicy policy) {
		return policy.version() + " " + policy.digest();
	}

	boolean isReplaced(CompiledPolicy policy) {
		return this.replaced.containsKey(key(policy));
	}

	void replace(CompiledPolicy policy, CompiledPolicy other) {
		this.replaced.put(key(policy), other);
	}

	@Override
	public Jurisdiction jurisdiction() {
		return this.others.jurisdiction();
	}

	@Override
	public List<Program> programs() {
		return this.others.programs();
	}

	@Override
	public List<LocalDate> turns(String program) {
		return this.others.turns(program);
	}

	@Override
	public @Nullable CompiledPolicy inForce(String program, LocalDate day) {
		CompiledPolicy policy = this.others.inForce(program, day);
		return (policy != null && program.equals(this.program)) ? this.replaced.getOrDefault(key(policy), policy)
				: policy;
	}

}
