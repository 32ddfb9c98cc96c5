package org.huiling.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.huiling.engine.drools.condition.FactSet;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.engine.problem.Finding;
import org.huiling.engine.problem.Finding.Kind;
import org.huiling.engine.problem.Problem;
import org.huiling.engine.reason.Truth;
import org.huiling.facts.Code;
import org.huiling.facts.Period;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.words.PersonFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is added up of a list by month, quarter or year. */
class SumsOverAPeriodTests {

	private static final String FACTS = """
			name: {zh: 账单, en: Bills}
			facts:
			  bills:
			    type: list
			    key: [id]
			    order: [date, id]
			    pattern: Bill
			    zh: 账单
			    en: Bills
			    fields:
			      id: {type: text, required: true, zh: 编号, en: Number}
			      date: {type: date, zh: 账单日期, en: Day of the bill}
			      setting: {type: code, codeType: BillSetting, codes: {HOME: {zh: 居家, en: At home}, INSTITUTION: {zh: 机构, en: Institution}}, zh: 方式, en: Setting}
			      amount: {type: money, zh: 账单金额, en: Amount of the bill}
			derived:
			  monthAtHome: {is: "sum(bills, amount, sameMonth(date, lastDay) and setting == BillSetting.HOME)", zh: 当月居家, en: At home this month}
			  quarterBills: {is: "sum(bills, amount, sameQuarter(date, lastDay))", zh: 当季, en: This quarter}
			  yearBills: {is: "sum(bills, amount, sameYear(date, lastDay) and date <= lastDay)", zh: 当年, en: This year}
			  billsThisMonth: {is: "count(bills, sameMonth(date, lastDay))", zh: 当月几张, en: Bills this month}
			""";

	private static final MoreFacts MORE = MoreFacts.of(FACTS);

	private static final PolicyCompiler COMPILER = MORE.compiler();

	private static TinyPolicy policy() {
		return TinyPolicy.monthly()
			.parameter("share", "30", "percent")
			.parameter("most", "800.00", "CNY")
			.parameter("one", "1", "count")
			.rule("居家补贴", "Applicant( alive == true, billsThisMonth >= P.one, $bills : monthAtHome )",
					"benefit.pay(min($bills.times(P.share), P.most));");
	}

	private final List<FactRecord> bills = new ArrayList<>();

	private void bill(String day, String setting, String amount) {
		Map<String, Object> fields = new HashMap<>(Map.of("id", "b" + this.bills.size()));
		if (day != null) {
			fields.put("date", LocalDate.parse(day));
		}
		if (setting != null) {
			fields.put("setting", Code.of("BillSetting", setting));
		}
		if (amount != null) {
			fields.put("amount", new BigDecimal(amount));
		}
		this.bills.add(MORE.item("bills", fields));
	}

	private Verdict ask(String month) {
		return new Shelf(TinyPolicy.JURISDICTION, List.of(policy().compile(COMPILER))).ask("old-age-allowance", month,
				(day) -> MORE.person(Map.of("bills", this.bills)));
	}

	@Test
	void aShareOfTheBillsOfAMonth() {
		bill("2013-07-01", "HOME", "1000.00");
		bill("2013-07-31", "HOME", "500.55");
		bill("2013-07-15", "INSTITUTION", "9000.00");
		bill("2013-06-30", "HOME", "2000.00");
		bill("2012-07-15", "HOME", "4000.00");
		bill("2013-08-15", "HOME", "4000.00");
		ask("2013-07").pays("450.17");
		ask("2013-06").pays("600.00");
		ask("2013-08").pays("800.00");
		ask("2013-05").refuses();
	}

	/** A bill without its day may be of any month; one of another month matters not. */
	@Test
	void anUnknownBillIsAskedForWhereItCouldMatter() {
		bill("2013-07-01", "HOME", "1000.00");
		bill("2013-06-30", null, null);
		ask("2013-07").pays("300.00");
		bill(null, "HOME", "100.00");
		ask("2013-07").needs("bills[].date");
		bill("2013-07-02", "HOME", null);
		ask("2013-07").needs("bills[].amount", "bills[].date");
	}

	@ParameterizedTest
	@CsvSource({ "2013-07, quarterBills, 6.00", "2013-06, quarterBills, 1.00", "2013-12, quarterBills, 8.00",
			"2013-07, yearBills, 3.00", "2013-12, yearBills, 15.00", "2014-01, yearBills, 16.00" })
	void quartersBeginInJanuaryAprilJulyAndOctober(String month, String fact, BigDecimal sum) {
		bill("2013-06-30", "HOME", "1.00");
		bill("2013-07-01", "HOME", "2.00");
		bill("2013-09-30", "HOME", "4.00");
		bill("2013-10-01", "HOME", "8.00");
		bill("2014-01-01", "HOME", "16.00");
		CompiledPolicy policy = TinyPolicy.monthly()
			.parameter("sum", sum.toString(), "CNY")
			.rule("恰好", "Applicant( " + fact + " == P.sum )", "benefit.pay(P.sum);")
			.compile(COMPILER);
		FactSet facts = new FactSet(new PersonFacts(policy.words(), MORE.person(Map.of("bills", this.bills)), "379901",
				Period.parse(month), null), null, null, null);
		assertThat(List.of(policy.rules().walk(), policy.rules().plan(), policy.rules().session()))
			.allSatisfy((way) -> assertThat(way.evaluate(facts)).singleElement()
				.satisfies((one) -> assertThat(one.truth()).isEqualTo(Truth.HOLDS)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "billsThisMonth >= P.one | billsThisMonth < P.one | -",
					"billsThisMonth >= P.one | alive == true | CONFLICT",
					"billsThisMonth >= P.one | billsThisMonth < P.one, yearBills > P.none | -",
					"billsThisMonth >= P.one, yearBills > P.none | billsThisMonth >= P.one | CONFLICT" })
	void theCheckTriesBillsInAndOutOfTheMonth(String one, String other, String expected) {
		TinyPolicy policy = policyOf(one, other);
		PolicyFiles files = new PolicyFiles(TinyPolicy.JURISDICTION.id(), policy.program().id(), "2015-01-01",
				policy.bytes());
		List<Kind> found = COMPILER.check(new VersionDirectory(TinyPolicy.JURISDICTION, policy.program(), files))
			.findings()
			.stream()
			.map(Finding::kind)
			.filter((kind) -> kind == Kind.CONFLICT || kind == Kind.UNREACHABLE || kind == Kind.NOT_JUDGED)
			.distinct()
			.toList();
		assertThat(found.toString()).isEqualTo("-".equals(expected) ? "[]" : "[" + expected + "]");
	}

	private static TinyPolicy policyOf(String one, String other) {
		TinyPolicy policy = TinyPolicy.monthly("example", 10, "2015-01-01")
			.parameter("one", "1", "count")
			.parameter("none", "0.00", "CNY")
			.parameter("low", "50.00", "CNY")
			.parameter("high", "80.00", "CNY")
			.rule("甲", "Applicant( " + one + " )", "benefit.pay(P.low);");
		return "-".equals(other) ? policy : policy.rule("乙", "Applicant( " + other + " )", "benefit.pay(P.high);");
	}

	@Test
	void theWordsAreForDaysOnly() {
		assertThat(MoreFacts.of(FACTS.replace("sameQuarter(date, lastDay)", "sameQuarter(date, amount)"))
			.files()
			.problems()).isNotEmpty();
		assertThat(MoreFacts.of(FACTS.replace("sameQuarter(date, lastDay)", "sameQuarter(date)")).files().problems())
			.extracting(Problem::message)
			.anySatisfy((message) -> assertThat(message.toString()).contains("sameQuarter(date, lastDay)"));
	}

}
