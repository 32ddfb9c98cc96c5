package org.huiling.engine;

import java.util.List;

import org.huiling.engine.problem.Problem;
import org.huiling.engine.problem.Severity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A rule file is code from a stranger: what could hurt the service is refused before
 * anything of it is loaded.
 */
@ExtendWith(NothingIsLoaded.class)
class HostileRuleTests {

	private static final String TOUCHED = "huiling.test.touched";

	@AfterEach
	void nothingOfItHasRun() {
		String touched = System.clearProperty(TOUCHED);
		assertThat(touched).isNull();
	}

	private static List<Problem> consequence(String code) {
		return TinyPolicy.monthly()
			.parameter("amount", "100.00", "CNY")
			.rule("甲", "Applicant( $age: ageOnLastDay )", code + "\n    benefit.pay(P.amount);")
			.problems();
	}

	private static List<Problem> condition(String code) {
		return TinyPolicy.monthly()
			.parameter("amount", "100.00", "CNY")
			.rule("甲", "Applicant( " + code + " )", "benefit.pay(P.amount);")
			.problems();
	}

	private static void areAtALine(List<Problem> problems) {
		assertThat(problems).isNotEmpty().allSatisfy((one) -> {
			assertThat(one.file()).isEqualTo("rules.drl");
			assertThat(one.line()).isPositive();
			assertThat(one.severity()).isEqualTo(Severity.ERROR);
			assertThat(one.message().en()).doesNotContain("\tat ").hasSizeLessThan(200);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "System.exit(1);", "System.setProperty(\"huiling.test.touched\", \"x\");",
			"System.getenv();", "Runtime.getRuntime().halt(1);", "java.lang.Runtime.getRuntime().exit(1);",
			"new Thread(null, null).start();", "Thread.sleep(1000);", "new java.util.Timer();",
			"Class.forName(\"java.lang.System\");", "benefit.getClass();", "benefit.getClass().getClassLoader();",
			"Object o = Applicant.class.getMethods();", "Applicant.class.getMethods()[0].getName();",
			"java.nio.file.Files.exists(null);", "new java.io.File(\"x\").delete();", "new java.net.Socket();",
			"new ProcessBuilder(\"sh\");", "System.out.println(\"x\");", "System.currentTimeMillis();",
			"System.nanoTime();", "java.time.LocalDate.now();", "java.time.Instant.now();", "new java.util.Random();",
			"Math.random();", "java.util.UUID.randomUUID();", "java.lang.invoke.MethodHandles.lookup();",
			"new javax.naming.InitialContext();", "org.kie.api.KieServices.get();",
			"org.huiling.engine.ClassStore.NONE.find(\"x\");" })
	void codeThatReachesOutIsRefused(String code) {
		areAtALine(consequence(code));
	}

	@ParameterizedTest
	@ValueSource(strings = { "while (true) { }", "for (;;) { }", "for (int i = 0; i < 9; i++) { }",
			"do { } while ($age > 0);", "for (Object o : java.util.List.of(1)) { }",
			"java.util.List.of(1).forEach(x -> { });", "java.util.stream.IntStream.range(0, 9).sum();",
			"a: while (true) { continue a; }", "class Deep { int f(int n) { return f(n + 1); } } new Deep().f(0);",
			"record Deep(int n) { int f() { return new Deep(this.n + 1).f(); } } new Deep(0).f();" })
	void workWithoutAnEndIsRefused(String code) {
		areAtALine(consequence(code));
	}

	@ParameterizedTest
	@ValueSource(strings = { "int[] a = new int[1000000000];", "byte[][] b = new byte[99999][99999];",
			"Object[] o = { 1 };", "String s = \"x\".repeat(1000000000);",
			"new java.math.BigDecimal(\"9\").pow(999999999);",
			"new java.math.BigDecimal(\"1e999999999\").toPlainString();", "new java.util.ArrayList(1000000000);",
			"java.util.Collections.nCopies(1000000000, 1).toString();", "String.format(\"%999999999d\", 1);",
			"\"a\".matches(\"(a+)+b\");", "java.math.BigDecimal.ONE.setScale(1000000000);",
			"java.math.BigInteger.ONE.shiftLeft(2000000000);",
			"new java.math.BigDecimal(\"1e99999999\").add(java.math.BigDecimal.ONE);",
			"java.math.BigDecimal.ONE.divide(java.math.BigDecimal.TEN, 999999999, java.math.RoundingMode.DOWN);",
			"\"x\".concat(\"y\");", "String s = \"x\" + $age; s = s + s; s = s + s;" })
	void codeThatEatsMemoryOrTimeIsRefused(String code) {
		areAtALine(consequence(code));
	}

	@ParameterizedTest
	@ValueSource(strings = { "insert(new Object());", "insertLogical(new Object());", "update(benefit);",
			"modify(benefit) { };", "delete(benefit);", "retract(benefit);", "drools.halt();",
			"drools.getKieRuntime();", "kcontext.getKieRuntime();", "channels.get(\"x\");", "drools.setFocus(\"x\");" })
	void controlOverTheEngineIsRefused(String code) {
		areAtALine(consequence(code));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Runnable r = () -> { }; r.run();", "new Object() { { System.exit(1); } };",
			"class Inner { static { System.exit(1); } } new Inner();",
			"java.util.function.Supplier s = Applicant.class::getMethods;", "throw new RuntimeException();",
			"throw new Error();", "synchronized (benefit) { }", "benefit.wait();", "benefit.notifyAll();",
			"try { benefit.pay(P.amount); } catch (Throwable t) { }", "return;" })
	void codeThatHidesCodeOrStopsTheWorldIsRefused(String code) {
		areAtALine(consequence(code));
	}

	@ParameterizedTest
	@ValueSource(strings = { "ageOnLastDay >= Integer.getInteger(\"x\")", "ageOnLastDay == (int) System.nanoTime()",
			"System.setProperty(\"huiling.test.touched\", \"x\") == null", "eval( System.exit(1) )",
			"hukou.region == System.getenv(\"HOME\")", "getClass() != null", "this.getClass().getName() == \"x\"",
			"ageOnLastDay == new java.util.Random().nextInt()", "hukou.region matches \"(a+)+b\"",
			"hukou.region == java.time.LocalDate.now().toString()", "hukou.region == \"x\".repeat(1000000000)",
			"hashCode() == 1", "hukou.region + \"x\" == \"y\"", "$a : hukou.region, $b : $a + $a, $c : $b + $b",
			"hukou.region + residence.region == hukou.region", "(tekun == true) && (alive == true)" })
	void conditionsThatReachOutAreRefused(String code) {
		areAtALine(condition(code));
	}

	@Test
	void aParameterThatCarriesCodeIsRefused() {
		assertThat(TinyPolicy.monthly()
			.parameter("amount", "'100.00\"); static { System.exit(1); } Money.of(\"1'", "CNY")
			.rule("甲", "Applicant( alive == true )", "benefit.pay(P.amount);")
			.problems()).extracting(Problem::code).containsExactly("PARAMETER_VALUE");
	}

}
