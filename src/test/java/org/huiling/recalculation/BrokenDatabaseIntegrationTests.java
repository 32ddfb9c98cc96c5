package org.huiling.recalculation;

import java.time.Duration;
import java.time.Instant;

import org.huiling.HuilingTest;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs whose database goes away, or has no room left. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@Import(TestCallers.class)
class BrokenDatabaseIntegrationTests {

	private static final int CROWD = 4_500;

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	private Runs runs;

	@BeforeEach
	void signIn() {
		this.runs = Runs.as(this.client);
	}

	/** A connection of the pool may still be of the server that was. */
	private void awaitDatabase(String id) {
		for (int tried = 0; tried < 3_000; tried++) {
			if (this.runs.operator().get("/api/v1/recalculations/" + id).status() != 503) {
				return;
			}
			Runs.pause();
		}
	}

	@Test
	void aRunGoesOnByItselfWhenTheDatabaseIsBackAndFailsByNameWhereItHasNoRoom() {
		Crowd.of(CROWD, this.client);
		String first = order("2013-03");
		for (int times = 0; times < 3; times++) {
			awaitSome(first, times);
			restartDatabase();
		}
		awaitDatabase(first);
		JsonNode run = this.runs.ended(first);
		assertThat(run.get("state").stringValue()).as("%s", run).isEqualTo("COMPLETED");
		assertThat(run.get("done").intValue()).isEqualTo(CROWD);
		assertThat(decided()).isEqualTo(CROWD);

		this.jdbc
			.sql("create function no_room() returns trigger language plpgsql as"
					+ " $$ begin raise disk_full using message = 'could not extend file'; end $$")
			.update();
		this.jdbc.sql("create trigger no_room before insert on recalculation_slice execute function no_room()")
			.update();
		String second = order("2013-04");
		run = this.runs.ended(second);
		assertThat(run.get("state").stringValue()).isEqualTo("FAILED");
		assertThat(run.get("error").stringValue()).isEqualTo("DISK_FULL");
		this.jdbc.sql("drop trigger no_room on recalculation_slice").update();
		this.runs.post(second, "restart").is(202);
		run = this.runs.ended(second);
		assertThat(run.get("state").stringValue()).isEqualTo("COMPLETED");
		assertThat(run.get("error").isNull()).isTrue();
		assertThat(decided()).isEqualTo(CROWD);
	}

	private String order(String month) {
		return this.runs.order("""
				{"jurisdiction": "model-district", "programs": ["old-age-allowance"], "from": "%s", "to": "%1$s",
				 "mode": "COMMIT", "reason": "monthly"}""".formatted(month)).is(202).text("/id");
	}

	/** Until a slice more is done, or the run has ended. */
	private void awaitSome(String run, int slices) {
		Instant end = Instant.now().plus(Duration.ofMinutes(2));
		while (Instant.now().isBefore(end)) {
			People.Answer answer = this.runs.operator().get("/api/v1/recalculations/" + run);
			// a connection that the database has just ended may be the first to be asked
			if (answer.status() != 503) {
				JsonNode now = answer.is(200).body();
				if (now.get("done").intValue() > slices * 1000
						|| !"RUNNING STARTING".contains(now.get("state").stringValue())) {
					return;
				}
			}
			Runs.pause();
		}
		throw new AssertionError("the run " + run + " did not go on");
	}

	/** To its clients a restart is the end of every connection. */
	private void restartDatabase() {
		this.jdbc
			.sql("select count(pg_terminate_backend(pid)) from pg_stat_activity"
					+ " where datname = current_database() and backend_type = 'client backend'"
					+ " and pid <> pg_backend_pid()")
			.query(Long.class)
			.single();
	}

	private long decided() {
		return this.jdbc.sql("select count(*) from decision").query(Long.class).single();
	}

}
