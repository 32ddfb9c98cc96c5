package org.huiling.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.huiling.engine.check.ComparedEvaluator;
import org.huiling.engine.check.TimedEvaluator;
import org.huiling.engine.check.VersionCheck;
import org.huiling.engine.drools.RuleSet;
import org.huiling.engine.drools.condition.FactSet;
import org.huiling.engine.drools.evaluation.Evaluator;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.engine.problem.CheckReport;
import org.huiling.engine.problem.Problem;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A check ends with a report, whatever goes wrong in it. */
class CheckAlwaysEndsTests {

	private static final Program PROGRAM = new Program("old-age-allowance", new Bilingual("p", "p"), Cycle.MONTH, "CNY",
			1, PaidTo.PERSON);

	private static final String EXAMPLES = """
			examples:
			- name: 在世者得
			  period: 2013-07
			  applicant: {birthDate: 1930-01-01, deathDate: null}
			  expect: {outcome: ELIGIBLE, amount: 100.00}
			""";

	private static VersionDirectory version() {
		Map<String, byte[]> files = new TreeMap<>(TinyPolicy.monthly()
			.parameter("amount", "100.00", "CNY")
			.rule("甲", "Applicant( alive == true )", "benefit.pay(P.amount);")
			.rule("乙", "Applicant( alive == false )", "benefit.decline(\"停发\", \"stopped\");")
			.bytes());
		files.put("examples.yaml", EXAMPLES.getBytes(StandardCharsets.UTF_8));
		return new VersionDirectory(TinyPolicy.JURISDICTION, PROGRAM,
				new PolicyFiles("model-district", "old-age-allowance", "2013-01-01", files));
	}

	private static ComparedEvaluator with(RuleSet rules, Runnable before) {
		Evaluator plan = rules.plan();
		Evaluator slow = (FactSet facts) -> {
			before.run();
			return plan.evaluate(facts);
		};
		return new ComparedEvaluator(new TimedEvaluator(slow, rules, Duration.ofMillis(20)), rules.walk(),
				rules.session());
	}

	private static CheckReport checked(Runnable before) {
		return new VersionCheck(new PolicyCompiler(), version(), (rules) -> with(rules, before)).report();
	}

	@Test
	void aRuleThatTakesTooLongIsNamedAtItsLine() {
		CheckReport report = checked(() -> spin(Duration.ofMillis(60)));
		assertThat(report.ok()).isFalse();
		assertThat(report.problems()).anySatisfy((one) -> {
			assertThat(one.code()).isEqualTo("RULE_TOO_SLOW");
			assertThat(one.file()).isEqualTo("rules.drl");
			assertThat(List.of(1, 9)).contains(one.line());
			assertThat(List.of("甲", "乙")).contains(one.excerpt());
		});
	}

	@Test
	void aMachineThatIsBusyMakesNoRuleSlow() {
		int[] times = { 0 };
		CheckReport report = checked(() -> {
			if (times[0]++ < 5) {
				pause();
			}
		});
		assertThat(report.problems()).extracting(Problem::code).doesNotContain("RULE_TOO_SLOW");
	}

	private static void pause() {
		try {
			Thread.sleep(40);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Takes so much of the processor, however busy the machine is. */
	private static void spin(Duration time) {
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		long end = threads.getCurrentThreadCpuTime() + time.toNanos();
		while (threads.getCurrentThreadCpuTime() < end) {
			Thread.onSpinWait();
		}
	}

	@Test
	void aDefectOfTheCheckItselfIsAProblemWithoutAStackTrace() {
		PolicyFiles files = version().files();
		VersionDirectory broken = new VersionDirectory(TinyPolicy.JURISDICTION, null, files);
		CheckReport report = new PolicyCompiler().check(broken);
		assertThat(report.ok()).isFalse();
		assertThat(report.problems()).extracting(Problem::code).containsExactly("CHECK_FAILED");
		assertThat(report.problems()).allSatisfy(DefectTableTests::saysNothingInternal);
	}

	@Test
	void aTextThatIsNotClosedInYamlIsToldWhereItOpens() {
		assertThat(yaml("basis: \"试例办法\neffectiveFrom: 2013-01-01\n")).containsExactly("2:8 UNCLOSED_STRING");
		assertThat(yaml("basis: '试例办法\neffectiveFrom: 2013-01-01\n")).containsExactly("2:8 UNCLOSED_STRING");
		assertThat(yaml("basis: \"试例办法\neffectiveFrom: \"2013-01-01\"\n")).containsExactly("2:8 UNCLOSED_STRING");
		assertThat(yaml("basis: 试例办法\nparameters:\n  a: {value: 1, unit: \"CNY, basis: 一}\n"))
			.containsExactly("4:23 UNCLOSED_STRING");
		assertThat(yaml("basis: 试例办法: x\n")).containsExactly("2:12 YAML_SYNTAX");
	}

	private static List<String> yaml(String rest) {
		Map<String, byte[]> files = new TreeMap<>(version().files().files());
		files.put("policy.yaml", ("title: {zh: 试例, en: Example}\n" + rest).getBytes(StandardCharsets.UTF_8));
		return new PolicyCompiler()
			.check(new VersionDirectory(TinyPolicy.JURISDICTION, PROGRAM,
					new PolicyFiles("model-district", "old-age-allowance", "2013-01-01", files)))
			.problems()
			.stream()
			.map((one) -> one.line() + ":" + one.column() + " " + one.code())
			.toList();
	}

}
