package org.huiling.crosscheck;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

/** A list of who lives where becomes tasks about whom that ends something for. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
@ExtendWith(OutputCaptureExtension.class)
class MovedAwayIntegrationTests {

	private static final String HEADER = "身份证号码,姓名,户籍所在地,居住地,迁移日期\n";

	private static final LocalDate BIRTH = LocalDate.of(1931, 4, 6);

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
		this.lists = new SentLists(this.client, "RESIDENCE");
	}

	@AfterEach
	void moveAway() {
		Past.moveAway(this.jdbc);
		this.jdbc.sql("update task set state = 'DISMISSED', closed_at = now() where state = 'OPEN'").update();
	}

	private static String number() {
		return MadeUpIds.of(BIRTH, SERIAL.incrementAndGet());
	}

	private String granted(String residentId, String name) {
		return this.lists.granted(residentId, name, BIRTH);
	}

	private String outcome(String id, String month) {
		return this.jdbc
			.sql("select outcome from decision where applicant = cast(? as uuid)"
					+ " and program = 'old-age-allowance' and period <= ? order by period desc limit 1")
			.params(id, month)
			.query(String.class)
			.single();
	}

	private People.Answer accept(People by, JsonNode task) {
		return by.post("/api/v1/tasks/" + task.get("id").stringValue() + "/accept", "{}");
	}

	@Test
	void whoeverIsRegisteredElsewhereBecomesATaskThatRecordsIt(CapturedOutput output) {
		String number = number();
		String id = granted(number, "迁出甲");
		JsonNode done = this.lists.completed(HEADER + number + ",迁出甲,370214001,,2013年5月20日\n");
		assertThat(done.get("matched").intValue()).isEqualTo(1);
		assertThat(done.at("/tasks/MOVED_AWAY").intValue()).isEqualTo(1);
		JsonNode task = this.lists.tasks(done).get(0);
		assertThat(task.get("applicantId").stringValue()).isEqualTo(id);
		assertThat(task.get("program").stringValue()).isEqualTo("old-age-allowance");
		assertThat(task.get("money").decimalValue()).as("June to August, 100 yuan each").isEqualByComparingTo("300");
		assertThat(task.at("/proposes/record/hukou/region").stringValue()).isEqualTo("370214001");
		assertThat(task.at("/proposes/record/hukou/since").stringValue()).isEqualTo("2013-05-20");
		assertThat(task.at("/proposes/from").stringValue()).isEqualTo("2013-05-20");
		assertThat(task.get("because").stringValue()).contains("2013-05-20", "370214001").doesNotContain(number);
		assertThat(this.people.get("/api/v1/applicants/" + id).text("/hukou/region")).as("nothing by itself")
			.isEqualTo("379901003");
		People.Answer accepted = accept(this.people, task).is(200);
		assertThat(accepted.body().at("/followed/decisions").size()).isPositive();
		assertThat(this.people.get("/api/v1/applicants/" + id).text("/hukou/region")).isEqualTo("370214001");
		assertThat(outcome(id, "2013-04")).isEqualTo("ELIGIBLE");
		assertThat(outcome(id, "2013-06")).isEqualTo("NOT_ELIGIBLE");
		accept(this.people, task).is(409);
		assertThat(this.lists.completed(HEADER + number + ",,370214001,,2013-05-20\n").get("tasks"))
			.as("known to be elsewhere")
			.isEmpty();
		assertThat(output.getAll()).doesNotContain(number, "迁出甲");
	}

	@Test
	void ofTwoAtOnceOneRecordsIt() throws Exception {
		String number = number();
		String id = granted(number, "迁出乙");
		JsonNode task = this.lists
			.tasks(this.lists.completed(HEADER + number + ",迁出乙,370214001,370214001,2013-05-20\n"))
			.get(0);
		assertThat(task.at("/proposes/record/residence/region").stringValue()).isEqualTo("370214001");
		ExecutorService threads = Executors.newFixedThreadPool(2);
		try {
			Callable<Integer> one = () -> accept(this.people, task).status();
			List<Future<Integer>> both = threads.invokeAll(List.of(one, one));
			assertThat(List.of(both.get(0).get(), both.get(1).get())).containsExactlyInAnyOrder(200, 409);
		}
		finally {
			threads.shutdown();
		}
		assertThat(this.jdbc.sql("select count(*) from applicant_record where applicant = cast(? as uuid)")
			.param(id)
			.query(Long.class)
			.single()).isEqualTo(2);
	}

	@Test
	void nothingIsFoundWhereTheMoveEndsNothing() {
		String number = number();
		granted(number, "迁出丙");
		assertThat(this.lists.completed(HEADER + number + ",迁出丙,,370214001,2013-05-20\n").get("tasks"))
			.as("the allowance asks for the hukou alone")
			.isEmpty();
		assertThat(this.lists.completed(HEADER + number + ",迁出丙,379901004,379901004,2013-05-20\n").get("tasks"))
			.as("within the jurisdiction")
			.isEmpty();
		assertThat(this.lists.completed(HEADER + number + ",迁出丙,370000,,2013-05-20\n").get("tasks"))
			.as("the province that it lies in")
			.isEmpty();
	}

	@Test
	void whoMovedInTheMonthOfTheListIsFoundBeforeAnythingIsPaidTooMuch() {
		String number = number();
		granted(number, "迁出丁");
		JsonNode task = this.lists.tasks(this.lists.completed(HEADER + number + ",迁出丁,370214001,,2013-08-10\n")).get(0);
		assertThat(task.get("kind").stringValue()).isEqualTo("MOVED_AWAY");
		assertThat(task.get("money").decimalValue()).isEqualByComparingTo("0");
	}

	@Test
	void withoutADayOrAnIdOrAgainstALaterRecordItIsForAPersonToLookAt() {
		String number = number();
		String id = granted(number, "迁出戊");
		JsonNode task = this.lists.tasks(this.lists.completed(HEADER + number + ",迁出戊,370214001,,\n")).get(0);
		assertThat(task.get("kind").stringValue()).isEqualTo("MOVED_AWAY");
		assertThat(task.get("proposes")).isEmpty();
		assertThat(task.get("money").isNull()).isTrue();
		JsonNode named = this.lists.completed(HEADER + ",迁出戊,370214001,,2013-05-20\n");
		assertThat(named.at("/tasks/UNCLEAR").intValue()).isEqualTo(1);
		assertThat(named.get("matched").intValue()).isZero();
		task = this.lists.tasks(named).get(0);
		assertThat(task.get("proposes")).isEmpty();
		accept(this.people, task).is(422);
		JsonNode other = this.lists.completed(HEADER + number + ",某某某,370214001,,2013-05-20\n");
		assertThat(this.lists.tasks(other).get(0).get("because").stringValue()).contains("姓名");
		this.people.recorded(id,
				"{\"validFrom\": \"2013-07-01\", \"facts\": {\"hukou\": {\"region\": \"379901004\", \"type\": \"RURAL\"}}, \"reason\": \"x\"}");
		JsonNode later = this.lists.completed(HEADER + number + ",迁出戊,370214001,,2013-05-21\n");
		assertThat(later.at("/tasks/UNCLEAR").intValue()).isEqualTo(1);
		assertThat(this.lists.tasks(later).get(0).get("proposes")).isEmpty();
		assertThat(this.people.get("/api/v1/applicants/" + id).text("/hukou/region")).isEqualTo("379901004");
	}

	@Test
	void whoseFileHasNoIdIsFoundByNameAndBirthDateAndIsUnclear() {
		String id = granted("", "迁出己");
		granted(number(), "迁出己");
		JsonNode done = this.lists.completed(HEADER + number() + ",迁出己,370214001,,2013-05-20\n");
		assertThat(done.get("matched").intValue()).isZero();
		assertThat(this.lists.tasks(done)).as("not the other one, who has another id")
			.extracting((task) -> task.get("kind").stringValue() + " " + task.get("applicantId").stringValue())
			.containsExactly("UNCLEAR " + id);
	}

	@Test
	void brokenLinesAreRefusedByThemselvesInGbkAndInAWorkbook() {
		String number = number();
		granted(number, "迁出庚");
		String list = HEADER + number() + ",迁出无,37021,,2013-05-20\n" + number() + ",迁出无,青岛市,,\n" + number()
				+ ",迁出无,,,2013-05-20\n" + number() + ",迁出无,370214001,,2013-09-01\n" + number
				+ ",迁出庚,370214001,,2013-05-20\n";
		JsonNode done = this.lists.completed("text/csv", list.getBytes(Charset.forName("GBK")));
		assertThat(done.get("lines").intValue()).isEqualTo(5);
		assertThat(done.at("/tasks/MOVED_AWAY").intValue()).isEqualTo(1);
		List<String> refused = List.of("2 hukou.region INVALID_REGION", "3 hukou.region INVALID_REGION",
				"4 hukou.region REQUIRED", "5 date AFTER_THE_LIST");
		assertThat(this.lists.refused(done)).containsExactlyElementsOf(refused);
		JsonNode again = this.lists.completed(SentLists.XLSX, SentLists.workbook(list));
		assertThat(this.lists.refused(again)).containsExactlyElementsOf(refused);
		assertThat(again.get("tasks")).as("found before").isEmpty();
		assertThat(this.lists.sent("text/csv", "身份证号码,迁移日期\n".getBytes(Charset.forName("GBK")), 422)
			.at("/errors/0/message")
			.stringValue()).contains("户籍所在地");
	}

	@Test
	void staffOfOneStreetSeeTheTasksOfTheirs() {
		String number = number();
		granted(number, "迁出辛");
		JsonNode task = this.lists.tasks(this.lists.completed(HEADER + number + ",迁出辛,370214001,,2013-05-20\n")).get(0);
		People street = People.as(this.client, "street;CASE_WORKER;379901003");
		assertThat(street.get("/api/v1/tasks?state=OPEN").is(200).text("/total")).isEqualTo("1");
		People other = People.as(this.client, "other;CASE_WORKER;379901004");
		assertThat(other.get("/api/v1/tasks?state=OPEN").is(200).text("/total")).isEqualTo("0");
		accept(other, task).is(404);
		accept(street, task).is(200);
	}

}
