package org.huiling.decision.notice;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.huiling.decision.assessment.AssessmentWriter;
import org.huiling.decision.store.KeptReasons;
import org.huiling.decision.store.WhyNotView;
import org.huiling.dictionary.FactNames;
import org.huiling.engine.Bilingual;
import org.huiling.engine.files.FactFiles;
import org.huiling.engine.reason.ConditionResult;
import org.huiling.engine.reason.Note;
import org.huiling.engine.reason.Truth;
import org.huiling.engine.reason.WhyNot;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;

import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a refusal says of the conditions that were asked. */
class RefusalGroundsTests {

	private static final String YOUNG = condition("ageOnLastDay >= 80", "\"ageOnLastDay\": 70", "FAILS");

	private static final String AWAY = condition("hukouInJurisdiction == true", "\"hukouInJurisdiction\": false",
			"FAILS");

	private static final String HERE = condition("hukouInJurisdiction == true", "\"hukouInJurisdiction\": true",
			"HOLDS");

	private static final String UNKNOWN = condition("disability.grade >= 1", "\"disability.grade\": null", "UNKNOWN");

	@Test
	void whatIsUnknownIsNoGround() {
		List<Notice.Ground> grounds = grounds(rule("甲", "第一条", YOUNG, UNKNOWN, HERE));
		assertThat(grounds).singleElement().satisfies((ground) -> {
			assertThat(ground.rule()).isEqualTo("甲");
			assertThat(ground.conditions()).containsExactly("当期最后一天的周岁 ≥ 80 (您的情况：当期最后一天的周岁 70)");
		});
	}

	@Test
	void aConditionOfEveryRuleDecidesAloneAndIsSaidOnce() {
		assertThat(grounds(rule("甲", "办法（2013）第一条", YOUNG, AWAY), rule("乙", "办法（2013）第二条", AWAY, UNKNOWN)))
			.containsExactly(new Notice.Ground("各种情形都要求", "办法（2013）第一条；第二条", List.of("户籍在本辖区 (您的情况：户籍不在本辖区)"),
					List.of(), List.of()));
	}

	@Test
	void otherwiseEachConditionIsSaidOnceWithTheRulesThatAskForIt() {
		assertThat(grounds(rule("甲", "第一条", YOUNG, HERE), rule("乙", "第二条", AWAY), rule("丙", "第三条", YOUNG)))
			.extracting(Notice.Ground::rule)
			.containsExactly("甲；丙", "乙");
	}

	@Test
	void whereNothingFailsTheRulesAreNamed() {
		assertThat(grounds(rule("甲", "第一条", UNKNOWN), rule("乙", "第二条", HERE)))
			.containsExactly(new Notice.Ground("甲；乙", "第一条；第二条", List.of(), List.of(), List.of()));
		assertThat(grounds()).isEmpty();
	}

	/** As it is written, kept and said again in either language. */
	@Test
	void whatTheAmountNeedsAndIsNotThereIsAGround() {
		StringWriter text = new StringWriter();
		try (JsonGenerator json = AssessmentWriter.MAPPER.createGenerator(text)) {
			AssessmentWriter.whyNot(json, new WhyNot(new Bilingual("甲", "A"), "第一条", List
				.of(new ConditionResult("benefit.pay($m);", Map.of(), Truth.FAILS,
						new Note("NOT_THERE", "partySubsidy", new Bilingual("没有党内补助，金额要按它计算", "no party subsidy")))),
					null));
		}
		assertThat(text.toString()).contains("\"absent\":{\"field\":\"partySubsidy\"");
		assertThat(grounds(text.toString())).singleElement()
			.satisfies((ground) -> assertThat(ground.conditions()).containsExactly("没有党内补助，金额要按它计算"));
		List<WhyNotView> kept = KeptReasons.read("{\"whyNot\": [" + text + "]}").whyNot();
		assertThat(words(Locale.ENGLISH).failing(kept.get(0).conditions().get(0))).isEqualTo("no party subsidy");
	}

	@Test
	void anExpressionWithoutWordsIsNoGroundInCode() {
		String strange = condition("$m < P.most && secret.place matches \"x\"", "\"ageOnLastDay\": 70", "FAILS");
		assertThat(grounds(rule("甲", "第一条", strange)).get(0).conditions())
			.containsExactly("本条的其他要求 (您的情况：当期最后一天的周岁 70)");
	}

	@Test
	void saysWhatDeskPeopleMetAsCode() {
		assertThat(said("insurance.scheme memberOf P.schemes",
				"\"insurance.scheme\": \"NONE\", \"schemes\": [\"NCMS\", \"RESIDENT\"]"))
			.isEqualTo("医疗保险类别属于新农合、城乡居民 (您的情况：医疗保险类别 没有参保)");
		assertThat(said(
				"hukou.type == HukouType.URBAN, household.perCapitaIncome <= P.standard.times(P.line)"
						+ " or hukou.type == HukouType.RURAL, household.perCapitaIncome <= P.other.times(P.line)",
				"\"hukou.type\": \"RURAL\", \"household.perCapitaIncome\": 900.00, \"standard\": 500.00, \"line\": \"150%\","
						+ " \"other\": 300.00"))
			.isEqualTo("户口类别 = 城镇，且家庭人均月收入 ≤ 500.00 × 150%，或者户口类别 = 农村，且家庭人均月收入 ≤ 300.00 × 150%"
					+ " (您的情况：户口类别 农村; 家庭人均月收入 900.00)");
		assertThat(said("eligibleCost > deductible(P.deductible, P.laterStay)",
				"\"eligibleCost\": 200.00, \"hospitalTier\": \"COUNTY\", \"stay\": 1, \"deductible\": 300.00, \"laterStay\": \"50%\""))
			.isEqualTo("合规费用 > 起付线（300.00；当年再次住院为其 50%） (您的情况：合规费用 200.00; 医院级别 县级; 本年度第几次住院 1)");
		assertThat(said("kind == ClaimKind.INPATIENT", "\"kind\": \"OUTPATIENT\""))
			.isEqualTo("费用类别 = 住院 (您的情况：费用类别 门诊)");
		assertThat(said("household.dibao.heldOnFirstDay == true", "\"household.dibao.heldOnFirstDay\": false"))
			.isEqualTo("当期开始前已享受低保 (您的情况：当期开始前未享受低保)");
		assertThat(said("not ( careLevel >= P.from && tekun == false )",
				"\"careLevel\": 3, \"from\": 2, \"tekun\": false"))
			.isEqualTo("没有：失能等级 ≥ 中度失能，且不是特困人员 (您的情况：失能等级 重度失能; 不是特困人员)");
	}

	private static String said(String text, String actual) {
		return grounds(rule("甲", "第一条", condition(text.replace("\"", "\\\""), actual, "FAILS"))).get(0)
			.conditions()
			.get(0);
	}

	private static List<Notice.Ground> grounds(String... rules) {
		KeptReasons reasons = KeptReasons.read("{\"whyNot\": [" + String.join(",", rules) + "]}");
		return RefusalGrounds.of(reasons.whyNot(), false, words(Locale.SIMPLIFIED_CHINESE));
	}

	private static Wording words(Locale locale) {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasenames("messages/decision", "messages/web");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		return new Wording(messages, FactNames.of(FactFiles.shipped().dictionary()), locale);
	}

	private static String rule(String name, String basis, String... conditions) {
		return "{\"rule\": \"%s\", \"ruleEn\": \"x\", \"basis\": \"%s\", \"conditions\": [%s]}".formatted(name, basis,
				String.join(",", conditions));
	}

	private static String condition(String text, String actual, String result) {
		return "{\"text\": \"%s\", \"actual\": {%s}, \"result\": \"%s\"}"
			.formatted(text.contains("\\\"") ? text : text.replace("\"", "\\\""), actual, result);
	}

}
