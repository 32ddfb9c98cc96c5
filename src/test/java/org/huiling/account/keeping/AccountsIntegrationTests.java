package org.huiling.account.keeping;

import java.util.List;
import java.util.Map;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.TestAccounts;
import org.huiling.account.TestCallers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

import static org.assertj.core.api.Assertions.assertThat;

@HuilingTest
@SharedService
@Import(TestCallers.class)
class AccountsIntegrationTests {

	@Autowired
	RestTestClient client;

	@Autowired
	TestAccounts accounts;

	@Autowired
	JdbcClient jdbc;

	@Test
	void anAccountIsMadeChangedAndRecorded() {
		post("""
				{"name": "wang.fang", "displayName": "王芳", "roles": ["CASE_WORKER", "AUDITOR"],
				 "regions": ["379901", "379902003"], "enabled": true, "password": "阳光路上桂花开了"}""").expectStatus()
			.isCreated()
			.expectHeader()
			.valueEquals("Location", "/api/v1/accounts/wang.fang")
			.expectHeader()
			.valueEquals("ETag", "\"1\"")
			.expectBody(String.class)
			.isEqualTo("{\"name\":\"wang.fang\",\"displayName\":\"王芳\",\"roles\":[\"CASE_WORKER\",\"AUDITOR\"],"
					+ "\"regions\":[\"379901\",\"379902003\"],\"enabled\":true}");
		assertThat(status("wang.fang", "阳光路上桂花开了")).isEqualTo(200);
		patch("wang.fang", "\"1\"", "{\"enabled\": false}").expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals("ETag", "\"2\"");
		assertThat(status("wang.fang", "阳光路上桂花开了")).isEqualTo(401);
		patch("wang.fang", "\"1\"", "{\"enabled\": true}").expectStatus()
			.isEqualTo(412)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:huiling:problem:stale");
		patch("wang.fang", null, "{\"enabled\": true, \"password\": \"reset-by-admin\"}").expectStatus().isOk();
		assertThat(status("wang.fang", "reset-by-admin")).isEqualTo(403);
		assertThat(this.jdbc
			.sql("select done_by || ' ' || action || ' ' || regexp_replace(details::text, '\"as\":\\[[^]]*\\],', '')"
					+ " from audit_event where subject = 'wang.fang'" + " and action like '%ACCOUNT%' order by id")
			.query(String.class)
			.list())
			.containsExactly(
					"tester ACCOUNT_CREATED {\"enabled\":true,\"regions\":[\"379901\",\"379902003\"],"
							+ "\"roles\":[\"CASE_WORKER\",\"AUDITOR\"]}",
					"tester ACCOUNT_CHANGED {\"enabled\":false}",
					"tester ACCOUNT_CHANGED {\"enabled\":true,\"password\":\"reset\"}");
	}

	@Test
	void listsAccountsByName() {
		this.client.get()
			.uri("/api/v1/accounts?size=200")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.items[0].name")
			.isEqualTo("admin")
			.jsonPath("$.items[0].roles[0]")
			.isEqualTo("ADMIN")
			.jsonPath("$.items[0].password")
			.doesNotExist();
		this.client.get().uri("/api/v1/accounts/no-such").exchange().expectStatus().isNotFound();
	}

	@Test
	void aNameIsGivenOnce() {
		this.accounts.add("taken", List.of(), "AUDITOR");
		post("{\"name\": \"taken\", \"displayName\": \"x\", \"roles\": [], \"password\": \"long enough\"}")
			.expectStatus()
			.isEqualTo(409)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:huiling:problem:account-exists");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
			{"name": "Wang"}                     | name       | ACCOUNT_NAME
			{"name": "me"}                       | name       | ACCOUNT_NAME
			{"displayName": "x"}                 | name       | REQUIRED
			{"name": "a"}                        | password   | REQUIRED
			{"name": "a"}                        | roles      | REQUIRED
			{"roles": ["BOSS"]}                  | roles[0]   | UNKNOWN_ROLE
			{"roles": ["ADMIN", "ADMIN"]}        | roles[1]   | DUPLICATE_ITEM
			{"regions": ["", "37a"]}             | regions[1] | REGION_PREFIX
			{"password": "short"}                | password   | PASSWORD_TOO_SHORT
			{"password": "12345678"}             | password   | PASSWORD_COMMON
			{"isAdmin": true}                    | isAdmin    | UNKNOWN_PROPERTY
			""")
	void everyWrongFieldIsNamed(String body, String field, String code) {
		String answer = post(body).expectBody(String.class).returnResult().getResponseBody();
		assertThat(answer).contains("\"field\":\"" + field + "\",\"code\":\"" + code + "\"");
	}

	@Test
	void theLastAdministratorStays() {
		this.jdbc.sql("update account set enabled = false where 'ADMIN' = any(roles) and name <> 'tester'").update();
		patch("tester", null, "{\"enabled\": false}").expectStatus()
			.isEqualTo(409)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:huiling:problem:last-admin");
		patch("admin", null, "{\"enabled\": true}").expectStatus().isOk();
	}

	@Test
	void everybodyChangesTheirOwnPassword() {
		this.accounts.add("li", List.of("379901"), "CASE_WORKER");
		String basic = TestAccounts.basic("li");
		put(basic, Map.of("old", "not mine", "new", "a new password")).expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.errors[0].field")
			.isEqualTo("old")
			.jsonPath("$.errors[0].code")
			.isEqualTo("PASSWORD_WRONG");
		put(basic, Map.of("old", TestAccounts.PASSWORD, "new", "short")).expectBody()
			.jsonPath("$.errors[0].field")
			.isEqualTo("new");
		put(basic, Map.of("old", TestAccounts.PASSWORD, "new", "a new password")).expectStatus().isNoContent();
		assertThat(status("li", TestAccounts.PASSWORD)).isEqualTo(401);
		assertThat(status("li", "a new password")).isEqualTo(200);
	}

	@Test
	void nobodyChangesTheirOwnRolesOrRegions() {
		this.accounts.add("keeper", List.of("37"), "ADMIN");
		String basic = TestAccounts.basic("keeper");
		for (String change : List.of("{\"roles\": [\"AUDITOR\"]}", "{\"regions\": [\"\"]}", "{\"roles\": []}")) {
			patchAs(basic, "keeper", change).expectStatus()
				.isForbidden()
				.expectBody()
				.jsonPath("$.type")
				.isEqualTo("urn:huiling:problem:own-account");
		}
		patchAs(basic, "keeper", "{\"displayName\": \"K\", \"roles\": [\"ADMIN\"], \"regions\": [\"37\"]}")
			.expectStatus()
			.isOk();
		patch("keeper", null, "{\"regions\": [\"11\"]}").expectStatus().isOk();
	}

	@ParameterizedTest
	@CsvSource({ "ADMIN,AUDITOR", "ADMIN,CASE_WORKER", "POLICY_EDITOR,POLICY_APPROVER", "BATCH_OPERATOR,PAYMASTER" })
	void rolesThatExcludeEachOtherAreNamed(String one, String other) {
		String roles = "\"roles\": [\"CASE_WORKER\", \"%s\", \"%s\"]".formatted(one, other)
			.replace("\"CASE_WORKER\", \"ADMIN\", \"CASE_WORKER\"", "\"ADMIN\", \"CASE_WORKER\"");
		String answer = post(
				"{\"name\": \"torn\", \"displayName\": \"x\", \"password\": \"long enough\", " + roles + "}")
			.expectStatus()
			.isEqualTo(422)
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(answer).contains("\"field\":\"roles\",\"code\":\"ROLES_EXCLUDE\"").contains(one);
		this.accounts.add("old-" + one.toLowerCase().replace('_', '-'), List.of(""), one, other);
		String name = "old-" + one.toLowerCase().replace('_', '-');
		assertThat(status(name, TestAccounts.PASSWORD)).as("they go on working").isEqualTo(200);
		patch(name, null, "{" + roles + "}").expectStatus().isEqualTo(422);
		patch(name, null, "{\"displayName\": \"y\"}").expectStatus().isOk();
		patch(name, null, "{\"roles\": [\"%s\"]}".formatted(other)).expectStatus().isOk();
	}

	@Test
	void aResetPasswordIsChangedBeforeAnythingElse() {
		this.accounts.add("reset", List.of("379901"), "CASE_WORKER");
		patch("reset", null, "{\"password\": \"from the administrator\"}").expectStatus().isOk();
		String basic = TestAccounts.basic("reset", "from the administrator");
		for (String path : List.of("/api/v1/programs", "/api/v1/applicants", "/actuator/prometheus")) {
			this.client.get()
				.uri(path)
				.header(HttpHeaders.AUTHORIZATION, basic)
				.exchange()
				.expectStatus()
				.isForbidden()
				.expectBody()
				.jsonPath("$.type")
				.isEqualTo("urn:huiling:problem:password-change-needed");
		}
		this.client.get()
			.uri("/api/v1/accounts/me")
			.header(HttpHeaders.AUTHORIZATION, basic)
			.exchange()
			.expectStatus()
			.isOk();
		put(basic, Map.of("old", "from the administrator", "new", "from the administrator")).expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.errors[0].code")
			.isEqualTo("PASSWORD_SAME");
		put(basic, Map.of("old", "from the administrator", "new", "chosen by myself")).expectStatus().isNoContent();
		assertThat(status("reset", "chosen by myself")).isEqualTo(200);
	}

	@Test
	void everybodySeesWhoTheyAre() {
		this.accounts.add("zhao", List.of("379901"), "CASE_WORKER", "AUDITOR");
		this.client.get()
			.uri("/api/v1/accounts/me")
			.header(HttpHeaders.AUTHORIZATION, TestAccounts.basic("zhao"))
			.exchange()
			.expectBody(String.class)
			.isEqualTo("{\"name\":\"zhao\",\"displayName\":\"zhao\",\"roles\":[\"CASE_WORKER\",\"AUDITOR\"],"
					+ "\"regions\":[\"379901\"],\"enabled\":true}");
	}

	private int status(String name, String password) {
		return this.client.get()
			.uri("/api/v1/programs")
			.header(HttpHeaders.AUTHORIZATION, TestAccounts.basic(name, password))
			.exchange()
			.expectBody(String.class)
			.returnResult()
			.getStatus()
			.value();
	}

	private ResponseSpec post(String body) {
		return this.client.post().uri("/api/v1/accounts").contentType(MediaType.APPLICATION_JSON).body(body).exchange();
	}

	private ResponseSpec patch(String name, String ifMatch, String body) {
		var request = this.client.patch().uri("/api/v1/accounts/" + name).contentType(MediaType.APPLICATION_JSON);
		if (ifMatch != null) {
			request.header(HttpHeaders.IF_MATCH, ifMatch);
		}
		return request.body(body).exchange();
	}

	private ResponseSpec patchAs(String basic, String name, String body) {
		return this.client.patch()
			.uri("/api/v1/accounts/" + name)
			.header(HttpHeaders.AUTHORIZATION, basic)
			.contentType(MediaType.APPLICATION_JSON)
			.body(body)
			.exchange();
	}

	private ResponseSpec put(String basic, Map<String, String> body) {
		return this.client.put()
			.uri("/api/v1/accounts/me/password")
			.header(HttpHeaders.AUTHORIZATION, basic)
			.contentType(MediaType.APPLICATION_JSON)
			.body(body)
			.exchange();
	}

}
