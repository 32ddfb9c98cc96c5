package org.huiling.web.casework;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.TestAccounts;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.payment.Past;
import org.huiling.task.OpenedTasks;
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

/** Lists of others that are matched, and lists that are put up in public. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class ListPagesIntegrationTests {

	private static final String LIST = "/public-lists?list=model-district/old-age-allowance&month=2013-07";

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
		this.accounts.add("street", List.of("379901003"), "CASE_WORKER");
		this.accounts.add("operator", List.of("379901"), "BATCH_OPERATOR");
		this.worker = PageClient.of(this.port).signIn("worker");
	}

	@AfterEach
	void moveAway() {
		this.opened.closeAll();
		Past.moveAway(this.jdbc);
	}

	private static String page(PageClient who, String path) {
		return new String(who.open(path).body(), StandardCharsets.UTF_8);
	}

	@Test
	void aPublicListIsShownPrintedAndHandedOutWithoutNames() {
		String id = this.opened.granted("欧阳公示");
		PageClient operator = PageClient.of(this.port).signIn("operator");
		assertThat(page(operator, "/public-lists")).contains("示范区", "高龄津贴", "model-district/old-age-allowance");
		for (String shown : List.of(page(operator, LIST), page(operator, LIST.replace("?", "/print?")))) {
			assertThat(shown).contains("欧阳*", "示范区 379901003", "100.00").doesNotContain("公示名单甲", "欧阳公示", id);
		}
		HttpResponse<byte[]> csv = operator.open(LIST.replace("?", "/csv?"));
		assertThat(new String(csv.body(), StandardCharsets.UTF_8)).startsWith("\uFEFF姓名,所在地,金额,")
			.contains("欧阳*,379901003,100.00");
		assertThat(page(operator, LIST + "&region=379901004")).contains("这个月没有人");
		assertThat(operator.open(LIST.replace("old-age", "x")).statusCode()).isEqualTo(422);
		assertThat(operator.open(LIST + "&region=x").statusCode()).isEqualTo(400);
	}

	@Test
	void whoeverDoesNotWantToIsKeptOff() {
		String id = this.opened.granted("司马公示");
		assertThat(page(this.worker, "/people/" + id)).contains("/people/" + id + "/public-list");
		assertThat(page(this.worker, "/people/" + id + "/public-list")).contains("列入公示名单", "不再公示此人");
		assertThat(this.worker.submit("/people/" + id + "/public-list", "listed", "false").statusCode()).isEqualTo(400);
		this.worker.submit("/people/" + id + "/public-list", "listed", "false", "reason", "本人申请");
		assertThat(page(this.worker, "/people/" + id + "/public-list")).contains("不列入公示名单", "本人申请", "恢复公示");
		assertThat(page(this.worker, LIST)).doesNotContain("司马*");
		this.worker.submit("/people/" + id + "/public-list", "listed", "true", "reason", "改了主意");
		assertThat(page(this.worker, LIST)).contains("司马*");
	}

	@Test
	void aListIsMatchedAndEachLineToldWhatCameOfIt() throws InterruptedException {
		String id = this.opened.granted("比对名单甲");
		String number = People.as(this.client, People.WORKER)
			.get("/api/v1/applicants/" + id + "?reveal=residentId&reason=test")
			.is(200)
			.text("/residentId");
		assertThat(page(this.worker, "/cross-checks")).contains("死亡人员", "示范区");
		byte[] list = ("身份证号码,姓名,死亡日期,备注\n" + number + ",比对名单甲,2013-05-20,x\n,无此人,2013-05-21,\n" + number
				+ ",比对名单甲,2013-13-20,\n")
			.getBytes(StandardCharsets.UTF_8);
		HttpResponse<String> sent = this.worker
			.upload("/cross-checks?jurisdiction=model-district&kind=DEATHS&asOf=2013-08-31", "text/csv", list);
		String path = sent.headers()
			.firstValue("HX-Redirect")
			.or(() -> sent.headers().firstValue("Location"))
			.orElseThrow();
		assertThat(path).startsWith("/cross-checks/");
		String shown = page(this.worker, path);
		for (int i = 0; i < 200 && !shown.contains("比对完毕"); i++) {
			Thread.sleep(100);
			shown = page(this.worker, path);
		}
		assertThat(shown).contains("比对完毕", "已故仍在发", "/people/" + id, "读不出", "备注", "档案中没有", "日期")
			.doesNotContain(number, "hx-trigger=\"load", "DEATHS<", "REFUSED<");
		String key = path.substring(path.lastIndexOf('/') + 1);
		assertThat(shown).contains("source=CROSS_CHECK:" + key);
		assertThat(page(this.worker, "/tasks?kind=PAID_BUT_DEAD&state=ALL&source=CROSS_CHECK:" + key)).contains("比对名单甲",
				"只看一次比对发现的");
		assertThat(page(this.worker, "/tasks?state=ALL&source=CROSS_CHECK:x")).contains("没有这样的待办");
		assertThat(page(this.worker, path + "?outcome=REFUSED")).doesNotContain("无此人");
		assertThat(this.worker.send("GET", path, Map.of(), "HX-Request", "true").headers().firstValue("HX-Refresh"))
			.as("the page is shown anew at the end")
			.hasValue("true");
		PageClient street = PageClient.of(this.port).signIn("street");
		assertThat(page(street, "/cross-checks")).contains("您的区域没有包含任何一个完整的辖区").doesNotContain(path);
		assertThat(street.open(path).statusCode()).isEqualTo(404);
		assertThat(this.worker
			.upload("/cross-checks?jurisdiction=model-district&kind=DEATHS&asOf=2013-08-31", "text/csv",
					"姓名\n甲\n".getBytes(StandardCharsets.UTF_8))
			.statusCode()).isEqualTo(422);
	}

}
