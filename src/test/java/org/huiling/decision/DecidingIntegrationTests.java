package org.huiling.decision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.huiling.HuilingTest;
import org.huiling.OwnThread;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
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
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** Deciding: what is written, what is not, and who is told. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class DecidingIntegrationTests {

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	PlatformTransactionManager transactions;

	private People people;

	@BeforeEach
	void signIn() {
		this.people = People.as(this.client, People.WORKER);
	}

	@Test
	void aDecisionIsKeptWithWhatItRestsOn() {
		String id = this.people.begun(OldAgeAllowance.EIGHTY);
		People.Answer decided = OldAgeAllowance.decided(this.people, id, "2013-07").is(201);
		JsonNode one = decided.body().at("/items/0");
		assertThat(one.get("program").stringValue()).isEqualTo("old-age-allowance");
		assertThat(one.get("period").stringValue()).isEqualTo("2013-01");
		assertThat(one.get("until").isNull()).isTrue();
		assertThat(one.get("outcome").stringValue()).isEqualTo("ELIGIBLE");
		assertThat(one.get("amount").decimalValue().toPlainString()).isEqualTo("100.00");
		assertThat(one.get("version").stringValue()).isEqualTo("2013-01-01");
		assertThat(one.get("digest").stringValue()).matches("sha256:[0-9a-f]{64}");
		assertThat(one.at("/why/0/rule").stringValue()).isEqualTo("高龄津贴 80—89 周岁");
		assertThat(one.at("/why/0/values/ageOnLastDay").intValue()).isEqualTo(80);
		assertThat(one.get("decidedBy").stringValue()).isEqualTo("worker");
		assertThat(one.get("cause").stringValue()).isEqualTo("CASE");
		assertThat(one.get("supersedes").isNull()).isTrue();
		assertThat(one.get("current").booleanValue()).isTrue();
		assertThat(one.get("new").booleanValue()).isTrue();
		People.Answer read = this.people.get("/api/v1/decisions/" + one.get("id").stringValue()).is(200);
		assertThat(read.text("/applicantId")).isEqualTo(id);
		String facts = this.jdbc.sql("select string_agg(facts::text, '') from decision_facts")
			.query(String.class)
			.single();
		assertThat(facts).contains("1933-01-10").doesNotContain("试例甲");
	}

	@Test
	void whatStandsAlreadyIsNotWrittenAgain() {
		String id = this.people.begun(OldAgeAllowance.EIGHTY);
		String first = OldAgeAllowance.decided(this.people, id, "2013-07").is(201).text("/items/0/id");
		People.Answer again = OldAgeAllowance.decided(this.people, id, "2013-09").is(200);
		assertThat(again.text("/items/0/id")).isEqualTo(first);
		assertThat(again.body().at("/items/0/new").booleanValue()).isFalse();
		assertThat(WhatStands.of(this.people, id)).containsExactly("2013-01.. ELIGIBLE 100.00");
	}

	@Test
	void equalMonthsOfAYearAreOneDecision() {
		String id = this.people.begun("""
				{"birthDate": "1933-06-10", "hukou": {"region": "379901003"},
				 "applications": [{"program": "old-age-allowance", "date": "2013-06-15"}]}""");
		OldAgeAllowance.decided(this.people, id, "2013").is(201);
		assertThat(WhatStands.of(this.people, id)).containsExactly("2013-01..2013-05 NOT_ELIGIBLE 0.00",
				"2013-06.. ELIGIBLE 100.00");
		JsonNode refusal = this.people.get("/api/v1/applicants/" + id + "/decisions").body().at("/items/0");
		assertThat(refusal.at("/whyNot/0/conditions")).isNotEmpty();
	}

	@Test
	void whatIsUnknownIsAskedForAndNeverDecided() {
		String id = this.people.begun("""
				{"birthDate": "1943-01-10", "hukou": {"region": "379901003", "type": "RURAL"}, "statuses": []}""");
		People.Answer some = this.people.post("/api/v1/applicants/" + id + "/decisions", """
				{"period": "2013-07", "programs": ["living-subsidy", "old-age-allowance"]}""").is(201);
		assertThat(some.text("/items/0/outcome")).isEqualTo("NOT_ELIGIBLE");
		assertThat(some.text("/undecided/0/program")).isEqualTo("living-subsidy");
		assertThat(some.text("/undecided/0/outcome")).isEqualTo("NEEDS_INFORMATION");
		assertThat(some.body().at("/undecided/0/missing")).extracting(JsonNode::stringValue)
			.contains("pension.monthlyAmount");
		People.Answer none = this.people.post("/api/v1/applicants/" + id + "/decisions", """
				{"period": "2013-07", "programs": ["living-subsidy"]}""").is(422);
		assertThat(none.body().at("/errors")).extracting((error) -> error.get("field").stringValue())
			.contains("pension.monthlyAmount");
		assertThat(none.text("/errors/0/code")).isEqualTo("NEEDED");
	}

	/**
	 * Whoever waits for the stamp has others wait who have not looked yet: they find the
	 * decision. It is tried until both had looked.
	 */
	@Test
	@DisplayName("68 two case workers decide the same at once")
	void ofTwoWhoDecideAtOnceOneIsToldWhoWasFaster() {
		// a first call is recorded, and would wait before it has looked
		List<People> workers = Stream.of("first", "second")
			.map((worker) -> People.as(this.client, worker + ";CASE_WORKER;379901"))
			.toList();
		workers.forEach((own) -> own.get("/api/v1/accounts/me"));
		boolean bothHadLooked = false;
		for (int attempt = 0; !bothHadLooked && attempt < 50; attempt++) {
			bothHadLooked = decidedAtOnce(workers);
		}
		assertThat(bothHadLooked).as("two who had looked before one of them decided").isTrue();
	}

	private boolean decidedAtOnce(List<People> workers) {
		String id = this.people.begun(OldAgeAllowance.EIGHTY);
		List<CompletableFuture<People.Answer>> answers = new ArrayList<>();
		boolean bothHadLooked = Boolean.TRUE.equals(new TransactionTemplate(this.transactions).execute((status) -> {
			this.jdbc.sql("select pg_advisory_xact_lock_shared(379901, 1)::text").query(String.class).single();
			for (People own : workers) {
				answers.add(CompletableFuture.supplyAsync(() -> own.post("/api/v1/applicants/" + id + "/decisions", """
						{"period": "2013-07", "programs": ["old-age-allowance"]}"""), new OwnThread()));
			}
			await().atMost(Duration.ofMinutes(1)).until(() -> waiting("%").size() >= 2);
			return waiting("ExclusiveLock").size() == 2;
		}));
		List<People.Answer> both = answers.stream().map(CompletableFuture::join).toList();
		People.Answer done = both.stream().filter((one) -> one.status() == 201).findFirst().orElseThrow();
		People.Answer other = both.stream().filter((one) -> one.status() != 201).findFirst().orElseThrow();
		assertThat(WhatStands.of(this.people, id)).containsExactly("2013-01.. ELIGIBLE 100.00");
		if (bothHadLooked) {
			assertThat(other.is(409).text("/type")).isEqualTo("urn:huiling:problem:decided-meanwhile");
			assertThat(other.text("/detail")).contains(done.text("/items/0/decidedBy"));
		}
		else {
			assertThat(other.is(200).text("/items/0/id")).isEqualTo(done.text("/items/0/id"));
		}
		return bothHadLooked;
	}

	/** Who looks waits for a share of the stamp, who decides for the stamp. */
	private List<String> waiting(String mode) {
		return this.jdbc
			.sql("select mode from pg_locks where locktype = 'advisory' and not granted and mode like ?"
					+ " and database = (select oid from pg_database where datname = current_database())")
			.param(mode)
			.query(String.class)
			.list();
	}

	@Test
	void theSameRequestSentTwiceIsDecidedOnce() {
		String id = this.people.begun(OldAgeAllowance.EIGHTY);
		String body = "{\"period\": \"2013-07\", \"programs\": [\"old-age-allowance\"]}";
		People.Answer first = keyed(id, body, "k1").is(201);
		People.Answer second = keyed(id, body, "k1").is(201);
		assertThat(second.body()).isEqualTo(first.body());
		assertThat(WhatStands.of(this.people, id)).hasSize(1);
		assertThat(keyed(id, "{\"period\": \"2013-08\"}", "k1").is(422).text("/type"))
			.isEqualTo("urn:huiling:problem:idempotency-key-reused");
	}

	@Test
	void theDatabaseKeepsWhatWasDecided() {
		String id = this.people.begun(OldAgeAllowance.EIGHTY);
		OldAgeAllowance.decided(this.people, id, "2013-07").is(201);
		for (String change : List.of("update decision set amount = 1", "delete from decision", "truncate decision",
				"update decision_facts set facts = '[]'", "delete from decision_facts", "delete from decision_book",
				"insert into decision select gen_random_uuid(), gen_random_uuid(), id, decided_at, known_at, book, amount,"
						+ " jurisdiction, program, period, claim, outcome, version, digest, facts, decided_by, cause, reason,"
						+ " reasons from decision",
				"insert into decision select gen_random_uuid(), applicant, null, decided_at, known_at, book, amount,"
						+ " jurisdiction, program, period, claim, outcome, version, digest, facts, decided_by, cause, reason,"
						+ " reasons from decision")) {
			assertThatExceptionOfType(DataIntegrityViolationException.class).as(change)
				.isThrownBy(() -> this.jdbc.sql(change).update());
		}
	}

	@Test
	void onlyWhoReachesThePersonDecidesAndReads() {
		String id = this.people.begun(OldAgeAllowance.EIGHTY);
		String decision = OldAgeAllowance.decided(this.people, id, "2013-07").is(201).text("/items/0/id");
		People elsewhere = People.as(this.client, "other;CASE_WORKER;3702");
		elsewhere.get("/api/v1/decisions/" + decision).is(404);
		elsewhere.get("/api/v1/applicants/" + id + "/decisions").is(404);
		elsewhere.post("/api/v1/applicants/" + id + "/decisions", "{\"period\": \"2013-07\"}").is(404);
		People auditor = People.as(this.client, "auditor;AUDITOR;");
		auditor.get("/api/v1/decisions/" + decision).is(200);
		assertThat(auditor.get("/api/v1/audit-events?subject=" + id).body().at("/items"))
			.extracting((event) -> event.get("action").stringValue())
			.contains("DECISIONS_MADE", "DECISION_READ");
	}

	@Test
	void decidesAllProgramsUnlessSomeAreNamed() {
		String id = this.people
			.begun("""
					{"birthDate": "1933-01-10", "hukou": {"region": "379901003", "type": "RURAL"}, "statuses": [],
					 "residence": {"region": "379901003"}, "household": {"size": 1, "monthlyIncome": 500, "livingAlone": false,
					 "dibao": {"type": "NONE"}}, "disability": {"grade": 0}, "careLevel": 0, "pension": {"monthlyAmount": 500},
					 "insurance": {"scheme": "NCMS", "year": 2013, "contributionPaid": true},
					 "applications": [{"program": "old-age-allowance", "date": "2013-01-15"}]}""");
		People.Answer all = this.people.post("/api/v1/applicants/" + id + "/decisions", "{\"period\": \"2013-06\"}")
			.is(201);
		assertThat(all.body().at("/items")).extracting((one) -> one.get("program").stringValue())
			.contains("old-age-allowance", "low-income-top-up", "living-subsidy", "contribution-waiver",
					"accident-insurance");
		assertThat(all.body().at("/undecided")).isEmpty();
	}

	@Test
	void whatCannotBeReadIsNamed() {
		String id = this.people.begun(OldAgeAllowance.EIGHTY);
		assertThat(
				this.people.post("/api/v1/applicants/" + id + "/decisions", "{\"period\": \"2013-7\", \"program\": 1}")
					.is(400)
					.body()
					.at("/errors"))
			.hasSize(2);
		this.people.post("/api/v1/applicants/" + id + "/decisions", "{}").is(400);
		this.people.post("/api/v1/applicants/x/decisions", "{\"period\": \"2013-07\"}").is(404);
		this.people.get("/api/v1/decisions/x").is(404);
	}

	private static String claim(String id, String date, String eligible) {
		return """
				{"id": "%s", "date": "%s", "kind": "INPATIENT", "hospitalTier": "COUNTY", "totalCost": %s,
				 "eligibleCost": %s}""".formatted(id, date, eligible, eligible);
	}

	private People.Answer keyed(String id, String body, String key) {
		return this.people.send(HttpMethod.POST, "/api/v1/applicants/" + id + "/decisions", body,
				(headers) -> headers.set("Idempotency-Key", key));
	}

}
