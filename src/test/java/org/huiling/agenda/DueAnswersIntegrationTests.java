package org.huiling.agenda;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.engine.Jurisdiction;
import org.huiling.facts.CivilTime;
import org.huiling.facts.MadeUpIds;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.recalculation.Runs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What people wait for comes onto the list: what a run could not decide, notices that
 * nobody opened, objections.
 */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class DueAnswersIntegrationTests {

	private static final AtomicInteger NUMBERS = new AtomicInteger(300);

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Agenda agenda;

	@Autowired
	PolicyCatalogue catalogue;

	@Autowired
	WorkingDays days;

	@Autowired
	List<TaskSource> sources;

	private final LocalDate today = LocalDate.now(CivilTime.ZONE);

	private People people;

	@BeforeEach
	void signIn() {
		this.people = People.as(this.client, People.WORKER);
	}

	private String begun() {
		return this.people.begun("""
				{"residentId": "%s", "name": "到期乙", "birthDate": "1930-01-10",
				 "hukou": {"region": "379901003", "type": "RURAL", "since": "1950-02-01"},
				 "applications": [{"program": "old-age-allowance", "date": "2013-01-10"}],
				 "household": {"dibao": {"type": "NONE"}}}"""
			.formatted(MadeUpIds.of(LocalDate.of(1930, 1, 10), NUMBERS.incrementAndGet())));
	}

	private String decided(String id) {
		return this.people
			.post("/api/v1/applicants/" + id + "/decisions",
					"{\"period\": \"2013-01\", \"programs\": [\"old-age-allowance\"]}")
			.is(201)
			.text("/items/0/id");
	}

	private void look(LocalDate day) {
		this.agenda.everything("model-district", day);
	}

	private void turn(LocalDate day) {
		Jurisdiction jurisdiction = this.catalogue.jurisdiction("model-district").orElseThrow();
		Look look = new Look(jurisdiction.id(), jurisdiction.regionPrefix(), day, null);
		this.sources.forEach((source) -> this.agenda.touched(source, look));
	}

	private List<String> tasks(String applicant, String kind) {
		return this.jdbc
			.sql("select state || ' ' || coalesce(program, '') || case when settled then ' settled' else '' end"
					+ " from task where applicant = cast(? as uuid) and kind = ? order by id")
			.params(applicant, kind)
			.query(String.class)
			.list();
	}

	private String because(String kind) {
		return this.people.get("/api/v1/tasks?state=OPEN&size=100&kind=" + kind).is(200).body().toString();
	}

	@Test
	void aNoticeThatNobodyOpensWithinTheWorkingDaysIsDueUntilSomebodyDoes() {
		String id = begun();
		String decision = decided(id);
		LocalDate last = this.days.after(this.today, 5);
		look(last);
		assertThat(tasks(id, "NOTICE_DUE")).as("there is still a day").isEmpty();
		look(last.plusDays(1));
		look(last.plusDays(2));
		assertThat(tasks(id, "NOTICE_DUE")).containsExactly("OPEN old-age-allowance");
		assertThat(because("NOTICE_DUE")).contains("高龄津贴", "5 个工作日", last.toString());
		turn(last.plusDays(2));
		assertThat(tasks(id, "NOTICE_DUE")).containsExactly("OPEN old-age-allowance");
		assertThat(this.client.get()
			.uri("/api/v1/decisions/" + decision + "/notice")
			.header(TestCallers.HEADER, People.WORKER)
			.exchange()
			.returnResult(String.class)
			.getStatus()
			.value()).isEqualTo(200);
		turn(last.plusDays(2));
		assertThat(tasks(id, "NOTICE_DUE")).containsExactly("DONE old-age-allowance settled");
		look(last.plusDays(3));
		assertThat(tasks(id, "NOTICE_DUE")).hasSize(1);
	}

	@Test
	void anObjectionIsDueUntilItIsConcluded() {
		String id = begun();
		String uri = "/api/v1/decisions/" + decided(id) + "/objections";
		String objection = this.people.post(uri, "{\"date\": \"" + this.today + "\", \"grounds\": \"年龄有误\"}")
			.is(201)
			.text("/id");
		look(this.today);
		look(this.today.plusDays(1));
		assertThat(tasks(id, "OBJECTION_DUE")).containsExactly("OPEN old-age-allowance");
		assertThat(because("OBJECTION_DUE")).contains(this.today.plusDays(60).toString()).doesNotContain("年龄有误");
		this.people
			.post(uri + "/" + objection + "/outcome",
					"{\"outcome\": \"DISMISSED\", \"reason\": \"登记无误\", \"date\": \"" + this.today + "\"}")
			.is(201);
		turn(this.today);
		assertThat(tasks(id, "OBJECTION_DUE")).containsExactly("DONE old-age-allowance settled");
	}

	@Test
	void whatARunCouldNotDecideNamesWhatIsMissingUntilItIsDecided() {
		String id = begun();
		String other = begun();
		this.people.recorded(id,
				"{\"validFrom\": \"2013-02-01\", \"facts\": {\"hukou\": null}, \"reason\": \"the register is asked\"}");
		Runs runs = Runs.as(this.client);
		runs.completed("COMMIT", "2013-01", "2013-03");
		look(this.today);
		look(this.today);
		assertThat(tasks(id, "UNDECIDED")).contains("OPEN old-age-allowance");
		assertThat(tasks(other, "UNDECIDED")).doesNotContain("OPEN old-age-allowance");
		assertThat(because("UNDECIDED")).contains("高龄津贴（自 2013-02 起），档案缺少：户籍所在地").doesNotContain("hukou.region");
		this.people.recorded(id,
				"""
						{"validFrom": "2013-02-01", "facts": {"hukou": {"region": "379901003", "type": "RURAL", "since": "1950-02-01"}},
						 "reason": "the register has answered"}""");
		turn(this.today);
		assertThat(tasks(id, "UNDECIDED")).as("nothing is decided yet").contains("OPEN old-age-allowance");
		runs.completed("COMMIT", "2013-01", "2013-03");
		look(this.today);
		assertThat(tasks(id, "UNDECIDED")).contains("DONE old-age-allowance settled")
			.doesNotContain("OPEN old-age-allowance");
	}

}
