package org.huiling.policy.owner;

import java.util.List;
import java.util.stream.Stream;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.TestAccounts;
import org.huiling.account.TestCallers;
import org.huiling.policy.PolicyCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Jurisdictions and programs that come through the API. */
@HuilingTest
@SharedService
@Import(TestCallers.class)
class OwnersIntegrationTests {

	private static final String TOWN = """
			{"id": "%s", "name": {"zh": "小镇", "en": "Town"}, "regionPrefix": "%s"}""";

	private static final String PROGRAM = """
			{%s"name": {"zh": "%s", "en": "Allowance"}, "cycle": "%s", "unit": "CNY", "order": 10, "paidTo": "PERSON"}""";

	@Autowired
	RestTestClient client;

	@Autowired
	TestAccounts accounts;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	PolicyCatalogue catalogue;

	@Test
	void aJurisdictionBelowAnotherTakesItsPeopleAndSaysHowMany() {
		added("/jurisdictions", TOWN.formatted("county", "980001"));
		for (String village : List.of("980001001", "980001002", "980001002")) {
			send(HttpMethod.POST, "/applicants", """
					{"birthDate": "1933-02-15", "hukou": {"region": "%s", "type": "RURAL", "since": "1950-01-01"}}"""
				.formatted(village)).expectStatus().isCreated();
		}
		ResponseSpec proposed = send(HttpMethod.POST, "/jurisdictions", TOWN.formatted("township", "980001002"));
		this.accounts.add("judge", List.of(""), "POLICY_APPROVER");
		String waiting = this.jdbc.sql("select id from proposal where subject = 'township'")
			.query(String.class)
			.single();
		sendAs("judge", HttpMethod.GET, "/proposals/" + waiting, "").expectBody()
			.jsonPath("$.effects.people")
			.isEqualTo(2)
			.jsonPath("$.effects.ownedBy")
			.isEqualTo("county");
		confirmed(proposed).expectBody()
			.jsonPath("$.id")
			.isEqualTo("township")
			.jsonPath("$.regionPrefix")
			.isEqualTo("980001002")
			.jsonPath("$.people")
			.isEqualTo(2);
		assertThat(this.catalogue.jurisdictionOf("980001002")).get().extracting("id").isEqualTo("township");
		assertThat(this.catalogue.jurisdictionOf("980001001")).get().extracting("id").isEqualTo("county");
		assertThat(events("township")).containsExactly("PROPOSED", "JURISDICTION_CREATED", "PROPOSAL_CONFIRMED");
	}

	@Test
	void theSameRequestSentAgainIsTheSameProposal() {
		List<String> locations = Stream.of("again-1", "again-1")
			.map((key) -> this.client.post()
				.uri("/api/v1/jurisdictions")
				.header("Idempotency-Key", key)
				.contentType(MediaType.APPLICATION_JSON)
				.body(TOWN.formatted("twice", "980009"))
				.exchange()
				.expectStatus()
				.isAccepted()
				.returnResult(Void.class)
				.getResponseHeaders()
				.getFirst(HttpHeaders.LOCATION))
			.toList();
		assertThat(locations.get(0)).isEqualTo(locations.get(1));
		problem(send(HttpMethod.POST, "/jurisdictions", TOWN.formatted("twice", "980009")), 409, "proposal-waits");
	}

	@Test
	void anEqualPrefixOrIdIsRefused() {
		added("/jurisdictions", TOWN.formatted("first", "980002"));
		problem(send(HttpMethod.POST, "/jurisdictions", TOWN.formatted("other", "980002")), 409, "prefix-taken");
		problem(send(HttpMethod.POST, "/jurisdictions", TOWN.formatted("first", "980003")), 409, "jurisdiction-exists");
		problem(send(HttpMethod.POST, "/jurisdictions", TOWN.formatted("first", "980002")), 409, "jurisdiction-exists");
		assertThat(this.catalogue.jurisdictionOf("980003")).isEmpty();
	}

	@Test
	void aProgramIsAddedAndRenamedAndNothingElseOfItChanges() {
		added("/jurisdictions", TOWN.formatted("owner", "980004"));
		String path = "/jurisdictions/owner/programs";
		added(path, PROGRAM.formatted("\"id\": \"allowance\", ", "津贴", "MONTH")).expectBody()
			.jsonPath("$.jurisdiction")
			.isEqualTo("owner")
			.jsonPath("$.id")
			.isEqualTo("allowance");
		problem(send(HttpMethod.POST, path, PROGRAM.formatted("\"id\": \"allowance\", ", "津贴", "MONTH")), 409,
				"program-exists");
		send(HttpMethod.PUT, path + "/allowance", PROGRAM.formatted("", "新津贴", "MONTH")).expectStatus().isOk();
		confirmed(send(HttpMethod.PUT, path + "/other", PROGRAM.formatted("", "其他", "YEAR")));
		problem(send(HttpMethod.PUT, "/jurisdictions/nowhere/programs/x", PROGRAM.formatted("", "其他", "YEAR")), 404,
				"jurisdiction-not-found");
		assertThat(this.catalogue.current().programs("owner")).extracting((program) -> program.name().zh())
			.containsExactly("新津贴", "其他");
		assertThat(events("owner/allowance")).containsExactly("PROPOSED", "PROGRAM_CREATED", "PROPOSAL_CONFIRMED",
				"PROGRAM_RENAMED");
	}

	@Test
	void aMistypedPrefixIsCorrectedWhileNothingIsPublishedThere() {
		added("/jurisdictions", TOWN.formatted("county-6", "980006"));
		added("/jurisdictions", TOWN.formatted("mistyped", "980006001"));
		assertThat(this.catalogue.jurisdictionOf("980006001")).get().extracting("id").isEqualTo("mistyped");
		String right = TOWN.formatted("mistyped", "980006002");
		problem(send(HttpMethod.PUT, "/jurisdictions/other", right), 422, "invalid-input");
		problem(send(HttpMethod.PUT, "/jurisdictions/mistyped", TOWN.formatted("mistyped", "980006")), 409,
				"prefix-taken");
		this.accounts.add("elsewhere", List.of("980006002"), "POLICY_EDITOR");
		problem(sendAs("elsewhere", HttpMethod.PUT, "/jurisdictions/mistyped", right), 403, "outside-region");
		confirmed(send(HttpMethod.PUT, "/jurisdictions/mistyped", right)).expectBody()
			.jsonPath("$.regionPrefix")
			.isEqualTo("980006002");
		assertThat(this.catalogue.jurisdictionOf("980006001")).get().extracting("id").isEqualTo("county-6");
		assertThat(this.catalogue.jurisdictionOf("980006002")).get().extracting("id").isEqualTo("mistyped");
		assertThat(this.jdbc.sql(
				"select details #>> '{before,regionPrefix}' || ' ' || (details #>> '{after,regionPrefix}') from audit_event"
						+ " where subject = 'mistyped' and action = 'JURISDICTION_CORRECTED'")
			.query(String.class)
			.list()).containsExactly("980006001 980006002");
	}

	@Test
	void whatPublishedPoliciesRestOnStays() {
		added("/jurisdictions", TOWN.formatted("kept", "980007"));
		String path = "/jurisdictions/kept/programs/allowance";
		confirmed(send(HttpMethod.PUT, path, PROGRAM.formatted("", "津贴", "MONTH")));
		confirmed(send(HttpMethod.PUT, path, PROGRAM.formatted("", "津贴", "YEAR"))).expectBody()
			.jsonPath("$.cycle")
			.isEqualTo("YEAR");
		ResponseSpec late = send(HttpMethod.PUT, path, PROGRAM.formatted("", "津贴", "CLAIM"));
		this.jdbc
			.sql("""
					insert into policy_version (jurisdiction, program, version, digest, title_zh, title_en, basis,
						effective_from, published_at)
					values ('kept', 'allowance', '2013-01-01', 'sha256:' || repeat('0', 64), 'x', 'x', 'x', '2013-01-01', now())""")
			.update();
		String location = late.expectStatus()
			.isAccepted()
			.returnResult(Void.class)
			.getResponseHeaders()
			.getFirst("Location");
		problem(sendAs("second", HttpMethod.POST, location.substring("/api/v1".length()) + "/confirm", ""), 409,
				"program-fixed");
		problem(send(HttpMethod.PUT, path, PROGRAM.formatted("", "津贴", "MONTH")), 409, "program-fixed");
		problem(send(HttpMethod.PUT, "/jurisdictions/kept", TOWN.formatted("kept", "980008")), 409,
				"jurisdiction-fixed");
		confirmed(send(HttpMethod.PUT, "/jurisdictions/kept", TOWN.formatted("kept", "980007").replace("Town", "City")))
			.expectBody()
			.jsonPath("$.name.en")
			.isEqualTo("City");
		for (String sql : List.of("update jurisdiction set region_prefix = '980008' where id = 'kept'",
				"update program set cycle = 'MONTH' where jurisdiction = 'kept'")) {
			assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.jdbc.sql(sql).update());
		}
	}

	@Test
	void nobodyAddsWhatTheyDoNotReach() {
		this.accounts.add("outsider", List.of("110000"), "POLICY_EDITOR");
		problem(sendAs("outsider", HttpMethod.POST, "/jurisdictions", TOWN.formatted("far", "980005")), 403,
				"outside-region");
		added("/jurisdictions", TOWN.formatted("far", "980005"));
		problem(sendAs("outsider", HttpMethod.PUT, "/jurisdictions/far/programs/x",
				PROGRAM.formatted("", "其他", "YEAR")), 403, "outside-region");
	}

	@Test
	void whoeverLosesThePeopleHasASayInIt() {
		added("/jurisdictions", TOWN.formatted("prefecture", "9807"));
		this.accounts.add("villager", List.of("980701"), "POLICY_EDITOR");
		problem(sendAs("villager", HttpMethod.POST, "/jurisdictions", TOWN.formatted("village", "980701")), 403,
				"outside-region");
		ResponseSpec proposed = send(HttpMethod.POST, "/jurisdictions", TOWN.formatted("village", "980701"));
		this.accounts.add("neighbour", List.of("980701"), "POLICY_APPROVER");
		String waiting = this.jdbc.sql("select id from proposal where subject = 'village'")
			.query(String.class)
			.single();
		sendAs("neighbour", HttpMethod.POST, "/proposals/" + waiting + "/confirm", "").expectStatus()
			.isEqualTo(HttpStatus.NOT_FOUND);
		confirmed(proposed).expectBody().jsonPath("$.id").isEqualTo("village");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
			{"id": "Upper", "name": {"zh": "x", "en": "x"}, "regionPrefix": "98"} | id           | ID_NOT_ADMITTED
			{"id": "a", "name": {"zh": "x", "en": "x"}, "regionPrefix": "9"}      | regionPrefix | PREFIX_NOT_ADMITTED
			{"id": "a", "name": {"zh": "x"}, "regionPrefix": "98"}                | name.en      | REQUIRED
			{"id": "a", "mayor": "x"}                                             | mayor        | UNKNOWN_PROPERTY
			""")
	void whatIsWrongIsNamed(String body, String field, String code) {
		String answer = send(HttpMethod.POST, "/jurisdictions", body).expectStatus()
			.is4xxClientError()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(answer).contains("\"field\":\"" + field + "\",\"code\":\"" + code + "\"");
	}

	private List<String> events(String subject) {
		return this.jdbc.sql("select action from audit_event where subject = ? order by id")
			.param(subject)
			.query(String.class)
			.list();
	}

	private static void problem(ResponseSpec answer, int status, String code) {
		answer.expectStatus()
			.isEqualTo(status)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:huiling:problem:" + code);
	}

	/** Proposed by one and confirmed by another. */
	private ResponseSpec added(String path, String body) {
		return confirmed(send(HttpMethod.POST, path, body));
	}

	private ResponseSpec confirmed(ResponseSpec proposed) {
		this.accounts.add("second", List.of(""), "POLICY_APPROVER");
		String location = proposed.expectStatus()
			.isAccepted()
			.returnResult(Void.class)
			.getResponseHeaders()
			.getFirst(HttpHeaders.LOCATION);
		return sendAs("second", HttpMethod.POST, location.substring("/api/v1".length()) + "/confirm", "").expectStatus()
			.isOk();
	}

	private ResponseSpec send(HttpMethod method, String path, String body) {
		return sendAs(TestAccounts.TESTER, method, path, body);
	}

	private ResponseSpec sendAs(String who, HttpMethod method, String path, String body) {
		return this.client.mutate()
			.defaultHeaders((headers) -> headers.set(HttpHeaders.AUTHORIZATION, TestAccounts.basic(who)))
			.build()
			.method(method)
			.uri("/api/v1" + path)
			.contentType(MediaType.APPLICATION_JSON)
			.body(body)
			.exchange();
	}

}
