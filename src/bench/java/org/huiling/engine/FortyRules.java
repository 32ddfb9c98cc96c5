package org.huiling.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.huiling.engine.files.PolicyFiles;
import org.huiling.facts.Code;
import org.huiling.facts.HukouType;
import org.huiling.facts.Money;
import org.jspecify.annotations.Nullable;

/**
 * A policy of up to forty rules for benchmarks, an allowance by age, hukou and income:
 * five age bands of two kinds of hukou in four income bands, an amount for each; as files
 * of a version, as a list for other engines, and hand-written in Java.
 */
final class FortyRules {

	static final String VERSION = "2013-01-01";

	static final Program PROGRAM = new Program("old-age-allowance", new Bilingual("津贴", "Allowance"), Cycle.MONTH,
			"CNY", 10, PaidTo.PERSON);

	static final int ALL = 40;

	private static final int[] AGES = { 60, 70, 80, 90, 100, 200 };

	/** Yuan a month of a household. */
	static final Money LOW = Money.of("700.00");

	static final Money MIDDLE = Money.of("1400.00");

	private static final Money[] AMOUNTS = IntStream.range(0, ALL)
		.mapToObj((number) -> Money.of(100 + 15 * number + ".50"))
		.toArray(Money[]::new);

	/** Who falls into which band. */
	enum Income {

		DIBAO("低保", "onDibao == true"), LOW("低收入", "onDibao == false, household.monthlyIncome < P.low"),
		MIDDLE("中等", "onDibao == false, household.monthlyIncome >= P.low, household.monthlyIncome < P.middle"),
		OTHER("其他", "onDibao == false, household.monthlyIncome >= P.middle");

		private final String zh;

		private final String conditions;

		Income(String zh, String conditions) {
			this.zh = zh;
			this.conditions = conditions;
		}

		boolean holds(PlainPerson applicant) {
			return switch (this) {
				case DIBAO -> applicant.onDibao();
				case LOW -> !applicant.onDibao() && applicant.monthlyIncome().compareTo(FortyRules.LOW) < 0;
				case MIDDLE -> !applicant.onDibao()
						&& applicant.monthlyIncome().compareTo(FortyRules.LOW) >= 0
						&& applicant.monthlyIncome().compareTo(FortyRules.MIDDLE) < 0;
				case OTHER -> !applicant.onDibao()
						&& applicant.monthlyIncome().compareTo(FortyRules.MIDDLE) >= 0;
			};
		}

	}

	/**
	 * One rule.
	 *
	 * @param number from 0
	 * @param from the least age
	 * @param before the first age beyond
	 * @param hukou the kind of hukou
	 * @param income the income band
	 */
	record Rule(int number, int from, int before, Code hukou, Income income) {

		Money amount() {
			return AMOUNTS[this.number];
		}

		String name() {
			return (this.hukou == HukouType.URBAN ? "城镇 " : "农村 ") + this.from + " " + this.income.zh;
		}

		private String text() {
			return """
					rule "%s"
					    @en("Band %d")
					    @basis("第%d项")
					when
					    Applicant( ageOnLastDay >= P.age%d, ageOnLastDay < P.age%d, hukou.type == HukouType.%s,
					               %s,
					               hukouInJurisdiction == true, alive == true )
					then
					    benefit.pay(P.amount%d);
					end

					""".formatted(name(), this.number, this.number + 1, this.from, this.before, this.hukou,
					this.income.conditions, this.number);
		}

		private String example() {
			String dibao = (this.income == Income.DIBAO) ? "{type: URBAN, since: 2010-01-01}" : "{type: NONE}";
			String income = switch (this.income) {
				case DIBAO -> "0";
				case LOW -> "699.99";
				case MIDDLE -> "700.00";
				case OTHER -> "1400.00";
			};
			return """
					- name: 例 %d
					  period: 2013-07
					  applicant: {birthDate: %d-01-01, hukou: {region: "379901003", type: %s}, household: {monthlyIncome: %s, dibao: %s}}
					  expect: {outcome: ELIGIBLE, amount: %s}
					"""
				.formatted(this.number, 2013 - this.from, this.hukou, income, dibao, amount().shown());
		}

	}

	private FortyRules() {
	}

	/** The first rules. */
	static List<Rule> rules(int count) {
		List<Rule> rules = new ArrayList<>();
		for (int age = 0; age < AGES.length - 1; age++) {
			for (Code hukou : List.of(HukouType.URBAN, HukouType.RURAL)) {
				for (Income income : Income.values()) {
					rules.add(new Rule(rules.size(), AGES[age], AGES[age + 1], hukou, income));
				}
			}
		}
		return rules.subList(0, count);
	}

	/** The files of a version that holds the first rules, with an example for each. */
	static PolicyFiles files(int count) {
		StringBuilder yaml = new StringBuilder("title: {zh: 试例, en: Example}\nbasis: 试例办法\neffectiveFrom: ")
			.append(VERSION)
			.append("\nparameters:\n");
		StringBuilder drl = new StringBuilder();
		StringBuilder examples = new StringBuilder("examples:\n");
		rules(count).stream()
			.flatMapToInt((rule) -> IntStream.of(rule.from(), rule.before()))
			.distinct()
			.forEach((age) -> yaml.append(parameter("age" + age, String.valueOf(age), "years")));
		yaml.append(parameter("low", LOW.shown().toString(), "CNY"))
			.append(parameter("middle", MIDDLE.shown().toString(), "CNY"));
		for (Rule rule : rules(count)) {
			yaml.append(parameter("amount" + rule.number(), rule.amount().shown().toString(), "CNY"));
			drl.append(rule.text());
			examples.append(rule.example().indent(2));
		}
		Map<String, byte[]> files = new TreeMap<>();
		files.put("policy.yaml", yaml.toString().getBytes(StandardCharsets.UTF_8));
		files.put("rules.drl", drl.toString().getBytes(StandardCharsets.UTF_8));
		files.put("examples.yaml", examples.toString().getBytes(StandardCharsets.UTF_8));
		return new PolicyFiles("model-district", PROGRAM.id(), VERSION, files);
	}

	private static String parameter(String name, String value, String unit) {
		return "  " + name + ": {value: " + value + ", unit: " + unit + ", basis: 第一条}\n";
	}

	/** All rules, one after the other, as they are written. */
	static @Nullable Money ruleByRule(PlainPerson applicant) {
		for (Rule rule : RULES) {
			if (applicant.ageOnLastDay() >= rule.from && applicant.ageOnLastDay() < rule.before
					&& applicant.hukouType() == rule.hukou && rule.income.holds(applicant)
					&& applicant.hukouInJurisdiction() && applicant.alive()) {
				return rule.amount();
			}
		}
		return null;
	}

	private static final List<Rule> RULES = List.copyOf(rules(ALL));

	/** As a person would write it who knows that the bands exclude each other. */
	static @Nullable Money handWritten(PlainPerson applicant) {
		int age = applicant.ageOnLastDay();
		if (age < 60 || !applicant.hukouInJurisdiction() || !applicant.alive()) {
			return null;
		}
		int band = (age >= 100) ? 4 : (age - 60) / 10;
		int hukou = (applicant.hukouType() == HukouType.URBAN) ? 0 : 1;
		return AMOUNTS[(band * 2 + hukou) * 4 + income(applicant)];
	}

	private static int income(PlainPerson applicant) {
		if (applicant.onDibao()) {
			return 0;
		}
		Money income = applicant.monthlyIncome();
		if (income.compareTo(LOW) < 0) {
			return 1;
		}
		return (income.compareTo(MIDDLE) < 0) ? 2 : 3;
	}

}
