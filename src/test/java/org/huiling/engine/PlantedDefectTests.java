package org.huiling.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.huiling.TestFacts;
import org.huiling.TestPerson;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.engine.problem.CheckReport;
import org.huiling.engine.problem.Finding;
import org.huiling.engine.problem.Finding.Kind;
import org.huiling.engine.problem.PolicyFault;
import org.huiling.engine.reason.Note;
import org.huiling.engine.reason.Why;
import org.huiling.facts.Period;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.huiling.engine.PlantedDefect.of;

/** Defects written into copies of shipped versions: each is found, with who shows it. */
class PlantedDefectTests {

	private static final String ALLOWANCE = "model-district/old-age-allowance/2013-01-01";

	private static final String TOP_UP = "model-district/low-income-top-up/2013-01-01";

	private static final String CARE = "model-district/home-care-service/2013-07-01";

	private static final String AT_80 = "高龄津贴 80—89 周岁";

	private static final String AT_90 = "高龄津贴 90—99 周岁";

	private static final String AT_100 = "高龄津贴 100 周岁以上";

	private static final String DISABLED = "低保重度残疾老年人增发";

	private static final String ALONE = "独居高龄老年人居家养老服务";

	private static final String LOW_INCOME = "低收入失能老年人居家养老服务";

	static Stream<PlantedDefect> bands() {
		return Stream.of(
				of("an upper bound one band too high", ALLOWANCE, Kind.CONFLICT, AT_80, AT_90).change("allowance.drl",
						"< P.veryAdvancedAge", "< P.centenarianAge"),
				of("both bands take their common bound", ALLOWANCE, Kind.CONFLICT, AT_80, AT_90).change("allowance.drl",
						"< P.veryAdvancedAge", "<= P.veryAdvancedAge"),
				of("neither band takes the common bound", ALLOWANCE, Kind.GAP, AT_80, AT_90).change("allowance.drl",
						">= P.veryAdvancedAge", "> P.veryAdvancedAge"),
				of("bounds the wrong way round", ALLOWANCE, Kind.UNREACHABLE, AT_80).change("allowance.drl",
						"< P.veryAdvancedAge", "< P.advancedAge"),
				of("the hundred became eighty-five", ALLOWANCE, Kind.CONFLICT, AT_80, AT_100).change("policy.yaml",
						"{value: 100, unit: years", "{value: 85, unit: years"),
				of("the ninety became seventy", ALLOWANCE, Kind.UNREACHABLE, AT_80).change("policy.yaml",
						"{value: 90, unit: years", "{value: 70, unit: years"),
				of("two ages in one band, months overlap", ALLOWANCE, Kind.CONFLICT, AT_80, AT_90)
					.change("allowance.drl", "ageOnLastDay < P.veryAdvancedAge", "ageBeforePeriod < P.veryAdvancedAge"),
				of("two ages in neighbouring bands, a month is lost", ALLOWANCE, Kind.GAP, AT_80, AT_90).change(
						"allowance.drl", "ageOnLastDay >= P.veryAdvancedAge", "ageBeforePeriod >= P.veryAdvancedAge"),
				of("an age that nobody reaches", ALLOWANCE, Kind.UNREACHABLE, AT_100).change("policy.yaml",
						"{value: 100, unit: years", "{value: 1000, unit: years"),
				of("an age from which on everybody is old", ALLOWANCE, Kind.ALWAYS_TRUE, AT_80).change("policy.yaml",
						"{value: 80, unit: years", "{value: 0, unit: years"),
				of("a band of a share is left out", TOP_UP, Kind.GAP, "低保 60—69 周岁增发", "低保 70—79 周岁增发")
					.change("topup.drl", "ageBeforePeriod >= P.elderAge", "ageBeforePeriod > P.elderAge"),
				of("those of seventy who are not poor are forgotten", "model-district/medical-reimbursement/2014-01-01",
						Kind.GAP, "60—69 周岁非贫困老年人住院报销", "80 周岁以上非贫困老年人住院报销")
					.change("inpatient.drl.csv", "P.elderAge,P.advancedAge,false", "P.elderAge,P.advancedAge,true"));
	}

	static Stream<PlantedDefect> winners() {
		return Stream.of(
				of("nothing says which wins", TOP_UP, Kind.CONFLICT, "低保 60—69 周岁增发", DISABLED).change("policy.yaml",
						"wins: HIGHEST\n", ""),
				of("a share that is never the highest", TOP_UP, Kind.SHADOWED, DISABLED).change("policy.yaml",
						"shareDisabled: {value: 35", "shareDisabled: {value: 5"),
				of("a share of nothing", TOP_UP, Kind.FIRES_FOR_NOBODY, "低保 60—69 周岁增发").change("policy.yaml",
						"share60: {value: 10", "share60: {value: 0"),
				of("poor where not poor is meant", "model-district/medical-reimbursement/2013-01-01", Kind.SHADOWED,
						"60—69 周岁非贫困老年人住院报销")
					.change("inpatient.drl.csv", "P.seniorAge,P.elderAge,false", "P.seniorAge,P.elderAge,true"),
				of("half of it for everybody", "model-district/accident-insurance/2013-07-01", Kind.SHADOWED,
						"70—79 周岁老年人意外伤害保险补贴")
					.changeIn("70—79 周岁老年人意外伤害保险补贴", "premium.drl", "ageOnLastDay < P.advancedAge",
							"ageOnLastDay < P.advancedAge, poor == true"),
				of("no pension twice", "model-district/living-subsidy/2013-01-01", Kind.CONFLICT, "无养老金老年人生活补贴",
						"低养老金低收入老年人生活补贴")
					.change("subsidy.drl", "pension.received == true", "pension.received == false"),
				of("relief for the poor twice", "model-district/hardship-relief/2013-07-01", Kind.CONFLICT, "贫困老年人受灾救助",
						"其他老年人受灾救助")
					.change("disaster.drl", "poor == false", "poor == true"),
				of("relief of nothing", "model-district/hardship-relief/2013-07-01", Kind.FIRES_FOR_NOBODY, "其他老年人受灾救助")
					.change("disaster.drl", "pay(P.disasterOthers)", "pay(P.disasterOthers.above(P.disasterPoor))"),
				of("the alternatives pay differently", CARE, Kind.CONFLICT, ALONE)
					.changeIn(ALONE, "service.drl", "benefit.pay(P.price.times(P.hoursLivingAlone));",
							"benefit.pay($income.times(P.lowIncomeShare));")
					.changeIn(ALONE, "service.drl", "then",
							"    ( Applicant( $income : household.monthlyIncome, household.livingAlone == true )\n"
									+ "      or\n      Applicant( $income : household.perCapitaIncome, "
									+ "household.size > P.nobody ) )\nthen")
					.change("policy.yaml", "parameters:\n",
							"parameters:\n  nobody: {value: 0, unit: count, basis: 无}\n"));
	}

	static Stream<PlantedDefect> conditions() {
		return Stream.of(
				of("tekun and not tekun", CARE, Kind.UNREACHABLE, ALONE).changeIn(ALONE, "service.drl",
						"tekun == false", "tekun == false, tekun == true"),
				of("an alternative that contradicts itself", CARE, Kind.UNREACHABLE, LOW_INCOME).changeIn(LOW_INCOME,
						"service.drl", "hukou.type == HukouType.RURAL",
						"hukou.type == HukouType.RURAL, hukou.type == HukouType.URBAN"),
				of("poor, yet neither on dibao nor tekun", "model-district/accident-insurance/2012-01-01",
						Kind.UNREACHABLE, "贫困老年人意外伤害保险补贴")
					.change("premium.drl", "poor == true", "poor == true, onDibao == false, tekun == false"),
				of("an income below and above the line", "model-district/living-subsidy/2013-07-01", Kind.UNREACHABLE,
						"老年生活补贴补差")
					.change("subsidy.drl", "household.perCapitaIncome < P.incomeLine,",
							"household.perCapitaIncome < P.incomeLine, household.perCapitaIncome >= P.incomeLine,"),
				of("a cost below the deductible of nothing", "model-district/medical-reimbursement/2012-01-01",
						Kind.UNREACHABLE, "70 周岁以上住院报销")
					.change("inpatient.drl", "eligibleCost > deductible(P.deductible, P.laterStay)",
							"eligibleCost < Money.ZERO"),
				of("a pension of nothing or more", "model-district/living-subsidy/2013-07-01", Kind.ALWAYS_TRUE,
						"老年生活补贴补差")
					.change("subsidy.drl", "pension.received == true", "pension.monthlyAmount >= Money.ZERO"),
				of("for everybody", "model-district/accident-insurance/2012-01-01", Kind.ALWAYS_TRUE, "贫困老年人意外伤害保险补贴")
					.change("premium.drl", "poor == true,", "")
					.change("premium.drl", "hukouInJurisdiction == true, alive == true", "careLevel >= P.none")
					.change("premium.drl", "ageBeforePeriod >= P.seniorAge, ", "")
					.change("policy.yaml", "parameters:\n", "parameters:\n  none: {value: 0, unit: level, basis: 无}\n"),
				of("awards that are always enough", "model-district/stacking/2013-01-01", Kind.ALWAYS_TRUE,
						"低保增发与老年生活补贴不重复享受")
					.change("stacking.drl", "> 1", ">= 0"),
				of("more awards than the group has", "model-district/stacking/2013-01-01", Kind.UNREACHABLE,
						"低保增发与老年生活补贴不重复享受")
					.change("stacking.drl", "rivalsAmong(P.group) > 1",
							"rivalsAmong(P.group) > 1, rivalsAmong(P.group) < 1"));
	}

	static Stream<PlantedDefect> lists() {
		return Stream.of(
				of("a standard without its rural half", TOP_UP, Kind.ENUMERATION_ENDS, "低保 60—69 周岁增发")
					.change("policy.yaml", "{URBAN: 450.00, RURAL: 200.00}", "{URBAN: 450.00}"),
				of("amounts by hukou that only the consequence reads", "model-district/living-subsidy/2013-07-01",
						Kind.ENUMERATION_ENDS, "无养老金老年人生活补贴")
					.change("subsidy.drl", "hukouInJurisdiction == true",
							"hukouInJurisdiction == true, $hukou : hukou.type")
					.change("subsidy.drl", "P.amountNoPension", "P.byHukou.at($hukou)")
					.change("policy.yaml", "parameters:\n",
							"parameters:\n  byHukou: {value: {RURAL: 70.00}, unit: CNY, by: hukouType, basis: 无}\n"),
				of("hours without the last level", CARE, Kind.ENUMERATION_ENDS, LOW_INCOME).change("policy.yaml",
						"{1: 15, 2: 30, 3: 45}", "{1: 15, 2: 30}"),
				of("deductibles without a tier", "beijing/medical-reimbursement/2018-01-01", Kind.ENUMERATION_ENDS,
						"城乡居民医保住院报销")
					.change("policy.yaml", ", CITY: 1300.00, PROVINCE: 1300.00}", ", CITY: 1300.00}"),
				of("out-patients of no provincial hospital", "beijing/medical-reimbursement/2018-01-01",
						Kind.ENUMERATION_ENDS, "一级及以下医院门诊报销", "二级、三级医院门诊报销")
					.change("policy.yaml", "[COUNTY, CITY, PROVINCE]", "[COUNTY, CITY]"),
				of("a category of disability is forgotten", "beijing/low-income-top-up/2023-07-01",
						Kind.ENUMERATION_ENDS, DISABLED)
					.change("policy.yaml", "PHYSICAL, MULTIPLE]", "PHYSICAL]"),
				of("speech is forgotten", "beijing/home-care-service/2019-10-01", Kind.ENUMERATION_ENDS)
					.change("policy.yaml", "[HEARING, SPEECH]", "[HEARING]"));
	}

	static Stream<PlantedDefect> dates() {
		return Stream.of(
				of("a month without a version", ALLOWANCE, Kind.NO_VERSION).change("policy.yaml",
						"effectiveFrom: 2013-01-01\n", "effectiveFrom: 2013-01-01\neffectiveTo: 2013-11-30\n"),
				of("three months of two versions", ALLOWANCE, Kind.TWO_VERSIONS).change("policy.yaml",
						"effectiveFrom: 2013-01-01\n", "effectiveFrom: 2013-01-01\neffectiveTo: 2014-03-31\n"),
				of("a yearly version that is over before a year begins", "model-district/accident-insurance/2013-07-01",
						Kind.FIRES_FOR_NOBODY, "八十周岁以上老年人意外伤害保险补贴")
					.change("policy.yaml", "effectiveFrom: 2013-07-01\n",
							"effectiveFrom: 2013-07-01\neffectiveTo: 2013-12-31\n"),
				of("a day that never comes", ALLOWANCE, Kind.UNREACHABLE, AT_100)
					.change("policy.yaml", "effectiveFrom: 2013-01-01\n",
							"effectiveFrom: 2013-01-01\neffectiveTo: 2013-12-31\n")
					.change("policy.yaml", "parameters:\n",
							"parameters:\n  later: {value: 2015-01-01, unit: date, basis: 无}\n")
					.changeIn(AT_100, "allowance.drl", "alive == true", "alive == true, firstDay >= P.later"));
	}

	static Stream<PlantedDefect> all() {
		return Stream.of(bands(), winners(), conditions(), lists(), dates()).flatMap((some) -> some);
	}

	@ParameterizedTest
	@MethodSource("all")
	void isFoundAndShown(PlantedDefect defect) {
		VersionDirectory directory = defect.directory();
		CheckReport report = new PolicyCompiler().check(directory);
		assertThat(report.ok()).isFalse();
		List<Finding> found = report.findings()
			.stream()
			.filter((one) -> one.kind() == defect.kind() && names(one).containsAll(defect.rules()))
			.toList();
		assertThat(found).as("%s", report.findings()).isNotEmpty().allSatisfy((one) -> isShown(one, directory));
	}

	private static List<String> names(Finding finding) {
		return finding.rules().stream().map(Bilingual::zh).toList();
	}

	/** Posted as it is, the applicant shows the finding. */
	private static void isShown(Finding finding, VersionDirectory directory) {
		if (finding.counterexample() == null) {
			assertThat(directory.program().id().equals(Program.STACKING) || finding.period() == null).isTrue();
			return;
		}
		String json = TestPerson.of(finding.counterexample()).toString();
		TestPerson posted = TestPerson
			.of(TestFacts.on(LocalDate.of(2026, 1, 1)).read(new JsonMapper().readTree(json)).record());
		CompiledPolicy policy = new PolicyCompiler().compile(directory.files(), directory.program(), ClassStore.NONE);
		Shelf shelf = ShippedPolicies.book(directory.jurisdiction().id())
			.without(policy.program().id(), policy.version())
			.with(policy);
		AssessmentRequest request = new AssessmentRequest(Period.parse(finding.period()), null,
				Set.of(policy.program().id()), Explain.FULL);
		Throwable fault = catchThrowable(() -> new Assessor(shelf).assess(posted, request));
		if (fault != null) {
			assertThat(finding.kind()).isIn(Kind.CONFLICT, Kind.ENUMERATION_ENDS);
			assertThat(fault).isInstanceOfSatisfying(PolicyFault.class,
					(one) -> assertThat(one.rules()).isEqualTo(finding.rules()));
			return;
		}
		Assessment answer = new Assessor(shelf).assess(posted, request)
			.assessments()
			.stream()
			.filter((one) -> Objects.equals(one.claim(), finding.claim()))
			.findFirst()
			.orElseThrow();
		List<Bilingual> paid = answer.why().stream().map(Why::rule).toList();
		switch (finding.kind()) {
			case GAP, FIRES_FOR_NOBODY -> assertThat(answer.outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
			case ENUMERATION_ENDS -> assertThat(paid).doesNotContainAnyElementsOf(finding.rules());
			case SHADOWED -> assertThat(paid).containsExactly(finding.rules().get(1));
			case ALWAYS_TRUE -> assertThat(answer.outcome()).isEqualTo(Outcome.ELIGIBLE);
			case UNREACHABLE -> assertThat(paid).doesNotContain(finding.rules().get(0));
			case NO_VERSION -> assertThat(answer.warnings()).extracting(Note::code).contains("NO_POLICY_IN_FORCE");
			case TWO_VERSIONS -> assertThat(answer.version()).isNotEqualTo(policy.version());
			default -> throw new AssertionError("no fault for " + finding);
		}
	}

}
