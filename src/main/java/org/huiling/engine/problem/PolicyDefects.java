package org.huiling.engine.problem;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A policy's files cannot be used; it carries every problem found, never just the first.
 */
public final class PolicyDefects extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<Problem> problems;

	/**
	 * The problems of some files.
	 * @param problems at least one error
	 */
	public PolicyDefects(List<Problem> problems) {
		super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
		this.problems = List.copyOf(problems);
	}

	/**
	 * What is wrong.
	 * @return in the order of files and lines
	 */
	public List<Problem> problems() {
		return this.problems;
	}

}
