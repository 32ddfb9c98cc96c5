package org.huiling.engine.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.huiling.engine.Bilingual;
import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.InKind;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.drools.language.RuleText;
import org.huiling.engine.example.Example;
import org.huiling.engine.example.UnreadExample;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.engine.problem.CheckReport;
import org.huiling.engine.problem.Finding;
import org.huiling.engine.problem.PolicyFault;
import org.huiling.engine.problem.Problem;
import org.huiling.engine.source.ExampleReader;
import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.engine.source.yaml.Problems;

/**
 * What a compiled version does: its worked examples, how they cover its rules, and its
 * flaws.
 */
public final class BehaviourCheck {

	private static final Example.Expected NOTHING = new Example.Expected(null, null, null, null, null, null);

	private final VersionDirectory directory;

	private final CompiledPolicy policy;

	private final PolicyBook others;

	private final Problems problems;

	BehaviourCheck(VersionDirectory directory, CompiledPolicy policy, PolicyBook others, Problems problems) {
		this.others = others;
		this.directory = directory;
		this.policy = policy;
		this.problems = problems;
	}

	/**
	 * What was found beside the problems.
	 *
	 * @param examples how each example came out
	 * @param coverage how they cover each rule
	 * @param findings flaws of the rules taken together
	 */
	record Found(List<Example.Result> examples, List<CheckReport.Coverage> coverage, List<Finding> findings) {
	}

	/** Looks; a rule that takes too long ends it and is told. */
	Found found(ComparedEvaluator evaluator) {
		ExampleRun run = new ExampleRun(this.policy, this.others, evaluator);
		List<Example.Result> results = new ArrayList<>();
		List<Finding> findings = List.of();
		new OtherProgramCheck(this.policy, this.others, this.problems).check();
		new StackingGroupCheck(this.policy, this.directory.files(), this.others, this.problems).check();
		try {
			ExampleReader.Read read = new ExampleReader(this.policy, this.problems).read(this.directory.files(),
					this.policy.program());
			read.examples().forEach((example) -> results.add(run(run, example)));
			read.unread().forEach((unread) -> results.add(new Example.Result(unread.example(), false, NOTHING)));
			if (read.unread().isEmpty() && !read.examples().isEmpty()) {
				cover(this.policy, run.coverage());
			}
			findings = new FlawSearch(this.policy, this.directory, evaluator, this.problems).findings(read.examples());
			differing(this.problems, evaluator);
		}
		catch (TimedEvaluator.TooSlow slow) {
			slow.tell(this.problems);
		}
		return new Found(results, run.coverage(), findings);
	}

	private Example.Result run(ExampleRun run, Example example) {
		try {
			Example.Result result = run.run(example);
			if (!result.passed()) {
				failed(this.problems, result);
			}
			return result;
		}
		catch (PolicyFault fault) {
			String shown = fault.code() + " " + fault.rules().stream().map(Bilingual::zh).toList()
					+ ((fault.fact() != null) ? " (" + fault.fact() + ")" : "");
			failed(this.problems, example, new Bilingual(shown, shown));
			return new Example.Result(example, false, NOTHING);
		}
	}

	/** An example that comes out otherwise than it says. */
	private static void failed(Problems problems, Example.Result result) {
		failed(problems, result, false);
	}

	/**
	 * Tells of an example that comes out otherwise than it says.
	 * @param problems takes it
	 * @param result how it came out
	 * @param since whether a standard may have been set since it was written
	 */
	public static void failed(Problems problems, Example.Result result, boolean since) {
		Bilingual shown = new Bilingual(told(result, "金额 ", "规则：", "要补：", "扣下：", "未定：", "，", "、"),
				told(result, "amount ", "rules: ", "missing: ", "withheld: ", "undecided: ", ", ", ", "));
		if (since) {
			problems.warning(new FilePlace(ExampleReader.FILE, result.example().line(), 1, result.example().name()),
					"EXAMPLE_OVERTAKEN", "标准在版本写成之后调整过，示例的结果变为 " + shown.zh(),
					"a standard was set since the version was written, the example comes to " + shown.en());
			return;
		}
		failed(problems, result.example(), shown);
	}

	/**
	 * Tells of an example of a published version whose person can be recorded no more.
	 * @param problems takes it
	 * @param unread which one, and what is wrong with it
	 */
	public static void unread(Problems problems, UnreadExample unread) {
		Example example = unread.example();
		Bilingual why = unread.why().stream().findFirst().map(Problem::message).orElse(new Bilingual("—", "—"));
		problems.warning(new FilePlace(ExampleReader.FILE, example.line(), 1, example.name()), "EXAMPLE_UNREADABLE",
				"示例里的人照现在的声明不能再登记（" + why.zh() + "），这个示例不再核对",
				"the person of the example can no longer be recorded by what is declared (" + why.en()
						+ "): it is not run any more",
				new Bilingual("这个版本已经发布，不能改也不必改；这个项目下次发布新版本时改掉这个示例",
						"the version is published and need not be changed; mend the example in the program's next version"));
	}

	/** What came out, in words; what there is nothing of is left out. */
	private static String told(Example.Result result, String amount, String rules, String missing, String withheld,
			String undecided, String and, String comma) {
		Example.Expected actual = result.actual();
		List<String> parts = new ArrayList<>();
		if (result.example().applicant() == null) {
			parts.add(withheld + actual.withheld());
			parts.add(undecided + actual.undecided());
			return String.join(and, parts);
		}
		parts.add(String.valueOf(actual.outcome()));
		if (actual.amount() != null) {
			parts.add(amount + actual.amount());
		}
		if (actual.inKind() != null && !actual.inKind().isEmpty()) {
			parts.add(told(actual.inKind()));
		}
		if (actual.rules() != null && !actual.rules().isEmpty()) {
			parts.add(rules + String.join(comma, actual.rules()));
		}
		if (actual.missing() != null && !actual.missing().isEmpty()) {
			parts.add(missing + String.join(comma, actual.missing()));
		}
		return String.join(and, parts);
	}

	private static String told(List<InKind> things) {
		return things.stream()
			.map((one) -> one.what().zh() + " " + one.quantity() + " " + one.unit())
			.collect(Collectors.joining(", "));
	}

	private static void failed(Problems problems, Example example, Bilingual actual) {
		problems.error(new FilePlace(ExampleReader.FILE, example.line(), 1, example.name()), "EXAMPLE_FAILED",
				"示例不符：实际为 " + actual.zh(), "the example came out otherwise: " + actual.en());
	}

	public static void differing(Problems problems, ComparedEvaluator evaluator) {
		for (RuleText rule : evaluator.differing()) {
			problems.error(rule.place().naming(rule.name().zh()), "EVALUATORS_DIFFER", "这条规则按两种方式计算得到不同的结果，本版本不能使用",
					"two ways of evaluating this rule give different results: the version cannot be used",
					new Bilingual("这不是规则的错，请把本版本交给系统维护人员",
							"the rule is not at fault: hand the version to whoever maintains the system"));
		}
	}

	private void cover(CompiledPolicy policy, List<CheckReport.Coverage> coverage) {
		List<RuleText> rules = policy.rules().rules();
		for (int i = 0; i < rules.size(); i++) {
			RuleText rule = rules.get(i);
			FilePlace place = rule.place().naming(rule.name().zh());
			if (!coverage.get(i).fires()) {
				this.problems.error(place, "RULE_NEVER_FIRES", "没有一个示例使这条规则成立", "no example makes this rule hold");
			}
			if (!coverage.get(i).staysSilent()) {
				this.problems.error(place, "RULE_NEVER_SILENT", "没有一个示例使这条规则不成立", "no example leaves this rule silent");
			}
		}
	}

}
