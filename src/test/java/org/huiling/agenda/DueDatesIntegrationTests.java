package org.huiling.agenda;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.engine.Jurisdiction;
import org.huiling.facts.MadeUpIds;
import org.huiling.policy.PolicyCatalogue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes due by the days on files comes onto the list once, and leaves it when its
 * reason is gone.
 */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class DueDatesIntegrationTests {

	private static final AtomicInteger NUMBERS = new AtomicInteger(100);

	private static final LocalDate DAY = LocalDate.of(2013, 7, 5);

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Agenda agenda;

	@Autowired
	AgendaWorker worker;

	@Autowired
	PolicyCatalogue catalogue;

	@Autowired
	List<TaskSource> sources;

	private People people;

	@BeforeEach
	void signIn() {
		this.people = People.as(this.client, People.WORKER);
	}

	private String begun(String birth, String rest) {
		return this.people.begun("""
				{"residentId": "%s", "name": "到期甲", "birthDate": "%s",
				 "hukou": {"region": "379901003", "type": "RURAL", "since": "1950-02-01"}%s}"""
			.formatted(MadeUpIds.of(LocalDate.parse(birth), NUMBERS.incrementAndGet()), birth, rest));
	}

	private String granted(String lifeCheck) {
		String id = begun("1930-01-10", """
				, "applications": [{"program": "old-age-allowance", "date": "2013-01-10"}],
				 "lifeCheck": {"lastPassed": "%s"}, "household": {"dibao": {"type": "NONE"}}""".formatted(lifeCheck));
		this.people
			.post("/api/v1/applicants/" + id + "/decisions",
					"{\"period\": \"2013-01\", \"programs\": [\"old-age-allowance\"]}")
			.is(201);
		return id;
	}

	private void look(LocalDate day) {
		this.agenda.everything("model-district", day);
	}

	private void turn(LocalDate day) {
		Jurisdiction jurisdiction = this.catalogue.jurisdiction("model-district").orElseThrow();
		Look look = new Look(jurisdiction.id(), jurisdiction.regionPrefix(), day, null);
		this.sources.forEach((source) -> this.agenda.touched(source, look));
	}

	/** Kind, state and program of the tasks about somebody, oldest first. */
	private List<String> tasks(String applicant) {
		return this.jdbc.sql(
				"select kind || ' ' || state || coalesce(' ' || program, '') || case when settled then ' settled' else '' end"
						+ " from task where applicant = cast(? as uuid) order by id")
			.param(applicant)
			.query(String.class)
			.list();
	}

	private String task(String applicant) {
		return this.jdbc.sql("select id from task where applicant = cast(? as uuid) order by id desc limit 1")
			.param(applicant)
			.query(String.class)
			.single();
	}

	@Test
	void aLifeCheckThatRunsOutIsDueOnceAndSettledByTheNextOne() {
		String id = granted("2012-07-20");
		String fine = granted("2012-08-01");
		look(DAY);
		look(DAY.plusDays(1));
		assertThat(tasks(id)).containsExactly("LIFE_CHECK_DUE OPEN");
		assertThat(tasks(fine)).as("holds until August").isEmpty();
		People.Answer listed = this.people.get("/api/v1/tasks?kind=LIFE_CHECK_DUE&state=OPEN&region=379901003");
		assertThat(listed.text("/items/0/because")).contains("2012-07-20", "2013-07-20", "12");
		assertThat(listed.text("/items/0/due")).isEqualTo("2013-07-20");
		assertThat(listed.text("/items/0/name")).isEqualTo("到期甲");
		assertThat(listed.body().at("/items/0/money").decimalValue()).isPositive();
		turn(DAY);
		assertThat(tasks(id)).as("nothing was recorded").containsExactly("LIFE_CHECK_DUE OPEN");
		this.people.recorded(id,
				"{\"validFrom\": \"2013-07-06\", \"facts\": {\"lifeCheck\": {\"lastPassed\": \"2013-07-06\"}}}");
		turn(DAY);
		assertThat(tasks(id)).containsExactly("LIFE_CHECK_DUE DONE settled");
		People.Answer closed = this.people.get("/api/v1/tasks?kind=LIFE_CHECK_DUE&state=DONE&region=379901003");
		assertThat(closed.text("/items/0/closed/by")).isEqualTo("system");
		assertThat(closed.text("/items/0/closed/reason")).contains("事由", "reason");
		look(LocalDate.of(2014, 7, 1));
		assertThat(tasks(id)).as("a year later").containsExactly("LIFE_CHECK_DUE DONE settled", "LIFE_CHECK_DUE OPEN");
	}

	@Test
	void whoeverIsPaidNothingNeedsNoLifeCheck() {
		String id = begun("1930-01-10", ", \"lifeCheck\": {\"lastPassed\": \"2012-01-20\"}");
		look(DAY);
		assertThat(tasks(id)).doesNotContain("LIFE_CHECK_DUE OPEN");
	}

	@Test
	void whatWasDismissedStaysDismissed() {
		String id = granted("2012-07-21");
		look(DAY);
		this.people.post("/api/v1/tasks/" + task(id) + "/dismiss", "{\"reason\": \"已上门\"}").is(200);
		look(DAY);
		turn(DAY);
		look(DAY.plusMonths(1));
		assertThat(tasks(id)).containsExactly("LIFE_CHECK_DUE DISMISSED");
	}

	@Test
	void whoDiedOrWasMergedNeedsNothing() {
		String dead = granted("2012-07-22");
		String twice = granted("2012-07-22");
		look(DAY);
		assertThat(tasks(dead)).containsExactly("LIFE_CHECK_DUE OPEN");
		this.people.recorded(dead, "{\"validFrom\": \"2013-07-02\", \"facts\": {\"deathDate\": \"2013-07-02\"}}");
		String survivor = begun("1930-01-10", "");
		this.people
			.post("/api/v1/applicants/" + survivor + "/merge",
					"{\"duplicate\": \"%s\", \"reason\": \"同一人\"}".formatted(twice))
			.is(200);
		turn(DAY);
		assertThat(tasks(dead)).containsExactly("LIFE_CHECK_DUE DONE settled");
		assertThat(tasks(twice)).containsExactly("LIFE_CHECK_DUE DONE settled");
	}

	@Test
	void aStatusThatEndsIsDueUntilItIsRenewed() {
		String id = begun("1949-03-10", """
				, "statuses": [{"kind": "LOW_INCOME", "from": "2012-08-01", "to": "2013-07-31"}]""");
		String longAgo = begun("1949-03-10", """
				, "statuses": [{"kind": "LOW_INCOME", "from": "2010-08-01", "to": "2011-07-31"}]""");
		String dibao = begun("1949-03-10", """
				, "household": {"dibao": {"type": "RURAL", "since": "2012-08-01", "to": "2013-07-10"}}""");
		look(DAY);
		look(DAY);
		assertThat(tasks(id)).containsExactly("STATUS_ENDS OPEN");
		assertThat(tasks(dibao)).containsExactly("STATUS_ENDS OPEN");
		assertThat(tasks(longAgo)).as("nobody asks for what ended years ago").isEmpty();
		People.Answer listed = this.people.get("/api/v1/tasks?kind=STATUS_ENDS&state=OPEN");
		assertThat(listed.body().toString()).contains("低收入身份到 2013-07-31 为止", "低保到 2013-07-10 为止");
		assertThat(this.people
			.send(HttpMethod.GET, "/api/v1/tasks?kind=STATUS_ENDS&state=OPEN", null,
					(headers) -> headers.add("Accept-Language", "en"))
			.body()
			.toString()).contains("“low income” ends on 2013-07-31");
		look(DAY.plusYears(1));
		assertThat(tasks(id)).as("it stays until somebody does something").containsExactly("STATUS_ENDS OPEN");
		this.people.recorded(id, """
				{"validFrom": "2013-08-01", "facts": {"statuses": [
				{"kind": "LOW_INCOME", "from": "2013-08-01", "to": "2014-07-31"}]}}""");
		turn(DAY);
		assertThat(tasks(id)).containsExactly("STATUS_ENDS DONE settled");
	}

	@Test
	void anAgeThatPoliciesKnowIsDueUntilItsProgramIsDecided() {
		String id = begun("1933-07-20",
				", \"applications\": [{\"program\": \"old-age-allowance\", \"date\": \"2013-01-10\"}]");
		String other = begun("1935-07-20", "");
		look(DAY);
		look(DAY.plusDays(20));
		assertThat(tasks(id)).singleElement().asString().startsWith("BIRTHDAY OPEN");
		assertThat(tasks(other)).as("no policy knows 78").isEmpty();
		People.Answer listed = this.people.get("/api/v1/tasks?kind=BIRTHDAY&state=OPEN&region=379901003");
		assertThat(listed.text("/items/0/because")).contains("80", "2013-07-20", "高龄津贴");
		this.people
			.post("/api/v1/applicants/" + id + "/decisions",
					"{\"period\": \"2013-08\", \"programs\": [\"old-age-allowance\"]}")
			.is(201);
		turn(DAY);
		assertThat(tasks(id)).singleElement().asString().startsWith("BIRTHDAY DONE").endsWith("settled");
	}

	@Test
	void whoMovedToAnotherJurisdictionIsItsAffair() {
		String id = begun("1933-07-20", "");
		this.people.recorded(id,
				"{\"validFrom\": \"2013-07-01\", \"facts\": {\"hukou\": {\"region\": \"110105001\", \"type\": \"URBAN\"}}}");
		look(DAY);
		assertThat(tasks(id)).isEmpty();
	}

	@Test
	void nobodyOfAnotherRegionSeesIt() {
		String id = granted("2012-07-23");
		look(DAY);
		assertThat(tasks(id)).containsExactly("LIFE_CHECK_DUE OPEN");
		People far = People.as(this.client, "far;CASE_WORKER;110105");
		assertThat(far.get("/api/v1/tasks").is(200).text("/total")).isEqualTo("0");
		far.post("/api/v1/tasks/" + task(id) + "/dismiss", "{\"reason\": \"x\"}").is(404);
	}

	@Test
	void whoSawItIsOnTheTrail() {
		String id = granted("2012-07-24");
		look(DAY);
		this.people.get("/api/v1/tasks?kind=LIFE_CHECK_DUE&state=OPEN&size=100").is(200);
		assertThat(this.jdbc
			.sql("select count(*) from audit_event where action = 'TASKS_LISTED'"
					+ " and (details::jsonb -> 'applicants') @> jsonb_build_array(?::text)")
			.param(id)
			.query(Long.class)
			.single()).isEqualTo(1);
	}

	@Test
	void theServiceLooksByItselfButNotWhileTestsDo() throws Exception {
		assertThat(this.worker.isRunning()).as("of this test").isFalse();
		this.jdbc.sql("delete from agenda_look").update();
		AgendaWorker own = new AgendaWorker(this.agenda, new AgendaSettings("PT1S", 5, 60, null));
		own.start();
		try {
			long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
			while (this.jdbc.sql("select count(*) from agenda_look where looked_at is not null")
				.query(Long.class)
				.single() == 0) {
				assertThat(System.nanoTime()).as("it looks").isLessThan(end);
				Thread.sleep(50);
			}
		}
		finally {
			own.stop();
		}
		assertThat(own.isRunning()).isFalse();
	}

	@Test
	void aTurnLooksAtEverythingOnceADayAndAfterARunThatDecided() {
		this.jdbc.sql("delete from agenda_look").update();
		this.agenda.turn();
		OffsetDateTime first = lookedAt();
		this.agenda.turn();
		assertThat(lookedAt()).isEqualTo(first);
		this.jdbc
			.sql("insert into recalculation (id, mode, jurisdictions, from_month, to_month, current_month, reason, ordered_by,"
					+ " ordered_at, known_at, state, finished_at) values (gen_random_uuid(), 'COMMIT',"
					+ " '{model-district}', '2013-07', '2013-07', '2013-07', 'x', 'x', now(), now(), 'COMPLETED', now())")
			.update();
		this.agenda.turn();
		assertThat(lookedAt()).isAfter(first);
	}

	private OffsetDateTime lookedAt() {
		return this.jdbc
			.sql("select looked_at from agenda_look where jurisdiction = 'model-district' and source = 'AGENDA:STATUS'")
			.query(OffsetDateTime.class)
			.single();
	}

}
