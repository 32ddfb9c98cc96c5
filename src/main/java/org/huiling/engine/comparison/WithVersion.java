package org.huiling.engine.comparison;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.PolicyHeader;
import org.huiling.engine.Program;
import org.jspecify.annotations.Nullable;

/**
 * The policies of a jurisdiction as they would be with one more version.
 *
 * @param others the policies without it
 * @param policy the version
 * @param always whether it answers for every day, as where it is tried by itself; else it
 * governs from its first day until the next version
 */
public record WithVersion(PolicyBook others, CompiledPolicy policy, boolean always) implements PolicyBook {

	@Override
	public Jurisdiction jurisdiction() {
		return this.others.jurisdiction();
	}

	@Override
	public List<Program> programs() {
		List<Program> programs = new ArrayList<>(this.others.programs());
		programs.removeIf((one) -> one.id().equals(this.policy.program().id()));
		programs.add(this.policy.program());
		programs.sort(Comparator.comparingInt(Program::order).thenComparing(Program::id));
		return List.copyOf(programs);
	}

	@Override
	public List<LocalDate> turns(String program) {
		List<LocalDate> turns = new ArrayList<>(this.others.turns(program));
		if (program.equals(this.policy.program().id())) {
			turns.add(this.policy.header().effectiveFrom());
		}
		return turns;
	}

	@Override
	public @Nullable CompiledPolicy inForce(String program, LocalDate day) {
		if (!program.equals(this.policy.program().id())) {
			return this.others.inForce(program, day);
		}
		if (this.always) {
			return this.policy;
		}
		PolicyHeader own = this.policy.header();
		CompiledPolicy published = this.others.inForce(program, day);
		if (day.isBefore(own.effectiveFrom())
				|| (published != null && published.header().effectiveFrom().isAfter(own.effectiveFrom()))) {
			return published;
		}
		return (own.effectiveTo() != null && own.effectiveTo().isBefore(day)) ? null : this.policy;
	}

}
