package org.huiling.engine;

import java.time.LocalDate;
import java.util.List;

import org.huiling.facts.Subject;
import org.jspecify.annotations.Nullable;

/**
 * The policies of a jurisdiction that are about one subject: whoever is assessed by it
 * never meets a program about others, whether by order, by exclusion or by award.
 *
 * @param all the policies about everybody
 * @param subject whom these are about
 * @param programs those of all that are about the subject, in the order of evaluation
 */
record SubjectBook(PolicyBook all, Subject subject, List<Program> programs) implements PolicyBook {

	SubjectBook(PolicyBook all, Subject subject) {
		this(all, subject, all.programs().stream().filter((program) -> program.subject() == subject).toList());
	}

	@Override
	public Jurisdiction jurisdiction() {
		return this.all.jurisdiction();
	}

	@Override
	public @Nullable CompiledPolicy inForce(String program, LocalDate day) {
		return has(program) ? this.all.inForce(program, day) : null;
	}

	@Override
	public List<LocalDate> turns(String program) {
		return has(program) ? this.all.turns(program) : List.of();
	}

	@Override
	public PolicyBook of(Subject other) {
		return (other == this.subject) ? this : this.all.of(other);
	}

	private boolean has(String id) {
		for (Program program : this.programs) {
			if (program.id().equals(id)) {
				return true;
			}
		}
		return false;
	}

}
