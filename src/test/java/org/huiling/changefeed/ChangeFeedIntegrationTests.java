package org.huiling.changefeed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

import org.huiling.HuilingTest;
import org.huiling.Samples;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Who follows what changed misses nothing and is told nothing twice. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class ChangeFeedIntegrationTests {

	private static final String EVENTS = "/api/v1/events";

	private static final int DECISIONS = Samples.of(100_000, 4_000);

	private static final int WRITERS = 4;

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	PlatformTransactionManager transactions;

	@Test
	void aReaderThatCrashesMissesNoneOfFourWritersAndIsToldNoneTwice() throws Exception {
		People reader = People.as(this.client, "reader;AUDITOR;");
		String cursor = end(reader);
		List<String> dealtWith = new ArrayList<>();
		Random random = new Random(Samples.seed());
		ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
		try {
			List<Future<?>> writing = new ArrayList<>();
			for (int writer = 0; writer < WRITERS; writer++) {
				long seed = random.nextLong();
				writing.add(writers.submit(() -> write(DECISIONS / WRITERS, new Random(seed))));
			}
			boolean more = true;
			boolean written = false;
			while (more || !written) {
				written = writing.stream().allMatch(Future::isDone);
				JsonNode page = reader.get(EVENTS + "?types=decision&size=500&after=" + cursor).is(200).body();
				List<JsonNode> items = List.copyOf(page.get("items").values());
				// it comes so far with a page, and begins anew from what it has dealt
				// with
				int reached = items.isEmpty() ? 0 : random.nextInt(items.size() + 1);
				for (JsonNode item : items.subList(0, reached)) {
					dealtWith.add(item.get("id").asString());
					cursor = item.get("cursor").asString();
				}
				more = page.get("more").booleanValue() || reached < items.size();
			}
			for (Future<?> one : writing) {
				one.get();
			}
		}
		finally {
			writers.shutdownNow();
		}
		assertThat(dealtWith).doesNotHaveDuplicates()
			.containsExactlyElementsOf(
					this.jdbc.sql("select id::text from decision where program = 'followed' order by decided_at, id")
						.query(String.class)
						.list());
		assertThat(dealtWith).hasSize(DECISIONS / WRITERS * WRITERS);
	}

	/** As the service records: rows of one instant, not seen before the commit. */
	private void write(int decisions, Random random) {
		TransactionTemplate transaction = new TransactionTemplate(this.transactions);
		for (int left = decisions; left > 0;) {
			int rows = Math.min(left, 1 + random.nextInt(40));
			boolean fails = random.nextInt(20) == 0;
			transaction.executeWithoutResult((status) -> {
				this.jdbc.sql("""
						with stamp as materialized (select recorded_stamp() as at)
						insert into decision (id, applicant, decided_at, known_at, book, amount, jurisdiction, program,
							period, outcome, facts, decided_by, cause, reasons)
						select gen_random_uuid(), gen_random_uuid(), stamp.at, stamp.at, 1, 10, 'model-district',
							'followed', '2013-07', 'ELIGIBLE', '', 'system', 'CASE', '{}'
						from stamp, generate_series(1, ?)""").param(rows).update();
				LockSupport.parkNanos(random.nextInt(2_000_000));
				if (fails) {
					status.setRollbackOnly();
				}
			});
			left -= fails ? 0 : rows;
		}
	}

	@Test
	void publicationsAndPaymentsAreToldByTheirIds() {
		People auditor = People.as(this.client, "reader;AUDITOR;");
		JsonNode published = all(auditor, "publication");
		assertThat(published.get("items").values()).anySatisfy((one) -> {
			assertThat(one.get("action").asString()).isEqualTo("VERSION_IMPORTED");
			assertThat(one.get("id").asString()).isEqualTo("model-district/old-age-allowance/2013-01-01");
			assertThat(one.get("jurisdiction").asString()).isEqualTo("model-district");
			assertThat(one.get("program").asString()).isEqualTo("old-age-allowance");
		});
		People worker = People.as(this.client, People.WORKER);
		People operator = People.as(this.client, "operator;BATCH_OPERATOR;379901");
		People paymaster = People.as(this.client, "paymaster;PAYMASTER;379901");
		String person = worker.begun("""
				{"name": "试事件", "birthDate": "1933-01-10", "hukou": {"region": "379901003", "type": "RURAL"},
				 "statuses": [], "lifeCheck": {"lastPassed": "2026-01-01"},
				 "applications": [{"program": "old-age-allowance", "date": "2013-01-15"}]}""");
		String decision = worker
			.post("/api/v1/applicants/" + person + "/decisions",
					"{\"period\": \"2013-01\", \"programs\": [\"old-age-allowance\"]}")
			.is(201)
			.text("/items/0/id");
		String roster = operator
			.post("/api/v1/rosters", "{\"jurisdiction\": \"model-district\", \"month\": \"2013-01\"}")
			.is(201)
			.text("/id");
		paymaster.post("/api/v1/rosters/" + roster + "/approve", "{}").is(200);
		JsonNode paid = all(paymaster, "payment");
		assertThat(paid.at("/items/0/action").asString()).isEqualTo("ROSTER_APPROVED");
		assertThat(paid.at("/items/0/id").asString()).isEqualTo(roster);
		assertThat(paid.at("/items/0/period").asString()).isEqualTo("2013-01");
		JsonNode everything = all(auditor, "decision,payment");
		List<String> ids = everything.get("items").valueStream().map((one) -> one.get("id").asString()).toList();
		assertThat(ids).containsSubsequence(decision, roster);
		assertThat(everything.toString()).as("nobody is named").doesNotContain(person, "试事件");
	}

	@Test
	void everybodyIsToldWhatTheirRolesAndRegionsMaySee() {
		People far = People.as(this.client, "far;AUDITOR;110101");
		JsonNode theirs = all(far, "decision,payment");
		assertThat(theirs.get("items").size()).isZero();
		assertThat(
				People.as(this.client, "pay;PAYMASTER;379901").get(EVENTS + "?types=decision").is(403).text("/detail"))
			.contains("CASE_WORKER / BATCH_OPERATOR / AUDITOR");
		People.as(this.client, "worker;CASE_WORKER;379901").get(EVENTS + "?types=payment").is(403);
		People.as(this.client, "admin;ADMIN;").get(EVENTS).is(403);
		Set<String> types = new HashSet<>();
		People.as(this.client, "editor;POLICY_EDITOR;379901")
			.get(EVENTS)
			.is(200)
			.body()
			.get("items")
			.forEach((one) -> types.add(one.get("type").asString()));
		assertThat(types).containsExactly("publication");
	}

	@Test
	void whatIsNoCursorTypeOrSizeIsRefusedByName() {
		People auditor = People.as(this.client, "reader;AUDITOR;");
		assertThat(auditor.get(EVENTS + "?after=x").is(400).text("/errors/0/code")).isEqualTo("INVALID_CURSOR");
		assertThat(auditor.get(EVENTS + "?types=decision,x").is(400).text("/errors/0/field")).isEqualTo("types");
		assertThat(auditor.get(EVENTS + "?size=0").is(400).text("/errors/0/field")).isEqualTo("size");
		assertThat(auditor.get(EVENTS + "?after=999999999999999999_00000000-0000-0000-0000-000000000000_1")
			.is(200)
			.body()
			.get("more")
			.booleanValue()).isFalse();
	}

	private static JsonNode all(People reader, String types) {
		return reader.get(EVENTS + "?size=1000&types=" + types).is(200).body();
	}

	/** The cursor after all there is. */
	private static String end(People reader) {
		String cursor = "";
		while (true) {
			JsonNode page = reader.get(EVENTS + "?types=decision&size=1000&after=" + cursor).is(200).body();
			cursor = page.get("next").asString();
			if (!page.get("more").booleanValue()) {
				return cursor;
			}
		}
	}

}
