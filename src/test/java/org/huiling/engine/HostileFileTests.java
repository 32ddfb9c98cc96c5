package org.huiling.engine;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.huiling.engine.check.CheckDeadline;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.engine.problem.Problem;
import org.huiling.engine.problem.Severity;
import org.huiling.engine.source.yaml.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files that are no mistakes but attacks are refused by name, before a parser works on
 * them for long.
 */
@ExtendWith(NothingIsLoaded.class)
class HostileFileTests {

	private static final String RULE = """
			rule "甲"
			    @en("A")
			    @basis("第一条")
			when
			    Applicant( alive == true )
			then
			    benefit.pay(P.amount);
			end
			""";

	private static final String HEADER = """
			title: {zh: 试例, en: Example}
			basis: 试例办法
			effectiveFrom: 2013-01-01
			parameters:
			  amount: {value: 100.00, unit: CNY, basis: 第二条}
			""";

	private static List<Problem> with(String path, byte[] bytes) {
		Map<String, byte[]> files = new TreeMap<>();
		files.put("policy.yaml", HEADER.getBytes(StandardCharsets.UTF_8));
		files.put("rules.drl", RULE.getBytes(StandardCharsets.UTF_8));
		files.put(path, bytes);
		Program program = new Program("p", new Bilingual("p", "p"), Cycle.MONTH, "CNY", 1, PaidTo.PERSON);
		List<Problem> problems = new PolicyCompiler()
			.check(new VersionDirectory(TinyPolicy.JURISDICTION, program,
					new PolicyFiles("j", "p", "2013-01-01", files)))
			.problems()
			.stream()
			.filter((one) -> one.severity() == Severity.ERROR && !one.file().equals("examples.yaml"))
			.toList();
		assertThat(problems).allSatisfy(DefectTableTests::saysNothingInternal);
		return problems;
	}

	private static List<Problem> with(String path, String text) {
		return with(path, text.getBytes(StandardCharsets.UTF_8));
	}

	@ParameterizedTest
	@ValueSource(strings = { "../x.drl", "/etc/x.drl", "a/../../x.drl", "..\\x.drl", "C:\\x.drl", "C:x.drl", "a//x.drl",
			"con.drl", "a/NUL.yaml", "a\u0000.drl", "a\n.drl", "\u202Elrd.x", "", ".hidden.drl",
			"a/b/c/d/e/f/g/h/i/x.drl", "x\"; static{}.drl" })
	void aFileNameThatLeadsElsewhereIsRefused(String path) {
		assertThat(with(path, RULE)).extracting(Problem::code).containsExactly("FILE_NAME");
	}

	@ParameterizedTest
	@ValueSource(strings = { "basis: !!javax.script.ScriptEngineManager [!!java.net.URL [\"http://x/\"]]",
			"basis: !!org.huiling.engine.Nothing {}", "a: &a [&b [x,x],*a]", "basis: [", "basis: {a: 1, a: 2}",
			"? [a, b]\n: c", "basis: >\n  x", "--- a\n--- b", "%TAG ! tag:x,2000:", "- 1", "42", "", "<<: {basis: x}" })
	void aHeaderThatIsNoHeaderIsRefused(String yaml) {
		assertThat(with("policy.yaml", yaml)).isNotEmpty();
	}

	@Test
	void tooManyAliasesNestingAndSizeAreRefused() {
		StringBuilder laughs = new StringBuilder("a0: &a0 [x]\n");
		for (int i = 1; i < 40; i++) {
			laughs.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(9) + "x"));
		}
		assertThat(with("policy.yaml", laughs.toString())).isNotEmpty();
		assertThat(with("policy.yaml", "a: " + "[".repeat(1_000))).extracting(Problem::code).isNotEmpty();
		assertThat(with("policy.yaml", "a:\n" + "- ".repeat(900))).isNotEmpty();
		assertThat(with("policy.yaml", "basis: " + "x".repeat(3_000))).extracting(Problem::code)
			.contains("LINE_TOO_LONG");
		assertThat(with("policy.yaml", new byte[3 << 20])).extracting(Problem::code).contains("TOO_LARGE");
		assertThat(with("policy.yaml", new byte[] { 'a', ':', ' ', (byte) 0xFF })).extracting(Problem::code)
			.contains("NOT_UTF8");
		assertThat(with("rules.drl", "x".repeat(300 << 10))).extracting(Problem::code).contains("TOO_LARGE");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u0000", "\u0007", "\u202E", "\u2066", "\u200B", "\u2028", "\u001B[31m" })
	void whatCannotBeSeenIsRefusedAtItsPlace(String unseen) {
		Problem problem = with("rules.drl", RULE.replace("alive ==", "alive" + unseen + " ==")).get(0);
		assertThat(problem.code()).isEqualTo("UNSEEN_CHARACTER");
		assertThat(problem.line() + ":" + problem.column()).isEqualTo("5:21");
		assertThat(with("policy.yaml", HEADER.replace("试例办法", "试例" + unseen + "办法"))).extracting(Problem::code)
			.contains("UNSEEN_CHARACTER");
	}

	@ParameterizedTest
	@ValueSource(strings = { "benefit.decline(\"\\u0022);System.exit(1);//\", \"x\");",
			"benefit.decline(\"\\\\u0022\", \"x\");" })
	void anEscapeIsRefused(String consequence) {
		assertThat(with("rules.drl", RULE.replace("benefit.pay(P.amount);", consequence))).extracting(Problem::code)
			.containsOnly("UNICODE_ESCAPE");
	}

	@Test
	void nestingBranchesAndRulesHaveALimit() {
		assertThat(with("rules.drl",
				RULE.replace("alive == true", "(".repeat(5_000) + "alive == true" + ")".repeat(5_000))))
			.extracting(Problem::code)
			.isNotEmpty();
		assertThat(with("rules.drl",
				RULE.replace("Applicant( alive == true )",
						"(".repeat(30) + "Applicant( alive == true )" + ")".repeat(30))))
			.extracting(Problem::code)
			.contains("NESTED_TOO_DEEP");
		String or = "( Applicant( alive == true ) or Applicant( tekun == true ) )\n";
		assertThat(with("rules.drl", RULE.replace("Applicant( alive == true )", or.repeat(30))))
			.extracting(Problem::code)
			.containsExactly("TOO_MANY_BRANCHES");
		StringBuilder many = new StringBuilder();
		for (int i = 0; i < 301; i++) {
			many.append(RULE.replace("甲", "甲" + i));
		}
		assertThat(with("rules.drl", many.toString())).extracting(Problem::code).containsExactly("TOO_MANY_RULES");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ageOnLastDay < 1e999999999B", "ageOnLastDay < 99999999999999999999",
			"household.monthlyIncome.pow(9) > P.amount", "ageOnLastDay == new int[9].length",
			"ageOnLastDay < 9B.pow(9)", "alive == java.util.List.<java.util.Map<String, String>>of().isEmpty()" })
	void workThatCannotBeBoundedIsRefused(String condition) {
		assertThat(with("rules.drl", RULE.replace("alive == true", condition))).isNotEmpty();
	}

	@Test
	void aCompilationThatTakesTooLongIsGivenUp() throws InterruptedException {
		Problems problems = new Problems();
		CheckDeadline.within(Duration.ofMillis(50), problems, (own) -> {
			try {
				Thread.sleep(10_000);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return null;
		});
		assertThat(problems.all()).extracting(Problem::code).containsExactly("COMPILE_TOO_LONG");
		Problems spinning = new Problems();
		CheckDeadline.within(Duration.ofMillis(50), spinning, (own) -> {
			while (!Thread.currentThread().isInterrupted()) {
				Thread.onSpinWait();
			}
			return null;
		});
		assertThat(spinning.all()).extracting(Problem::code).containsExactly("COMPILE_TOO_LONG");
		assertThat(CheckDeadline.<String>within(Duration.ofSeconds(9), problems, (own) -> overflow("x"))).isNull();
		assertThat(problems.all()).extracting(Problem::code).contains("TOO_COMPLEX");
	}

	@Test
	void aCompilationThatWaitsForABusyMachineIsNotGivenUp() {
		Problems problems = new Problems();
		assertThat(CheckDeadline.<String>within(Duration.ofMillis(200), problems, (own) -> {
			try {
				Thread.sleep(400);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return "done";
		})).isEqualTo("done");
		assertThat(problems.all()).isEmpty();
	}

	private static String overflow(String text) {
		return "y" + overflow(text);
	}

}
