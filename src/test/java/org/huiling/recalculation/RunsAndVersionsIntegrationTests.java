package org.huiling.recalculation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.facts.MadeUpIds;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.policy.PublishedVersions;
import org.huiling.policy.PublishedVersions.VersionLike;
import org.huiling.policy.WithdrawnVersions;
import org.huiling.recalculation.run.WithdrawnVersion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs when versions are published and withdrawn. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class RunsAndVersionsIntegrationTests {

	private static final String ALLOWANCE = "old-age-allowance";

	private static final VersionLike OF_2013 = new VersionLike("model-district", ALLOWANCE, "2013-01-01");

	private static final int CROWD = 4_500;

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

	@BeforeEach
	void signIn() {
		this.people = People.as(this.client, People.WORKER);
		this.runs = Runs.as(this.client);
	}

	@Test
	@DisplayName("69 a version is published during a batch")
	void aVersionPublishedDuringARunDoesNotChangeIt() {
		Crowd.of(CROWD, this.client);
		String run = this.runs.order(order("2013-05", "2013-06")).is(202).text("/id");
		while (this.runs.operator().get("/api/v1/recalculations/" + run).body().get("done").intValue() == 0) {
			Runs.pause();
		}
		this.runs.post(run, "stop").is(202);
		JsonNode stopped = this.runs.ended(run);
		assertThat(stopped.get("state").stringValue()).isEqualTo("STOPPED");
		assertThat(stopped.get("done").intValue()).isPositive().isLessThan(CROWD);
		PublishedVersions.add(this.jdbc, new TransactionTemplate(this.transactions), this.catalogue, OF_2013,
				"2013-06-01", Map.of("100.00", "150.00", "published: 2012-11-20", "published: 2013-05-20"));

		this.runs.post(run, "restart").is(202);
		assertThat(this.runs.ended(run).get("done").intValue()).isEqualTo(CROWD);
		assertThat(decided("RECALCULATION:" + run)).containsExactly("2013-05 2013-01-01 100.00 " + CROWD);

		java.time.Instant before = java.time.Instant.now();
		String late = this.people.begun("""
				{"residentId": "%s", "birthDate": "1933-01-10", "hukou": {"region": "379901003", "type": "RURAL"},
				 "applications": [{"program": "old-age-allowance", "date": "2013-01-15"}]}"""
			.formatted(MadeUpIds.of(LocalDate.of(1933, 1, 10), 2)));
		String next = this.runs
			.order(order("2013-05", "2013-06").replace("\"reason\"",
					"\"touchedSince\": \"%s\", \"reason\"".formatted(before)))
			.is(202)
			.text("/id");
		assertThat(this.runs.ended(next).get("total").intValue()).isEqualTo(1);
		assertThat(decided("RECALCULATION:" + next)).startsWith("2013-05 2013-01-01 100.00 1",
				"2013-06 2013-06-01 150.00 1");
		byWithdrawnVersion(late);
	}

	/** A later run would not look for it. */
	@Test
	void aRunLooksAtWhatAnotherInstanceHasJustPublished() {
		PublishedVersions.elsewhere(this.jdbc, new TransactionTemplate(this.transactions), OF_2013, "2013-11-01",
				Map.of("100.00", "170.00", "published: 2012-11-20", "published: 2013-10-20"));
		String run = this.runs.order(order("2013-11", "2013-11")).is(202).text("/id");
		assertThat(this.jdbc
			.sql("select b.book::text from recalculation_policies p join decision_book b on b.id = p.policies"
					+ " where p.run = cast(? as uuid)")
			.param(run)
			.query(String.class)
			.single()).contains("2013-11-01");
		this.runs.ended(run);
	}

	/** Whose decisions were made under it are reviewed, and nobody else. */
	private void byWithdrawnVersion(String person) {
		WithdrawnVersion june = new WithdrawnVersion("model-district", ALLOWANCE, "2013-06-01");
		assertThat(this.runs.order(order(june)).is(422).text("/errors/0/code")).isEqualTo("NOT_WITHDRAWN");
		WithdrawnVersions.add(this.jdbc, this.catalogue, ALLOWANCE, "2013-06-01");
		JsonNode run = this.runs.ended(this.runs.order(order(june)).is(202).text("/id"));
		assertThat(run.get("total").intValue()).isEqualTo(1);
		assertThat(run.get("from").stringValue()).isEqualTo("2013-06");
		assertThat(run.at("/withdrawnVersion/version").stringValue()).isEqualTo("2013-06-01");
		assertThat(decided("RECALCULATION:" + run.get("id").stringValue())).startsWith("2013-06 2013-01-01 100.00 1");
		assertThat(
				this.people.get("/api/v1/applicants/" + person + "/decisions").is(200).body().get("total").intValue())
			.isGreaterThan(2);
		// whoever was decided otherwise since is still found by it
		JsonNode again = this.runs.ended(this.runs.order(order(june)).is(202).text("/id"));
		assertThat(again.get("total").intValue()).isEqualTo(1);
		assertThat(again.get("changed").intValue()).isZero();
		assertThat(this.runs.order("""
				{"withdrawnVersion": {"jurisdiction": "model-district", "program": "old-age-allowance",
				 "version": "2013-06-01"}, "from": "2013-01", "mode": "COMMIT", "reason": "x"}""")
			.is(400)
			.text("/errors/0/code")).isEqualTo("SAID_BY_VERSION");
		listedByVersion();
	}

	private void listedByVersion() {
		String path = "/api/v1/decisions?version=model-district/old-age-allowance/2013-06-01";
		JsonNode page = this.runs.operator().get(path + "&size=2").is(200).body();
		assertThat(page.get("total").intValue()).isEqualTo(1);
		JsonNode first = page.at("/items/0");
		assertThat(first.get("version").stringValue()).isEqualTo("2013-06-01");
		assertThat(first.get("residentId").stringValue()).isEqualTo("379901************");
		assertThat(first.get("current").booleanValue()).isFalse();
		People elsewhere = People.as(this.client, "approver;POLICY_APPROVER;110101");
		assertThat(elsewhere.get(path).is(200).body().get("total").intValue()).isZero();
		elsewhere.get("/api/v1/decisions?version=2013-06-01").is(400);
	}

	private static String order(String from, String to) {
		return """
				{"jurisdiction": "model-district", "programs": ["old-age-allowance"], "from": "%s", "to": "%s",
				 "mode": "COMMIT", "reason": "monthly"}""".formatted(from, to);
	}

	private static String order(WithdrawnVersion version) {
		return """
				{"withdrawnVersion": {"jurisdiction": "%s", "program": "%s", "version": "%s"}, "to": "2013-07",
				 "mode": "COMMIT", "reason": "withdrawn"}""".formatted(version.jurisdiction(), version.program(),
				version.version());
	}

	private List<String> decided(String cause) {
		return this.jdbc
			.sql("select period || ' ' || version || ' ' || amount || ' ' || count(*) from decision"
					+ " where cause = ? and program = 'old-age-allowance' group by period, version, amount order by 1")
			.param(cause)
			.query(String.class)
			.list();
	}

}
