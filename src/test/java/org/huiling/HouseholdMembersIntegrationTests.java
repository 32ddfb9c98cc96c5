package org.huiling;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The members of a household on every way through the service: told, imported, asked for,
 * decided by, given as a reason. Their names are in the file of the person and nowhere
 * else.
 */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
@ExtendWith(OutputCaptureExtension.class)
class HouseholdMembersIntegrationTests {

	private static final JsonMapper JSON = new JsonMapper();

	private static final String NAME = "试例成员丁";

	private static final String FILE = "0198c0de-0000-7000-8000-00000000000d";

	private static final String PERSON = """
			"birthDate": "1933-01-10", "name": "试例", "hukou": {"region": "379901003", "since": "1950-01-01"},
			"household": {"dibao": {"type": "RURAL", "since": "2010-01-01"}}, "statuses": [],
			"pension": {"monthlyAmount": 80}""";

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	private People people;

	@BeforeEach
	void worker() {
		this.people = People.as(this.client, People.WORKER);
	}

	private String begun(String members) {
		return this.people.begun("{" + PERSON + ", \"members\": " + members + "}");
	}

	private JsonNode decided(String person) {
		return this.people
			.post("/api/v1/applicants/" + person + "/decisions",
					"{\"period\": \"2015-03\", \"programs\": [\"household-support\"]}")
			.is(201)
			.body()
			.at("/items/0");
	}

	private String read(String uri) {
		return new String(this.client.get()
			.uri(uri)
			.header(TestCallers.HEADER, People.WORKER)
			.exchange()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody(), StandardCharsets.UTF_8);
	}

	@Test
	void theReasonTellsWhichMemberAndNeverTheName(CapturedOutput output) {
		String person = begun(
				"""
						[{"id": "1", "relation": "SPOUSE", "name": "%s", "disabilityGrade": 0, "receives": []},
						 {"id": "2", "relation": "CHILD", "name": "%s", "disabilityGrade": 2, "disabilityCategory": "PHYSICAL", "file": "%s"}]"""
					.formatted(NAME, NAME, FILE));
		JsonNode decision = decided(person);
		assertThat(decision.path("amount").decimalValue()).isEqualByComparingTo("100.00");
		assertThat(decision.at("/why/0/values").toString()).contains("\"members[2].disabilityGrade\":2");
		String id = decision.path("id").stringValue();
		assertThat(read("/api/v1/decisions/" + id + "/notice?lang=zh"))
			.contains("低保、特困家庭有重度残疾成员", "据以认定的情况", "家庭成员 2 的残疾等级 二级")
			.doesNotContain(NAME, FILE);
		assertThat(read("/api/v1/decisions/" + id + "/notice?lang=en"))
			.contains("household members, no. 2: grade of disability Grade 2")
			.doesNotContain(NAME, FILE);
		String refused = decided(
				begun("[{\"id\": \"1\", \"name\": \"%s\", \"disabilityGrade\": 4, \"disabilityCategory\": \"VISUAL\"}]"
					.formatted(NAME)))
			.path("id")
			.stringValue();
		assertThat(read("/api/v1/decisions/" + refused + "/notice?lang=zh")).contains("家庭成员 1 的残疾等级 四级")
			.doesNotContain(NAME);
		assertThat(read("/api/v1/decisions/" + refused + "/notice?lang=en"))
			.contains("household members, no. 1: grade of disability Grade 4")
			.doesNotContain(NAME);
		assertThat(read("/api/v1/decisions/" + id)).doesNotContain(NAME, FILE);
		assertThat(
				this.people.post("/api/v1/decisions/" + id + "/replay", "").is(200).body().path("same").booleanValue())
			.isTrue();
		assertThat(this.people.get("/api/v1/applicants/" + person).body().at("/members/1/name").stringValue())
			.isEqualTo(NAME);
		assertThat(everythingStored()).as("decision facts, events, projections, audit")
			.isNotEmpty()
			.noneMatch((row) -> row.contains(NAME) || row.contains(FILE));
		assertThat(output.toString()).doesNotContain(NAME, FILE);
	}

	/** Every row of every table, as text. */
	private List<String> everythingStored() {
		List<String> rows = new ArrayList<>();
		this.jdbc.sql(
				"select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'")
			.query(String.class)
			.list()
			.forEach((table) -> rows
				.addAll(this.jdbc.sql("select t::text from \"" + table + "\" t").query(String.class).list()));
		return rows;
	}

	@Test
	void whatIsNotKnownOfAMemberIsAskedForByItsField() {
		assertThat(needed(begun("[{\"id\": \"1\", \"relation\": \"CHILD\"}]")))
			.containsExactlyInAnyOrder("members[].disabilityCategory", "members[].disabilityGrade");
		assertThat(needed(begun("null"))).containsExactly("members");
	}

	private List<String> needed(String person) {
		return this.people
			.post("/api/v1/applicants/" + person + "/decisions",
					"{\"period\": \"2015-03\", \"programs\": [\"household-support\"]}")
			.is(422)
			.body()
			.path("errors")
			.findValuesAsString("field");
	}

	@Test
	void aRecordReplacesTheHouseholdWhole() {
		String person = begun("[{\"id\": \"1\", \"relation\": \"SPOUSE\"}, {\"id\": \"2\", \"relation\": \"CHILD\"}]");
		this.people.recorded(person,
				"{\"validFrom\": \"2013-01-01\", \"facts\": {\"members\": [{\"id\": \"2\", \"relation\": \"CHILD\"}]}}");
		assertThat(this.people.get("/api/v1/applicants/" + person).body().path("members").findValuesAsString("id"))
			.containsExactly("2");
	}

	@Test
	void twoMembersComeWithAListByTheirChineseColumns() {
		String csv = """
				姓名,出生日期,成员编号[0],成员关系[0],成员姓名[0],成员残疾等级[0],成员编号[1],成员关系[1],成员享受的待遇[1],成员月收入[1]
				试例乙,1934-01-10,1,老伴,%s,一级,2,儿子,低保,"1,200"
				试例丙,1934-01-11,1,配偶,%s,一级,2,儿子,低保,"1,200"
				""".formatted(NAME, NAME);
		JsonNode answer = JSON.readTree(this.client.post()
			.uri("/api/v1/applicants/import")
			.header("Content-Type", "text/csv")
			.header(TestCallers.HEADER, People.WORKER)
			.body(csv.getBytes(StandardCharsets.UTF_8))
			.exchange()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody());
		assertThat(answer.path("accepted").intValue()).as(answer.toString()).isOne();
		assertThat(answer.toString()).contains("members[0].relation").doesNotContain(NAME);
		String id = this.jdbc.sql("select id from applicant order by file_number desc limit 1")
			.query(String.class)
			.single();
		JsonNode members = this.people.get("/api/v1/applicants/" + id).body().path("members");
		assertThat(members.findValuesAsString("relation")).containsExactly("SPOUSE", "CHILD");
		assertThat(members.at("/0/disabilityGrade").intValue()).isOne();
		assertThat(members.at("/1/receives").toString()).isEqualTo("[\"DIBAO\"]");
		assertThat(members.at("/1/monthlyIncome").decimalValue()).isEqualByComparingTo("1200.00");
	}

	@Test
	void anIdOfAResidentIsNoNumberOfAMember() {
		assertThat(this.people
			.post("/api/v1/applicants", "{" + PERSON + ", \"members\": [{\"id\": \"37990119350505123X\"}]}")
			.is(400)
			.body()
			.at("/errors/0/field")
			.stringValue()).isEqualTo("members[0].id");
	}

}
