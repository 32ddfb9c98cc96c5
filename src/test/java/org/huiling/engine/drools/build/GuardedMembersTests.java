package org.huiling.engine.drools.build;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.huiling.TestFacts;
import org.huiling.engine.ClassStore;
import org.huiling.engine.drools.RuleSetCompiler;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.source.HeaderReader;
import org.huiling.engine.source.Units;
import org.huiling.engine.source.yaml.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The list of members admits every form that rules may have, and nothing dangerous. */
class GuardedMembersTests {

	private static final String HEADER = """
			title: {zh: 试例, en: Example}
			basis: 试例办法
			effectiveFrom: 2013-01-01
			parameters:
			  amount: {value: 100.00, unit: CNY, basis: 一}
			  years: {value: 80, unit: years, basis: 一}
			  share: {value: 30, unit: percent, basis: 一}
			  day: {value: 2013-01-01, unit: date, basis: 一}
			  programs: {value: [a, b, c, d, e, f, g, h, i, j, k, l], unit: programs, basis: 一}
			  types: {value: [RURAL, URBAN], unit: hukouType, basis: 一}
			  type: {value: RURAL, unit: hukouType, basis: 一}
			  byType: {value: {RURAL: 100, URBAN: 200}, unit: CNY, by: hukouType, basis: 一}
			  byLevel: {value: {1: 100, 2: 200, 3+: 300}, unit: CNY, by: careLevel, basis: 一}
			  yearsBy: {value: {1: 80, 2: 90}, unit: years, by: careLevel, basis: 一}
			  shareBy: {value: {RURAL: 10, URBAN: 20}, unit: percent, by: hukouType, basis: 一}
			  deductibles: {value: {TOWNSHIP: 10, COUNTY: 20}, unit: CNY, by: hospitalTier, basis: 一}
			  segments:
			    value: [{upTo: 1.00, COUNTY: 70}, {upTo: 2.00, COUNTY: 70}, {upTo: 3.00, COUNTY: 70}, {upTo: 4.00, COUNTY: 70}, {COUNTY: 75}]
			    unit: segments
			    by: hospitalTier
			    basis: 一
			  uplift: {value: POINTS, unit: upliftKind, basis: 一}
			  tiers: {value: [COUNTY, CITY], unit: hospitalTier, basis: 一}
			""";

	private static List<String> problems(String when, String then) {
		String drl = "rule \"甲\"\n@en(\"A\")\n@basis(\"一\")\nwhen\n" + when + "\nthen\n" + then + "\nend\n";
		Map<String, byte[]> files = new TreeMap<>();
		files.put("policy.yaml", HEADER.getBytes(StandardCharsets.UTF_8));
		files.put("rules.drl", drl.getBytes(StandardCharsets.UTF_8));
		PolicyFiles version = new PolicyFiles("j", "p", "2013-01-01", files);
		Problems problems = new Problems();
		HeaderReader.Read header = new HeaderReader(problems, Units.of(TestFacts.DICTIONARY)).read(version);
		assertThat(problems.all()).isEmpty();
		List<String> found = new ArrayList<>();
		RuleSetCompiler.compile(version, header, problems, ClassStore.NONE, TestFacts.VOCABULARY);
		problems.all()
			.stream()
			.filter((one) -> !one.code().equals("UNUSED_PARAMETER") && !one.code().equals("LITERAL_NUMBER"))
			.forEach((one) -> found.add(one.toString()));
		return found;
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"ageOnLastDay > P.years, ageOnLastDay <= P.years, ageOnLastDay < P.years, ageOnLastDay == P.years, ageOnLastDay != P.years",
			"ageOnLastDay >= 80, ageOnLastDay == 80, ageOnLastDay != 81, ageOnLastDay < 90, ageOnLastDay <= 90, ageOnLastDay > 9",
			"ageOnLastDay in (80, 81), ageOnLastDay not in (82, P.years)",
			"80 <= ageOnLastDay, P.years <= ageOnLastDay",
			"household.perCapitaIncome < P.amount, household.perCapitaIncome == P.amount, household.perCapitaIncome != P.amount",
			"household.perCapitaIncome < P.amount.times(P.share), household.perCapitaIncome > Money.ZERO",
			"household.perCapitaIncome <= P.byType.at(hukou.type), household.monthlyIncome >= household.perCapitaIncome",
			"household.perCapitaIncome < P.byLevel.at(careLevel), ageOnLastDay >= P.yearsBy.at(careLevel)",
			"hukou.type == HukouType.RURAL, hukou.type != HukouType.URBAN, hukou.type == P.type",
			"hukou.type in (HukouType.RURAL, HukouType.URBAN), hukou.type not in (HukouType.URBAN)",
			"hukou.type memberOf P.types, hukou.type not memberOf P.types", "P.types contains hukou.type",
			"hukou.region == \"379901\", hukou.region != \"中\", hukou.region in (\"a\", \"b\")",
			"hukou.region == residence.region, hukou.region memberOf P.programs",
			"hukou.since <= P.day, firstDay == P.day, firstDay != P.day, residence.since > P.day",
			"onDibao == true, tekun == false, poor != true, onDibao == alive", "sex == Sex.FEMALE",
			"$age : ageOnLastDay, ageOnLastDay > $age", "$type : hukou.type, hukou.type == $type",
			"disability.grade <= 2, disability.category == DisabilityCategory.VISUAL",
			"household.dibao.type == DibaoType.RURAL, household.dibao.monthlyAmount < P.amount" })
	void everyAdmittedConditionPasses(String condition) {
		assertThat(problems("Applicant( " + condition + " )", "benefit.pay(P.amount);")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "not Applicant( alive == true )", "exists Applicant( alive == true )",
			"( Applicant( alive == true ) or Applicant( tekun == true ) )",
			"( Applicant( alive == true ) and not Claim( kind == ClaimKind.INPATIENT ) )",
			"Applicant( $type : hukou.type ) Applicant( hukou.type == $type )",
			"Applicant( $income : household.perCapitaIncome ) Claim( ownPayment > $income )",
			"Applicant( $age : ageOnLastDay ) not Applicant( ageBeforePeriod > $age )",
			"exists ( Applicant( alive == true ) and Claim( hospitalTier memberOf P.tiers ) )",
			"( Applicant( alive == true ) or not Applicant( onDibao == true ) )" })
	void everyAdmittedPatternPasses(String when) {
		assertThat(problems(when, "benefit.pay(P.amount);")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "benefit.pay(P.byType.at($type));", "benefit.pay(P.byLevel.at($level));",
			"benefit.pay(P.amount.minus($income).times(P.share).times($level).atLeast(Money.ZERO).atMost(P.amount));",
			"benefit.pay(P.amount.plus($income).sharedBy($size).above(P.amount));",
			"benefit.atLeast(P.amount).atMost(P.amount).pay(P.amount.times($size).times($level).plus($income));",
			"benefit.waive(P.amount);", "benefit.waive(P.amount, P.shareBy.at($type));",
			"benefit.decline(\"理由\", \"reason\");",
			"benefit.yearlyCeiling(P.amount).yearlyCeilingForKind(P.amount).reimburse($claim.deductible(P.deductibles, P.share), P.segments.at($tier).uplifted(P.uplift, P.share).atMost(P.share));",
			"benefit.reimburse($claim.afterDeductible(P.deductibles, P.share), P.segments.at($tier));",
			"benefit.pay($claim.aboveYearlyDeductible(P.amount, P.tiers).times(P.share.uplifted(P.uplift, P.share)));",
			"benefit.pay(P.segments.at($tier).of($claim.getOwnPayment()));",
			"benefit.keepOne(P.programs, StackingKind.HIGHEST);" })
	void everyAdmittedConsequencePasses(String then) {
		assertThat(problems("Applicant( $type : hukou.type, $level : careLevel, $income : household.perCapitaIncome, "
				+ "$size : household.size )\n$claim : Claim( $tier : hospitalTier )", then))
			.isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "java/util/Locale.setDefault(Ljava/util/Locale;)V",
			"java/util/List.addAll(Ljava/util/Collection;)Z", "java/lang/String.repeat(I)Ljava/lang/String;",
			"java/math/BigDecimal.pow(I)Ljava/math/BigDecimal;",
			"java/math/BigDecimal.setScale(I)Ljava/math/BigDecimal;",
			"java/math/BigDecimal.<init>(Ljava/lang/String;)V", "java/util/List.stream()Ljava/util/stream/Stream;",
			"java/lang/Exception.printStackTrace()V", "java/lang/RuntimeException.printStackTrace()V",
			"java/lang/Object.getClass()Ljava/lang/Class;",
			"java/lang/Class.forName(Ljava/lang/String;)Ljava/lang/Class;",
			"org/huiling/facts/Money.rounded(ILjava/math/RoundingMode;)Ljava/math/BigDecimal;",
			"org/huiling/facts/Money.shown()Ljava/math/BigDecimal;",
			"org/huiling/facts/Table.values()Ljava/util/Collection;",
			"org/huiling/facts/Ratio.value()Ljava/math/BigDecimal;", "java/util/ArrayList.<init>(I)V",
			"java/util/Collections.nCopies(ILjava/lang/Object;)Ljava/util/List;",
			"java/lang/String.valueOf(Ljava/lang/Object;)Ljava/lang/String;",
			"org/drools/modelcompiler/dsl/pattern/D.execute(Lorg/drools/model/functions/Block0;)V",
			"java/lang/System.exit(I)V", "java/util/Set.copyOf(Ljava/util/Collection;)Ljava/util/Set;" })
	void whatChangesTheProcessOrHasNoBoundIsNotListed(String member) {
		String owner = member.substring(0, member.indexOf('.'));
		String name = member.substring(member.indexOf('.') + 1, member.indexOf('('));
		assertThat(GuardedMembers.ADMITTED.method(owner, name, member.substring(member.indexOf('(')))).isFalse();
	}

	@Test
	void theSwitchesOfTheCodeGeneratorAreOutOfReach() {
		assertThat(GuardedMembers.ADMITTED.type("org/drools/model/codegen/execmodel/generator/ModelGenerator"))
			.isFalse();
		assertThat(GuardedMembers.ADMITTED.field("org/drools/model/codegen/execmodel/generator/ModelGenerator",
				"GENERATE_EXPR_ID", "Z"))
			.isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "$b : P.share.uplifted(P.uplift, P.share), $c : $b.uplifted(P.uplift, $b)",
			"$a : household.perCapitaIncome, $b : $a.plus($a)",
			"household.perCapitaIncome.rounded(999999999, P.type) == 1", "ageOnLastDay == 1 /* */ + P.types.size",
			"P.byType.values == P.byType" })
	void workThatGrowsWithEveryWordIsRefused(String condition) {
		assertThat(problems("Applicant( " + condition + " )", "benefit.pay(P.amount);")).isNotEmpty();
	}

	@Test
	void whatIsVeryLongIsRefused() {
		assertThat(
				problems("Applicant( ageOnLastDay" + " + 1\n".repeat(300) + " > P.years )", "benefit.pay(P.amount);"))
			.anySatisfy((one) -> assertThat(one).contains("TOO_LONG"));
		assertThat(
				problems("Applicant( alive == true )", "benefit.pay(P.amount" + ".times(P.share)\n".repeat(200) + ");"))
			.anySatisfy((one) -> assertThat(one).contains("TOO_LONG"));
	}

}
