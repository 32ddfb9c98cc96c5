package org.huiling.engine.problem;

import java.util.List;

import org.huiling.engine.Bilingual;
import org.huiling.engine.CompiledPolicy;

/**
 * Rules of one version grant against each other, and the policy does not say which wins.
 * It names every rule: two, or one whose alternatives differ.
 */
public final class PolicyConflict extends PolicyFault {

	private static final long serialVersionUID = 1L;

	public PolicyConflict(CompiledPolicy policy, List<Bilingual> rules) {
		super("TWO_GRANTS", policy, rules);
	}

}
