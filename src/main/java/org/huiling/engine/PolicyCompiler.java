package org.huiling.engine;

import java.util.List;
import java.util.Objects;

import org.huiling.engine.drools.RuleSet;
import org.huiling.engine.source.ExampleReader;
import org.huiling.engine.source.HeaderReader;
import org.huiling.engine.source.Problems;

/** Turns the files of a policy version into something that can be evaluated. */
public final class PolicyCompiler {

	/**
	 * Reads {@code policy.yaml} without compiling any rule.
	 * @param files the version's files
	 * @return the header
	 * @throws PolicyDefects with every problem of the file
	 */
	public PolicyHeader header(PolicyFiles files) {
		Problems problems = new Problems();
		HeaderReader.Read read = new HeaderReader(problems).read(files);
		problems.refuseErrors();
		return Objects.requireNonNull(read).header();
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
		Problems problems = new Problems();
		HeaderReader.Read read = new HeaderReader(problems).read(files);
		problems.refuseErrors();
		HeaderReader.Read header = Objects.requireNonNull(read);
		RuleSet rules = RuleSet.compile(files, header, problems, kept);
		problems.refuseErrors();
		return new CompiledPolicy(files, program, header.header(), Objects.requireNonNull(rules));
	}

	/**
	 * Runs the worked examples of a version.
	 * @param policy the compiled version
	 * @param files its files
	 * @param jurisdiction whose region prefix counts
	 * @return how each example came out
	 * @throws PolicyDefects if {@code examples.yaml} cannot be read
	 */
	public List<Example.Result> examples(CompiledPolicy policy, PolicyFiles files, Jurisdiction jurisdiction) {
		Problems problems = new Problems();
		List<Example> examples = new ExampleReader(problems).read(files,
				Program.STACKING.equals(policy.program().id()));
		problems.refuseErrors();
		ExampleRun run = new ExampleRun(policy, jurisdiction);
		return examples.stream().map(run::run).toList();
	}

}
