package org.huiling.engine;

import java.time.LocalDate;
import java.util.List;

import org.huiling.facts.Subject;
import org.jspecify.annotations.Nullable;

/** The policies of one jurisdiction as known at one instant. */
public interface PolicyBook {

	/**
	 * Whose policies these are.
	 * @return the jurisdiction
	 */
	Jurisdiction jurisdiction();

	/**
	 * Its programs, stacking among them.
	 * @return in the order of evaluation
	 */
	List<Program> programs();

	/**
	 * The version that governs a day.
	 * @param program the program's id
	 * @param day the fact day
	 * @return the version, or null where no policy is in force
	 */
	@Nullable CompiledPolicy inForce(String program, LocalDate day);

	/**
	 * The days from which the versions of a program govern.
	 * @param program the program's id
	 * @return in any order; empty where that is not told
	 */
	default List<LocalDate> turns(String program) {
		return List.of();
	}

	/**
	 * The policies about one subject.
	 * @param subject whom they are to be about
	 * @return this one if it has no others
	 */
	default PolicyBook of(Subject subject) {
		List<Program> programs = programs();
		for (int i = 0; i < programs.size(); i++) {
			if (programs.get(i).subject() != subject) {
				return new SubjectBook(this, subject);
			}
		}
		return this;
	}

}
