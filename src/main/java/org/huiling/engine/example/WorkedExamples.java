package org.huiling.engine.example;

import java.util.List;
import java.util.function.Predicate;

import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.OtherPrograms;
import org.huiling.engine.PolicyCompiler;
import org.huiling.engine.check.BehaviourCheck;
import org.huiling.engine.check.ComparedEvaluator;
import org.huiling.engine.check.ExampleRun;
import org.huiling.engine.check.TimedEvaluator;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.problem.PolicyDefects;
import org.huiling.engine.problem.Problem;
import org.huiling.engine.source.ExampleReader;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.facts.Period;

/** The worked examples that lie beside a version: read, run, and held to. */
public final class WorkedExamples {

	private WorkedExamples() {
	}

	/**
	 * Reads the worked examples of a version.
	 * @param policy the compiled version
	 * @param files its files
	 * @return in order; none if it has no {@code examples.yaml}
	 * @throws PolicyDefects if {@code examples.yaml} cannot be read
	 */
	public static List<Example> of(CompiledPolicy policy, PolicyFiles files) {
		return files.files().containsKey(ExampleReader.FILE) ? read(policy, files) : List.of();
	}

	/**
	 * Runs the worked examples of a version beside other programs.
	 * @param compiler compiles the other programs
	 * @param policy the compiled version
	 * @param files its files
	 * @param others the other programs of the jurisdiction whose region prefix counts
	 * @return how each example came out
	 * @throws PolicyDefects if {@code examples.yaml} cannot be read
	 */
	public static List<Example.Result> run(PolicyCompiler compiler, CompiledPolicy policy, PolicyFiles files,
			OtherPrograms others) {
		ExampleRun run = new ExampleRun(policy, others.by(compiler), ComparedEvaluator.of(policy.rules()));
		return read(policy, files).stream().map(run::run).toList();
	}

	/**
	 * Runs the worked examples that lie beside a version, if any do, by every way of
	 * evaluating it.
	 * @param compiler compiles the other programs
	 * @param policy the compiled version
	 * @param files its files
	 * @param others the other programs of the jurisdiction whose region prefix counts
	 * @return what deserves a look: examples of days that a standard may have been set
	 * for since they were written
	 * @throws PolicyDefects if another one comes out otherwise, or they cannot be read
	 */
	public static List<Problem> verify(PolicyCompiler compiler, CompiledPolicy policy, PolicyFiles files,
			OtherPrograms others) {
		return verify(compiler, policy, files, others,
				(example) -> policy.header().isSetSince(Period.parse(example.period()).lastDay()), (unread) -> false);
	}

	/**
	 * The same, where it is known which examples were right when the version was
	 * published: it never changes, so none of them may hold up what comes later. One that
	 * is passed is told, and not run.
	 * @param compiler compiles the other programs
	 * @param policy the compiled version
	 * @param files its files
	 * @param others the other programs of the jurisdiction whose region prefix counts
	 * @param overtaken which examples may come out otherwise by now
	 * @param passed which examples that cannot be read by now are told of only; what is
	 * wrong with the file besides is not, unless another one cannot be read
	 * @return what deserves a look: those of them that do
	 * @throws PolicyDefects if another one comes out otherwise, or cannot be read
	 */
	public static List<Problem> verify(PolicyCompiler compiler, CompiledPolicy policy, PolicyFiles files,
			OtherPrograms others, Predicate<Example> overtaken, Predicate<UnreadExample> passed) {
		if (!files.files().containsKey(ExampleReader.FILE)) {
			return List.of();
		}
		Problems problems = new Problems();
		ComparedEvaluator evaluator = ComparedEvaluator.of(policy.rules());
		try {
			ExampleRun run = new ExampleRun(policy, others.by(compiler), evaluator);
			readable(policy, files, passed, problems).stream()
				.map(run::run)
				.filter((result) -> !result.passed())
				.forEach((result) -> BehaviourCheck.failed(problems, result, overtaken.test(result.example())));
			BehaviourCheck.differing(problems, evaluator);
		}
		catch (TimedEvaluator.TooSlow slow) {
			slow.tell(problems);
		}
		problems.refuseErrors();
		return problems.all();
	}

	/**
	 * The worked examples of a version that are about people who can be recorded: what a
	 * fact file narrowed since takes none of the others with it, nor does what is wrong
	 * with the file by the rules of today.
	 * @param policy the compiled version
	 * @param files its files
	 * @return in order; none if it has no {@code examples.yaml}
	 */
	public static List<Example> readable(CompiledPolicy policy, PolicyFiles files) {
		return new ExampleReader(policy, new Problems()).read(files, policy.program()).examples();
	}

	/**
	 * Runs those worked examples of a published version that can be read.
	 * @param compiler compiles the other programs
	 * @param policy the compiled version
	 * @param files its files
	 * @param others the other programs of the jurisdiction
	 * @return how each came out
	 */
	public static List<Example.Result> runReadable(PolicyCompiler compiler, CompiledPolicy policy, PolicyFiles files,
			OtherPrograms others) {
		ExampleRun run = new ExampleRun(policy, others.by(compiler), ComparedEvaluator.of(policy.rules()));
		return readable(policy, files).stream().map(run::run).toList();
	}

	/** Those that can be read; of the others is told. */
	private static List<Example> readable(CompiledPolicy policy, PolicyFiles files, Predicate<UnreadExample> passed,
			Problems problems) {
		Problems wrong = new Problems();
		ExampleReader.Read read = new ExampleReader(policy, wrong).read(files, policy.program());
		if (read.unread().isEmpty() || !read.unread().stream().allMatch(passed)) {
			problems.addAll(wrong);
			problems.refuseErrors();
			return read.examples();
		}
		read.unread().forEach((unread) -> BehaviourCheck.unread(problems, unread));
		return read.examples();
	}

	private static List<Example> read(CompiledPolicy policy, PolicyFiles files) {
		Problems problems = new Problems();
		List<Example> examples = new ExampleReader(policy, problems).read(files, policy.program()).examples();
		problems.refuseErrors();
		return examples;
	}

}
