package org.huiling.applicant.register;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Who looked at a person is told to whoever answers them. */
@HuilingTest
@SharedService
@Import(TestCallers.class)
class AccessIntegrationTests {

	private static final String AUDITOR = "auditor;AUDITOR;379901";

	private static int made;

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	private People worker;

	private People colleague;

	private People auditor;

	private String name = "";

	@BeforeEach
	void signIn() {
		this.worker = People.as(this.client, People.WORKER);
		this.colleague = People.as(this.client, "colleague;CASE_WORKER;379901");
		this.auditor = People.as(this.client, AUDITOR);
		this.name = "被访" + made++;
	}

	@Test
	void tellsWhoLookedWhenWhyAndInWhichWay() {
		String person = file(this.name);
		String other = file(this.name);
		this.colleague.get("/api/v1/applicants?q=" + this.name).is(200);
		this.colleague.get("/api/v1/applicants/" + person + "?reveal=residentId&reason=phone-call").is(200);
		JsonNode looks = this.auditor.get("/api/v1/applicants/" + person + "/access?size=2").is(200).body();
		assertThat(looks.get("total").intValue()).isEqualTo(4);
		JsonNode opened = looks.at("/items/0");
		assertThat(opened.get("by").asString()).isEqualTo("colleague");
		assertThat(opened.get("as").values()).extracting(JsonNode::asString).containsExactly("CASE_WORKER");
		assertThat(opened.get("action").asString()).isEqualTo("APPLICANT_READ");
		assertThat(opened.get("way").asString()).isEqualTo("查看档案");
		assertThat(opened.get("reason").asString()).isEqualTo("phone-call");
		assertThat(opened.at("/details/revealed/0").asString()).isEqualTo("residentId");
		assertThat(opened.get("at").asString()).endsWith("Z");
		JsonNode listed = looks.at("/items/1");
		assertThat(listed.get("action").asString()).isEqualTo("APPLICANTS_LISTED");
		assertThat(listed.get("among").intValue()).isEqualTo(2);
		assertThat(looks.toString()).as("whom else it showed").doesNotContain(other);
		JsonNode begun = this.auditor.get("/api/v1/applicants/" + person + "/access?size=2&page=1").body();
		assertThat(actions(begun)).containsExactly("APPLICANTS_LISTED", "NAMESAKE_FOUND");
	}

	/**
	 * By account, by what was done and by days; as a file all of it by the names of the
	 * API.
	 */
	@Test
	void isFilteredAndHandedOutAsAFile() {
		String person = file(this.name);
		this.colleague.get("/api/v1/applicants/" + person).is(200);
		String path = "/api/v1/applicants/" + person + "/access";
		assertThat(actions(this.auditor.get(path + "?by=colleague").is(200).body())).containsExactly("APPLICANT_READ");
		assertThat(actions(this.auditor.get(path + "?action=APPLICANT_RECORDED").is(200).body()))
			.containsExactly("APPLICANT_RECORDED");
		assertThat(this.auditor.get(path + "?to=2013-01-01").is(200).body().get("total").intValue()).isZero();
		assertThat(this.auditor.get(path + "?from=2013-01-01&by=colleague").is(200).body().get("total").intValue())
			.isOne();
		assertThat(this.auditor.get(path + "?from=x").is(400).text("/errors/0/field")).isEqualTo("from");
		String csv = csv(path + "?by=colleague", AUDITOR, 200);
		assertThat(csv.lines().toList()).hasSize(2)
			.first()
			.asString()
			.isEqualTo("\uFEFFat,by,name,as,action,way,among,reason,details,subject,id");
		assertThat(csv).contains("colleague", "CASE_WORKER", "APPLICANT_READ", person);
		assertThat(this.jdbc
			.sql("select count(*) from audit_event where subject = ? and action = 'APPLICANT_ACCESS_READ'"
					+ " and details ->> 'format' = 'csv'")
			.param(person)
			.query(Long.class)
			.single()).isOne();
		csv(path, "stranger;AUDITOR;110101", 404);
	}

	private String csv(String path, String caller, int status) {
		byte[] body = this.client.get()
			.uri(path)
			.header(TestCallers.HEADER, caller)
			.header("Accept", (status == 200) ? "text/csv" : "text/csv, application/problem+json")
			.exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody();
		return new String((body != null) ? body : new byte[0], StandardCharsets.UTF_8);
	}

	@Test
	void theCallIsItselfAnEvent() {
		String person = file(this.name);
		this.worker.get("/api/v1/applicants/" + person + "/access").is(200);
		JsonNode second = this.worker.get("/api/v1/applicants/" + person + "/access").is(200).body();
		assertThat(actions(second)).containsExactly("APPLICANT_ACCESS_READ", "APPLICANT_RECORDED");
	}

	@Test
	void isForCaseWorkersAndAuditorsOfThePersonsRegions() {
		String person = file(this.name);
		for (String stranger : List.of("stranger;CASE_WORKER;110101", "stranger;AUDITOR;110101")) {
			People.as(this.client, stranger).get("/api/v1/applicants/" + person + "/access").is(404);
		}
		for (String role : List.of("BATCH_OPERATOR", "PAYMASTER", "POLICY_APPROVER", "ADMIN")) {
			People.as(this.client, "other;" + role + ";379901").get("/api/v1/applicants/" + person + "/access").is(403);
		}
		this.worker.get("/api/v1/applicants/nobody/access").is(404);
	}

	/** A file that was merged into one that was merged itself is still the person's. */
	@Test
	void whoSawAFileThatWasMergedSawThePerson() {
		String first = file(this.name);
		String second = file(this.name);
		String third = file(this.name);
		this.colleague.get("/api/v1/applicants/" + first).is(200);
		merge(second, first);
		merge(third, second);
		JsonNode looks = this.worker.get("/api/v1/applicants/" + third + "/access").is(200).body();
		assertThat(looks.get("items").valueStream().filter((look) -> look.get("by").asString().equals("colleague")))
			.hasSize(1)
			.allSatisfy((look) -> assertThat(look.get("subject").asString()).isEqualTo(first));
		JsonNode events = this.auditor.get("/api/v1/audit-events?by=colleague&subject=" + third).is(200).body();
		assertThat(events.get("items").valueStream().map((event) -> event.get("subject").asString()))
			.containsExactly(first);
	}

	@Test
	void whoIsToldThatAFileWasMergedOrErasedIsOnTheTrail() {
		String first = file(this.name);
		String second = file(this.name);
		merge(second, first);
		this.colleague.get("/api/v1/applicants/" + first).is(410);
		this.colleague.record(first, "{\"validFrom\": \"2013-01-01\", \"facts\": {\"careLevel\": 1}}").is(410);
		this.colleague.get("/api/v1/applicants/" + first + "/access").is(410);
		People.as(this.client, "stranger;CASE_WORKER;110101").get("/api/v1/applicants/" + first).is(404);
		JsonNode asked = this.auditor.get("/api/v1/audit-events?action=ENDED_FILE_ASKED&subject=" + second)
			.is(200)
			.body();
		assertThat(asked.get("items").valueStream()).hasSize(3)
			.allSatisfy((event) -> assertThat(event.get("by").asString()).isEqualTo("colleague"))
			.allSatisfy((event) -> assertThat(event.at("/details/told").asString()).isEqualTo("APPLICANT_MERGED"));
	}

	/** With a person go all of their files, and whoever asks is still told who looked. */
	@Test
	void anErasedPersonsFilesAreAllErasedAndWhoLookedIsKept() {
		String first = file(this.name);
		String second = file(this.name);
		String third = file(this.name);
		merge(second, first);
		merge(third, second);
		this.jdbc.sql("alter table applicant_record disable trigger user").update();
		try {
			this.jdbc.sql("update applicant_record set recorded_at = now() - interval '100 years'").update();
		}
		finally {
			this.jdbc.sql("alter table applicant_record enable trigger user").update();
		}
		this.worker.delete("/api/v1/applicants/" + third).is(204);
		assertThat(this.jdbc.sql("select count(*) from applicant_record where applicant = any(cast(? as uuid[]))")
			.param("{" + first + "," + second + "," + third + "}")
			.query(Long.class)
			.single()).isZero();
		this.colleague.get("/api/v1/applicants/" + third).is(410);
		JsonNode looks = this.worker.get("/api/v1/applicants/" + third + "/access").is(200).body();
		assertThat(actions(looks)).contains("ENDED_FILE_ASKED", "APPLICANT_ERASED", "APPLICANT_RECORDED");
	}

	private void merge(String into, String duplicate) {
		this.worker
			.post("/api/v1/applicants/" + into + "/merge",
					"{\"duplicate\": \"%s\", \"reason\": \"x\"}".formatted(duplicate))
			.is(200);
	}

	private String file(String name) {
		return this.worker
			.begun("{\"name\": \"%s\", \"birthDate\": \"1933-02-15\", \"hukou\": {\"region\": \"379901003\"}}"
				.formatted(name));
	}

	private static List<String> actions(JsonNode looks) {
		return looks.get("items").valueStream().map((look) -> look.get("action").asString()).toList();
	}

}
