package org.huiling.recalculation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.huiling.HuilingTest;
import org.huiling.TestDirectory;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.facts.CivilTime;
import org.huiling.policy.TinyRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A version that adds up what a month's bills come to follows one that does not: what
 * stood of the earlier one went on, and what the later one decides is of its month alone.
 */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@Import(TestCallers.class)
class MonthsAloneIntegrationTests {

	private static final String TOP_UP = "care-top-up";

	@DynamicPropertySource
	static void rules(DynamicPropertyRegistry properties) throws IOException {
		String version = "model-district/" + TOP_UP + "/2015-01-01";
		TinyRules rules = new TinyRules(TestDirectory.of("huiling-rules")).jurisdiction("model-district", "379901")
			.program("model-district", TOP_UP, 10)
			.version("model-district/" + TOP_UP + "/2013-01-01", "30.00")
			.version(version, "50.00")
			.file(version + "/allowance.drl", """
					rule "扣除护理费用的津贴"
					    @en("Allowance less care")
					    @basis("津贴办法（自拟）第一条")
					when
					    Applicant( ageOnLastDay >= P.age, $care : careAtHomeThisMonth )
					then
					    benefit.atLeast(Money.ZERO).pay(P.allowance.minus($care));
					end
					""");
		rules.root().toFile().deleteOnExit();
		properties.add("huiling.rules", () -> rules.root().toString());
	}

	@Autowired
	RestTestClient client;

	private People people;

	private Runs runs;

	@BeforeEach
	void signIn() {
		this.people = People.as(this.client, People.WORKER);
		this.runs = Runs.as(this.client);
	}

	private static String bill(String day, String price) {
		return "{\"id\": \"" + day + "\", \"date\": \"" + day + "\", \"setting\": \"HOME\", \"insurancePaid\": 0"
				+ (price.isEmpty() ? "" : ", \"price\": " + price) + "}";
	}

	/** Has had 30.00 since January 2014, and nothing said that it ends. */
	private String paidByTheEarlierVersion(String... bills) {
		String id = this.people.begun("""
				{"birthDate": "1930-05-05", "hukou": {"region": "379901003", "type": "RURAL"}, "careBills": [%s]}"""
			.formatted(String.join(", ", bills)));
		this.people
			.post("/api/v1/applicants/" + id + "/decisions",
					"{\"period\": \"2014-01\", \"programs\": [\"" + TOP_UP + "\"]}")
			.is(201);
		return id;
	}

	private List<String> stands(String id) {
		return this.people.get("/api/v1/applicants/" + id + "/decisions?size=200")
			.is(200)
			.body()
			.path("items")
			.valueStream()
			.map((one) -> one.path("period").stringValue() + " " + one.path("until").asString("on") + " "
					+ one.path("outcome").stringValue() + " " + one.path("amount").decimalValue())
			.sorted()
			.toList();
	}

	private List<String> changes(String run, String id) {
		return this.runs.get(run, "changes?size=200")
			.path("items")
			.valueStream()
			.filter((one) -> one.path("applicantId").stringValue().equals(id))
			.map((one) -> one.path("period").stringValue() + " " + one.path("because").stringValue() + " "
					+ one.path("difference").decimalValue())
			.toList();
	}

	private String run() {
		return this.runs.completed("COMMIT", "2015-05", "2015-09").get("id").stringValue();
	}

	private String notice(String person, String period) {
		String id = this.people.get("/api/v1/applicants/" + person + "/decisions?size=200")
			.body()
			.path("items")
			.valueStream()
			.filter((one) -> one.path("period").stringValue().equals(period))
			.findFirst()
			.orElseThrow()
			.path("id")
			.stringValue();
		return new String(this.client.get()
			.uri("/api/v1/decisions/" + id + "/notice?lang=zh")
			.header(TestCallers.HEADER, People.WORKER)
			.exchange()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody(), StandardCharsets.UTF_8);
	}

	/** The months after the run up to the present, by their version. */
	private static Stream<YearMonth> since() {
		return Stream.iterate(YearMonth.of(2015, 10), (month) -> !month.isAfter(YearMonth.now(CivilTime.ZONE)),
				(month) -> month.plusMonths(1));
	}

	@Test
	void aRunDecidesEveryMonthOnceUpToThePresentAndTakesNothingBack() {
		String id = paidByTheEarlierVersion(bill("2015-05-03", "25.00"));
		String over = YearMonth.now(CivilTime.ZONE).plusMonths(1).toString();
		List<String> expected = new ArrayList<>(List.of("2015-05 VERSION -5.00", "2015-06 VERSION 20.00"));
		since().forEach((month) -> expected.add(month + " VERSION 20.00"));
		expected.add(over + " MONTH_OVER -30.00");
		assertThat(changes(run(), id)).containsExactlyInAnyOrderElementsOf(expected);
		assertThat(stands(id))
			.contains("2014-01 2015-04 ELIGIBLE 30.00", "2015-05 2015-05 ELIGIBLE 25.00",
					"2015-06 2015-09 ELIGIBLE 50.00", over + " on NOT_ELIGIBLE 0.00")
			.filteredOn((one) -> one.contains("NOT_ELIGIBLE"))
			.hasSize(1);
		assertThat(notice(id, over)).contains("逐月认定，到当月为止").doesNotContain("没有施行中的政策");
		String again = this.runs.completed("COMMIT", "2015-10", "2015-11").get("id").stringValue();
		assertThat(changes(again, id)).isEmpty();
	}

	@Test
	void aMonthThatCannotBeDecidedIsNotPaidByTheEarlierVersion() {
		String id = paidByTheEarlierVersion(bill("2015-05-03", ""), bill("2015-07-03", ""), bill("2015-11-03", ""));
		String before = this.runs.completed("COMMIT", "2014-11", "2014-12").get("id").stringValue();
		assertThat(changes(before, id)).isEmpty();
		String run = run();
		assertThat(changes(run, id))
			.contains("2015-05 MONTH_OVER -30.00", "2015-06 VERSION 20.00", "2015-07 MONTH_OVER -30.00",
					"2015-08 VERSION 20.00", "2015-10 VERSION 20.00", "2015-11 MONTH_OVER -30.00",
					"2015-12 VERSION 20.00")
			.doesNotHaveDuplicates();
		assertThat(stands(id)).contains("2014-01 2015-04 ELIGIBLE 30.00", "2015-05 2015-05 NOT_ELIGIBLE 0.00",
				"2015-06 2015-06 ELIGIBLE 50.00", "2015-07 2015-07 NOT_ELIGIBLE 0.00", "2015-08 2015-09 ELIGIBLE 50.00",
				"2015-10 2015-10 ELIGIBLE 50.00", "2015-11 2015-11 NOT_ELIGIBLE 0.00");
		assertThat(this.runs.get(run, "undecided?size=200").path("items").valueStream())
			.anySatisfy((one) -> assertThat(one.path("missing").toString()).contains("careBills[].price"));
	}

}
