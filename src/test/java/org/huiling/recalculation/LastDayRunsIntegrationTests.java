package org.huiling.recalculation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.policy.PublishedVersions;
import org.huiling.policy.PublishedVersions.VersionLike;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Decisions and runs where records are read on the last day of the month. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class LastDayRunsIntegrationTests {

	private static final String ALLOWANCE = "old-age-allowance";

	private static final String EIGHTY = """
			{"birthDate": "1933-01-10", "hukou": {"region": "%s", "type": "RURAL"},
			 "residence": {"region": "379901003", "since": "2000-01-01"},
			 "applications": [{"program": "old-age-allowance", "date": "2013-01-15"}]}""";

	private static final String HERE = "379901003";

	private static final String ELSEWHERE = "110101001";

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	PolicyCatalogue catalogue;

	@Autowired
	PlatformTransactionManager transactions;

	private People people;

	private Runs runs;

	/** From May to August the month is read on its last day. */
	@BeforeEach
	void signIn() {
		this.people = People.as(this.client, People.WORKER);
		this.runs = Runs.as(this.client);
		publish("2013-05-01", "LAST_DAY");
		publish("2013-09-01", "FIRST_DAY");
	}

	private void publish(String version, String factDay) {
		VersionLike like = new VersionLike("model-district", ALLOWANCE, "2013-01-01");
		boolean there = this.jdbc.sql("select exists (select from policy_version where program = ? and version = ?)")
			.params(List.of(ALLOWANCE, version))
			.query(Boolean.class)
			.single();
		if (!there) {
			PublishedVersions.add(this.jdbc, new TransactionTemplate(this.transactions), this.catalogue, like, version,
					Map.of("published: 2012-11-20", "published: 2012-12-20\nfactDay: " + factDay));
		}
	}

	private void moves(String id, String day, String region) {
		this.people.recorded(id, """
				{"validFrom": "%s", "facts": {"hukou": {"region": "%s", "type": "RURAL"}}, "reason": "moved"}"""
			.formatted(day, region));
	}

	private List<String> decisions(String id) {
		JsonNode items = this.people.get("/api/v1/applicants/" + id + "/decisions").is(200).body().get("items");
		return StreamSupport.stream(items.spliterator(), false)
			.filter((one) -> one.get("program").stringValue().equals(ALLOWANCE))
			.map((one) -> one.get("period").stringValue() + " " + one.get("outcome").stringValue())
			.sorted()
			.toList();
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

	/** Replays every decision of a person. */
	private void replaysAlike(String id) {
		for (JsonNode one : this.people.get("/api/v1/applicants/" + id + "/decisions").is(200).body().get("items")) {
			JsonNode replay = this.people.post("/api/v1/decisions/" + one.get("id").stringValue() + "/replay", "{}")
				.is(200)
				.body();
			assertThat(replay.get("same").booleanValue()).as("%s", replay).isTrue();
		}
	}

	@Test
	void whoMovesAwayInTheMiddleOfAMonthLosesThatMonth() {
		String id = this.people.begun(EIGHTY.formatted(HERE));
		moves(id, "2013-07-15", ELSEWHERE);
		this.runs.completed("COMMIT", "2013-06", "2013-08");
		assertThat(decisions(id)).containsExactly("2013-06 ELIGIBLE", "2013-07 NOT_ELIGIBLE");
		replaysAlike(id);
	}

	@Test
	void whoComesInTheMiddleOfAMonthHasThatMonth() {
		String id = this.people.begun(EIGHTY.formatted(ELSEWHERE));
		moves(id, "2013-07-15", HERE);
		this.runs.completed("COMMIT", "2013-06", "2013-08");
		assertThat(decisions(id)).containsExactly("2013-07 ELIGIBLE");
		replaysAlike(id);
	}

	/**
	 * Recorded after the month was decided, as most is: the next month's run finds it.
	 */
	@Test
	void theNextRunSettlesTheMonthBeforeIt() {
		String left = this.people.begun(EIGHTY.formatted(HERE));
		String came = this.people.begun(EIGHTY.formatted(ELSEWHERE));
		this.runs.completed("COMMIT", "2013-06", "2013-06");
		this.runs.completed("COMMIT", "2013-07", "2013-07");
		assertThat(decisions(left)).containsExactly("2013-06 ELIGIBLE");
		assertThat(decisions(came)).isEmpty();
		Instant before = Instant.now();
		moves(left, "2013-07-15", ELSEWHERE);
		moves(came, "2013-07-15", HERE);
		JsonNode run = this.runs.ended(this.runs.order("""
				{"jurisdiction": "model-district", "from": "2013-08", "to": "2013-08", "touchedSince": "%s",
				 "mode": "COMMIT", "reason": "monthly"}""".formatted(before)).is(202).text("/id"));
		assertThat(run.get("state").stringValue()).isEqualTo("COMPLETED");
		assertThat(decisions(left)).containsExactly("2013-06 ELIGIBLE", "2013-07 NOT_ELIGIBLE");
		assertThat(decisions(came)).containsExactly("2013-07 ELIGIBLE");
		replaysAlike(left);
		replaysAlike(came);
		assertThat(this.runs.completed("COMMIT", "2013-08", "2013-08").get("changed").intValue()).isZero();
	}

	/** Where the first day counts, a run does not look behind what it is asked for. */
	@Test
	void whereTheFirstDayCountsNothingIsLookedAtBeforeTheRun() {
		String left = this.people.begun(EIGHTY.formatted(HERE));
		this.runs.completed("COMMIT", "2013-10", "2013-10");
		moves(left, "2013-09-15", ELSEWHERE);
		moves(left, "2013-10-15", ELSEWHERE);
		this.runs.completed("COMMIT", "2013-11", "2013-11");
		assertThat(decisions(left)).containsExactly("2013-10 ELIGIBLE", "2013-11 NOT_ELIGIBLE");
	}

	@Test
	void aDecisionOfACaseWorkerReadsTheLastDayAndSaysSo() {
		String id = this.people.begun(EIGHTY.formatted(HERE));
		moves(id, "2013-07-31", ELSEWHERE);
		String body = "{\"period\": \"2013-07\", \"programs\": [\"old-age-allowance\"], \"jurisdiction\": \"model-district\"}";
		JsonNode refused = this.people.post("/api/v1/applicants/" + id + "/decisions", body)
			.is(201)
			.body()
			.at("/items/0");
		assertThat(refused.get("outcome").stringValue()).isEqualTo("NOT_ELIGIBLE");
		String other = this.people.begun(EIGHTY.formatted(HERE).replace("1933-01-10", "1933-07-10"));
		moves(other, "2013-08-01", ELSEWHERE);
		JsonNode granted = this.people.post("/api/v1/applicants/" + other + "/decisions", body).body().at("/items/0");
		assertThat(granted.get("outcome").stringValue()).isEqualTo("ELIGIBLE");
		assertThat(granted.at("/why/0/values/factDay").stringValue()).isEqualTo("2013-07-31");
		String notice = "/api/v1/decisions/" + granted.get("id").stringValue() + "/notice?lang=";
		assertThat(read(notice + "zh")).contains("按期间最后一天 2013-07-31 的情况测算");
		assertThat(read(notice + "en")).contains("by the facts of 2013-07-31, the period&#39;s last day");
		replaysAlike(id);
		replaysAlike(other);
	}

}
