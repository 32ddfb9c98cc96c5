package org.huiling.decision.replay;

import java.util.stream.StreamSupport;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.facts.CivilTime;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.policy.WithdrawnVersions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Decisions after they were made: proven, taken back, objected to. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class ReplayIntegrationTests {

	private static final String EIGHTY = """
			{"birthDate": "1933-01-10", "name": "试例甲", "hukou": {"region": "379901003", "type": "RURAL"},
			 "insurance": {"scheme": "NCMS", "year": 2013, "contributionPaid": true}, "statuses": [],
			 "household": {"dibao": {"type": "NONE"}},
			 "applications": [{"program": "old-age-allowance", "date": "2013-01-15"}]}""";

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	PolicyCatalogue catalogue;

	private People people;

	@BeforeEach
	void signIn() {
		this.people = People.as(this.client, People.WORKER);
	}

	@Test
	void aDecisionIsProvenWhateverIsRecordedLater() {
		String id = this.people.begun(EIGHTY);
		String decision = decided(id, "2013-07", "old-age-allowance");
		this.people.recorded(id, """
				{"validFrom": "2012-01-01", "facts": {"deathDate": "2012-06-20", "hukou": null}}""");
		JsonNode replay = replay(decision);
		assertThat(replay.get("same").booleanValue()).isTrue();
		assertThat(replay.get("difference").isNull()).isTrue();
		assertThat(said(replay.get("decided"))).isEqualTo("ELIGIBLE 100.00");
		assertThat(said(replay.get("replayed"))).isEqualTo("ELIGIBLE 100.00");
		assertThat(audited(id)).contains("DECISION_REPLAYED");
	}

	@Test
	@DisplayName("18 withdrawn, 20 replay")
	void aDecisionOfAWithdrawnVersionIsProvenAndItsSuccessorUsesAnother() {
		String id = this.people.begun(EIGHTY);
		String first = decided(id, "2013", "contribution-waiver");
		assertThat(this.people.get("/api/v1/decisions/" + first).text("/version")).isEqualTo("2013-01-01");
		WithdrawnVersions.add(this.jdbc, this.catalogue, "contribution-waiver", "2013-01-01");
		String second = decided(id, "2013", "contribution-waiver");
		JsonNode after = this.people.get("/api/v1/decisions/" + second).is(200).body();
		assertThat(after.get("version").stringValue()).isEqualTo("2012-01-01");
		assertThat(after.get("outcome").stringValue()).isEqualTo("NOT_ELIGIBLE");
		assertThat(after.get("supersedes").stringValue()).isEqualTo(first);
		assertThat(said(replay(first).get("replayed"))).isEqualTo("ELIGIBLE 70.00");
		assertThat(replay(first).get("same").booleanValue()).isTrue();
		assertThat(replay(second).get("same").booleanValue()).isTrue();
	}

	@Test
	void factsThatWereChangedBehindTheServiceProveNothing() {
		String id = this.people.begun(EIGHTY.replace("1933-01-10", "1932-03-11"));
		String decision = decided(id, "2013-07", "old-age-allowance");
		this.jdbc.sql("alter table decision_facts disable trigger user").update();
		this.jdbc.sql("update decision_facts set facts = replace(facts::text, '1932-03-11', '1943-03-11')::json")
			.update();
		this.jdbc.sql("alter table decision_facts enable trigger user").update();
		JsonNode replay = replay(decision);
		assertThat(replay.get("same").booleanValue()).isFalse();
		assertThat(replay.get("replayed").isNull()).isTrue();
		assertThat(replay.get("difference").stringValue()).contains("facts").contains("sha256:");
	}

	@Test
	void aVersionThatIsNotWhatItWasIsNamed() {
		String id = this.people.begun(EIGHTY);
		String decision = decided(id, "2013-07", "old-age-allowance");
		int book = this.jdbc
			.sql("""
					insert into decision_book (digest, book)
					select sha256(convert_to(changed, 'UTF8')), changed::json
					from (select regexp_replace(b.book::text, '("version":"2013-07-01","digest":"sha256:)..', '\\100', 'g') as changed
						from decision_book b join decision d on d.book = b.id where d.id = ?::uuid) c returning id""")
			.param(decision)
			.query(Integer.class)
			.single();
		String forged = this.jdbc
			.sql("""
					insert into decision select gen_random_uuid(), applicant, null, decided_at, known_at, ?, amount,
					jurisdiction, program, '2013-03', claim, outcome, version, digest, facts, decided_by, cause, reason, reasons
					from decision where id = ?::uuid returning id::text""")
			.params(book, decision)
			.query(String.class)
			.single();
		JsonNode replay = replay(forged);
		assertThat(replay.get("same").booleanValue()).isFalse();
		assertThat(replay.get("difference").stringValue()).contains("2013-07-01");
		this.jdbc.sql("alter table decision_book disable trigger user").update();
		this.jdbc.sql("update decision_book set book = '{}' where id = ?").param(book).update();
		this.jdbc.sql("alter table decision_book enable trigger user").update();
		assertThat(replay(forged).get("difference").stringValue()).contains("list of policies");
	}

	@Test
	void anotherAnswerIsToldPlainly() {
		String id = this.people.begun(EIGHTY);
		String decision = decided(id, "2013-07", "old-age-allowance");
		String forged = this.jdbc
			.sql("""
					insert into decision select gen_random_uuid(), applicant, null, decided_at, known_at, book, 600,
					jurisdiction, program, '2013-03', claim, outcome, version, digest, facts, decided_by, cause, reason, reasons
					from decision where id = ?::uuid returning id::text""")
			.param(decision)
			.query(String.class)
			.single();
		JsonNode replay = replay(forged);
		assertThat(replay.get("same").booleanValue()).isFalse();
		assertThat(said(replay.get("decided"))).isEqualTo("ELIGIBLE 600.00");
		assertThat(said(replay.get("replayed"))).isEqualTo("ELIGIBLE 100.00");
		assertThat(replay.get("difference").stringValue()).contains("another answer");
	}

	@Test
	void aDecisionMadeInErrorIsRevoked() {
		String id = this.people.begun(EIGHTY);
		String decision = decided(id, "2013-07", "old-age-allowance");
		People.Answer revoked = revoke(decision, "another person").is(201);
		assertThat(revoked.text("/outcome")).isEqualTo("REVOKED");
		assertThat(revoked.text("/supersedes")).isEqualTo(decision);
		assertThat(revoked.text("/reason")).isEqualTo("another person");
		assertThat(revoked.headers().getFirst("Location")).endsWith(revoked.text("/id"));
		assertThat(this.people.get("/api/v1/decisions/" + decision).body().get("current").booleanValue()).isFalse();
		assertThat(replay(decision).get("same").booleanValue()).isTrue();
		assertThat(revoke(decision, "again").is(409).text("/type")).isEqualTo("urn:huiling:problem:not-current");
		assertThat(revoke(revoked.text("/id"), "again").is(409).text("/type"))
			.isEqualTo("urn:huiling:problem:revokes-already");
		assertThat(this.people.post("/api/v1/decisions/" + revoked.text("/id") + "/replay", "").is(409).text("/type"))
			.isEqualTo("urn:huiling:problem:nothing-to-replay");
		assertThat(audited(id)).contains("DECISION_REVOKED");
		String anew = decided(id, "2013-07", "old-age-allowance");
		assertThat(this.people.get("/api/v1/decisions/" + anew).text("/supersedes")).isEqualTo(revoked.text("/id"));
	}

	@Test
	void aRevokedMonthFallsBackToWhatStoodBefore() {
		String id = this.people.begun(EIGHTY);
		String granted = decided(id, "2013-07", "old-age-allowance");
		this.people.recorded(id, """
				{"validFrom": "2013-08-20", "facts": {"deathDate": "2013-08-20"}}""");
		String stopped = decided(id, "2013-09", "old-age-allowance");
		revoke(stopped, "wrong person").is(201);
		assertThat(this.people.get("/api/v1/decisions/" + granted).body().get("until").isNull()).isTrue();
	}

	@Test
	void aRevocationSentTwiceIsDoneOnceAndNeedsAReason() {
		String decision = decided(this.people.begun(EIGHTY), "2013-07", "old-age-allowance");
		String uri = "/api/v1/decisions/" + decision + "/revoke";
		assertThat(this.people.post(uri, "{}").is(400).text("/errors/0/field")).isEqualTo("reason");
		People.Answer first = keyed(uri, "{\"reason\": \"wrong\"}");
		assertThat(keyed(uri, "{\"reason\": \"wrong\"}").is(201).body()).isEqualTo(first.is(201).body());
	}

	@Test
	void anObjectionIsRecordedAndClosedOnce() {
		String id = this.people.begun(EIGHTY);
		String decision = decided(id, "2013-07", "old-age-allowance");
		String today = java.time.LocalDate.now(CivilTime.ZONE).toString();
		String uri = "/api/v1/decisions/" + decision + "/objections";
		People.Answer objection = this.people.post(uri, "{\"date\": \"" + today + "\", \"grounds\": \"she is older\"}")
			.is(201);
		assertThat(objection.body().get("outcome").isNull()).isTrue();
		String then = objection.text("/recordedAt");
		String outcome = uri + "/" + objection.text("/id") + "/outcome";
		String dismissed = "{\"outcome\": \"DISMISSED\", \"reason\": \"as registered\", \"date\": \"" + today + "\"}";
		assertThat(this.people.post(outcome, dismissed).is(201).text("/outcome/outcome")).isEqualTo("DISMISSED");
		assertThat(this.people.post(outcome, dismissed).is(409).text("/type"))
			.isEqualTo("urn:huiling:problem:objection-closed");
		JsonNode listed = this.people.get("/api/v1/decisions/" + decision).body().at("/objections/0");
		assertThat(listed.get("grounds").stringValue()).isEqualTo("she is older");
		assertThat(listed.at("/outcome/reason").stringValue()).isEqualTo("as registered");
		JsonNode asKnown = this.people.get("/api/v1/applicants/" + id + "/decisions?knownAt=" + then).body();
		assertThat(asKnown.at("/items/0/objections/0/outcome").isNull()).isTrue();
		assertThat(audited(id)).contains("OBJECTION_RECORDED", "OBJECTION_CONCLUDED");
		for (String change : new String[] { "update decision_objection set grounds = 'x'",
				"delete from decision_objection", "truncate decision_objection cascade",
				"update decision_objection_outcome set outcome = 'UPHELD'", "delete from decision_objection_outcome",
				"truncate decision_objection_outcome" }) {
			assertThatExceptionOfType(DataIntegrityViolationException.class).as(change)
				.isThrownBy(() -> this.jdbc.sql(change).update());
		}
	}

	@Test
	void whatAnObjectionLacksIsNamed() {
		String decision = decided(this.people.begun(EIGHTY), "2013-07", "old-age-allowance");
		String uri = "/api/v1/decisions/" + decision + "/objections";
		assertThat(this.people.post(uri, "{}").is(400).text("/errors/0/field")).isEqualTo("date");
		assertThat(this.people.post(uri, "{\"date\": \"2013-07-01\"}").is(422).text("/errors/0/code"))
			.isEqualTo("DATE_TOO_EARLY");
		assertThat(this.people.post(uri, "{\"date\": \"2199-07-01\"}").is(422).text("/errors/0/code"))
			.isEqualTo("NOT_YET");
		String outcome = "{\"outcome\": \"UPHELD\", \"reason\": \"x\", \"date\": \"2026-01-01\"}";
		this.people.post(uri + "/x/outcome", outcome).is(404);
		this.people.post(uri + "/" + decision + "/outcome", outcome).is(404);
	}

	@Test
	void whoDoesNotReachThePersonFindsNothing() {
		String decision = decided(this.people.begun(EIGHTY), "2013-07", "old-age-allowance");
		People elsewhere = People.as(this.client, "other;CASE_WORKER;3702");
		String uri = "/api/v1/decisions/" + decision;
		elsewhere.post(uri + "/replay", "").is(404);
		elsewhere.get(uri + "/notice").is(404);
		elsewhere.post(uri + "/revoke", "{\"reason\": \"x\"}").is(404);
		elsewhere.post(uri + "/objections", "{\"date\": \"2026-01-01\"}").is(404);
		elsewhere
			.post(uri + "/objections/" + decision + "/outcome",
					"{\"outcome\": \"UPHELD\", \"reason\": \"x\", \"date\": \"2026-01-01\"}")
			.is(404);
		People auditor = People.as(this.client, "auditor;AUDITOR;");
		auditor.post(uri + "/replay", "").is(200);
	}

	private People.Answer keyed(String uri, String body) {
		return this.people.send(HttpMethod.POST, uri, body, (headers) -> headers.set("Idempotency-Key", "r1"));
	}

	private String decided(String id, String period, String program) {
		return this.people
			.post("/api/v1/applicants/" + id + "/decisions",
					"{\"period\": \"" + period + "\", \"programs\": [\"" + program + "\"]}")
			.is(201)
			.text("/items/0/id");
	}

	private People.Answer revoke(String decision, String reason) {
		return this.people.post("/api/v1/decisions/" + decision + "/revoke", "{\"reason\": \"" + reason + "\"}");
	}

	private JsonNode replay(String decision) {
		return this.people
			.send(HttpMethod.POST, "/api/v1/decisions/" + decision + "/replay", null,
					(headers) -> headers.set("Accept-Language", "en"))
			.is(200)
			.body();
	}

	private static String said(JsonNode one) {
		return one.get("outcome").stringValue() + " " + one.get("amount").decimalValue().toPlainString();
	}

	private java.util.List<String> audited(String id) {
		JsonNode items = People.as(this.client, "auditor;AUDITOR;")
			.get("/api/v1/audit-events?size=200&subject=" + id)
			.body()
			.at("/items");
		return StreamSupport.stream(items.spliterator(), false).map((one) -> one.get("action").stringValue()).toList();
	}

}
