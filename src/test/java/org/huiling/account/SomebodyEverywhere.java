package org.huiling.account;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

import org.huiling.applicant.register.People;
import org.huiling.facts.MadeUpIds;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A person who stands wherever a person can stand. */
final class SomebodyEverywhere {

	static final String NAME = "试例访";

	private static final String RESIDENT_ID = MadeUpIds.of(LocalDate.of(1933, 1, 10), 801);

	private final RestTestClient client;

	private final JdbcClient jdbc;

	final String person;

	final String fileNumber;

	/** What an address names, by the word before it. */
	final Map<String, String> ids = new TreeMap<>();

	/**
	 * Makes them known, decided about, paid, failed, proposed about and imported.
	 * @param client asks for it
	 * @param jdbc writes what takes long to come about
	 * @param importer who sends a list in which they stand again
	 */
	SomebodyEverywhere(RestTestClient client, JdbcClient jdbc, String importer) {
		this.client = client;
		this.jdbc = jdbc;
		People worker = People.as(this.client, People.WORKER);
		People operator = People.as(this.client, "operator;BATCH_OPERATOR;379901");
		People paymaster = People.as(this.client, "paymaster;PAYMASTER;379901");
		this.person = worker.begun("""
				{"residentId": "%s", "name": "%s", "birthDate": "1933-01-10",
				 "hukou": {"region": "379901003", "type": "RURAL"}, "lifeCheck": {"lastPassed": "2026-01-01"},
				 "payee": {"kind": "BANK", "bank": "示范银行", "account": "6222000000000001", "name": "%s"},
				 "statuses": [], "applications": [{"program": "old-age-allowance", "date": "2013-01-15"}]}"""
			.formatted(RESIDENT_ID, NAME, NAME));
		this.fileNumber = worker.get("/api/v1/applicants/" + this.person).text("/fileNumber");
		String decision = worker
			.post("/api/v1/applicants/" + this.person + "/decisions",
					"{\"period\": \"2013-01\", \"programs\": [\"old-age-allowance\"]}")
			.is(201)
			.text("/items/0/id");
		String roster = operator
			.post("/api/v1/rosters", "{\"jurisdiction\": \"model-district\", \"month\": \"2013-01\"}")
			.is(201)
			.text("/id");
		paymaster.post("/api/v1/rosters/" + roster + "/approve", "{}").is(200);
		results(roster);
		String proposal = paymaster.post("/api/v1/rosters/" + roster + "/lines/1/contra", "{\"reason\": \"a slip\"}")
			.is(202)
			.text("/id");
		String open = operator.post("/api/v1/rosters", "{\"jurisdiction\": \"model-district\", \"month\": \"2013-02\"}")
			.is(201)
			.text("/id");
		this.jdbc.sql("alter table payment_open disable trigger user").update();
		this.jdbc.sql("alter table payment_flag disable trigger user").update();
		this.jdbc
			.sql("insert into payment_open (roster, number, applicant, program, period, amount, paid_to, reason)"
					+ " values (?::uuid, 1, ?::uuid, 'old-age-allowance', '2013-01', 100, 'PERSON', 'CAPPED')")
			.params(open, this.person)
			.update();
		this.jdbc.sql(
				"insert into payment_flag (roster, code, applicant, people) values (?::uuid, 'NO_ACCOUNT', ?::uuid, 1)")
			.params(open, this.person)
			.update();
		this.ids.put("applicants", this.person);
		this.ids.put("people", this.person);
		this.ids.put("decisions", decision);
		this.ids.put("rosters", open);
		this.ids.put("proposals", proposal);
		String run = run(operator, worker);
		this.ids.put("recalculations", run);
		this.ids.put("runs", run);
		this.ids.put("projections", projected(operator));
		this.ids.put("import", imported(importer));
		String crossCheck = crossChecked(worker);
		this.ids.put("cross-checks", crossCheck);
		this.ids.put("tasks",
				this.jdbc.sql("select id::text from task where source = ?")
					.param("CROSS_CHECK:" + crossCheck)
					.query(String.class)
					.list()
					.get(0));
		this.ids.put("drafts", People.as(this.client, "editor;POLICY_EDITOR;379901")
			.post("/api/v1/drafts",
					"{\"jurisdiction\": \"model-district\", \"program\": \"old-age-allowance\", \"effectiveFrom\": \"2099-01-01\", \"basedOn\": \"2013-01-01\", \"title\": {\"zh\": \"x\", \"en\": \"x\"}}")
			.is(201)
			.text("/id"));
	}

	private void results(String roster) {
		this.client.post()
			.uri("/api/v1/rosters/" + roster + "/results")
			.header(TestCallers.HEADER, "paymaster;PAYMASTER;379901")
			.header(HttpHeaders.CONTENT_TYPE, "text/csv")
			.body("line,result\n1,FAILED\n".getBytes(StandardCharsets.UTF_8))
			.exchange()
			.expectStatus()
			.isOk();
	}

	/** A run that changes something, and that left and failed something as well. */
	private String run(People operator, People worker) {
		worker.recorded(this.person,
				"{\"validFrom\": \"2013-03-20\", \"facts\": {\"deathDate\": \"2013-03-20\"}, \"reason\": \"learnt late\"}");
		String run = operator.post("/api/v1/recalculations",
				"{\"jurisdiction\": \"model-district\", \"from\": \"2013-01\", \"to\": \"2013-05\", \"mode\": \"COMMIT\", \"reason\": \"x\"}")
			.is(202)
			.text("/id");
		long end = System.nanoTime() + 60_000_000_000L;
		String path = "/api/v1/recalculations/" + run;
		for (String state = ""; !"COMPLETED".equals(state); state = operator.get(path).is(200).text("/state")) {
			assertThat(state).isNotIn("FAILED", "STOPPED");
			assertThat(System.nanoTime()).as("the run ends").isLessThan(end);
		}
		this.jdbc.sql("insert into recalculation_failure values (?::uuid, ?::uuid, 'model-district', 'x')")
			.params(run, this.person)
			.update();
		this.jdbc.sql(
				"insert into recalculation_undecided values (?::uuid, ?::uuid, 'model-district', 'old-age-allowance', '2013-01', null, '{careLevel}')")
			.params(run, this.person)
			.update();
		return run;
	}

	/** A forecast of what everybody gets. */
	private static String projected(People operator) {
		String projection = operator.post("/api/v1/projections",
				"{\"jurisdiction\": \"model-district\", \"from\": \"2013-01\", \"to\": \"2013-02\", \"reason\": \"x\"}")
			.is(202)
			.text("/id");
		long end = System.nanoTime() + 60_000_000_000L;
		while (!"COMPLETED".equals(operator.get("/api/v1/projections/" + projection).is(200).text("/state"))) {
			assertThat(System.nanoTime()).as("the projection ends").isLessThan(end);
		}
		return projection;
	}

	/** A list by which they died earlier than is known. */
	private String crossChecked(People worker) {
		byte @Nullable [] answer = this.client.post()
			.uri("/api/v1/cross-checks?jurisdiction=model-district&kind=DEATHS&asOf=2013-05-31")
			.header(TestCallers.HEADER, worker.caller())
			.header(HttpHeaders.CONTENT_TYPE, "text/csv")
			.body(("residentId,name,date\n" + RESIDENT_ID + "," + NAME + ",2013-01-20\n")
				.getBytes(StandardCharsets.UTF_8))
			.exchange()
			.expectStatus()
			.isAccepted()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody();
		String id = new JsonMapper().readTree(answer).get("id").stringValue();
		long end = System.nanoTime() + 60_000_000_000L;
		while (!"COMPLETED".equals(worker.get("/api/v1/cross-checks/" + id).is(200).text("/state"))) {
			assertThat(System.nanoTime()).as("the list is matched").isLessThan(end);
		}
		return id;
	}

	/** A list in which the person stands again. */
	private String imported(String importer) {
		byte @Nullable [] answer = this.client.post()
			.uri("/api/v1/applicants/import")
			.header(TestCallers.HEADER, importer)
			.header(HttpHeaders.CONTENT_TYPE, "text/csv")
			.body(("residentId,birthDate,hukou.region\n" + RESIDENT_ID + ",1933-01-10,379901003\n")
				.getBytes(StandardCharsets.UTF_8))
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody();
		return new tools.jackson.databind.json.JsonMapper().readTree(answer).get("id").asString();
	}

}
