package org.huiling.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.huiling.engine.drools.RuleText;
import org.huiling.engine.source.ExampleReader;
import org.huiling.engine.source.Place;
import org.huiling.engine.source.Problems;
import org.jspecify.annotations.Nullable;

/**
 * One check of one version. Whatever is wrong becomes a problem with its file and line.
 */
final class Check {

	private final PolicyCompiler compiler;

	private final VersionDirectory directory;

	private final Problems problems = new Problems();

	private final List<Problem> thrown = new ArrayList<>();

	Check(PolicyCompiler compiler, VersionDirectory directory) {
		this.compiler = compiler;
		this.directory = directory;
	}

	CheckReport report() {
		CompiledPolicy policy = compiled();
		List<Example.Result> results = new ArrayList<>();
		List<CheckReport.Coverage> coverage = List.of();
		List<Finding> findings = List.of();
		if (policy != null) {
			ExampleRun run = new ExampleRun(policy, this.directory.jurisdiction());
			for (Example example : examples(policy)) {
				Example.Result result = run(run, example);
				if (result != null) {
					results.add(result);
				}
			}
			coverage = run.coverage();
			if (this.thrown.isEmpty()) {
				cover(policy, coverage);
			}
			findings = new FlawSearch(policy, this.directory, this.problems).findings();
		}
		List<Problem> all = new ArrayList<>(this.problems.all());
		this.thrown.stream().filter((problem) -> !all.contains(problem)).forEach(all::add);
		return new CheckReport(all, results, coverage, findings);
	}

	private @Nullable CompiledPolicy compiled() {
		try {
			return this.compiler.compile(this.directory.files(), this.directory.program(), ClassStore.NONE,
					this.problems);
		}
		catch (PolicyDefects defects) {
			this.thrown.addAll(defects.problems());
			return null;
		}
	}

	private List<Example> examples(CompiledPolicy policy) {
		try {
			return this.compiler.read(policy, this.directory.files());
		}
		catch (PolicyDefects defects) {
			this.thrown.addAll(defects.problems());
			return List.of();
		}
	}

	private Example.@Nullable Result run(ExampleRun run, Example example) {
		try {
			Example.Result result = run.run(example);
			if (!result.passed()) {
				failed(this.problems, result);
			}
			return result;
		}
		catch (PolicyFault fault) {
			failed(this.problems, example, fault.code() + " " + fault.rules().stream().map(Bilingual::zh).toList());
			return null;
		}
	}

	static void failed(Problems problems, Example.Result result) {
		Example.Expected actual = result.actual();
		Object shown = (result.example().applicant() != null) ? actual.outcome() + " "
				+ Objects.toString(actual.amount(), "") + " " + actual.rules() + " " + actual.missing()
				: "withheld " + actual.withheld() + ", undecided " + actual.undecided();
		failed(problems, result.example(), shown.toString());
	}

	private static void failed(Problems problems, Example example, String actual) {
		problems.error(new Place(ExampleReader.FILE, example.line(), 1, example.name()), "EXAMPLE_FAILED",
				"示例不符：实际为 " + actual.strip(), "the example came out otherwise: " + actual.strip());
	}

	private void cover(CompiledPolicy policy, List<CheckReport.Coverage> coverage) {
		List<RuleText> rules = policy.rules().rules();
		for (int i = 0; i < rules.size(); i++) {
			RuleText rule = rules.get(i);
			Place place = rule.place().naming(rule.name().zh());
			if (!coverage.get(i).fires()) {
				this.problems.error(place, "RULE_NEVER_FIRES", "没有一个示例使这条规则成立", "no example makes this rule hold");
			}
			if (!coverage.get(i).staysSilent()) {
				this.problems.error(place, "RULE_NEVER_SILENT", "没有一个示例使这条规则不成立", "no example leaves this rule silent");
			}
		}
	}

}
