package org.huiling.publiclist;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.payment.Past;
import org.huiling.recalculation.Runs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Whoever is granted something stands on the public list, by surname and place alone. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class PublicListIntegrationTests {

	private static final String LIST = "/api/v1/public-lists?jurisdiction=model-district&program=old-age-allowance&month=";

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	private People people;

	@BeforeEach
	void signIn() {
		this.people = People.as(this.client, People.WORKER);
	}

	@AfterEach
	void moveAway() {
		Past.moveAway(this.jdbc);
	}

	private String person(String name, int birthYear, String village) {
		return this.people.begun("""
				{"name": "%s", "birthDate": "%d-01-10",
				 "hukou": {"region": "379901003", "type": "RURAL", "since": "1950-02-01"}%s,
				 "applications": [{"program": "old-age-allowance", "date": "2013-03-10"}],
				 "household": {"dibao": {"type": "NONE"}}}""".formatted(name, birthYear,
				village.isEmpty() ? "" : ", \"residence\": {\"region\": \"" + village + "\"}"));
	}

	private String granted(String name, String village) {
		String id = person(name, 1930, village);
		decide(id, "2013-03");
		return id;
	}

	private void decide(String id, String month) {
		this.people
			.post("/api/v1/applicants/" + id + "/decisions",
					"{\"period\": \"%s\", \"programs\": [\"old-age-allowance\"]}".formatted(month))
			.is(201);
	}

	private List<String> listed(String month) {
		return this.people.get(LIST + month)
			.is(200)
			.body()
			.get("items")
			.valueStream()
			.map((line) -> line.path("name").asString() + " " + line.path("region").asString() + " "
					+ line.path("amount").asString())
			.toList();
	}

	private void flag(String id, boolean listed) {
		this.people.send(HttpMethod.PUT, "/api/v1/applicants/" + id + "/public-list",
				"{\"listed\": %s, \"reason\": \"本人申请\"}".formatted(listed), (headers) -> {
				})
			.is(200);
	}

	@Test
	void whoeverIsGrantedSomethingStandsOnItBySurnameAndPlace() {
		granted("张三丰", "379901003001");
		granted("欧阳甲乙", "");
		decide(person("赵未满", 1950, ""), "2013-03");
		assertThat(listed("2013-03")).containsExactly("张* 379901003001 100.00", "欧阳* 379901003 100.00");
		assertThat(listed("2013-08")).as("what was decided stands on").hasSize(2);
		assertThat(listed("2010-12")).as("before anything was decided of").isEmpty();
		assertThat(this.people.get(LIST + "2013-03").body().toString()).doesNotContain("三丰", "甲乙", "residentId",
				"\"id\"", "1930");
		assertThat(this.people.get(LIST + "2013-03&region=379901003001").body().get("total").intValue()).isEqualTo(1);
		assertThat(this.people.get(LIST + "2013-03&size=1&page=1").body().at("/items/0/name").asString())
			.isEqualTo("欧阳*");
	}

	@Test
	void whoIsKeptOffDoesNotStandOnItUntilTheyArePutBack() {
		String off = granted("张三丰", "");
		granted("李四海", "");
		flag(off, false);
		assertThat(listed("2013-03")).singleElement().asString().startsWith("李*");
		assertThat(this.people.get("/api/v1/applicants/" + off + "/public-list").is(200).text("/reason"))
			.isEqualTo("本人申请");
		flag(off, true);
		assertThat(listed("2013-03")).hasSize(2);
		assertThatThrownBy(() -> this.jdbc.sql("update public_list_flag set listed = true").update())
			.isInstanceOf(DataAccessException.class)
			.hasMessageContaining("never changes");
	}

	@Test
	void filesOfOnePersonAreOneLineAndWhatWasSaidOfEitherHolds() {
		String survivor = granted("张三丰", "");
		String duplicate = granted("张三丰", "");
		flag(duplicate, false);
		assertThat(listed("2013-03")).hasSize(1);
		this.people
			.post("/api/v1/applicants/" + survivor + "/merge",
					"{\"duplicate\": \"%s\", \"reason\": \"同一人\"}".formatted(duplicate))
			.is(200);
		assertThat(listed("2013-03")).as("kept off under the other file").isEmpty();
		flag(survivor, true);
		assertThat(listed("2013-03")).hasSize(1);
		Runs.as(this.client).completed("COMMIT", "2013-03", "2013-04");
		assertThat(listed("2013-04")).as("what ends with the other file ends nothing of the person").hasSize(1);
	}

	@Test
	void whoseFileWasErasedDoesNotStandOnIt() {
		String id = granted("张三丰", "");
		this.jdbc.sql("update applicant set erased_at = now() where id = cast(? as uuid)").param(id).update();
		assertThat(listed("2013-03")).isEmpty();
	}

	@Test
	void anOrganisationStandsOnItAsItIs() {
		String id = this.people.begun("""
				{"subject": "organisation", "creditCode": "52379901MA00000018", "name": "松鹤养老院", "opened": "2010-05-01",
				 "region": "379901003", "organisationKind": "CARE_HOME", "beds": {"total": 60},
				 "residents": {"able": 10, "mild": 8, "moderate": 6, "severe": 4, "complete": 2}}""");
		this.people
			.post("/api/v1/applicants/" + id + "/decisions",
					"{\"period\": \"2015-03\", \"programs\": [\"care-home-operation\"]}")
			.is(201);
		assertThat(this.people
			.get("/api/v1/public-lists?jurisdiction=model-district&program=care-home-operation&month=2015-04")
			.is(200)
			.body()
			.get("items")).hasToString("[{\"name\":\"松鹤养老院\",\"region\":\"379901003\",\"amount\":3600.00}]");
	}

	@Test
	void asCsvAllOfIt() {
		granted("=张三", "");
		String csv = new String(Objects.requireNonNull(this.client.get()
			.uri(LIST + "2013-03")
			.header(TestCallers.HEADER, People.WORKER)
			.header("Accept", "text/csv")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody()), StandardCharsets.UTF_8);
		assertThat(csv).isEqualTo("\uFEFFname,region,amount,what,quantity\r\n'=*,379901003,100.00,,\r\n");
	}

	@Test
	void whatIsAskedForMustBeThere() {
		assertThat(this.people.get(LIST + "2013").is(400).text("/errors/0/field")).isEqualTo("month");
		assertThat(this.people.get("/api/v1/public-lists?jurisdiction=model-district&program=old-age&month=2013-03")
			.is(422)
			.text("/errors/0/code")).isEqualTo("NO_SUCH_PROGRAM");
		assertThat(this.people.get("/api/v1/public-lists?jurisdiction=nowhere&program=x&month=2013-03")
			.is(422)
			.text("/errors/0/code")).isEqualTo("NO_SUCH_JURISDICTION");
		assertThat(this.people.get(LIST + "2013-03&region=37x").is(400).text("/errors/0/field")).isEqualTo("region");
		granted("张三丰", "");
		assertThat(People.as(this.client, "far;CASE_WORKER;110105").get(LIST + "2013-03").is(200).text("/total"))
			.isEqualTo("0");
	}

}
