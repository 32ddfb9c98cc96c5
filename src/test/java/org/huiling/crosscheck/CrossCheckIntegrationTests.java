package org.huiling.crosscheck;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** A list of the dead becomes tasks, and nothing else, until somebody accepts them. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
@ExtendWith(OutputCaptureExtension.class)
class CrossCheckIntegrationTests {

	private static final String DEATHS = "/api/v1/cross-checks?jurisdiction=model-district&kind=DEATHS&asOf=2013-08-31";

	private static final String HEADER = "身份证号码,姓名,出生日期,死亡日期\n";

	private static final LocalDate BIRTH = LocalDate.of(1931, 3, 5);

	private static final AtomicInteger SERIAL = new AtomicInteger(100);

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CrossCheckWorker worker;

	@Autowired
	CrossCheckBlocks blocks;

	@Autowired
	CrossCheckStore store;

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

	private static String number() {
		return MadeUpIds.of(BIRTH, SERIAL.incrementAndGet());
	}

	private String granted(String residentId, String name) {
		String id = this.people.begun("""
				{"residentId": "%s", "name": "%s", "birthDate": "%s",
				 "hukou": {"region": "379901003", "type": "RURAL", "since": "1950-02-01"},
				 "applications": [{"program": "old-age-allowance", "date": "2013-01-10"}],
				 "household": {"dibao": {"type": "NONE"}}}""".formatted(residentId, name, BIRTH));
		this.people
			.post("/api/v1/applicants/" + id + "/decisions",
					"{\"period\": \"2013-01\", \"programs\": [\"old-age-allowance\"]}")
			.is(201);
		return id;
	}

	private JsonNode sent(String caller, String address, byte[] body, int status) {
		byte[] answer = this.client.post()
			.uri(java.net.URI.create(address))
			.header(TestCallers.HEADER, caller)
			.contentType(MediaType.parseMediaType("text/csv"))
			.body(body)
			.exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody();
		return this.json.readTree(Objects.requireNonNull(answer));
	}

	private String sent(String list) {
		return sent(People.WORKER, DEATHS, (HEADER + list).getBytes(StandardCharsets.UTF_8), 202).get("id")
			.stringValue();
	}

	private JsonNode completed(String id) {
		for (int tries = 0; tries < 300; tries++) {
			JsonNode check = this.people.get("/api/v1/cross-checks/" + id).is(200).body();
			if (!List.of("STARTING", "RUNNING").contains(check.get("state").stringValue())) {
				assertThat(check.get("state").stringValue()).isEqualTo("COMPLETED");
				return check;
			}
			try {
				Thread.sleep(100);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}
		throw new AssertionError("never completed");
	}

	private List<JsonNode> tasks(String check) {
		return this.people.get("/api/v1/tasks?state=OPEN&size=200")
			.is(200)
			.body()
			.get("items")
			.valueStream()
			.filter((task) -> ("CROSS_CHECK:" + check).equals(task.get("source").stringValue()))
			.toList();
	}

	@Test
	void whoeverIsPaidAfterDeathBecomesATaskThatEndsIt() {
		String number = number();
		String id = granted(number, "比对甲");
		String check = sent(number + ",比对甲,1931-03-05,2013年5月20日\n");
		JsonNode done = completed(check);
		assertThat(done.get("lines").intValue()).isEqualTo(1);
		assertThat(done.get("matched").intValue()).isEqualTo(1);
		assertThat(done.at("/tasks/PAID_BUT_DEAD").intValue()).isEqualTo(1);
		JsonNode task = tasks(check).get(0);
		assertThat(task.get("applicantId").stringValue()).isEqualTo(id);
		assertThat(task.get("money").decimalValue()).as("June to August, 100 yuan each").isEqualByComparingTo("300");
		assertThat(task.at("/proposes/record/deathDate").stringValue()).isEqualTo("2013-05-20");
		assertThat(this.people.get("/api/v1/applicants/" + id).body().path("deathDate").isMissingNode())
			.as("nothing is done by itself")
			.isTrue();
		this.people.post("/api/v1/tasks/" + task.get("id").stringValue() + "/accept", "{}").is(200);
		assertThat(this.jdbc
			.sql("select outcome from decision where applicant = cast(? as uuid)"
					+ " and program = 'old-age-allowance' and period = '2013-06'")
			.param(id)
			.query(String.class)
			.single()).isEqualTo("NOT_ELIGIBLE");
		JsonNode again = completed(sent(number + ",比对甲,,2013-05-20\n"));
		assertThat(again.get("matched").intValue()).isEqualTo(1);
		assertThat(again.get("tasks")).as("known dead with the same date").isEmpty();
	}

	@Test
	void theSameFindingOfASecondListOpensNothing() {
		String number = number();
		granted(number, "比对乙");
		assertThat(completed(sent(number + ",,,2013-05-20\n")).get("tasks")).hasSize(1);
		assertThat(completed(sent(number + ",比对乙,,2013-05-20\n")).get("tasks")).isEmpty();
	}

	@Test
	void nothingIsFoundOfWhoIsNotPaidAfterwards() {
		String number = number();
		granted(number, "比对丙");
		JsonNode done = completed(sent(number + ",比对丙,,2013-08-02\n" + number() + ",比对无,,2013-05-20\n"));
		assertThat(done.get("matched").intValue()).isEqualTo(1);
		assertThat(done.get("tasks")).as("died in the last month of the list; the other is nobody's").isEmpty();
	}

	@Test
	void withoutAnIdItIsUnclearAndNeverActsByItself() {
		String id = granted(number(), "比对丁同");
		String other = granted(number(), "比对丁同");
		String check = sent(",比对丁同,1931-03-05,2013-05-20\n");
		JsonNode done = completed(check);
		assertThat(done.get("matched").intValue()).isZero();
		assertThat(done.at("/tasks/UNCLEAR").intValue()).isEqualTo(2);
		assertThat(done.get("tasks")).hasSize(1);
		assertThat(tasks(check)).extracting((task) -> task.get("applicantId").stringValue())
			.containsExactlyInAnyOrder(id, other);
		assertThat(tasks(check)).allSatisfy((task) -> assertThat(task.get("proposes")).isEmpty());
		String task = tasks(check).get(0).get("id").stringValue();
		this.people.post("/api/v1/tasks/" + task + "/accept", "{}").is(422);
		this.people.post("/api/v1/tasks/" + task + "/accept", "{\"reason\": \"不是此人\"}").is(200);
		for (String each : List.of(id, other)) {
			assertThat(this.people.get("/api/v1/applicants/" + each).body().path("deathDate").isMissingNode()).isTrue();
			assertThat(this.jdbc
				.sql("select count(*) from decision where applicant = cast(? as uuid)"
						+ " and outcome = 'NOT_ELIGIBLE'")
				.param(each)
				.query(Long.class)
				.single()).isZero();
		}
		assertThat(completed(sent(",比对丁同,1931-03-06,2013-05-20\n")).get("tasks")).as("born on another day").isEmpty();
	}

	@Test
	void anIdWithAnotherNameAndAnotherDayOfDeathAreForAPersonToLookAt() {
		String number = number();
		String id = granted(number, "比对戊");
		String check = sent(number + ",某某某,,2013-05-20\n");
		assertThat(completed(check).at("/tasks/UNCLEAR").intValue()).isEqualTo(1);
		assertThat(tasks(check).get(0).get("because").stringValue()).contains("姓名");
		this.people.recorded(id,
				"{\"validFrom\": \"2013-07-10\", \"facts\": {\"deathDate\": \"2013-07-10\"}, \"reason\": \"x\"}");
		check = sent(number + ",比对戊,,2013-06-20\n");
		assertThat(completed(check).at("/tasks/UNCLEAR").intValue()).isEqualTo(1);
		assertThat(tasks(check).get(0).get("because").stringValue()).contains("2013-07-10");
	}

	@Test
	void brokenLinesAreRefusedByThemselvesAndTheOthersMatched() {
		String number = number();
		granted(number, "比对己");
		String list = number() + ",比对无,,2013-05-20\n" + "379901193103051234,坏号,,2013-05-20\n" + ",,,2013-05-20\n"
				+ ",坏日期,,2013-13-45\n" + number() + ",没日期,,\n" + number() + ",将来,,2013-09-01\n" + number
				+ ",比对己,,2013-05-20\n" + "合计,,,\n";
		byte[] gbk = (HEADER + list).getBytes(Charset.forName("GBK"));
		String check = sent(People.WORKER, DEATHS, gbk, 202).get("id").stringValue();
		JsonNode done = completed(check);
		assertThat(done.get("lines").intValue()).isEqualTo(8);
		assertThat(done.get("accepted").intValue()).isEqualTo(2);
		assertThat(done.get("refused").intValue()).isEqualTo(6);
		assertThat(done.at("/tasks/PAID_BUT_DEAD").intValue()).isEqualTo(1);
		List<String> lines = this.people.get("/api/v1/cross-checks/" + check + "/lines?outcome=REFUSED")
			.is(200)
			.body()
			.get("items")
			.valueStream()
			.map((line) -> line.get("line") + " " + line.at("/errors/0/field").stringValue() + " "
					+ line.at("/errors/0/code").stringValue())
			.toList();
		assertThat(lines).containsExactly("3 residentId CHECK_DIGIT", "4 residentId NOBODY_SAID", "5 date INVALID_DATE",
				"6 date REQUIRED", "7 date AFTER_THE_LIST", "9  NO_LINE");
		JsonNode all = this.people.get("/api/v1/cross-checks/" + check + "/lines").is(200).body();
		assertThat(all.at("/items/0/outcome").stringValue()).isEqualTo("NOBODY");
		assertThat(all.at("/items/6/outcome").stringValue()).isEqualTo("MATCHED");
		assertThat(all.toString()).contains("比对己").doesNotContain(number).contains("379901****");
	}

	@Test
	void aListThatIsNoneIsRefusedWhole() {
		byte[] other = "姓名,户籍\n甲,379901003\n".getBytes(StandardCharsets.UTF_8);
		JsonNode refused = sent(People.WORKER, DEATHS, other, 422);
		assertThat(refused.at("/errors/0/code").stringValue()).isEqualTo("COLUMN_MISSING");
		assertThat(refused.at("/errors/0/message").stringValue()).contains("死亡日期");
		sent(People.WORKER, DEATHS, new byte[0], 400);
		byte[] list = (HEADER + ",甲,,2013-05-20\n").getBytes(StandardCharsets.UTF_8);
		sent(People.WORKER, DEATHS.replace("2013-08-31", "2099-01-01"), list, 422);
		sent(People.WORKER, DEATHS.replace("model-district", "nowhere"), list, 422);
		sent("street;CASE_WORKER;379901003", DEATHS, list, 403);
		People.as(this.client, "street;CASE_WORKER;379901003")
			.get("/api/v1/cross-checks/" + sent(",甲,,2013-05-20\n"))
			.is(404);
	}

	/**
	 * As after a kill: the block under way is rolled back, the rest is still to be done.
	 */
	@Test
	void aCrossCheckThatIsKilledGoesOnWithoutDoingAnythingTwice() {
		StringBuilder list = new StringBuilder();
		for (int i = 0; i < CrossCheckBlocks.BLOCK + 100; i++) {
			list.append(",无名氏,1931-03-05,2013-05-20\n");
		}
		String first = number();
		String last = number();
		granted(first, "比对庚");
		granted(last, "比对辛");
		this.worker.stop();
		String check = sent(first + ",比对庚,,2013-05-20\n" + list + last + ",比对辛,,2013-05-20\n");
		assertThat(this.blocks.next(UUID.fromString(check))).isTrue();
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
			assertThat(this.blocks.next(UUID.fromString(check))).isFalse();
			status.setRollbackOnly();
		});
		assertThat(this.store.find(UUID.fromString(check)).orElseThrow().done()).isEqualTo(CrossCheckBlocks.BLOCK);
		this.worker.start();
		JsonNode done = completed(check);
		assertThat(done.get("done").intValue()).isEqualTo(CrossCheckBlocks.BLOCK + 102)
			.isEqualTo(done.get("accepted").intValue());
		assertThat(done.get("matched").intValue()).isEqualTo(2);
		assertThat(done.at("/tasks/PAID_BUT_DEAD").intValue()).isEqualTo(2);
		assertThat(tasks(check)).hasSize(2);
	}

	@Test
	void oneThatIsStoppedGoesOnWhereItWasAsLongAsItsListIsKept() {
		String number = number();
		granted(number, "比对子");
		this.worker.stop();
		String check = sent(
				",无名氏,1931-03-05,2013-05-20\n".repeat(CrossCheckBlocks.BLOCK) + number + ",比对子,,2013-05-20\n");
		String path = "/api/v1/cross-checks/" + check;
		assertThat(this.people.post(path + "/restart", "{}").is(409).text("/type"))
			.isEqualTo("urn:huiling:problem:cross-check-not-stopped");
		assertThat(this.blocks.next(UUID.fromString(check))).isTrue();
		assertThat(this.people.post(path + "/stop", "{}").is(202).text("/state")).isEqualTo("STOPPED");
		assertThat(this.people.post(path + "/stop", "{}").is(409).text("/type"))
			.isEqualTo("urn:huiling:problem:cross-check-not-open");
		assertThat(this.blocks.next(UUID.fromString(check))).as("nothing is matched").isFalse();
		assertThat(this.people.get(path).text("/done")).isEqualTo(String.valueOf(CrossCheckBlocks.BLOCK));
		People.as(this.client, "street;CASE_WORKER;379901003").post(path + "/restart", "{}").is(404);
		assertThat(this.people.post(path + "/restart", "{}").is(202).text("/state")).isEqualTo("RUNNING");
		this.worker.start();
		assertThat(completed(check).at("/tasks/PAID_BUT_DEAD").intValue()).isEqualTo(1);
		this.people.post(path + "/restart", "{}").is(409);
		this.worker.stop();
		String forgotten = sent(number + ",比对子,,2013-05-21\n");
		this.people.post("/api/v1/cross-checks/" + forgotten + "/stop", "{}").is(202);
		LocalDate kept = LocalDate.parse(this.people.get("/api/v1/cross-checks/" + forgotten).text("/keptUntil"));
		new TransactionTemplate(this.transactions)
			.executeWithoutResult((status) -> assertThat(this.store.forget(kept.plusDays(1))).isPositive());
		this.people.post("/api/v1/cross-checks/" + forgotten + "/restart", "{}").is(409);
		this.worker.start();
	}

	@Test
	void theListIsSealedAndForgottenWhileTheTasksStay(CapturedOutput output) {
		String number = number();
		String id = granted(number, "比对壬癸");
		String check = sent(number + ",比对壬癸,,2013-05-20\n");
		completed(check);
		assertThat(
				this.jdbc.sql("select count(*) from cross_check_line where position(convert_to(?, 'UTF8') in said) > 0")
					.param(number)
					.query(Long.class)
					.single())
			.isZero();
		this.people.get("/api/v1/cross-checks/" + check + "/lines").is(200);
		assertThat(this.jdbc
			.sql("select count(*) from audit_event where action = 'CROSS_CHECK_LINES_READ' and subject = ?"
					+ " and (details::jsonb -> 'applicants') @> jsonb_build_array(?::text)")
			.params(check, id)
			.query(Long.class)
			.single()).isEqualTo(1);
		assertThat(this.jdbc.sql("select count(*) from audit_event where details::text like ? or details::text like ?")
			.params("%" + number + "%", "%比对壬癸%")
			.query(Long.class)
			.single()).isZero();
		assertThat(output.getAll()).doesNotContain(number, "比对壬癸");
		LocalDate kept = LocalDate.parse(this.people.get("/api/v1/cross-checks/" + check).text("/keptUntil"));
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
			assertThat(this.store.forget(kept)).isZero();
			assertThat(this.store.forget(kept.plusDays(1))).isPositive();
		});
		assertThat(this.people.get("/api/v1/cross-checks/" + check + "/lines").is(200).text("/total")).isEqualTo("0");
		assertThat(this.people.get("/api/v1/cross-checks/" + check).body().at("/tasks/PAID_BUT_DEAD").intValue())
			.isEqualTo(1);
		assertThat(tasks(check)).hasSize(1);
	}

}
