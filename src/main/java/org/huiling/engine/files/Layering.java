package org.huiling.engine.files;

import java.util.Collection;
import java.util.Optional;

import org.huiling.engine.Bilingual;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.Program;

/**
 * 层级: what keeps a program of an enclosing jurisdiction from applying below.
 *
 * @param enclosing whose program would apply below
 * @param program the program
 * @param below where it would
 */
public record Layering(Jurisdiction enclosing, Program program, Jurisdiction below) {

	/**
	 * Of two jurisdictions that pay in different currencies the smaller cannot be given
	 * what the larger has below it: no answer is in two currencies.
	 * @param below a jurisdiction
	 * @param enclosing another one
	 * @param programs those of the other one
	 * @return the first program that cannot apply; none if the one is not below the
	 * other, or both pay in the same
	 */
	public static Optional<Layering> conflict(Jurisdiction below, Jurisdiction enclosing,
			Collection<Program> programs) {
		if (!below.isBelow(enclosing) || below.currency().equals(enclosing.currency())) {
			return Optional.empty();
		}
		return programs.stream()
			.filter(Program::appliesBelow)
			.findFirst()
			.map((program) -> new Layering(enclosing, program, below));
	}

	/** What is wrong, in both languages. */
	public Bilingual words() {
		String which = this.enclosing.id() + "/" + this.program.id();
		return new Bilingual(
				which + " 适用于下级（appliesBelow），按 " + this.enclosing.currency() + " 发给；辖区 " + this.below.id()
						+ " 在其下，货币是 " + this.below.currency() + "：货币不同的不能适用",
				which + " applies below and is paid in " + this.enclosing.currency() + "; the jurisdiction "
						+ this.below.id() + " lies below and pays in " + this.below.currency()
						+ ": what applies below is paid in the same currency");
	}

}
