package org.huiling.engine.assessment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.Program;
import org.jspecify.annotations.Nullable;

/**
 * What the region codes of a policy's owner begin with: the jurisdiction that assesses,
 * or one that encloses it.
 */
final class OwnersPrefixes {

	private final PolicyBook book;

	private final String own;

	/** By program, of those that are not the jurisdiction's own. */
	private @Nullable Map<String, String> enclosing;

	OwnersPrefixes(PolicyBook book) {
		this.book = book;
		this.own = book.jurisdiction().regionPrefix();
	}

	/** That of the jurisdiction that assesses. */
	String own() {
		return this.own;
	}

	boolean isOwn(CompiledPolicy policy) {
		return of(policy).equals(this.own);
	}

	/**
	 * A policy of an enclosing jurisdiction asks whether somebody belongs there, not in
	 * the part of it that assesses.
	 */
	String of(CompiledPolicy policy) {
		Map<String, String> known = this.enclosing;
		if (known == null) {
			known = enclosing(this.book.programs());
			this.enclosing = known;
		}
		return known.isEmpty() ? this.own : known.getOrDefault(policy.program().id(), this.own);
	}

	/** Most jurisdictions have none. */
	private static Map<String, String> enclosing(List<Program> programs) {
		Map<String, String> enclosing = Map.of();
		for (int i = 0; i < programs.size(); i++) {
			Jurisdiction owner = programs.get(i).owner();
			if (owner != null) {
				enclosing = enclosing.isEmpty() ? new HashMap<>() : enclosing;
				enclosing.put(programs.get(i).id(), owner.regionPrefix());
			}
		}
		return enclosing;
	}

}
