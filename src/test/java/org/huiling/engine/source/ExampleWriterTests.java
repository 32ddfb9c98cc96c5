package org.huiling.engine.source;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.huiling.engine.Bilingual;
import org.huiling.engine.InKind;
import org.huiling.engine.Outcome;
import org.huiling.engine.example.Example;
import org.huiling.engine.example.Example.Expected;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExampleWriterTests {

	private static final Expected PAID = new Expected(Outcome.ELIGIBLE, new BigDecimal("130.00"),
			List.of("甲: 乙", "no", "高龄津贴 80—89 周岁"), List.of(), null, null);

	private static String accepted(String file, Map<Integer, Expected> byLine) {
		List<Example.Result> results = byLine.entrySet()
			.stream()
			.map((one) -> new Example.Result(new Example("x", one.getKey(), "2013-06", null, null, null, PAID), false,
					one.getValue()))
			.toList();
		return new String(ExampleWriter.accepting(file.getBytes(StandardCharsets.UTF_8), results),
				StandardCharsets.UTF_8);
	}

	@Test
	void onlyWhatWasLookedAtIsWrittenAndAllElseStays() {
		String file = """
				# 𠮷 beyond the first plane
				applicant: {birthDate: 1933-01-01}   # shared
				examples:
				  - name: 甲  # says why
				    period: 2013-06
				    expect: {outcome: NOT_ELIGIBLE, amount: 0.00}  # kept
				  - name: 乙
				    expect:
				      outcome: ELIGIBLE
				      rules:
				        - a
				        - b

				  # between
				  - {name: 丙, expect: {amount: 1.00}}
				""";
		assertThat(accepted(file, Map.of(4, PAID, 7, PAID)))
			.isEqualTo(file.replace("{outcome: NOT_ELIGIBLE, amount: 0.00}", "{outcome: ELIGIBLE, amount: 130.00}")
				.replace("outcome: ELIGIBLE\n      rules:\n        - a\n        - b",
						"{outcome: ELIGIBLE, rules: [\"甲: 乙\", \"no\", 高龄津贴 80—89 周岁]}"));
		assertThat(accepted(file, Map.of(15, PAID))).isEqualTo(file.replace("1.00", "130.00"));
		assertThat(accepted(file, Map.of(5, PAID))).as("no example stands there").isEqualTo(file);
	}

	@Test
	void whatIsNotThereIsNotExpectedAndThingsTakeThePlaceOfMoney() {
		Expected unknown = new Expected(Outcome.NEEDS_INFORMATION, null, List.of(), List.of("household.size"), null,
				null);
		Expected thing = new Expected(Outcome.ELIGIBLE, null, List.of(), List.of(), null, null,
				List.of(new InKind(new Bilingual("公交卡", "bus card"), 1, "张")));
		Expected open = new Expected(null, null, null, null, List.of("b"), Map.of("a-b", List.of("careLevel")));
		String file = "- name: a\n  expect: {outcome: ELIGIBLE, amount: 1.00, missing: []}\n";
		assertThat(accepted(file, Map.of(1, unknown)))
			.isEqualTo("- name: a\n  expect: {outcome: NEEDS_INFORMATION, missing: [household.size]}\n");
		assertThat(accepted(file, Map.of(1, thing))).isEqualTo(
				"- name: a\n  expect: {outcome: ELIGIBLE, inKind: [{what: 公交卡, quantity: 1, unit: 张}], missing: []}\n");
		assertThat(accepted("- name: a\n  expect: {withheld: [], undecided: {}}\n", Map.of(1, open)))
			.isEqualTo("- name: a\n  expect: {withheld: [b], undecided: {a-b: [careLevel]}}\n");
	}

	@Test
	void anExampleThatSharesWhatItExpectsStaysAsItIs() {
		String file = "- {name: a, expect: &same {amount: 1.00}}\n- {name: b, expect: *same}\n";
		assertThat(accepted(file, Map.of(1, PAID, 2, PAID))).isEqualTo(file);
	}

}
