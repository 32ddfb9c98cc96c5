package org.huiling.engine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.engine.problem.PolicyDefects;
import org.huiling.engine.problem.Problem;
import org.huiling.engine.problem.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Every kind of mistake, made by changing one text of a good version: where it is told,
 * under which code, with what to do.
 */
class DefectTableTests {

	static final Pattern INTERNAL = Pattern.compile(
			"Exception|org\\.|com\\.|java\\.|Lambda|drools|\\bat [a-z]+\\.|null|\\w\\$\\d|policy\\.(?:v|rules)|\\bError\\b|antlr|-1\\b",
			Pattern.CASE_INSENSITIVE);

	private static final Program PROGRAM = new Program("old-age-allowance", new Bilingual("高龄津贴", "Allowance"),
			Cycle.MONTH, "CNY", 10, PaidTo.PERSON);

	private static final Map<String, String> GOOD = Map.of("policy.yaml", """
			title: {zh: 试例, en: Example}
			basis: 试例办法
			effectiveFrom: 2013-01-01
			parameters:
			  advancedAge: {value: 80, unit: years, basis: 第一条}
			  amount: {value: 100.00, unit: CNY, basis: 第二条}
			  kinds: {value: [TEKUN], unit: statusKind, basis: 第三条}
			  standard: {by: hukouType, value: {URBAN: 300.00, RURAL: 200.00}, unit: CNY, basis: 第四条}
			""", "allowance.drl", """
			rule "甲"
			    @en("A")
			    @basis("第一条")
			when
			    Applicant( ageOnLastDay >= P.advancedAge, $type : hukou.type,
			               hukouInJurisdiction == true )
			then
			    benefit.pay(P.amount);
			end

			rule "乙"
			    @en("B")
			    @basis("第四条")
			when
			    Applicant( $type : hukou.type, onDibao == true, household.monthlyIncome < P.amount )
			then
			    benefit.pay(P.standard.at($type));
			end
			""", "jurisdiction.yaml", """
			id: model-district
			name: {zh: 示范区, en: Model District}
			regionPrefix: "379901"
			""", "program.yaml", """
			name: {zh: 高龄津贴, en: Allowance}
			cycle: MONTH
			unit: CNY
			order: 10
			""", "examples.yaml",
			"""
					- name: 满八十周岁
					  period: 2013-07
					  applicant: {birthDate: 1930-01-01, hukou: {region: "379901003", type: URBAN}, household: {dibao: {type: NONE}}}
					  expect: {outcome: ELIGIBLE, amount: 100.00}
					- name: 低保
					  period: 2013-07
					  applicant: {birthDate: 1950-01-01, hukou: {region: "379901003", type: RURAL}, household: {monthlyIncome: 0, dibao: {type: RURAL, since: 2012-01-01}}}
					  expect: {outcome: ELIGIBLE, amount: 200.00}
					""");

	private static List<Problem> check(String file, String text, String replacement) {
		Map<String, byte[]> files = new TreeMap<>();
		GOOD.forEach((path, content) -> files.put(path, content.getBytes(StandardCharsets.UTF_8)));
		String good = GOOD.get(file);
		assertThat(good).contains(text);
		files.put(file, good.replaceFirst(Pattern.quote(text), java.util.regex.Matcher.quoteReplacement(replacement))
			.getBytes(StandardCharsets.UTF_8));
		byte[] changed = files.get(file);
		byte[] jurisdiction = files.remove("jurisdiction.yaml");
		byte[] program = files.remove("program.yaml");
		if (changed == jurisdiction) {
			return refused(() -> Jurisdiction.read("model-district", changed));
		}
		if (changed == program) {
			return refused(() -> Program.read("old-age-allowance", changed, "CNY"));
		}
		return new PolicyCompiler()
			.check(new VersionDirectory(TinyPolicy.JURISDICTION, PROGRAM,
					new PolicyFiles("model-district", "old-age-allowance", "2013-01-01", files)))
			.problems();
	}

	private static List<Problem> refused(ThrowingCallable reading) {
		PolicyDefects defects = catchThrowableOfType(PolicyDefects.class, reading);
		assertThat(defects).isNotNull();
		return defects.problems();
	}

	static void saysNothingInternal(Problem problem) {
		assertThat(problem.line()).isPositive();
		assertThat(problem.column()).isPositive();
		saysNothingInternal(problem.message(), problem.excerpt());
		if (problem.hint() != null) {
			saysNothingInternal(problem.hint(), problem.excerpt());
		}
	}

	/** What the author wrote may be said back, whatever it is. */
	private static void saysNothingInternal(Bilingual text, String excerpt) {
		String written = (excerpt != null) ? excerpt : "";
		assertThat(text.zh().replace(written, "")).isNotBlank().doesNotContainPattern(INTERNAL);
		assertThat(text.en().replace(written, "")).isNotBlank().doesNotContainPattern(INTERNAL).doesNotContain("\n");
	}

	@ParameterizedTest(name = "{0} {2} → {3}")
	@CsvSource(delimiter = '|', nullValues = "-", ignoreLeadingAndTrailingWhitespace = true,
			textBlock = """
					allowance.drl | hukouInJurisdiction    | hukouInJurisdicton        | UNKNOWN_FIELD      | 6:16  | hukouInJurisdiction
					allowance.drl | household.monthlyIncome | household.monthlyIncom    | UNKNOWN_FIELD      | 15:63 | monthlyIncome
					allowance.drl | household.monthlyIncome | houshold.monthlyIncome    | UNKNOWN_FIELD      | 15:53 | household
					allowance.drl | onDibao                | onDibo                    | UNKNOWN_FIELD      | 15:36 | onDibao
					allowance.drl | P.advancedAge          | P.advancdAge              | UNKNOWN_PARAMETER  | 5:34  | advancedAge
					allowance.drl | pay(P.amount           | pay(P.amont               | UNKNOWN_PARAMETER  | 8:19  | amount
					allowance.drl | < P.amount             | < P.income                | UNKNOWN_PARAMETER  | 15:81 | policy.yaml
					allowance.drl | benefit.pay            | benefit.payy              | UNKNOWN_NAME       | 8:13  | pay
					allowance.drl | P.standard.at          | P.standard.of             | UNKNOWN_NAME       | 17:28 | README
					allowance.drl | ageOnLastDay >= P.advancedAge | ageOnLastDay >= P.amount | WRONG_UNIT   | 5:16  | policy.yaml
					allowance.drl | household.monthlyIncome < P.amount | household.monthlyIncome < P.advancedAge | WRONG_UNIT | 15:53 | policy.yaml
					allowance.drl | pay(P.amount           | pay(P.advancedAge         | WRONG_UNIT         | 8:13  | policy.yaml
					allowance.drl | pay(P.amount           | pay(P.amount, P.amount    | WRONG_UNIT         | 8:13  | policy.yaml
					allowance.drl | pay(P.amount           | pay(P.standard            | WRONG_UNIT         | 8:13  | policy.yaml
					allowance.drl | pay(P.standard.at($type)) | pay(P.amount.at($type)) | UNKNOWN_NAME       | 17:26 | -
					allowance.drl | P.advancedAge          | "eighty"                  | WRONG_LITERAL      | 5:16  | policy.yaml
					allowance.drl | onDibao == true        | onDibao == "yes"          | WRONG_LITERAL      | 15:36 | policy.yaml
					allowance.drl | onDibao == true        | onDibao == P.amount       | WRONG_UNIT         | 15:36 | policy.yaml
					allowance.drl | onDibao == true        | household.dibao.type == DibaoType.RUARL | UNKNOWN_CODE | 15:70 | RURAL
					allowance.drl | onDibao == true        | household.dibao.type == HukouType.RURAL | WRONG_UNIT | 15:36 | -
					allowance.drl | onDibao == true        | alive == true, tekun == true or onDibao == true | DRL_SYNTAX | 15:65 | -
					allowance.drl | < P.amount             | < P.standard.at($type)    | -                  | -     | -
					allowance.drl | < P.amount             | < P.standard.at(HukouType.URBAN) | -           | -     | -
					allowance.drl | < P.amount             | < P.standard              | WRONG_UNIT         | 15:53 | -
					allowance.drl | ageOnLastDay >= P.advancedAge | ageOnLastDay >= P.standard.at($type) | WRONG_UNIT | 5:16 | -
					allowance.drl | P.advancedAge          | 80                        | LITERAL_NUMBER     | 5:16  | policy.yaml
					allowance.drl | P.advancedAge          | $age                      | UNKNOWN_VARIABLE  | 5:32  | -
					allowance.drl | pay(P.amount           | pay($amount               | UNKNOWN_VARIABLE       | 8:17  | -
					allowance.drl | ageOnLastDay >=        | ageOnLastDay =>           | DRL_SYNTAX         | 5:29  | -
					allowance.drl | ageOnLastDay >= P.advancedAge | ageOnLastDay >=    | DRL_SYNTAX         | 5:31  | -
					allowance.drl | P.amount);             | P.amount)                 | CONSEQUENCE_SYNTAX | 8:5   | -
					allowance.drl | P.amount);             | P.amount;                 | CONSEQUENCE_SYNTAX | 8:5   | -
					allowance.drl | benefit.pay(P.amount); | -                         | ONE_CONSEQUENCE    | 7:1   | benefit.pay
					allowance.drl | pay(P.amount);         | pay(P.amount); benefit.pay(P.amount); | ONE_CONSEQUENCE | 7:1 | benefit.pay
					allowance.drl | benefit.pay(P.amount)  | benefit.atMost(P.amount)  | NO_AMOUNT          | 8:5   | pay
					allowance.drl | benefit.pay(P.amount)  | System.exit(1)            | NOT_ADMITTED       | 8:5   | benefit
					allowance.drl | benefit.pay(P.amount)  | benefit.pay(100)          | NOT_ADMITTED       | 8:17  | -
					allowance.drl | @en("A")               | -                         | MISSING_EN         | 1:1   | @en
					allowance.drl | @basis("第一条")        | -                         | MISSING_BASIS      | 1:1   | @basis
					allowance.drl | @en("A")               | @author("A") @en("A")     | NOT_ADMITTED       | 2:5   | @en
					allowance.drl | @en("A")               | salience 10 @en("A")      | DRL_SYNTAX         | 2:17  | -
					allowance.drl | @basis("第一条")        | @basis("第一条") salience 10 | NOT_ADMITTED    | 3:19   | rule
					allowance.drl | rule "乙"              | rule "甲"                 | DUPLICATE_RULE     | 11:1  | -
					allowance.drl | rule "乙"              | import java.util.List; rule "乙" | NOT_ADMITTED | 11:1  | rule
					allowance.drl | rule "乙"              | global Object o; rule "乙" | NOT_ADMITTED      | 11:1  | rule
					allowance.drl | rule "乙"              | dialect "mvel" rule "乙"  | NOT_ADMITTED       | 11:1  | rule
					allowance.drl | rule "乙"              | query "乙"                | DRL_SYNTAX         | 15:5  | -
					allowance.drl | onDibao == true        | onDibao == true @@ tekun == true | HIDDEN_UNKNOWN | 15:36 | or
					allowance.drl | onDibao == true        | onDibao == true && tekun == true | HIDDEN_UNKNOWN | 15:36 | comma
					allowance.drl | onDibao == true        | eval(true)                | NOT_ADMITTED       | 15:36 | -
					allowance.drl | onDibao == true        | hukou.region matches "a"  | NOT_ADMITTED       | 15:36 | -
					allowance.drl | when                   | whne                      | DRL_SYNTAX         | 4:1   | -
					allowance.drl | rule "甲"              | rul "甲"                  | DRL_SYNTAX         | 1:1   | -
					allowance.drl | rule "甲"              | rule "甲\\u0022           | UNICODE_ESCAPE     | 1:8   | character
					allowance.drl | Applicant( ageOnLastDay | Aplicant( ageOnLastDay   | UNKNOWN_FACT       | 5:5   | Applicant
					allowance.drl | Applicant( ageOnLastDay | Person( ageOnLastDay     | UNKNOWN_FACT       | 5:5   | lists
					jurisdiction.yaml | regionPrefix: "379901" | -                     | MISSING_KEY        | 1:1   | add
					jurisdiction.yaml | en: Model District  | -                        | MISSING_KEY        | 2:7   | add
					jurisdiction.yaml | id: model-district  | id: model                | WRONG_ID           | 1:5   | rename
					jurisdiction.yaml | "379901"            | "37990x"                 | REGION_PREFIX      | 3:15  | quotes
					program.yaml  | cycle: MONTH           | -                         | MISSING_KEY        | 1:1   | add
					program.yaml  | unit: CNY              | -                         | MISSING_KEY        | 1:1   | add
					program.yaml  | cycle: MONTH           | cycle: MONTHLY            | WRONG_VALUE        | 2:8   | README
					policy.yaml   | basis: 试例办法         | -                         | MISSING_KEY        | 1:1   | add
					policy.yaml   | , basis: 第二条         | -                         | MISSING_KEY        | 6:11  | add
					examples.yaml | period: 2013-07        | en: first                 | MISSING_KEY        | 1:3   | add
					examples.yaml | expect: {outcome: ELIGIBLE, amount: 100.00} | en: first | MISSING_KEY   | 1:3   | add
					policy.yaml   | title:                 | titel:                    | UNKNOWN_KEY        | 1:1   | title
					policy.yaml   | 2013-01-01             | 2013-02-01                | WRONG_VALUE        | 3:16  | -
					policy.yaml   | 2013-01-01             | 2013-13-01                | WRONG_VALUE        | 3:16  | -
					policy.yaml   | value: 80              | value: eighty             | PARAMETER_VALUE    | 5:24  | -
					policy.yaml   | value: 100.00          | value: 100.001            | PARAMETER_VALUE    | 6:19  | -
					policy.yaml   | unit: years            | unit: yaers               | WRONG_VALUE        | 5:34  | README
					policy.yaml   | advancedAge:           | AdvancedAge:              | PARAMETER_NAME     | 5:3  | -
					policy.yaml   | {value: 80, unit: years, basis: 第一条} | 80        | PARAMETER_FORM     | 5:16  | -
					policy.yaml   | [TEKUN]                | [TEKUNN]                  | PARAMETER_VALUE    | 7:19  | units
					policy.yaml   | URBAN:                 | URBN:                     | TABLE_KEY          | 8:37  | README
					policy.yaml   | by: hukouType          | by: hukuoType             | WRONG_VALUE        | 8:18  | README
					policy.yaml   | kinds:                 | amount:                   | DUPLICATE_KEY        | 7:3   | -
					policy.yaml   | title: {zh             | title {zh                 | YAML_SYNTAX        | 1:18   | -
					policy.yaml   | kinds:                 | kinds:                    | UNUSED_PARAMETER   | 7:3   | -
					policy.yaml   | basis: 试例办法         | wins: HIGHST              | WRONG_VALUE        | 2:7   | -
					examples.yaml | period: 2013-07        | period: 2013-13           | WRONG_VALUE        | 2:11  | -
					examples.yaml | birthDate: 1930-01-01  | birthDat: 1930-01-01      | UNKNOWN_FIELD      | 3:15  | birthDate
					examples.yaml | birthDate: 1930-01-01  | birthDate: 1930-02-30     | EXAMPLE_VALUE      | 3:26  | -
					examples.yaml | type: URBAN            | type: CITY                | EXAMPLE_VALUE      | 3:73  | README
					examples.yaml | outcome: ELIGIBLE      | outcome: ELIGABLE         | WRONG_VALUE        | 4:21  | -
					examples.yaml | amount: 100.00         | amount: hundred           | WRONG_VALUE        | 4:39  | -
					examples.yaml | amount: 100.00         | amount: 99.00             | EXAMPLE_FAILED     | 1:1   | -
					examples.yaml | period: 2013-07        | perod: 2013-07            | UNKNOWN_KEY        | 2:3   | period
					""")
	void everyMistakeIsToldWhereItStands(String file, String text, String replacement, String code, String place,
			String hint) {
		List<Problem> problems = check(file, text, (replacement != null) ? replacement.replace("@@", "||") : "");
		problems.forEach(DefectTableTests::saysNothingInternal);
		if (code == null) {
			assertThat(problems).filteredOn((one) -> one.severity() == Severity.ERROR).isEmpty();
			return;
		}
		assertThat(problems).allSatisfy((one) -> assertThat(one.hint()).isNotNull()).anySatisfy((one) -> {
			assertThat(one.code()).isEqualTo(code);
			assertThat(one.file()).isEqualTo(file);
			assertThat(one.line() + ":" + one.column()).isEqualTo(place);
			if (hint != null) {
				assertThat(one.hint()).isNotNull();
				assertThat(one.hint().en()).contains(hint);
			}
		});
	}

}
