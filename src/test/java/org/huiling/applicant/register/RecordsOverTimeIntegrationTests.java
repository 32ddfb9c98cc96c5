package org.huiling.applicant.register;

import java.time.LocalDate;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.facts.MadeUpIds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is recorded when, and from when on it holds. */
@HuilingTest
@SharedService
@Import(TestCallers.class)
class RecordsOverTimeIntegrationTests {

	private static final LocalDate BIRTH = LocalDate.of(1933, 2, 15);

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	private People people;

	@BeforeEach
	void signIn() {
		this.people = People.as(this.client, People.WORKER);
	}

	@Test
	void beginsAFileValidFromBirth() {
		String id = MadeUpIds.of(BIRTH, 2);
		People.Answer begun = this.people.post("/api/v1/applicants", """
				{"residentId": "%s", "name": "试例甲", "birthDate": "1933-02-15", "sex": "FEMALE",
				 "hukou": {"region": "379901003"}, "household": {"size": 2, "monthlyIncome": 900},
				 "payee": {"kind": "BANK", "account": "6200000012345678"}}""".formatted(id)).is(201);
		assertThat(begun.headers().getLocation()).hasToString("/api/v1/applicants/" + begun.text("/id"));
		assertThat(begun.text("/residentId")).isEqualTo("379901************");
		assertThat(begun.text("/warnings/0/code")).isEqualTo("REGION_UNKNOWN");
		People.Answer other = this.people.recorded(begun.text("/id"), """
				{"validFrom": "2013-07-01", "facts": {"careLevel": 1}, "reason": "assessed"}""");
		assertThat(other.body().get("warnings")).as("of what was sent").isEmpty();
		People.Answer read = this.people.get("/api/v1/applicants/" + begun.text("/id") + "?date=1950-01-01").is(200);
		assertThat(read.text("/name")).isEqualTo("试例甲");
		assertThat(read.text("/household/monthlyIncome")).isEqualTo("900.00");
		assertThat(read.text("/payee/account")).isEqualTo("********5678");
		assertThat(read.headers().getETag()).isEqualTo("\"2\"");
		People.Answer records = this.people.get("/api/v1/applicants/" + begun.text("/id") + "/records").is(200);
		assertThat(records.text("/items/0/validFrom")).isEqualTo("1933-02-15");
		assertThat(records.text("/items/0/recordedBy")).isEqualTo("worker");
		assertThat(records.body().toString()).doesNotContain(id);
	}

	@Test
	void anEmptyListOfClaimsIsNoneWhereNoneIsRecordedAndTakesNoneAway() {
		String id = this.people.begun("""
				{"birthDate": "1933-02-15", "hukou": {"region": "379901003"}}""");
		String none = "{\"validFrom\": \"2013-07-01\", \"facts\": {\"claims\": []}, \"reason\": \"asked\"}";
		assertThat(this.people.recorded(id, none).body().get("warnings")).isEmpty();
		assertThat(this.people.get("/api/v1/applicants/" + id).is(200).body().get("claims")).isEmpty();
		this.people.recorded(id, """
				{"validFrom": "2013-07-01", "facts": {"claims": [{"id": "B1", "date": "2013-03-01", "kind": "DISASTER",
				 "totalCost": 5000.00}]}, "reason": "a fire"}""");
		assertThat(this.people.recorded(id, none).text("/warnings/0/code")).isEqualTo("CLAIMS_KEPT");
		assertThat(this.people.get("/api/v1/applicants/" + id).is(200).body().get("claims")).hasSize(1);
	}

	@Test
	void aFieldHoldsUntilTheNextRecordThatGivesIt() {
		String id = this.people.begun("""
				{"birthDate": "1933-02-15", "hukou": {"region": "379901003", "type": "RURAL"}, "careLevel": 0}""");
		this.people.recorded(id, """
				{"validFrom": "2013-07-01", "facts": {"careLevel": 3}, "reason": "assessed"}""");
		this.people.recorded(id, """
				{"validFrom": "2013-04-01", "facts": {"careLevel": 2, "hukou": {"region": "379901004"}}}""");
		assertThat(careLevel(id, "2013-03-31")).isEqualTo("0");
		assertThat(careLevel(id, "2013-04-01")).isEqualTo("2");
		assertThat(careLevel(id, "2013-07-01")).isEqualTo("3");
		People.Answer july = on(id, "2013-07-01");
		assertThat(july.text("/hukou/region")).isEqualTo("379901004");
		assertThat(july.body().at("/hukou").has("type")).as("a field is replaced whole").isFalse();
	}

	@Test
	void nullIsUnknownAndAbsentUntouched() {
		String id = this.people.begun("""
				{"birthDate": "1933-02-15", "careLevel": 1, "statuses": [], "pension": {"monthlyAmount": 0}}""");
		this.people.recorded(id, """
				{"validFrom": "2013-04-01", "facts": {"careLevel": null}}""");
		People.Answer now = on(id, "2013-04-01");
		assertThat(now.body().has("careLevel")).isFalse();
		assertThat(now.body().get("statuses")).isEmpty();
		assertThat(now.text("/pension/monthlyAmount")).isEqualTo("0.00");
		People.Answer records = this.people.get("/api/v1/applicants/" + id + "/records");
		assertThat(records.body().at("/items/1/facts/careLevel").isNull()).isTrue();
	}

	@Test
	void aCorrectionIsKeptApartFromASuccession() {
		String id = this.people.begun("""
				{"birthDate": "1933-02-15"}""");
		People.Answer wrong = this.people.recorded(id, """
				{"validFrom": "2012-01-01", "facts": {"household": {"size": 1}}}""");
		People.Answer right = this.people.recorded(id, """
				{"validFrom": "2012-01-01", "facts": {"household": {"size": 2}}, "corrects": "%s"}"""
			.formatted(wrong.text("/id")));
		People.Answer changed = this.people.recorded(id, """
				{"validFrom": "2013-01-01", "facts": {"household": {"size": 3}}}""");
		assertThat(on(id, "2012-06-01").text("/household/size")).isEqualTo("2");
		assertThat(on(id, "2012-06-01", wrong.text("/recordedAt")).text("/household/size")).isEqualTo("1");
		assertThat(on(id, "2013-06-01", right.text("/recordedAt")).text("/household/size")).isEqualTo("2");
		assertThat(on(id, "2013-06-01", changed.text("/recordedAt")).text("/household/size")).isEqualTo("3");
		People.Answer records = this.people.get("/api/v1/applicants/" + id + "/records");
		assertThat(records.text("/items/1/correctedBy")).isEqualTo(right.text("/id"));
		assertThat(records.text("/items/2/corrects")).isEqualTo(wrong.text("/id"));
		this.people.record(id, """
				{"facts": {}, "corrects": "%s"}""".formatted(wrong.text("/id"))).is(422);
	}

	@Test
	@DisplayName("32 a death learnt in October for August")
	void lateNewsHoldFromTheDayOnWhichTheyHappened() {
		String id = this.people.begun("""
				{"birthDate": "1933-02-15"}""");
		String september = this.people.get("/api/v1/applicants/" + id + "/records").text("/items/0/recordedAt");
		this.people.recorded(id, """
				{"validFrom": "2013-08-15", "facts": {"deathDate": "2013-08-15"}, "reason": "learnt in October"}""");
		assertThat(on(id, "2013-09-01").text("/deathDate")).isEqualTo("2013-08-15");
		assertThat(on(id, "2013-09-01", september).body().has("deathDate")).isFalse();
		assertThat(on(id, "2013-08-01").body().has("deathDate")).isFalse();
	}

	@Test
	@DisplayName("33 a death record that was wrong")
	void cancelledNewsStayReadable() {
		String id = this.people.begun("""
				{"birthDate": "1933-02-15"}""");
		People.Answer death = this.people.recorded(id, """
				{"validFrom": "2013-05-20", "facts": {"deathDate": "2013-05-20"}}""");
		this.people.recorded(id, """
				{"facts": {}, "corrects": "%s", "reason": "mistaken for another"}""".formatted(death.text("/id")));
		assertThat(on(id, "2013-07-01").body().has("deathDate")).isFalse();
		assertThat(on(id, "2013-07-01", death.text("/recordedAt")).text("/deathDate")).isEqualTo("2013-05-20");
		assertThat(this.people.get("/api/v1/applicants/" + id + "/records").text("/total")).isEqualTo("3");
	}

	@Test
	void aDeathThatHoldsFromALaterDayIsDoubted() {
		String id = this.people.begun("""
				{"birthDate": "1933-02-15"}""");
		People.Answer late = this.people.recorded(id, """
				{"validFrom": "2013-10-05", "facts": {"deathDate": "2013-08-15"}}""");
		assertThat(late.text("/warnings/0/code")).isEqualTo("DEATH_VALID_LATER");
	}

	@Test
	@DisplayName("34 moved out: recorded from its day on, and still seen by who recorded it")
	void movingOutOfTheRegionIsAllowed() {
		String id = this.people.begun("""
				{"birthDate": "1933-02-15", "hukou": {"region": "379901003"}}""");
		this.people.recorded(id, """
				{"validFrom": "2013-07-10", "facts": {"hukou": {"region": "370214"}}}""");
		assertThat(on(id, "2013-07-01").text("/hukou/region")).isEqualTo("379901003");
		assertThat(on(id, "2013-08-01").text("/hukou/region")).isEqualTo("370214");
		People.as(this.client, "other;CASE_WORKER;370214").get("/api/v1/applicants/" + id).is(200);
	}

	@Test
	@DisplayName("58 claims merge by id and may be put in between")
	void claimsMergeInAnyOrder() {
		String id = this.people
			.begun("""
					{"birthDate": "1948-02-15", "claims": [
					  {"id": "c1", "date": "2013-03-01", "kind": "INPATIENT", "totalCost": 6000, "eligibleCost": 5300}]}""");
		this.people.recorded(id, """
				{"validFrom": "2013-05-01", "facts": {"claims": [
				  {"id": "c2", "date": "2013-05-01", "kind": "INPATIENT"}]}}""");
		this.people.recorded(id, """
				{"validFrom": "2013-02-01", "facts": {"claims": [
				  {"id": "c0", "date": "2013-02-01", "kind": "INPATIENT"}]}}""");
		this.people.recorded(id, """
				{"validFrom": "2013-05-01", "facts": {"claims": [
				  {"id": "c2", "date": "2013-05-02", "kind": "INPATIENT", "eligibleCost": 100}]}}""");
		People.Answer now = on(id, "2013-12-31");
		assertThat(now.body().get("claims").findValuesAsString("id")).containsExactly("c0", "c1", "c2");
		assertThat(now.text("/claims/2/eligibleCost")).isEqualTo("100.00");
		assertThat(on(id, "2013-02-01").body().get("claims").findValuesAsString("id")).containsExactly("c0", "c1");
	}

	@Test
	void contradictionsAcrossRecordsNameTheField() {
		String id = this.people.begun("""
				{"birthDate": "1933-02-15", "claims": [{"id": "c1", "date": "2013-06-03", "kind": "OUTPATIENT"}]}""");
		People.Answer early = this.people.record(id, """
				{"validFrom": "2013-05-01", "facts": {"deathDate": "2013-05-01"}}""").is(422);
		assertThat(early.body().at("/errors/0/field").asString()).isEqualTo("facts.claims[0].date");
		assertThat(early.text("/errors/0/code")).isEqualTo("CLAIM_AFTER_DEATH");
		assertThat(this.people.record(id, """
				{"validFrom": "1933-02-15", "facts": {"birthDate": "2013-07-01"}}""").is(422).text("/errors/0/code"))
			.isEqualTo("BEFORE_BIRTH");
		assertThat(this.people.record(id, """
				{"validFrom": "2013-01-01", "facts": {"household": {"size": 0}, "foo": 1}}""")
			.is(400)
			.body()
			.at("/errors")
			.findValuesAsString("field")).containsExactlyInAnyOrder("facts.household.size", "facts.foo");
		People.Answer first = this.people.get("/api/v1/applicants/" + id + "/records");
		assertThat(this.people.record(id, """
				{"facts": {"careLevel": 1}, "corrects": "%s"}""".formatted(first.text("/items/0/id")))
			.text("/errors/0/field")).isEqualTo("facts.birthDate");
		assertThat(this.people.record(id, "{\"facts\": {}}").is(400).text("/errors/0/field")).isEqualTo("validFrom");
		assertThat(this.people.record(id, "{\"validFrom\": \"2013-01-01\"}").is(422).text("/errors/0/code"))
			.isEqualTo("NOTHING_GIVEN");
	}

	@Test
	void aStaleEditIsRefused() {
		String id = this.people.begun("""
				{"birthDate": "1933-02-15"}""");
		String body = """
				{"validFrom": "2013-04-01", "facts": {"careLevel": 1}}""";
		String uri = "/api/v1/applicants/" + id + "/records";
		People.Answer first = this.people.send(HttpMethod.PUT, uri, body, (headers) -> headers.setIfMatch("\"1\""))
			.is(201);
		assertThat(first.headers().getETag()).isEqualTo("\"2\"");
		this.people.send(HttpMethod.PUT, uri, body, (headers) -> headers.setIfMatch("\"1\"")).is(412);
		this.people.send(HttpMethod.PUT, uri, body, (headers) -> headers.setIfMatch("\"2\"")).is(201);
	}

	@Test
	void aRepeatedRequestIsDoneOnce() {
		String body = """
				{"birthDate": "1933-02-15", "name": "试例乙"}""";
		People.Answer first = keyed("key-1", body).is(201);
		People.Answer again = keyed("key-1", body).is(201);
		assertThat(again.body()).isEqualTo(first.body());
		assertThat(again.headers().getLocation()).isEqualTo(first.headers().getLocation());
		assertThat(again.headers().getETag()).isEqualTo(first.headers().getETag());
		assertThat(keyed("key-1", "{\"birthDate\": \"1933-02-16\"}").is(422).text("/type"))
			.isEqualTo("urn:huiling:problem:idempotency-key-reused");
		assertThat(keyed("key-2", body).is(201).text("/id")).isNotEqualTo(first.text("/id"));
		keyed("key-3", "{\"birthDate\": \"x\"}").is(400);
		keyed("key-3", body).is(201);
	}

	private People.Answer keyed(String key, String body) {
		return this.people.send(HttpMethod.POST, "/api/v1/applicants", body,
				(headers) -> headers.set("Idempotency-Key", key));
	}

	@Test
	void theDatabaseItselfKeepsRecords() {
		String id = this.people.begun("""
				{"birthDate": "1933-02-15", "name": "试例丙"}""");
		for (String sql : new String[] { "update applicant_record set facts = '{}'", "delete from applicant_record",
				"update applicant_record set recorded_at = now()", "truncate applicant_record" }) {
			assertThatExceptionOfType(Exception.class).as(sql).isThrownBy(() -> this.jdbc.sql(sql).update());
		}
		assertThat(this.people.get("/api/v1/applicants/" + id).text("/name")).isEqualTo("试例丙");
	}

	@Test
	void unknownPeopleAreNotFound() {
		this.people.get("/api/v1/applicants/0198c0de-0000-7000-8000-000000000000").is(404);
		this.people.get("/api/v1/applicants/nobody").is(404);
		String id = this.people.begun("""
				{"birthDate": "1933-02-15"}""");
		this.people.get("/api/v1/applicants/" + id + "?knownAt=2001-01-01T00:00:00Z").is(404);
		this.people.get("/api/v1/applicants/" + id + "?knownAt=yesterday").is(400);
		this.people.get("/api/v1/applicants/" + id + "?date=2013-13-01").is(400);
	}

	private String careLevel(String id, String date) {
		return on(id, date).text("/careLevel");
	}

	private People.Answer on(String id, String date) {
		return this.people.get("/api/v1/applicants/" + id + "?date=" + date).is(200);
	}

	private People.Answer on(String id, String date, String knownAt) {
		return this.people.get("/api/v1/applicants/" + id + "?date=" + date + "&knownAt=" + knownAt).is(200);
	}

}
