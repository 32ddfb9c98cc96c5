package org.huiling.applicant.register.recording;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.facts.MadeUpIds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The same person does not come in twice without a word. */
@HuilingTest
@SharedService
@Import(TestCallers.class)
class SamePersonIntegrationTests {

	private static final String ELSEWHERE = "other;CASE_WORKER;370214";

	private static int made;

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	private People people;

	private String name = "";

	@BeforeEach
	void signIn() {
		this.people = People.as(this.client, People.WORKER);
		this.name = "同名·者" + made++;
	}

	@Test
	void aSecondFileNamesTheFirst() {
		String first = file(this.people, this.name, null, "379901003").text("/id");
		JsonNode second = file(this.people, this.name.replace("·", ""), id(2), "379901003").body();
		assertThat(same(second)).containsExactly(number(first));
		assertThat(second.get("warnings").toString()).contains("name").doesNotContain(this.name);
		JsonNode third = file(this.people, this.name, id(4), "379901003").body();
		assertThat(same(third)).as("those with ids are two, the first may be either").containsExactly(number(first));
		JsonNode fourth = file(this.people, this.name.replace('·', '.'), null, "379901003").body();
		assertThat(same(fourth)).hasSize(1);
	}

	@Test
	void peopleWithIdsOfTheirOwnAndOthersBornThenAreNoDoubt() {
		file(this.people, this.name, id(6), "379901003");
		assertThat(same(file(this.people, this.name, id(8), "379901003").body())).isEmpty();
		assertThat(same(file(this.people, this.name + "乙", null, "379901003").body())).isEmpty();
		assertThat(
				same(this.people
					.post("/api/v1/applicants",
							"""
									{"name": "%s", "birthDate": "1933-02-16", "hukou": {"region": "379901003"}}"""
								.formatted(this.name))
					.is(201)
					.body()))
			.isEmpty();
	}

	@Test
	void nothingIsSaidOfFilesElsewhere() {
		People other = People.as(this.client, ELSEWHERE);
		file(other, this.name, null, "370214");
		assertThat(same(file(this.people, this.name, null, "379901003").body())).isEmpty();
		for (String query : new String[] { "?dryRun=true", "" }) {
			assertThat(codes(imported(query, ELSEWHERE, row(this.name, null, "370214")))).as(query)
				.containsExactly("2 SAME_PERSON");
		}
		String fresh = this.name + "丙";
		file(this.people, fresh, null, "379901003");
		assertThat(codes(imported("?dryRun=true", ELSEWHERE, row(fresh, null, "370214")))).isEmpty();
	}

	@Test
	void aRecordThatMakesSomebodyAnotherIsWarnedOf() {
		String first = file(this.people, this.name, null, "379901003").text("/id");
		String second = file(this.people, this.name + "甲", null, "379901003").text("/id");
		assertThat(same(this.people.recorded(second, """
				{"validFrom": "2013-01-01", "facts": {"careLevel": 1}, "reason": "learnt"}""").body())).isEmpty();
		JsonNode renamed = this.people.recorded(second, """
				{"validFrom": "2013-01-01", "facts": {"name": "%s"}, "reason": "learnt"}""".formatted(this.name))
			.body();
		assertThat(same(renamed)).containsExactly(number(first));
		assertThat(same(this.people.recorded(second, """
				{"validFrom": "2013-01-01", "facts": {"careLevel": 2}, "reason": "learnt"}""").body())).isEmpty();
	}

	@Test
	void aMergedFileIsNoSecondOne() {
		String first = file(this.people, this.name, null, "379901003").text("/id");
		String second = file(this.people, this.name, null, "379901003").text("/id");
		this.people
			.post("/api/v1/applicants/" + first + "/merge",
					"{\"duplicate\": \"%s\", \"reason\": \"the same\"}".formatted(second))
			.is(200);
		assertThat(same(file(this.people, this.name, null, "379901003").body())).containsExactly(number(first));
	}

	@Test
	void twiceInOneFileIsSaidOfTheSecondLine() {
		String twice = row(this.name, null, "379901003").repeat(2);
		for (String query : new String[] { "?dryRun=true", "" }) {
			JsonNode answer = imported(query, People.WORKER, twice);
			assertThat(answer.get("accepted").asInt()).isEqualTo(2);
			assertThat(answer.get("warnings").asInt()).as("%s", answer).isEqualTo(1);
			assertThat(codes(answer)).containsExactly("3 SAME_PERSON_IN_FILE");
			assertThat(answer.toString()).doesNotContain(this.name);
		}
		assertThat(codes(imported("?dryRun=true", People.WORKER, twice))).containsExactly("2 SAME_PERSON",
				"3 SAME_PERSON_IN_FILE");
	}

	@Test
	void withIdsAndWithoutInOneFileAcrossBatches() {
		StringBuilder rows = new StringBuilder(row(this.name, id(10), "379901003"));
		rows.append(row(this.name, id(12), "379901003"));
		for (int i = 0; i < 2100; i++) {
			rows.append(row(this.name + "批" + i, null, "379901003"));
		}
		rows.append(row(this.name, null, "379901003")).append(row(this.name, id(14), "379901003"));
		for (String query : new String[] { "?dryRun=true", "" }) {
			assertThat(codes(imported(query, People.WORKER, rows.toString()))).as(query)
				.containsExactly("2104 SAME_PERSON_IN_FILE", "2105 SAME_PERSON_IN_FILE");
		}
		JsonNode again = imported("?dryRun=true", People.WORKER, rows.toString());
		assertThat(again.get("warnings").asInt()).isEqualTo(2101);
	}

	@Test
	void aListOfUpdatesThatMakesSomebodyAnotherIsWarnedOf() {
		String first = file(this.people, this.name, null, "379901003").text("/id");
		file(this.people, this.name + "丁", id(16), "379901003");
		file(this.people, this.name + "戊", id(18), "379901003");
		String list = row(this.name, id(16), "379901003") + row(this.name + "戊", id(18), "379901003");
		for (String query : new String[] { "?mode=UPDATE&dryRun=true", "?mode=ADD_OR_UPDATE" }) {
			JsonNode answer = imported(query, People.WORKER, list);
			assertThat(codes(answer)).as(query).containsExactly("2 SAME_PERSON");
			assertThat(answer.get("lines").toString()).contains(number(first));
		}
		assertThat(codes(imported("?mode=ADD_OR_UPDATE", People.WORKER, row(this.name, id(20), "379901003"))))
			.containsExactly("2 SAME_PERSON");
	}

	@Test
	void whoeverIsToldOfLearnsWhoWasTold() {
		String first = file(this.people, this.name, null, "379901003").text("/id");
		assertThat(told(first)).isEmpty();
		String second = file(this.people, this.name, id(22), "379901003").text("/id");
		assertThat(told(first)).containsExactly("RECORD");
		file(this.people, this.name + "己", id(24), "379901003");
		for (String query : new String[] { "?dryRun=true", "?mode=UPDATE", "" }) {
			String row = row(this.name, "?mode=UPDATE".equals(query) ? id(24) : null, "379901003");
			assertThat(codes(imported(query, People.WORKER, row))).as(query).containsExactly("2 SAME_PERSON");
		}
		assertThat(told(first)).containsExactly("IMPORT", "IMPORT", "IMPORT", "RECORD");
		assertThat(told(second)).as("of two only the first is named").isEmpty();
		String third = file(this.people, this.name + "庚", null, "379901003").text("/id");
		assertThat(
				same(this.people
					.recorded(third,
							"""
									{"validFrom": "2013-01-01", "facts": {"name": "%s"}, "reason": "learnt"}"""
								.formatted(this.name))
					.body()))
			.hasSize(1);
		assertThat(told(first)).startsWith("RECORD", "IMPORT").hasSize(5);
	}

	/** What an import says again it tells again, and one event names many people. */
	@Test
	void aListTellsOfManyInFewEvents() {
		StringBuilder rows = new StringBuilder();
		for (int i = 0; i < 30; i++) {
			rows.append(row(this.name + "众" + i, null, "379901003"));
		}
		assertThat(codes(imported("", People.WORKER, rows.toString()))).isEmpty();
		long before = events();
		assertThat(codes(imported("", People.WORKER, rows.toString()))).hasSize(30);
		assertThat(events()).isEqualTo(before + 1);
	}

	@Test
	void aDuplicateIdNamesTheFileToWhomeverMaySeeIt() {
		String known = id(46);
		String id = file(this.people, this.name, known, "379901003").text("/id");
		String body = "{\"birthDate\": \"1933-02-15\", \"residentId\": \"%s\"}".formatted(known);
		assertThat(this.people.post("/api/v1/applicants", body).is(409).text("/detail")).contains(id);
		People.Answer other = People.as(this.client, ELSEWHERE).post("/api/v1/applicants", body).is(409);
		assertThat(other.body().toString()).doesNotContain(id).doesNotContain(known);
	}

	@Test
	void twoFilesOfOnePersonBecomeOne() {
		String id = file(this.people, this.name, id(40), "379901003").text("/id");
		String second = this.people.begun("""
				{"birthDate": "1933-02-15", "name": "试历", "careLevel": 2, "hukou": {"region": "379901005"},
				 "claims": [{"id": "c1", "date": "2013-01-01", "kind": "OUTPATIENT"}]}""");
		this.people.recorded(second, "{\"validFrom\": \"2013-04-01\", \"facts\": {\"careLevel\": 3}}");
		String before = this.people.get("/api/v1/applicants/" + second + "/records").text("/items/1/recordedAt");
		this.people.post("/api/v1/applicants/" + id + "/merge", """
				{"duplicate": "%s", "reason": "the same person"}""".formatted(second)).is(200);
		People.Answer merged = this.people.get("/api/v1/applicants/" + id + "?date=2013-06-01").is(200);
		assertThat(merged.text("/name")).as("the first file is right").isEqualTo(this.name);
		assertThat(merged.text("/hukou/region")).isEqualTo("379901003");
		assertThat(merged.text("/careLevel")).isEqualTo("3");
		assertThat(merged.body().get("claims")).hasSize(1);
		assertThat(this.people.get("/api/v1/applicants/" + second).is(410).text("/detail")).contains(id);
		this.people.get("/api/v1/applicants/" + second + "?knownAt=" + before).is(200);
		assertThat(this.people.get("/api/v1/applicants/" + id + "?date=2013-06-01&knownAt=" + before)
			.body()
			.has("careLevel")).isFalse();
		this.people.record(second, "{\"validFrom\": \"2013-04-01\", \"facts\": {\"careLevel\": 3}}").is(410);
		assertThat(events(id)).contains("APPLICANTS_MERGED");
		assertThat(events(second)).contains("APPLICANT_MERGED_INTO");
	}

	@Test
	void whatCannotBeOnePersonIsNotMerged() {
		String id = file(this.people, this.name, id(42), "379901003").text("/id");
		String younger = this.people.begun("""
				{"birthDate": "1953-02-15", "residentId": "%s"}"""
			.formatted(MadeUpIds.of(LocalDate.of(1953, 2, 15), 842)));
		this.people
			.post("/api/v1/applicants/" + id + "/merge",
					"{\"duplicate\": \"%s\", \"reason\": \"x\"}".formatted(younger))
			.is(422);
		this.people.get("/api/v1/applicants/" + younger).is(200);
		this.people.post("/api/v1/applicants/" + id + "/merge", "{\"duplicate\": \"x\"}").is(400);
	}

	private List<String> events(String subject) {
		return this.jdbc.sql("select action from audit_event where subject = ? order by id")
			.param(subject)
			.query(String.class)
			.list();
	}

	private long events() {
		return People.as(this.client, "auditor;AUDITOR;379901")
			.get("/api/v1/audit-events?action=NAMESAKE_FOUND")
			.is(200)
			.body()
			.get("total")
			.asLong();
	}

	/** In which ways somebody was told of a person, the latest first. */
	private List<String> told(String person) {
		return People.as(this.client, "auditor;AUDITOR;379901")
			.get("/api/v1/applicants/" + person + "/access")
			.is(200)
			.body()
			.get("items")
			.valueStream()
			.filter((look) -> "NAMESAKE_FOUND".equals(look.get("action").asString()))
			.map((look) -> look.at("/details/by").asString())
			.toList();
	}

	private static String row(String name, @Nullable String id, String region) {
		return "%s,%s,1933-02-15,%s\n".formatted((id != null) ? id : "", name, region);
	}

	private JsonNode imported(String query, String caller, String rows) {
		byte[] body = this.client.post()
			.uri("/api/v1/applicants/import" + query)
			.header(TestCallers.HEADER, caller)
			.header("Content-Type", "text/csv")
			.body(("身份证号码,姓名,出生日期,户籍所在地\n" + rows).getBytes(StandardCharsets.UTF_8))
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody();
		return new JsonMapper().readTree(body);
	}

	private static List<String> codes(JsonNode answer) {
		return answer.get("lines")
			.valueStream()
			.filter((line) -> line.get("code").asString().startsWith("SAME_PERSON")
					|| "ERROR".equals(line.get("severity").asString()))
			.map((line) -> line.get("line").asString() + " " + line.get("code").asString())
			.toList();
	}

	private static People.Answer file(People people, String name, @Nullable String id, String region) {
		return people
			.post("/api/v1/applicants",
					"""
							{"name": "%s", "birthDate": "1933-02-15", %s"hukou": {"region": "%s"}}""".formatted(name,
							(id != null) ? "\"residentId\": \"" + id + "\", " : "", region))
			.is(201);
	}

	/** The files that are named as perhaps the same person's. */
	private static List<String> same(JsonNode answer) {
		return answer.get("warnings")
			.valueStream()
			.filter((warning) -> "SAME_PERSON".equals(warning.get("code").asString()))
			.map((warning) -> warning.get("message").asString().replaceAll(".*?([2-9CDFHJKMNPRTVWXY]{8}).*", "$1"))
			.toList();
	}

	private String number(String id) {
		return this.people.get("/api/v1/applicants/" + id).text("/fileNumber");
	}

	private static String id(int sequence) {
		return MadeUpIds.of(LocalDate.of(1933, 2, 15), 800 + sequence);
	}

}
