package org.huiling.agenda;

import java.time.LocalDate;
import java.util.List;

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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What may be wrong on a file comes onto the list until it is put right. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class DoubtsIntegrationTests {

	private static final LocalDate DAY = LocalDate.of(2013, 7, 5);

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Agenda agenda;

	@Autowired
	PolicyCatalogue catalogue;

	@Autowired
	List<TaskSource> sources;

	private People people;

	@BeforeEach
	void signIn() {
		this.people = People.as(this.client, People.WORKER);
	}

	private String begun(String name, String birth, String rest) {
		return this.people.begun("""
				{"name": "%s", "birthDate": "%s", "hukou": {"region": "379901003", "type": "RURAL"}%s}"""
			.formatted(name, birth, rest));
	}

	private void look() {
		this.agenda.everything("model-district", DAY);
	}

	private void turn() {
		Jurisdiction jurisdiction = this.catalogue.jurisdiction("model-district").orElseThrow();
		Look look = new Look(jurisdiction.id(), jurisdiction.regionPrefix(), DAY, null);
		this.sources.forEach((source) -> this.agenda.touched(source, look));
	}

	private List<String> tasks(String kind, String... applicants) {
		return this.jdbc
			.sql("select state || case when settled then ' settled' else '' end from task"
					+ " where applicant = any(cast(? as uuid[])) and kind = ? order by id")
			.params(applicants, kind)
			.query(String.class)
			.list();
	}

	@Test
	void twoFilesOfOneNameAndBirthDateAreLookedAtOnce() {
		String one = begun("重复甲", "1940-03-05", "");
		String other = begun("重复甲", "1940-03-05",
				", \"residentId\": \"%s\"".formatted(MadeUpIds.of(LocalDate.of(1940, 3, 5), 611)));
		String different = begun("重复甲", "1940-03-06", "");
		look();
		look();
		assertThat(tasks("DUPLICATE", one, other)).containsExactly("OPEN");
		assertThat(tasks("DUPLICATE", different)).isEmpty();
		assertThat(this.people.get("/api/v1/tasks?kind=DUPLICATE&state=OPEN&region=379901003").text("/items/0/because"))
			.contains("姓名、出生日期相同");
		this.people
			.post("/api/v1/applicants/" + other + "/merge",
					"{\"duplicate\": \"%s\", \"reason\": \"同一人\"}".formatted(one))
			.is(200);
		turn();
		assertThat(tasks("DUPLICATE", one, other)).containsExactly("DONE settled");
	}

	@Test
	void twoWithIdsOfTheirOwnAreTwoPeople() {
		String one = begun("同名甲", "1941-03-05",
				", \"residentId\": \"%s\"".formatted(MadeUpIds.of(LocalDate.of(1941, 3, 5), 613)));
		String other = begun("同名甲", "1941-03-05",
				", \"residentId\": \"%s\"".formatted(MadeUpIds.of(LocalDate.of(1941, 3, 5), 615)));
		look();
		assertThat(tasks("DUPLICATE", one, other)).isEmpty();
	}

	@Test
	void onceTheOtherOneHasAnIdOfTheirOwnTheyAreTwoPeople() {
		String one = begun("同名乙", "1942-03-05", "");
		String other = begun("同名乙", "1942-03-05",
				", \"residentId\": \"%s\"".formatted(MadeUpIds.of(LocalDate.of(1942, 3, 5), 617)));
		look();
		assertThat(tasks("DUPLICATE", one, other)).containsExactly("OPEN");
		this.people.recorded(one, "{\"validFrom\": \"2013-07-01\", \"facts\": {\"residentId\": \"%s\"}}"
			.formatted(MadeUpIds.of(LocalDate.of(1942, 3, 5), 619)));
		turn();
		assertThat(tasks("DUPLICATE", one, other)).containsExactly("DONE settled");
	}

	@Test
	void aBirthDateThatNobodyKnewIsFoundOutOrDismissedForGood() {
		String id = begun("占位甲", "1900-01-01", "");
		String fine = begun("占位乙", "1930-01-01", "");
		look();
		assertThat(tasks("BIRTH_PLACEHOLDER", id)).containsExactly("OPEN");
		assertThat(tasks("BIRTH_PLACEHOLDER", fine)).isEmpty();
		String task = this.jdbc.sql("select id from task where applicant = cast(? as uuid)")
			.param(id)
			.query(String.class)
			.single();
		this.people.post("/api/v1/tasks/" + task + "/dismiss", "{\"reason\": \"户口簿如此\"}").is(200);
		look();
		assertThat(tasks("BIRTH_PLACEHOLDER", id)).containsExactly("DISMISSED");
	}

	@Test
	void staysThatOverlapAreLookedAtUntilTheBillsArePutRight() {
		String id = begun("住院甲", "1943-03-05", ", \"claims\": [" + stay("A1", "2013-03-01", "2013-03-10") + ", "
				+ stay("A2", "2013-03-09", "2013-03-20") + "]");
		String fine = begun("住院乙", "1943-03-06", ", \"claims\": [" + stay("B1", "2013-03-01", "2013-03-10") + ", "
				+ stay("B2", "2013-03-10", "2013-03-20") + "]");
		look();
		look();
		assertThat(tasks("STAYS_OVERLAP", id)).containsExactly("OPEN");
		assertThat(tasks("STAYS_OVERLAP", fine)).isEmpty();
		assertThat(this.people.get("/api/v1/tasks?kind=STAYS_OVERLAP&state=OPEN&region=379901003")
			.text("/items/0/because")).contains("2013-03-10", "2013-03-20", "重叠");
		this.people.recorded(id, "{\"validFrom\": \"2013-07-01\", \"facts\": {\"claims\": ["
				+ stay("A3", "2013-05-01", "2013-05-02") + "]}}");
		turn();
		assertThat(tasks("STAYS_OVERLAP", id)).as("another stay changes nothing").containsExactly("OPEN");
		this.people.recorded(id, "{\"validFrom\": \"2013-07-01\", \"facts\": {\"claims\": ["
				+ stay("A2", "2013-03-11", "2013-03-20") + "]}}");
		turn();
		assertThat(tasks("STAYS_OVERLAP", id)).containsExactly("DONE settled");
	}

	private static String stay(String number, String from, String to) {
		return """
				{"id": "%s", "kind": "INPATIENT", "hospitalTier": "COUNTY", "admitted": "%s", "date": "%s",
				 "totalCost": 1000.00, "eligibleCost": 800.00}""".formatted(number, from, to);
	}

}
