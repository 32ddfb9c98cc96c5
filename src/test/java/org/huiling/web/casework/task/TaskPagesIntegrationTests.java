package org.huiling.web.casework.task;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.TestAccounts;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.facts.CivilTime;
import org.huiling.payment.Past;
import org.huiling.task.OpenedTasks;
import org.huiling.task.TaskKind;
import org.huiling.task.Tasks;
import org.huiling.web.PageClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.PlatformTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;

/** The work list as whoever has no script gets it. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class TaskPagesIntegrationTests {

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

	@LocalServerPort
	int port;

	private OpenedTasks opened;

	private PageClient worker;

	@BeforeEach
	void signIn() {
		this.opened = new OpenedTasks(People.as(this.client, People.WORKER), this.tasks, this.jdbc, this.transactions);
		this.accounts.add("worker", List.of("379901"), "CASE_WORKER");
		this.accounts.add("colleague", List.of("379901"), "CASE_WORKER");
		this.accounts.add("elsewhere", List.of("110101"), "CASE_WORKER");
		this.accounts.add("operator", List.of("379901"), "BATCH_OPERATOR");
		this.worker = PageClient.of(this.port).signIn("worker");
	}

	@AfterEach
	void moveAway() {
		this.opened.closeAll();
		Past.moveAway(this.jdbc);
	}

	private String page(PageClient who, String path) {
		return new String(who.open(path).body(), StandardCharsets.UTF_8);
	}

	@Test
	void theListNamesWhomItIsAboutAndSaysEverythingInWords() {
		String id = this.opened.granted("名单甲");
		String task = this.opened.died(id, true);
		String list = page(this.worker, "/tasks");
		assertThat(list)
			.contains("名单甲", "/people/" + id, "/tasks/" + task, "已故仍在发", "示范区 379901003", "高龄津贴",
					"从 2013-05-20 起登记：死亡日期 2013-05-20", "从 2013-06 的名册起不再发放全部项目", "300.00", "2013-09-07", "已过期", "还没有人",
					"****")
			.doesNotContain("deathDate", "PAID_BUT_DEAD</", "NOT_FOUND", "DIED");
		assertThat(page(PageClient.of(this.port).signIn("elsewhere"), "/tasks")).doesNotContain("名单甲");
		assertThat(page(PageClient.of(this.port).signIn("elsewhere"), "/tasks/" + task)).contains("没有这项待办");
		assertThat(page(this.worker, "/")).contains("未办共 1 项", "已过期 1 项");
	}

	@Test
	void whatIsLookedForIsCountedAndKeptFromPageToPage() {
		String id = this.opened.granted("名单乙");
		String first = this.opened.died(id, false);
		for (int i = 0; i < 27; i++) {
			this.opened.unclear(id, LocalDate.of(2099, 1, 1).plusDays(i));
		}
		String list = page(this.worker, "/tasks");
		assertThat(list).contains("第 1 页，共 2 页，28 项", first);
		String unclear = page(this.worker, "/tasks?kind=UNCLEAR&region=379901&page=1");
		assertThat(unclear).contains("第 2 页，共 2 页，27 项", "kind=UNCLEAR&amp;region=379901&amp;page=0")
			.doesNotContain(first);
		assertThat(page(this.worker, "/tasks?by=OVERDUE")).contains(first).doesNotContain("UNCLEAR&amp;by");
		assertThat(page(this.worker, "/tasks?state=ALL&kind=PAID_TWICE")).contains("没有这样的待办");
		assertThat(page(this.worker, "/tasks?who=~")).contains("没有这样的待办");
		assertThat(this.worker.open("/tasks?kind=NOTHING").statusCode()).isEqualTo(400);
		assertThat(this.worker.open("/tasks?region=37x").statusCode()).isEqualTo(400);
		HttpResponse<byte[]> past = this.worker.open("/tasks?page=9");
		assertThat(past.headers().firstValue("Location")).hasValue("/tasks?page=1");
	}

	@Test
	void oneSeesWhatAcceptingComesToAndWhatCameOfIt() {
		String id = this.opened.granted("名单丙");
		String task = this.opened.died(id, false);
		String look = page(this.worker, "/tasks/" + task);
		assertThat(look).contains("重新认定，有 1 处不同", "自 2013-06 起", "不享受", "100.00");
		assertThat(records(id)).as("it is only looked at").isEqualTo(1);
		assertThat(this.jdbc.sql("select count(*) from decision where applicant = ?::uuid")
			.param(id)
			.query(Long.class)
			.single()).isEqualTo(1);
		HttpResponse<String> done = this.worker.submit("/tasks/" + task + "/accept?kind=PAID_BUT_DEAD", "reason",
				"村委会证明");
		assertThat(done.headers().firstValue("Location")).hasValue("/tasks?kind=PAID_BUT_DEAD&");
		assertThat(page(this.worker, "/tasks?kind=PAID_BUT_DEAD&")).contains("已办理：", "名单丙", "村委会证明", "自 2013-06 起",
				"没有这样的待办");
		assertThat(records(id)).isEqualTo(2);
		assertThat(page(this.worker, "/tasks?state=DONE")).contains("名单丙");
	}

	/**
	 * What is known is filled in where the next step is done, and nothing is recorded
	 * before.
	 */
	@Test
	void whatProposesNothingLeadsToWhereItIsDone() {
		String id = this.opened.granted("名单续");
		String person = "/people/" + id;
		this.opened.open(TaskKind.STATUS_ENDS, id, "STATUS_ENDS", "2013-08-31", "code:StatusKind.LOW_INCOME");
		this.opened.open(TaskKind.STATUS_ENDS, id, "DIBAO_ENDS", "2013-08-31");
		this.opened.open(TaskKind.UNDECIDED, id, "UNDECIDED", "2013-07", "programs:living-subsidy",
				"facts:household.size,household.monthlyIncome,careLevel");
		this.opened.open(TaskKind.BIRTHDAY, id, "BIRTHDAY", "80", "2013-03-05", "programs:old-age-allowance");
		this.opened.open(TaskKind.OBJECTION_DUE, id, "OBJECTION_DUE", "2013-08-01", "programs:old-age-allowance",
				"2013-01", "2013-09-01", id);
		this.opened.open(TaskKind.DUPLICATE, id, "DUPLICATE");
		this.opened.open(TaskKind.STAYS_OVERLAP, id, "STAYS_OVERLAP");
		this.opened.open(TaskKind.BIRTH_PLACEHOLDER, id, "BIRTH_PLACEHOLDER", "1930-01-01");
		this.opened.open(TaskKind.NOTICE_DUE, id, "NOTICE_DUE", "2013-08-01", "programs:old-age-allowance", "2013-01",
				"5");
		this.opened.notOnFile("名单外");
		String list = page(this.worker, "/tasks");
		assertThat(list)
			.contains("从 2013-09-01 起登记接续的身份（已填“低收入”）", "从 2013-09-01 起登记低保", "测算 2013-03 并认定", person + "/merge",
					person + "/facts/claims", person + "/identity", "/decisions/" + id + "\"", "打开这份通知书",
					"name=\"q\" value=\"名单外\"", "name=\"birthDate\" value=\"1930-02-03\"")
			.doesNotContain("q=%E5", "q=名单外");
		assertThat(list).contains("测算 2013-07 并认定");
		assertThat(page(this.worker, person + "/facts/payee?fill=payee.account:6222000000000000001"))
			.as("an account is typed by whoever has it before them")
			.doesNotContain("6222000000000000001");
		String status = page(this.worker, link(list, person + "/facts/statuses"));
		assertThat(status).contains("value=\"2013-09-01\"");
		assertThat(status.replaceAll("\\s+", " ")).containsPattern("value=\"LOW_INCOME\"[^>]*(checked|selected)");
		String household = page(this.worker, link(list, person + "/facts/household?ask"));
		assertThat(household).contains("id=\"first\"", "这部分的其他内容");
		assertThat(household.substring(0, household.indexOf("<details"))).contains("name=\"household.size\"")
			.doesNotContain("name=\"household.dibao.type\"");
		assertThat(page(this.worker, person + "?month=2013-03")).contains("value=\"2013-03\"");
		assertThat(page(this.worker, person + "/facts/household?ask=x&fill=y&fill=:&fill=household.size:3"))
			.contains("value=\"3\"");
		assertThat(records(id)).isEqualTo(1);
		assertThat(this.worker.submit("/people/new/answers", "name", "名单外", "birthDate", "1930-02-03").body())
			.contains("名单外", "1930-02-03");
	}

	@Test
	void aLifeCheckIsRecordedAtItsTask() {
		String id = this.opened.granted("名单活");
		String task = this.opened.open(TaskKind.LIFE_CHECK_DUE, id, "LIFE_CHECK_DUE", "2012-01-01", "2013-01-01", "12");
		String look = page(this.worker, "/tasks/" + task);
		assertThat(look).as("came of a list, and does not end by itself").doesNotContain("自己结束");
		assertThat(look).contains("action=\"/people/" + id + "/facts/lifeCheck\"", "登记这次认证");
		String etag = hidden(look, "etag");
		String today = LocalDate.now(CivilTime.ZONE).toString();
		HttpResponse<String> recorded = lifeCheck(id, etag, today, today, "task", task);
		assertThat(recorded.headers().firstValue("Location")).hasValue("/tasks/" + task);
		assertThat(page(this.worker, "/tasks/" + task)).contains("上次登记的是 " + today);
		HttpResponse<String> late = lifeCheck(id, etag, today, "2013-01-01");
		assertThat(late.statusCode()).as("a colleague was faster").isEqualTo(412);
		assertThat(lifeCheck(id, "", today, LocalDate.now(CivilTime.ZONE).plusDays(1).toString()).body())
			.contains("日期在今天之后");
		assertThat(records(id)).isEqualTo(2);
	}

	private HttpResponse<String> lifeCheck(String id, String etag, String from, String passed, String... more) {
		List<String> form = new ArrayList<>(
				List.of("etag", etag, "validFrom", from, "reason", "生存认证", "lifeCheck.lastPassed", passed));
		form.addAll(List.of(more));
		return this.worker.submit("/people/" + id + "/facts/lifeCheck", form.toArray(String[]::new));
	}

	private static String hidden(String page, String name) {
		Matcher found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
		assertThat(found.find()).as(name).isTrue();
		return found.group(1).replace("&quot;", "\"");
	}

	/** The address of a link that begins so. */
	private static String link(String page, String begins) {
		int start = page.indexOf("href=\"" + begins) + 6;
		return page.substring(start, page.indexOf('"', start)).replace("&amp;", "&");
	}

	private long records(String id) {
		return this.jdbc.sql("select count(*) from applicant_record where applicant = ?::uuid")
			.param(id)
			.query(Long.class)
			.single();
	}

	@Test
	void whoIsLateIsToldWhatWasDoneAndByWhom() {
		String id = this.opened.granted("名单丁");
		String task = this.opened.died(id, false);
		PageClient colleague = PageClient.of(this.port).signIn("colleague");
		colleague.submit("/tasks/" + task + "/dismiss", "reason", "本人到场");
		for (String act : List.of("accept", "dismiss", "plan")) {
			HttpResponse<String> late = this.worker.submit("/tasks/" + task + "/" + act, "reason", "x", "assignee",
					"worker");
			assertThat(late.headers().firstValue("Location")).hasValue("/tasks/" + task + "?");
			assertThat(page(this.worker, "/tasks/" + task)).contains("别人先办了", "colleague", "确定不办", "本人到场")
				.doesNotContain("DISMISSED");
		}
		assertThat(records(id)).isEqualTo(1);
	}

	@Test
	void whatOnlyAPersonCanTellNeedsWordsAndIsAssigned() {
		String id = this.opened.granted("名单戊");
		String task = this.opened.unclear(id, null);
		assertThat(page(this.worker, "/tasks/" + task)).contains("需要您核实", "记为已办").doesNotContain("重新认定");
		assertThat(this.worker.submit("/tasks/" + task + "/accept").statusCode()).isEqualTo(422);
		assertThat(this.worker.submit("/tasks/" + task + "/plan").statusCode()).isGreaterThanOrEqualTo(400);
		HttpResponse<String> planned = this.worker.submit("/tasks/" + task + "/plan?by=WEEK", "assignee", "worker",
				"due", "2013-09-30");
		assertThat(planned.headers().firstValue("Location")).hasValue("/tasks?by=WEEK&#task-" + task);
		assertThat(page(this.worker, "/tasks?by=WEEK")).contains("id=\"planned\"");
		assertThat(page(this.worker, "/tasks?who=~")).contains("名单戊", "2013-09-30").doesNotContain("归我办<");
		assertThat(page(this.worker, "/")).contains("归我办 1 项");
		assertThat(this.worker.submit("/tasks/" + task + "/accept", "reason", "不是同一人").statusCode()).isEqualTo(302);
	}

	@Test
	void colleaguesAreOfferedAndATypingErrorIsTold() {
		String task = this.opened.unclear(this.opened.granted("名单辛"), null);
		assertThat(page(this.worker, "/tasks/" + task)).contains("<option value=\"colleague\"")
			.doesNotContain("<option value=\"elsewhere\"", "<option value=\"operator\"");
		HttpResponse<String> refused = this.worker.submit("/tasks/" + task + "/plan", "assignee", "operater");
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("经办人", "没有这个账号").doesNotContain("assignee");
		assertThat(this.worker.submit("/tasks/" + task + "/plan", "assignee", "colleague").statusCode()).isEqualTo(302);
	}

	@Test
	void aRecordThatWouldBeRefusedIsSaidBeforehand() {
		String id = this.opened.granted("名单己");
		String task = this.opened.died(id, LocalDate.of(1929, 1, 1));
		assertThat(page(this.worker, "/tasks/" + task)).contains("现在办理会被拒绝", "死亡日期");
		assertThat(this.worker.submit("/tasks/" + task + "/accept").statusCode()).isEqualTo(422);
		assertThat(page(this.worker, "/tasks/" + task)).contains("现在办理会被拒绝");
	}

	@Test
	void whatBecameOfTasksIsCountedAndHandedOut() {
		String id = this.opened.granted("名单庚");
		this.worker.submit("/tasks/" + this.opened.died(id, false) + "/accept", "reason", "x");
		PageClient operator = PageClient.of(this.port).signIn("operator");
		assertThat(page(operator, "/tasks/report")).contains("已故仍在发", "300.00").doesNotContain("名单庚");
		HttpResponse<byte[]> csv = operator.open("/tasks/report/csv?region=379901");
		assertThat(csv.headers().firstValue("Content-Disposition").orElse("")).contains("tasks-");
		assertThat(new String(csv.body(), StandardCharsets.UTF_8)).startsWith("\uFEFF种类,发现,已办,").contains("已故仍在发,");
		assertThat(operator.open("/tasks/report?from=2013-09-01&to=2013-08-01").statusCode()).isEqualTo(400);
		assertThat(operator.send("GET", "/tasks", Map.of()).statusCode()).isEqualTo(403);
	}

}
