package org.huiling.engine;

/** Turns the files of a policy version into something that can be evaluated. */
public final class PolicyCompiler {

	/**
	 * Reads {@code policy.yaml} without compiling any rule.
	 * @param files the version's files
	 * @return the header
	 * @throws PolicyDefects with every problem of the file
	 */
	public PolicyHeader header(PolicyFiles files) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Compiles a version, or loads what was compiled before; either way nothing is loaded
	 * that the guard has not passed.
	 * @param files the version's files
	 * @param program the program it belongs to
	 * @param kept where compiled bytes are kept
	 * @return the compiled version
	 * @throws PolicyDefects with every problem found, each with file and line
	 */
	public CompiledPolicy compile(PolicyFiles files, Program program, ClassStore kept) {
		throw new UnsupportedOperationException();
	}

}
