package org.huiling.engine;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import org.huiling.engine.example.Example;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.engine.problem.CheckReport;
import org.huiling.engine.problem.Finding;
import org.huiling.engine.problem.Finding.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The search for flaws starts from the people of the worked examples too: they stand
 * where it cannot put anybody by itself, as at a line that two sums come to.
 */
class SearchFromExamplesTests {

	private static final String HEADER = """
			title: {zh: 样例, en: A sample}
			basis: 样例办法
			effectiveFrom: 2015-01-01
			parameters:
			  line: {value: 1200.00, unit: CNY, basis: 第四条}
			  share: {value: 50, unit: percent, basis: 第四条}
			  age: {value: 80, unit: years, basis: 第五条}
			  base: {value: 100.00, unit: CNY, basis: 第五条}
			""";

	private static final String RULES = """
			rule "夫妻"
			    @en("Couples")
			    @basis("第四条")
			when
			    Applicant( $own : pension.monthlyAmount, $theirs : spouse.monthlyIncome, $own.plus($theirs) < P.line,
			               hukouInJurisdiction == true, alive == true )
			then
			    benefit.pay(P.line.minus($own.plus($theirs)).times(P.share));
			end

			rule "高龄"
			    @en("Old age")
			    @basis("第五条")
			when
			    Applicant( ageOnLastDay >= P.age, pension.monthlyAmount > P.line, hukouInJurisdiction == true, alive == true )
			then
			    benefit.pay(P.base);
			end
			""";

	private static final String EXAMPLES = """
			applicant: {birthDate: 1945-05-05, hukou: {region: "379981002"}, pension: {monthlyAmount: 300.00}}
			examples:
			  - name: 夫妻共九百元
			    period: 2015-06
			    applicant: {members: [{id: "1", relation: SPOUSE, monthlyIncome: 600.00}]}
			    expect: {outcome: ELIGIBLE, amount: 150.00}
			  - name: 没有配偶
			    period: 2015-06
			    applicant: {members: []}
			    expect: {outcome: NOT_ELIGIBLE}
			  - name: 高龄
			    period: 2015-06
			    applicant: {birthDate: 1930-05-05, pension: {monthlyAmount: 1500.00}, members: []}
			    expect: {outcome: ELIGIBLE, amount: 100.00}
			""";

	@TempDir
	private Path rules;

	private CheckReport check(String drl) throws IOException {
		Path version = Files.createDirectories(this.rules.resolve("sample-county/sample-benefit/2015-01-01"));
		Files.writeString(version.resolve("../../jurisdiction.yaml"),
				"id: sample-county\nname: {zh: 样例县, en: Sample County}\nregionPrefix: \"379981\"\n");
		Files.writeString(version.resolve("../program.yaml"),
				"name: {zh: 样例, en: Sample}\ncycle: MONTH\nunit: CNY\norder: 10\npaidTo: PERSON\n");
		Files.writeString(version.resolve("policy.yaml"), HEADER);
		Files.writeString(version.resolve("couples.drl"), drl);
		Files.writeString(version.resolve("examples.yaml"), EXAMPLES);
		return new PolicyCompiler().check(VersionDirectory.read(version));
	}

	@Test
	void twoRulesThatMeetOnlyBesideAPersonOfAnExampleAreFound() throws IOException {
		CheckReport report = check(RULES.replace("ageOnLastDay >= P.age, pension.monthlyAmount > P.line", //
				"ageOnLastDay >= P.age, pension.monthlyAmount > P.base"));
		assertThat(report.examples()).allMatch(Example.Result::passed);
		assertThat(report.findings()).filteredOn((one) -> one.kind() == Kind.CONFLICT)
			.singleElement()
			.satisfies((conflict) -> {
				assertThat(conflict.rules()).extracting(Bilingual::zh).containsExactly("夫妻", "高龄");
				assertThat(conflict.period()).isEqualTo("2015-06");
				// the person of the example, but older
				assertThat(Objects.requireNonNull(conflict.counterexample()).items("members")).singleElement()
					.extracting((spouse) -> spouse.value("monthlyIncome"))
					.isEqualTo(new BigDecimal("600.00"));
			});
	}

	@Test
	void rulesThatNeverMeetAreLeftAlone() throws IOException {
		CheckReport report = check(RULES);
		assertThat(report.examples()).allMatch(Example.Result::passed);
		assertThat(report.findings()).extracting(Finding::kind).containsOnly(Kind.NOT_JUDGED);
	}

}
