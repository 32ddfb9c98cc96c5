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

/**
 * A list of who draws elsewhere becomes tasks about what is paid here for the same
 * months.
 */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
@ExtendWith(OutputCaptureExtension.class)
class DrawnElsewhereIntegrationTests {

	private static final String HEADER = "身份证号码,姓名,项目,起始月份,终止月份,月金额\n";

	private static final LocalDate BIRTH = LocalDate.of(1931, 5, 7);

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
		this.lists = new SentLists(this.client, "OTHER_BENEFIT");
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

	private People.Answer holds(String id) {
		return this.people.get("/api/v1/applicants/" + id + "/payment-holds").is(200);
	}

	@Test
	void whoeverIsPaidHereForTheSameMonthsBecomesATaskThatHoldsItBack(CapturedOutput output) {
		String number = number();
		String id = granted(number, "重领甲");
		JsonNode done = this.lists.completed(HEADER + number + ",重领甲,高龄津贴,2013年5月,,120.00\n");
		assertThat(done.get("matched").intValue()).isEqualTo(1);
		assertThat(done.at("/tasks/PAID_TWICE").intValue()).isEqualTo(1);
		JsonNode task = this.lists.tasks(done).get(0);
		assertThat(task.get("applicantId").stringValue()).isEqualTo(id);
		assertThat(task.get("program").stringValue()).isEqualTo("old-age-allowance");
		assertThat(task.get("money").decimalValue()).as("May to August, 100 yuan each").isEqualByComparingTo("400");
		assertThat(task.at("/proposes/hold/program").stringValue()).isEqualTo("old-age-allowance");
		assertThat(task.at("/proposes/hold/from").stringValue()).isEqualTo("2013-05");
		assertThat(task.at("/proposes/hold/code").stringValue()).isEqualTo("PAID_ELSEWHERE");
		assertThat(task.get("because").stringValue()).contains("2013-05", "2013-08").doesNotContain(number, "重领甲");
		assertThat(holds(id).text("/total")).as("nothing by itself").isEqualTo("0");
		String accept = "/api/v1/tasks/" + task.get("id").stringValue() + "/accept";
		this.people.post(accept, "{}").is(200);
		assertThat(holds(id).text("/items/0/code")).isEqualTo("PAID_ELSEWHERE");
		this.people.post(accept, "{}").is(409);
		assertThat(holds(id).text("/total")).isEqualTo("1");
		JsonNode line = this.people.get("/api/v1/cross-checks/" + done.get("id").stringValue() + "/lines")
			.is(200)
			.body()
			.at("/items/0");
		assertThat(line.at("/drawn/program").stringValue()).isEqualTo("高龄津贴");
		assertThat(line.at("/drawn/from").stringValue()).isEqualTo("2013-05");
		assertThat(line.at("/drawn/amount").decimalValue()).isEqualByComparingTo("120");
		assertThat(this.lists.completed(HEADER + number + ",重领甲,Old-age allowance,2013-05-01,2013-12,\n").get("tasks"))
			.as("the same, found before")
			.isEmpty();
		assertThat(output.getAll()).doesNotContain(number, "重领甲");
	}

	@Test
	void nothingIsFoundForOtherMonthsOrOtherPrograms() {
		String number = number();
		granted(number, "重领乙");
		assertThat(this.lists.completed(HEADER + number + ",重领乙,高龄津贴,2012-05,2012-12,\n").get("tasks"))
			.as("before it was granted here")
			.isEmpty();
		assertThat(this.lists.completed(HEADER + number + ",重领乙,living-subsidy,2013-05,,\n").get("tasks"))
			.as("another program, which is not granted here")
			.isEmpty();
	}

	@Test
	void anotherNameOfTheBenefitIsToldAndWhatIsOverProposesNothing() {
		String number = number();
		granted(number, "重领丙");
		JsonNode other = this.lists.completed(HEADER + number + ",重领丙,长寿金,2013-06,,\n");
		JsonNode task = this.lists.tasks(other).get(0);
		assertThat(task.get("because").stringValue()).contains("名称").doesNotContain("长寿金");
		assertThat(task.at("/proposes/hold/program").stringValue()).isEqualTo("old-age-allowance");
		JsonNode over = this.lists.completed(HEADER + number + ",重领丙,,201302,201304,\n");
		task = this.lists.tasks(over).get(0);
		assertThat(task.get("kind").stringValue()).isEqualTo("PAID_TWICE");
		assertThat(task.get("money").decimalValue()).as("February to April").isEqualByComparingTo("300");
		assertThat(task.get("proposes")).isEmpty();
		this.people.post("/api/v1/tasks/" + task.get("id").stringValue() + "/accept", "{}").is(422);
	}

	@Test
	void withoutAnIdOrWithAnotherNameItIsUnclear() {
		String number = number();
		String id = granted(number, "重领丁");
		JsonNode named = this.lists.completed(HEADER + ",重领丁,高龄津贴,2013-05,,\n" + number + ",某某某,高龄津贴,2013-05,,\n");
		assertThat(named.get("matched").intValue()).isZero();
		assertThat(named.at("/tasks/UNCLEAR").intValue()).isEqualTo(2);
		assertThat(this.lists.tasks(named)).allSatisfy((task) -> assertThat(task.get("proposes")).isEmpty());
		assertThat(holds(id).text("/total")).isEqualTo("0");
	}

	@Test
	void brokenLinesAreRefusedByThemselvesInGbkAndInAWorkbook() {
		String number = number();
		granted(number, "重领戊");
		String list = HEADER + number() + ",重领无,高龄津贴,,,\n" + number() + ",重领无,高龄津贴,二〇一三年,,\n" + number()
				+ ",重领无,高龄津贴,2013-05,2013-04,\n" + number() + ",重领无,高龄津贴,2013-09,,\n" + number()
				+ ",重领无,高龄津贴,2013-05,,一百\n" + number + ",重领戊,高龄津贴,2013/5,2013/8,￥100\n";
		List<String> refused = List.of("2 from REQUIRED", "3 from INVALID_MONTH", "4 to TO_BEFORE_FROM",
				"5 from AFTER_THE_LIST", "6 amount NO_AMOUNT");
		JsonNode done = this.lists.completed("text/csv", list.getBytes(Charset.forName("GBK")));
		assertThat(this.lists.refused(done)).containsExactlyElementsOf(refused);
		assertThat(done.at("/tasks/PAID_TWICE").intValue()).isEqualTo(1);
		JsonNode again = this.lists.completed(SentLists.XLSX, SentLists.workbook(list));
		assertThat(this.lists.refused(again)).containsExactlyElementsOf(refused);
		assertThat(again.get("tasks")).isEmpty();
	}

}
