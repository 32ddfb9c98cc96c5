package org.huiling.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.huiling.engine.Jurisdiction;
import org.huiling.engine.Program;
import org.huiling.engine.files.Layering;
import org.huiling.policy.published.PolicyStore;

import org.springframework.stereotype.Component;

/**
 * Keeps programs that apply below from jurisdictions that pay in another currency: no
 * answer, decision or roster is in two.
 */
@Component
public class LayeredCurrencies {

	private final PolicyStore store;

	public LayeredCurrencies(PolicyStore store) {
		this.store = store;
	}

	/**
	 * What a jurisdiction could not be given, or would give others.
	 * @param wanted as it is to be
	 * @return the first program that cannot apply; none if all can
	 */
	public Optional<Layering> conflict(Jurisdiction wanted) {
		List<Program> own = programs(wanted.id());
		return others(wanted)
			.flatMap((other) -> Stream
				.of(Layering.conflict(wanted, other, programs(other.id())), Layering.conflict(other, wanted, own))
				.flatMap(Optional::stream))
			.findFirst();
	}

	/**
	 * Where a program could not apply.
	 * @param owner whose it is
	 * @param wanted as it is to be
	 * @return the first jurisdiction in which it cannot; none if it can everywhere
	 */
	public Optional<Layering> conflict(Jurisdiction owner, Program wanted) {
		return others(owner).flatMap((other) -> Layering.conflict(other, owner, Set.of(wanted)).stream()).findFirst();
	}

	private Stream<Jurisdiction> others(Jurisdiction one) {
		return this.store.jurisdictions().stream().filter((other) -> !other.id().equals(one.id()));
	}

	private List<Program> programs(String jurisdiction) {
		return this.store.programs()
			.stream()
			.filter((each) -> each.jurisdiction().equals(jurisdiction))
			.map(PolicyStore.OwnedProgram::program)
			.toList();
	}

}
