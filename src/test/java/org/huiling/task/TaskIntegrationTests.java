package org.huiling.task;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.TestAccounts;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.facts.CivilTime;
import org.huiling.facts.MadeUpIds;
import org.huiling.payment.Past;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a task proposes is done at once and once, or nothing of it. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class TaskIntegrationTests {

	private static final String DEATH = "{\"deathDate\": \"2013-05-20\"}";

	@Autowired
	RestTestClient client;

	@Autowired
	TestAccounts accounts;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Tasks tasks;

	@Autowired
	PlatformTransactionManager transactions;

	private final JsonMapper json = new JsonMapper();

	private People people;

	@BeforeEach
	void signIn() {
		this.people = People.as(this.client, People.WORKER);
	}

	@AfterEach
	void moveAway() {
		Past.moveAway(this.jdbc);
		this.jdbc.sql("update task set state = 'DISMISSED', closed_at = now() where state = 'OPEN'").update();
	}

	private String granted() {
		String id = this.people.begun("""
				{"residentId": "%s", "name": "待办甲", "birthDate": "1930-01-10",
				 "hukou": {"region": "379901003", "type": "RURAL", "since": "1950-02-01"},
				 "applications": [{"program": "old-age-allowance", "date": "2013-01-10"}],
				 "household": {"dibao": {"type": "NONE"}}}"""
			.formatted(MadeUpIds.of(LocalDate.of(1930, 1, 10), MadeUpNumbers.next())));
		this.people
			.post("/api/v1/applicants/" + id + "/decisions",
					"{\"period\": \"2013-01\", \"programs\": [\"old-age-allowance\"]}")
			.is(201);
		return id;
	}

	private String opened(String applicant, Proposed proposes, String key) {
		NewTask task = new NewTask(TaskKind.PAID_BUT_DEAD, UUID.fromString(applicant), null, "model-district", null,
				"DIED", List.of("2013-05-20", "2013-08-31", "2013-06", "2013-08"), proposes, new BigDecimal("300.00"),
				LocalDate.of(2013, 9, 7), "TEST", key);
		boolean fresh = Boolean.TRUE
			.equals(new TransactionTemplate(this.transactions).execute((status) -> this.tasks.open(task)));
		assertThat(fresh).isTrue();
		return this.jdbc.sql("select id from task where key = ?").param(key).query(UUID.class).single().toString();
	}

	private String died(String applicant) {
		return opened(applicant, Proposed.record(this.json.readTree(DEATH), LocalDate.of(2013, 5, 20)),
				"died " + UUID.randomUUID());
	}

	private People.Answer accept(String task) {
		return this.people.post("/api/v1/tasks/" + task + "/accept", "{\"reason\": \"村委会证明\"}");
	}

	private String standing(String applicant, String month) {
		return this.jdbc
			.sql("select d.outcome || ' ' || d.cause || ' ' || coalesce(d.reason, '-') from decision d"
					+ " where d.applicant = cast(? as uuid) and d.program = 'old-age-allowance' and d.period <= ?"
					+ " and not exists (select from decision n where n.supersedes = d.id)"
					+ " order by d.period desc limit 1")
			.params(applicant, month)
			.query(String.class)
			.single();
	}

	@Test
	void aTaskStandsOnTheListWithWhomItIsAboutAndWhy() {
		String id = granted();
		String task = died(id);
		People.Answer listed = this.people.get("/api/v1/tasks?state=OPEN&kind=PAID_BUT_DEAD&due=2013-09-07").is(200);
		assertThat(listed.text("/total")).isEqualTo("1");
		assertThat(listed.text("/items/0/id")).isEqualTo(task);
		assertThat(listed.text("/items/0/applicantId")).isEqualTo(id);
		assertThat(listed.text("/items/0/name")).isEqualTo("待办甲");
		assertThat(listed.text("/items/0/residentId")).contains("****");
		assertThat(listed.text("/items/0/region")).isEqualTo("379901003");
		assertThat(listed.text("/items/0/because")).contains("2013-05-20", "死亡");
		assertThat(listed.text("/items/0/proposes/record/deathDate")).isEqualTo("2013-05-20");
		assertThat(listed.body().at("/items/0/money").decimalValue()).isEqualByComparingTo("300.00");
		assertThat(listed.text("/items/0/currency")).isEqualTo("CNY");
		assertThat(this.people.get("/api/v1/tasks?state=OPEN&due=2013-09-06").text("/total")).isEqualTo("0");
		assertThat(this.people.get("/api/v1/tasks?state=OPEN&region=379901003").text("/total")).isEqualTo("1");
		assertThat(this.people.get("/api/v1/tasks?state=OPEN&region=379901004").text("/total")).isEqualTo("0");
		assertThat(this.people
			.send(HttpMethod.GET, "/api/v1/tasks?state=OPEN", null, (headers) -> headers.add("Accept-Language", "en"))
			.text("/items/0/because")).contains("2013-05-20", "died");
		this.people.get("/api/v1/tasks?region=37x").is(400);
		this.people.get("/api/v1/tasks?state=LATER").is(400);
	}

	@Test
	void acceptingRecordsAndDecidesFromThenOn() {
		String id = granted();
		String task = died(id);
		People.Answer done = accept(task).is(200);
		assertThat(done.text("/state")).isEqualTo("DONE");
		assertThat(done.text("/closed/by")).isEqualTo("worker");
		assertThat(done.text("/closed/reason")).isEqualTo("村委会证明");
		assertThat(done.body().at("/followed/decisions").size()).isPositive();
		assertThat(this.people.get("/api/v1/applicants/" + id).text("/deathDate")).isEqualTo("2013-05-20");
		assertThat(standing(id, "2013-05")).startsWith("ELIGIBLE");
		assertThat(standing(id, "2013-06")).isEqualTo("NOT_ELIGIBLE CASE 村委会证明");
		assertThat(standing(id, "2026-01")).startsWith("NOT_ELIGIBLE");
		assertThat(
				this.jdbc.sql("select count(*) from decision where applicant = cast(? as uuid) and period > '2013-06'")
					.param(id)
					.query(Long.class)
					.single())
			.as("what stands goes on")
			.isZero();
		People.Answer again = accept(task).is(409);
		assertThat(again.text("/type")).isEqualTo("urn:huiling:problem:task-closed");
		this.people.post("/api/v1/tasks/" + task + "/dismiss", "{\"reason\": \"x\"}").is(409);
		assertThat(records(id)).isEqualTo(2);
	}

	private long records(String id) {
		return this.jdbc.sql("select count(*) from applicant_record where applicant = cast(? as uuid)")
			.param(id)
			.query(Long.class)
			.single();
	}

	@Test
	void ofTwoAtOnceOneDoesIt() throws Exception {
		for (int round = 0; round < 3; round++) {
			String id = granted();
			String task = died(id);
			ExecutorService threads = Executors.newFixedThreadPool(2);
			try {
				Callable<Integer> one = () -> accept(task).status();
				List<Future<Integer>> both = threads.invokeAll(List.of(one, one));
				assertThat(List.of(both.get(0).get(), both.get(1).get())).containsExactlyInAnyOrder(200, 409);
			}
			finally {
				threads.shutdown();
			}
			assertThat(records(id)).isEqualTo(2);
			assertThat(this.jdbc.sql("select count(*) from task_event where task = cast(? as uuid)")
				.param(task)
				.query(Long.class)
				.single()).isEqualTo(1);
		}
	}

	@Test
	void aRecordThatIsRefusedLeavesTheTaskOpenAndNothingDone() {
		String id = granted();
		String task = opened(id,
				new Proposed(
						new org.huiling.applicant.answer.ApplicantDocument(
								this.json.readTree("{\"deathDate\": \"1929-01-01\"}")),
						LocalDate.of(2013, 5, 20),
						new Proposed.Hold(null, java.time.YearMonth.of(2013, 6), "NOT_FOUND")),
				"born later " + UUID.randomUUID());
		assertThat(accept(task).is(422).text("/errors/0/field")).contains("deathDate");
		assertThat(this.people.get("/api/v1/tasks?state=OPEN").text("/items/0/id")).isEqualTo(task);
		assertThat(records(id)).isEqualTo(1);
		assertThat(standing(id, "2013-06")).startsWith("ELIGIBLE");
		assertThat(this.people.get("/api/v1/applicants/" + id + "/payment-holds").text("/total")).isEqualTo("0");
	}

	@Test
	void aHoldThatIsProposedHolds() {
		String id = granted();
		String task = opened(id,
				new Proposed(null, null,
						new Proposed.Hold("old-age-allowance", java.time.YearMonth.of(2013, 6), "NOT_FOUND")),
				"hold " + UUID.randomUUID());
		accept(task).is(200);
		People.Answer holds = this.people.get("/api/v1/applicants/" + id + "/payment-holds").is(200);
		assertThat(holds.text("/items/0/code")).isEqualTo("NOT_FOUND");
		assertThat(holds.text("/items/0/from")).isEqualTo("2013-06");
	}

	@Test
	void nobodyOfAnotherRegionSeesOrDoesIt() {
		String task = died(granted());
		People far = People.as(this.client, "far;CASE_WORKER;110105");
		assertThat(far.get("/api/v1/tasks").is(200).text("/total")).isEqualTo("0");
		far.post("/api/v1/tasks/" + task + "/accept", "{}").is(404);
		far.post("/api/v1/tasks/" + task + "/dismiss", "{\"reason\": \"x\"}").is(404);
		far.send(HttpMethod.PATCH, "/api/v1/tasks/" + task, "{\"assignee\": \"far\"}", (headers) -> {
		}).is(404);
		this.jdbc.sql(
				"delete from applicant_region where applicant = (select applicant from task where id = cast(? as uuid))")
			.param(task)
			.update();
		assertThat(accept(task).is(404).text("/type")).as("they lie in the region no more")
			.isEqualTo("urn:huiling:problem:task-not-found");
	}

	@Test
	void whatWasFoundOfAMergedFileIsDoneWithTheOneThatGoesOn() {
		String survivor = this.people.begun("{\"birthDate\": \"1930-01-10\", \"hukou\": {\"region\": \"379901003\"}}");
		String duplicate = granted();
		String task = died(duplicate);
		this.people
			.post("/api/v1/applicants/" + survivor + "/merge",
					"{\"duplicate\": \"%s\", \"reason\": \"同一人\"}".formatted(duplicate))
			.is(200);
		assertThat(accept(task).is(200).text("/applicantId")).isEqualTo(survivor);
		assertThat(this.people.get("/api/v1/applicants/" + survivor).text("/deathDate")).isEqualTo("2013-05-20");
		assertThat(standing(duplicate, "2013-06")).startsWith("NOT_ELIGIBLE");
	}

	@Test
	void whatProposesNothingIsDoneByAPersonWhoSaysWhat() {
		String id = granted();
		String task = opened(id, Proposed.NOTHING, "unclear " + UUID.randomUUID());
		assertThat(this.people.post("/api/v1/tasks/" + task + "/accept", "{}").is(422).text("/errors/0/code"))
			.isEqualTo("REASON_NEEDED");
		accept(task).is(200);
		assertThat(records(id)).isEqualTo(1);
		assertThat(standing(id, "2013-06")).startsWith("ELIGIBLE");
	}

	@Test
	void itIsAssignedAndDismissedAndThenStaysAsItIs() {
		String task = died(granted());
		People.Answer planned = this.people
			.send(HttpMethod.PATCH, "/api/v1/tasks/" + task, "{\"assignee\": \"worker\"}", (headers) -> {
			})
			.is(200);
		assertThat(planned.text("/assignee")).isEqualTo("worker");
		assertThat(planned.text("/due")).as("not said, so it stays").isEqualTo("2013-09-07");
		assertThat(this.people.get("/api/v1/tasks?assignee=worker&state=OPEN").text("/total")).isEqualTo("1");
		assertThat(this.people.get("/api/v1/tasks?assignee=other").text("/total")).isEqualTo("0");
		this.people.post("/api/v1/tasks/" + task + "/dismiss", "{\"reason\": \"同名\"}").is(200);
		this.people.send(HttpMethod.PATCH, "/api/v1/tasks/" + task, "{\"assignee\": \"other\"}", (headers) -> {
		}).is(409);
		for (String change : List.of("update task set assignee = 'x' where id = cast(? as uuid)",
				"update task_event set by = 'x' where task = cast(? as uuid)",
				"delete from task_event where task = cast(? as uuid)")) {
			assertThatThrownBy(() -> this.jdbc.sql(change).param(task).update()).as(change)
				.isInstanceOf(DataAccessException.class);
		}
	}

	@Test
	void itIsGivenToNobodyButAColleagueWhoMayDoIt() {
		String task = died(granted());
		this.accounts.add("task-colleague", List.of("379901003"), "CASE_WORKER");
		this.accounts.add("task-elsewhere", List.of("110105"), "CASE_WORKER");
		this.accounts.add("task-operator", List.of("379901"), "BATCH_OPERATOR");
		this.accounts.add("task-gone", List.of("379901"), "CASE_WORKER");
		this.jdbc.sql("update account set enabled = false where name = 'task-gone'").update();
		for (String nobody : List.of("operater", "task-elsewhere", "task-operator", "task-gone", "长")) {
			People.Answer refused = plan(task, nobody).is(422);
			assertThat(refused.text("/errors/0/field")).as(nobody).isEqualTo("assignee");
			assertThat(refused.text("/errors/0/code")).as(nobody).isEqualTo("NO_COLLEAGUE");
		}
		assertThat(plan(task, "task-colleague").is(200).text("/assignee")).isEqualTo("task-colleague");
		assertThat(plan(task, "tester").is(200).text("/assignee")).as("reaches everywhere").isEqualTo("tester");
	}

	private People.Answer plan(String task, String assignee) {
		return this.people.send(HttpMethod.PATCH, "/api/v1/tasks/" + task, "{\"assignee\": \"" + assignee + "\"}",
				(headers) -> {
				});
	}

	@Test
	void theSameFindingNeverMakesASecondTask() {
		String id = granted();
		String key = "same " + UUID.randomUUID();
		opened(id, Proposed.NOTHING, key);
		NewTask again = new NewTask(TaskKind.UNCLEAR, UUID.fromString(id), null, "model-district", null, "DIED",
				List.of(), Proposed.NOTHING, null, null, "TEST", key);
		boolean fresh = Boolean.TRUE
			.equals(new TransactionTemplate(this.transactions).execute((status) -> this.tasks.open(again)));
		assertThat(fresh).isFalse();
	}

	@Test
	void theReportCountsWhatWasFoundAndWhatBecameOfIt() {
		String today = LocalDate.now(CivilTime.ZONE).toString();
		String address = "/api/v1/tasks/report?region=379901003&from=" + today + "&to=" + today;
		long before = opened(address);
		accept(died(granted())).is(200);
		People.Answer report = this.people.get(address).is(200);
		assertThat(opened(address)).isEqualTo(before + 1);
		assertThat(report.body().at("/items/0/done").longValue()).isPositive();
		assertThat(report.body().at("/items/0/money/done").decimalValue())
			.isGreaterThanOrEqualTo(new BigDecimal("300"));
		assertThat(report.body().toString()).doesNotContain("待办甲", "applicantId");
		this.people.get("/api/v1/tasks/report?from=2013-02-01&to=2013-01-01").is(400);
		People.as(this.client, "operator;BATCH_OPERATOR;379901").get(address).is(200);
	}

	private long opened(String address) {
		return this.people.get(address)
			.is(200)
			.body()
			.get("items")
			.valueStream()
			.filter((item) -> "PAID_BUT_DEAD".equals(item.get("kind").stringValue()))
			.mapToLong((item) -> item.get("opened").longValue())
			.sum();
	}

	@Test
	void whoSawWhomIsOnTheTrailAndNothingPersonal() {
		String id = granted();
		String task = died(id);
		this.people.get("/api/v1/tasks").is(200);
		accept(task).is(200);
		List<String> events = this.jdbc
			.sql("select action || ' ' || details::text from audit_event where (details::jsonb -> 'applicants')"
					+ " @> jsonb_build_array(?::text) order by id")
			.param(id)
			.query(String.class)
			.list();
		assertThat(events).anyMatch((event) -> event.startsWith("TASKS_LISTED"))
			.anyMatch((event) -> event.startsWith("TASK_ACCEPTED"))
			.noneMatch((event) -> event.contains("待办甲") || event.contains("村委会") || event.contains("2013-05-20"));
	}

}
