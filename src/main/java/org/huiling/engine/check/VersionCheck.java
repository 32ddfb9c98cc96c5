package org.huiling.engine.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.huiling.engine.Bilingual;
import org.huiling.engine.ClassStore;
import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Cycle;
import org.huiling.engine.PaidTo;
import org.huiling.engine.PolicyCompiler;
import org.huiling.engine.Program;
import org.huiling.engine.drools.RuleSet;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.engine.problem.CheckReport;
import org.huiling.engine.problem.PolicyDefects;
import org.huiling.engine.problem.Problem;
import org.huiling.engine.source.HeaderReader;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.engine.source.yaml.Yaml;
import org.huiling.engine.source.yaml.YamlMapping;
import org.jspecify.annotations.Nullable;

/**
 * One check of one version. Whatever is wrong becomes a problem with its file and line.
 */
public final class VersionCheck {

	private final PolicyCompiler compiler;

	private final VersionDirectory directory;

	private final Function<RuleSet, ComparedEvaluator> ways;

	private final Problems problems = new Problems();

	private final List<Problem> thrown = new ArrayList<>();

	public VersionCheck(PolicyCompiler compiler, VersionDirectory directory) {
		this(compiler, directory, ComparedEvaluator::of);
	}

	/** The same with evaluators of the caller's. */
	public VersionCheck(PolicyCompiler compiler, VersionDirectory directory,
			Function<RuleSet, ComparedEvaluator> ways) {
		this.ways = ways;
		this.compiler = compiler;
		this.directory = directory;
	}

	public CheckReport report() {
		CompiledPolicy policy = compiled();
		BehaviourCheck.Found found = (policy != null) ? CheckDeadline.within(CheckDeadline.COMPILING, this.problems,
				(own) -> new BehaviourCheck(this.directory, policy, this.directory.others().by(this.compiler), own)
					.found(this.ways.apply(policy.rules())))
				: null;
		List<Problem> all = new ArrayList<>(this.problems.all());
		this.thrown.stream().filter((problem) -> !all.contains(problem)).forEach(all::add);
		return (found != null) ? new CheckReport(all, found.examples(), found.coverage(), found.findings())
				: new CheckReport(all, List.of(), List.of(), List.of());
	}

	private @Nullable CompiledPolicy compiled() {
		try {
			CompiledPolicy policy = this.compiler.compile(this.directory.files(), this.directory.program(),
					ClassStore.NONE, this.problems);
			refuseUnheeded(policy);
			new FactDayCheck(policy, this.directory.files(), this.problems).check();
			return policy;
		}
		catch (PolicyDefects defects) {
			this.thrown.addAll(defects.problems());
			CheckDeadline.within(CheckDeadline.COMPILING, this.problems, (found) -> {
				this.compiler.readExamples(this.directory.files(), this.directory.program(), found);
				return null;
			});
			return null;
		}
	}

	/**
	 * Only months are paid back to the application, and held up for want of a life check:
	 * elsewhere it would say nothing.
	 */
	private void refuseUnheeded(CompiledPolicy policy) {
		Program program = policy.program();
		boolean monthly = program.cycle() == Cycle.MONTH;
		if (policy.header().lateApplication() != null && !monthly) {
			unheeded("lateApplication", "lateApplication 只用于按月项目（cycle: MONTH），本项目是 " + program.cycle(),
					"lateApplication is for programs by the month (cycle: MONTH); this one is by " + program.cycle());
		}
		if (policy.header().lifeCheckMonths() != null && (!monthly || program.paidTo() != PaidTo.PERSON)) {
			unheeded("lifeCheck",
					"lifeCheck 只用于按月发给本人的项目（cycle: MONTH、paidTo: PERSON），本项目是 " + program.cycle() + "、"
							+ program.paidTo(),
					"lifeCheck is for programs by the month that are paid to the person (cycle: MONTH, paidTo: PERSON); this one is "
							+ program.cycle() + ", " + program.paidTo());
		}
	}

	private void unheeded(String key, String zh, String en) {
		byte[] header = this.directory.files().files().get(HeaderReader.FILE);
		YamlMapping yaml = (header != null) ? Yaml.mapping(HeaderReader.FILE, header, this.problems) : null;
		if (yaml != null) {
			this.problems.error(yaml.keyPlace(key), "WRONG_VALUE", zh, en,
					new Bilingual("删掉 " + key, "take " + key + " out"));
		}
	}

}
