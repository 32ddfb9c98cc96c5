package org.huiling;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Facts that one more fact file declares, and nothing else: a date, an amount, an exact
 * number, a code, a sealed text and a list come through every way in and out.
 */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@Import(TestCallers.class)
class DeclaredFactsIntegrationTests {

	private static final JsonMapper JSON = new JsonMapper();

	private static final String DECLARED = """
			"joinedParty": "1960-07-01", "partySubsidy": 120.5, "heightInMetres": 1.62, "marital": "WIDOWED",
			"cardNumber": "SC0001", "relatives": [
			{"id": "m1", "name": "试例成员", "birthDate": "1970-01-01", "monthlyIncome": 900}]""";

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	People people;

	@DynamicPropertySource
	static void rules(DynamicPropertyRegistry properties) throws IOException {
		DeclaredFacts.register(properties);
	}

	@BeforeEach
	void worker() {
		this.people = People.as(this.client, People.WORKER);
	}

	private String begun(String birth) {
		return this.people.begun("{\"birthDate\": \"" + birth + "\", \"name\": \"试例甲\", "
				+ "\"hukou\": {\"region\": \"379901003\", \"since\": \"1950-01-01\"}, "
				+ "\"applications\": [{\"program\": \"old-age-allowance\", \"date\": \"2014-01-15\"}], " + DECLARED
				+ "}");
	}

	@Test
	void areRecordedAndAnsweredInTheOrderOfTheDictionary() {
		JsonNode person = this.people.get("/api/v1/applicants/" + begun("1933-01-10")).is(200).body();
		assertThat(person.propertyNames()).containsSubsequence("birthDate", "hukou", "joinedParty", "partySubsidy",
				"heightInMetres", "marital", "cardNumber", "relatives");
		assertThat(person.get("partySubsidy").decimalValue()).hasToString("120.50");
		assertThat(person.get("heightInMetres").decimalValue()).hasToString("1.620");
		assertThat(person.at("/relatives/0/name").stringValue()).isEqualTo("试例成员");
	}

	@Test
	void whatIsSealedIsNowhereToBeReadInTheDatabase() {
		begun("1933-01-11");
		String stored = this.jdbc.sql("select string_agg(facts::text, '') from applicant_record")
			.query(String.class)
			.single();
		assertThat(stored).contains("1960-07-01", "WIDOWED").doesNotContain("SC0001", "试例成员");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "joinedParty: 2013-02-30 | joinedParty | INVALID_DATE",
					"joinedParty: 1900-01-01 | joinedParty | BEFORE_BIRTH",
					"joinedParty: 2990-01-01 | joinedParty | IN_FUTURE", "marital: DIVORCED | marital | UNKNOWN_CODE",
					"cardNumber: sc-1 | cardNumber | FORM", "maritale: SINGLE | maritale | UNKNOWN_PROPERTY" })
	void areRefusedByTheirPath(String told, String field, String code) {
		String[] parts = told.split(": ", 2);
		JsonNode error = this.people
			.post("/api/v1/applicants",
					"{\"birthDate\": \"1933-01-12\", \"%s\": \"%s\"}".formatted(parts[0], parts[1].strip()))
			.body()
			.at("/errors/0");
		assertThat(error.get("field").stringValue() + " " + error.get("code").stringValue())
			.isEqualTo(field + " " + code);
	}

	@Test
	void whatCannotBeTogetherIsToldInTheWordsOfTheFactFile() {
		JsonNode errors = this.people.post("/api/v1/applicants",
				"{\"birthDate\": \"1933-01-12\", \"marital\": \"SINGLE\", \"partySubsidy\": 5000.01, \"heightInMetres\": 3}")
			.is(400)
			.body()
			.get("errors");
		assertThat(errors.findValuesAsString("code")).containsExactlyInAnyOrder("NOT_WITHIN", "SUBSIDY_OF_SINGLE");
		JsonNode said = errors.valueStream()
			.filter((error) -> "SUBSIDY_OF_SINGLE".equals(error.get("code").stringValue()))
			.findFirst()
			.orElseThrow();
		assertThat(said.get("field").stringValue()).isEqualTo("partySubsidy");
		assertThat(said.get("message").stringValue()).isIn("未婚的补助不超过五千元（marital）。",
				"Nobody single has a subsidy above 5000 (marital).");
	}

	@Test
	void comeWithAListUnderTheirNamesInBothLanguages() {
		String id = imported("""
				姓名,出生日期,入党日期,党内补助,身高,婚姻状况,老年卡号,亲属编号[0],亲属姓名[0]
				试例乙,1934-01-10,1961/7/1,"1,200",1.7,单身,SC0002,m1,试例成员乙
				""");
		JsonNode person = this.people.get("/api/v1/applicants/" + id).is(200).body();
		assertThat(person.get("joinedParty").stringValue()).isEqualTo("1961-07-01");
		assertThat(person.get("partySubsidy").decimalValue()).hasToString("1200.00");
		assertThat(person.get("marital").stringValue()).isEqualTo("SINGLE");
		assertThat(person.at("/relatives/0/name").stringValue()).isEqualTo("试例成员乙");
		String other = imported(
				"name,birthDate,Joined the party on,Marital status\nLi Ming,1934-01-11,1962-07-01,Married\n");
		assertThat(this.people.get("/api/v1/applicants/" + other).body().get("marital").stringValue())
			.isEqualTo("MARRIED");
	}

	private String imported(String csv) {
		JsonNode answer = JSON.readTree(this.client.post()
			.uri("/api/v1/applicants/import")
			.header("Content-Type", "text/csv")
			.header(TestCallers.HEADER, People.WORKER)
			.body(csv.getBytes(StandardCharsets.UTF_8))
			.exchange()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody());
		assertThat(answer.get("accepted").intValue()).as(answer.toString()).isOne();
		return this.jdbc.sql("select id from applicant order by file_number desc limit 1").query(String.class).single();
	}

	@Test
	void listsOfThemAreKeptItemByItem() {
		String id = begun("1933-01-13");
		this.people.recorded(id,
				"{\"validFrom\": \"2013-01-01\", \"facts\": {\"relatives\": [{\"id\": \"m2\", \"monthlyIncome\": 5}]}}");
		JsonNode relatives = this.people.get("/api/v1/applicants/" + id).body().get("relatives");
		assertThat(relatives.findValuesAsString("id")).isEqualTo(List.of("m1", "m2"));
	}

	@Test
	void aDecisionKeepsThemWithoutWhatIsSealedAndReplaysTheSame() {
		String id = begun("1933-01-14");
		JsonNode decision = this.people
			.post("/api/v1/applicants/" + id + "/decisions",
					"{\"period\": \"2014-01\", \"programs\": [\"old-age-allowance\"]}")
			.is(201)
			.body()
			.at("/items/0");
		String seen = this.jdbc.sql("select string_agg(facts::text, '') from decision_facts")
			.query(String.class)
			.single();
		assertThat(seen).contains("\"joinedParty\":\"1960-07-01\"", "\"heightInMetres\":1.620", "\"id\":\"m1\"")
			.doesNotContain("SC0001", "试例成员");
		JsonNode replay = this.people.post("/api/v1/decisions/" + decision.get("id").stringValue() + "/replay", "")
			.is(200)
			.body();
		assertThat(replay.get("same").booleanValue()).as(replay.toString()).isTrue();
	}

	@Test
	void theApiDescribesThem() {
		String described = new String(
				this.client.get().uri("/v3/api-docs").exchange().expectBody().returnResult().getResponseBody(),
				StandardCharsets.UTF_8);
		assertThat(described).contains("\"joinedParty\"", "入党时间 Joined the party on", "\"WIDOWED\"", "\"relatives\"");
	}

}
