package org.huiling.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.huiling.engine.files.DirectoryBook;
import org.huiling.engine.problem.PolicyDefects;
import org.huiling.engine.problem.PolicyFault;
import org.huiling.facts.Subject;
import org.jspecify.annotations.Nullable;

/** The policies of one jurisdiction as known at one instant. */
public interface PolicyBook {

	/**
	 * The policies of a jurisdiction as they lie in a directory, those of enclosing
	 * jurisdictions that apply there included; the fact files and standards that they go
	 * by lie beside it. A version is compiled when it is first asked for.
	 * @param directory such as {@code rules/model-district}
	 * @return to be asked by any number of threads
	 * @throws IOException if a file cannot be read
	 * @throws PolicyDefects with every problem of a file that says which policies there
	 * are; one within a version is thrown when the version is first asked for
	 */
	static DirectoryBook read(Path directory) throws IOException {
		return DirectoryBook.whole(directory, ClassStore.NONE);
	}

	/**
	 * The same with versions that were compiled before.
	 * @param directory such as {@code rules/model-district}
	 * @param classes what was compiled of them, and takes what is
	 * @return to be asked by any number of threads
	 * @throws IOException if a file cannot be read
	 * @throws PolicyDefects as {@link #read(Path)} throws them
	 */
	static DirectoryBook read(Path directory, ClassStore classes) throws IOException {
		return DirectoryBook.whole(directory, classes);
	}

	/**
	 * Assesses an applicant.
	 * @param history what is recorded of them, such as {@code (day) -> record}
	 * @param request what is asked
	 * @return an answer for each program and period, and for each claim of CLAIM programs
	 * @throws PolicyFault if a policy cannot answer
	 */
	default Assessor.Assessments assess(ApplicantHistory history, AssessmentRequest request) {
		return new Assessor(this).assess(history, request);
	}

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
