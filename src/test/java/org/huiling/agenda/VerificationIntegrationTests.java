package org.huiling.agenda;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.huiling.HuilingTest;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.decision.due.DrawnRecipients;
import org.huiling.facts.MadeUpIds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A share of the recipients is called or visited each quarter. */
@HuilingTest(properties = { "huiling.rules-import=ALWAYS", "huiling.verification.program=old-age-allowance",
		"huiling.verification.share=100", "huiling.verification.seed=s1" })
@Import(TestCallers.class)
class VerificationIntegrationTests {

	private static final LocalDate DAY = LocalDate.of(2013, 7, 5);

	private static final BigDecimal FIVE = new BigDecimal("5");

	private static int number = 700;

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Agenda agenda;

	@Autowired
	DrawnRecipients recipients;

	private People people;

	@BeforeEach
	void signIn() {
		this.people = People.as(this.client, People.WORKER);
	}

	private String granted() {
		number += 2;
		String id = this.people.begun("""
				{"residentId": "%s", "name": "核查甲", "birthDate": "1930-01-10",
				 "hukou": {"region": "379901003", "type": "RURAL", "since": "1950-02-01"},
				 "applications": [{"program": "old-age-allowance", "date": "2013-01-10"}],
				 "household": {"dibao": {"type": "NONE"}}}"""
			.formatted(MadeUpIds.of(LocalDate.of(1930, 1, 10), number)));
		this.people
			.post("/api/v1/applicants/" + id + "/decisions",
					"{\"period\": \"2013-01\", \"programs\": [\"old-age-allowance\"]}")
			.is(201);
		return id;
	}

	private void look(LocalDate day) {
		this.agenda.everything("model-district", day);
	}

	private List<String> tasks(String applicant) {
		return this.jdbc.sql(
				"select state || ' ' || program || ' ' || due || case when settled then ' settled' else '' end from task"
						+ " where applicant = cast(? as uuid) and kind = 'VERIFICATION' order by id")
			.param(applicant)
			.query(String.class)
			.list();
	}

	private String task(String applicant) {
		return this.jdbc
			.sql("select id from task where applicant = cast(? as uuid) and kind = 'VERIFICATION' and state = 'OPEN'")
			.param(applicant)
			.query(String.class)
			.single();
	}

	@Test
	void whoeverIsDrawnIsCalledOrVisitedOnceAQuarter() {
		String id = granted();
		String other = this.people.begun("""
				{"name": "核查乙", "birthDate": "1930-01-10", "hukou": {"region": "379901003", "type": "RURAL"}}""");
		look(DAY);
		look(DAY.plusMonths(1));
		assertThat(tasks(id)).containsExactly("OPEN old-age-allowance 2013-09-30");
		assertThat(tasks(other)).as("nothing is granted").isEmpty();
		String accept = "/api/v1/tasks/" + task(id) + "/accept";
		assertThat(this.people.post(accept, "{\"reason\": \"本人在家\"}").is(422).text("/errors/0/code"))
			.isEqualTo("CONTACT_NEEDED");
		this.people.post(accept, "{\"contact\": \"LETTER\"}").is(400);
		People.Answer done = this.people.post(accept, "{\"contact\": \"VISIT\"}").is(200);
		assertThat(done.text("/state")).isEqualTo("DONE");
		assertThat(done.text("/closed/contact")).isEqualTo("VISIT");
		look(DAY.plusMonths(2));
		assertThat(tasks(id)).containsExactly("DONE old-age-allowance 2013-09-30");
		look(DAY.plusMonths(3));
		assertThat(tasks(id)).containsExactly("DONE old-age-allowance 2013-09-30", "OPEN old-age-allowance 2013-12-31");
		look(DAY.plusMonths(6));
		assertThat(tasks(id)).as("the last quarter's is still to be done")
			.hasSize(3)
			.contains("OPEN old-age-allowance 2013-12-31", "OPEN old-age-allowance 2014-03-31");
	}

	@Test
	void whoeverIsPaidNothingAnyMoreNeedsNoVerification() {
		String id = granted();
		look(DAY);
		this.people.recorded(id, "{\"validFrom\": \"2013-06-02\", \"facts\": {\"deathDate\": \"2013-06-02\"}}");
		this.people
			.post("/api/v1/applicants/" + id + "/decisions",
					"{\"period\": \"2013-07\", \"programs\": [\"old-age-allowance\"]}")
			.is(201);
		look(DAY);
		assertThat(tasks(id)).containsExactly("DONE old-age-allowance 2013-09-30 settled");
	}

	@Test
	void whatWasDismissedStaysDismissed() {
		String id = granted();
		look(LocalDate.of(2014, 1, 5));
		String verification = task(id);
		this.people.post("/api/v1/tasks/" + verification + "/dismiss", "{\"reason\": \"住院\"}").is(200);
		look(LocalDate.of(2014, 1, 6));
		assertThat(tasks(id)).filteredOn((one) -> one.contains("2014-03-31"))
			.containsExactly("DISMISSED old-age-allowance 2014-03-31");
	}

	@Test
	void theDrawIsAboutTheShareAndTheSameForEver() {
		List<UUID> all = IntStream.range(0, 4000).mapToObj((one) -> new UUID(77, one)).toList();
		List<UUID> drawn = new ArrayList<>(all);
		drawn.removeIf((id) -> !this.recipients.isDrawn(id, "seed", FIVE));
		assertThat(drawn.size()).isBetween(140, 260);
		assertThat(all.stream().filter((id) -> this.recipients.isDrawn(id, "other", FIVE)).toList())
			.isNotEqualTo(drawn);
		assertThat(all).allMatch((id) -> this.recipients.isDrawn(id, "seed", new BigDecimal("100")))
			.noneMatch((id) -> this.recipients.isDrawn(id, "seed", BigDecimal.ZERO));
		String id = granted();
		boolean is = this.recipients.isDrawn(UUID.fromString(id), "seed", new BigDecimal("50"));
		assertThat(this.recipients.drawn("model-district", "old-age-allowance", "seed", new BigDecimal("50"))
			.contains(UUID.fromString(id))).as("the database draws as we do").isEqualTo(is);
	}

}
