package org.huiling.crosscheck;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.facts.MadeUpIds;
import org.huiling.payment.Past;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A list of everybody becomes tasks about who is entitled and not on file. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
@ExtendWith(OutputCaptureExtension.class)
class PopulationIntegrationTests {

	private static final String HEADER = "身份证号码,姓名,出生日期,户籍所在地,居住地\n";

	private static final LocalDate BIRTH = LocalDate.of(1931, 6, 8);

	private static final AtomicInteger SERIAL = new AtomicInteger(100);

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	private People people;

	private SentLists lists;

	@BeforeEach
	void signIn() {
		this.people = People.as(this.client, People.WORKER);
		this.lists = new SentLists(this.client, "POPULATION");
	}

	@AfterEach
	void moveAway() {
		Past.moveAway(this.jdbc);
		this.jdbc.sql("update task set state = 'DISMISSED', closed_at = now() where state = 'OPEN'").update();
	}

	private static String number() {
		return MadeUpIds.of(BIRTH, SERIAL.incrementAndGet());
	}

	@Test
	void whoeverIsEntitledByTheListAloneAndNotOnFileBecomesATask(CapturedOutput output) {
		String number = number();
		JsonNode done = this.lists.completed(HEADER + number + ",欧阳人口甲,,379901003,\n");
		assertThat(done.get("matched").intValue()).isZero();
		assertThat(done.at("/tasks/NOT_ON_FILE").intValue()).isEqualTo(1);
		JsonNode task = this.lists.tasks(done).get(0);
		assertThat(task.get("applicantId").isNull()).isTrue();
		assertThat(task.get("name").stringValue()).isEqualTo("欧阳人口甲");
		assertThat(task.get("residentId").stringValue()).startsWith("379901").contains("****");
		assertThat(task.get("region").stringValue()).isEqualTo("379901003");
		assertThat(task.get("program").stringValue()).isEqualTo("old-age-allowance");
		assertThat(task.get("money").decimalValue()).as("a month's").isEqualByComparingTo("100");
		assertThat(task.get("proposes")).isEmpty();
		assertThat(task.get("because").stringValue()).contains("1931-06-08").doesNotContain(number, "欧阳");
		assertThat(this.jdbc
			.sql("select count(*) from task where position(convert_to(?, 'UTF8') in person) > 0"
					+ " or key like ? or array_to_string(arguments, ' ') like ?")
			.params("欧阳人口甲", "%" + number + "%", "%" + number + "%")
			.query(Long.class)
			.single()).isZero();
		assertThat(this.lists.completed(HEADER + number + ",欧阳人口甲,,379901003,\n").get("tasks")).as("found before")
			.isEmpty();
		String accept = "/api/v1/tasks/" + task.get("id").stringValue() + "/accept";
		this.people.post(accept, "{}").is(422);
		this.people.post(accept, "{\"reason\": \"已上门建档\"}").is(200);
		this.people.post(accept, "{\"reason\": \"已上门建档\"}").is(409);
		assertThat(output.getAll()).doesNotContain(number, "欧阳人口甲");
	}

	@Test
	void nobodyIsATaskWhoIsOnFileTooYoungElsewhereOrOnlyPerhapsEntitled() {
		String number = number();
		this.lists.granted(number, "人口乙", BIRTH);
		String young = MadeUpIds.of(LocalDate.of(1950, 6, 8), 7);
		JsonNode done = this.lists.completed(HEADER + number + ",人口乙,1931-06-08,379901003,\n" + young
				+ ",人口少,,379901003,379901003\n" + number() + ",人口远,,370214001,370214001\n" + ",人口谁,,379901003,\n");
		assertThat(done.get("matched").intValue()).isEqualTo(1);
		assertThat(done.get("tasks")).as("on file; 63, with dibao unknown; registered elsewhere; nobody knows how old")
			.isEmpty();
	}

	@Test
	void aListWithoutRegionsIsTheJurisdictionsOwn() {
		JsonNode done = this.lists.completed("身份证号码,姓名\n" + number() + ",人口丙\n");
		JsonNode task = this.lists.tasks(done).get(0);
		assertThat(task.get("kind").stringValue()).isEqualTo("NOT_ON_FILE");
		assertThat(task.get("region").stringValue()).isEqualTo("379901");
	}

	@Test
	void withoutAnIdOrOtherwiseOnFileItIsUnclear() {
		String number = number();
		String id = this.lists.granted(number, "人口丁", BIRTH);
		String without = this.lists.granted("", "人口戊", BIRTH);
		JsonNode done = this.lists.completed(HEADER + number + ",某某某,,379901003,\n" + number() + ",人口戊,,379901003,\n"
				+ ",人口己,1931-06-08,379901003,\n" + ",人口戊,1931-06-08,379901003,\n");
		assertThat(done.get("matched").intValue()).isZero();
		assertThat(done.get("tasks")).hasSize(1);
		assertThat(this.lists.tasks(done)).allSatisfy((task) -> assertThat(task.get("proposes")).isEmpty())
			.extracting((task) -> task.get("kind").stringValue() + " " + task.get("applicantId").asString("nobody"))
			.containsExactlyInAnyOrder("UNCLEAR " + id, "UNCLEAR " + without, "UNCLEAR nobody");
	}

	@Test
	void brokenLinesAreRefusedByThemselvesInGbkAndInAWorkbook() {
		String number = number();
		String list = HEADER + "379901193106081235,人口无,,379901003,\n" + number() + ",人口无,1931-06-09,379901003,\n"
				+ number() + ",人口无,,示范区,\n" + ",,,379901003,\n" + number + ",人口庚,,379901003,\n";
		List<String> refused = List.of("2 residentId CHECK_DIGIT", "3 birthDate OTHER_BIRTH_DATE",
				"4 hukou.region INVALID_REGION", "5 residentId NOBODY_SAID");
		JsonNode done = this.lists.completed("text/csv", list.getBytes(Charset.forName("GBK")));
		assertThat(this.lists.refused(done)).containsExactlyElementsOf(refused);
		assertThat(done.at("/tasks/NOT_ON_FILE").intValue()).isEqualTo(1);
		JsonNode again = this.lists.completed(SentLists.XLSX, SentLists.workbook(list));
		assertThat(this.lists.refused(again)).containsExactlyElementsOf(refused);
		assertThat(again.get("tasks")).isEmpty();
	}

	@Test
	void staffOfTwoStreetsSeeTheirsAlone() {
		this.lists.completed(HEADER + number() + ",人口辛,,379901003,\n" + number() + ",人口壬,,379901004,\n");
		for (String street : List.of("379901003", "379901004")) {
			JsonNode seen = People.as(this.client, "street;CASE_WORKER;" + street)
				.get("/api/v1/tasks?state=OPEN")
				.body();
			assertThat(seen.get("items").valueStream().map((task) -> task.get("region").stringValue()))
				.containsExactly(street);
		}
	}

}
