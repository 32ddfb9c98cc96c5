package org.huiling.web;

import java.time.LocalDate;
import java.util.List;

import org.huiling.TestAccounts;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.facts.CivilTime;
import org.huiling.payment.Past;
import org.huiling.task.OpenedTasks;
import org.huiling.task.TaskKind;
import org.huiling.task.Tasks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.PlatformTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;

/** What is done on one person's file, on a phone and on a desk. */
@BrowserTest
@Import(TestCallers.class)
class CaseFileBrowserTests {

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

	private OpenedTasks opened;

	@BeforeEach
	void account() {
		this.accounts.add("worker", List.of("379901"), "CASE_WORKER");
		this.accounts.add("looker", List.of("379901"), "AUDITOR");
		this.opened = new OpenedTasks(People.as(this.client, People.WORKER), this.tasks, this.jdbc, this.transactions);
	}

	@AfterEach
	void moveAway() {
		this.opened.closeAll();
		Past.moveAway(this.jdbc);
	}

	/** Nothing is wider than the window, whatever its width. */
	private static void assertFits(Browser browser, int width) {
		Object wide = browser.driver().executeScript("return document.documentElement.scrollWidth");
		assertThat(((Number) wide).intValue()).as(browser.path()).isLessThanOrEqualTo(width);
		browser.assertAccessible();
	}

	@ParameterizedTest
	@CsvSource({ "zh, 390, 划去原因：写错人了", "zh, 1280, 划去原因：写错人了", "en, 390, Struck out: 写错人了",
			"en, 1280, Struck out: 写错人了" })
	void notesSomethingAndStrikesItOut(String language, int width, String struck, Browser browser) {
		String id = this.opened.granted("备注" + language + width);
		browser.signIn("worker", language);
		browser.widen(width);
		browser.open("/people/" + id);
		browser.click(By.cssSelector("#note summary"));
		browser.type(By.id("note-text"), "女儿代办，下午方便");
		assertFits(browser, width);
		browser.leave(By.cssSelector("#note .button"));
		browser.see("女儿代办，下午方便");
		browser.click(By.cssSelector("#noted details summary"));
		browser.type(By.cssSelector("#noted textarea"), "写错人了");
		assertFits(browser, width);
		browser.leave(By.cssSelector("#noted .button"));
		browser.see(struck);
		browser.see(By.cssSelector("#noted .struck s"));
		assertFits(browser, width);
	}

	@ParameterizedTest
	@CsvSource({ "zh, 390", "zh, 1280", "en, 390", "en, 1280" })
	void aTaskLeadsToTheFilledFormAndBack(String language, int width, Browser browser) {
		String id = this.opened.granted("续办" + language + width);
		String ends = this.opened.open(TaskKind.STATUS_ENDS, id, "STATUS_ENDS", "2013-08-31",
				"code:StatusKind.LOW_INCOME");
		String check = this.opened.open(TaskKind.LIFE_CHECK_DUE, id, "LIFE_CHECK_DUE", "2012-01-01", "2013-01-01",
				"12");
		browser.signIn("worker", language);
		browser.widen(width);
		browser.open("/tasks");
		browser.leave(By.cssSelector("a[href^='/people/" + id + "/facts/statuses']"));
		assertThat(browser.see(By.id("validFrom")).getDomProperty("value")).isEqualTo("2013-09-01");
		assertFits(browser, width);
		browser.type(By.id("reason"), "续办");
		browser.leave(By.cssSelector("#record .actions .button"));
		browser.see(By.id("recorded"));
		assertThat(browser.path()).isEqualTo("/tasks/" + ends);
		assertFits(browser, width);

		browser.open("/tasks/" + check);
		String today = LocalDate.now(CivilTime.ZONE).toString();
		assertThat(browser.see(By.id("passed")).getDomProperty("value")).isEqualTo(today);
		assertFits(browser, width);
		browser.leave(By.cssSelector("#life-check .button"));
		browser.see(By.id("recorded"));
		assertThat(browser.path()).isEqualTo("/tasks/" + check);
		assertThat(browser.see(By.cssSelector("#life-check .hint")).getText()).contains(today);
	}

	@ParameterizedTest
	@CsvSource({ "zh, 390, 经办人员", "zh, 1280, 经办人员", "en, 390, Case worker", "en, 1280, Case worker" })
	void whoLookedIsFilteredAndTakenAsAFile(String language, int width, String role, Browser browser) {
		String id = this.opened.granted("查阅" + language + width);
		People.as(this.client, "colleague;CASE_WORKER;379901").get("/api/v1/applicants/" + id).is(200);
		browser.signIn("looker", language);
		browser.widen(width);
		browser.open("/people/" + id + "/access");
		browser.see("colleague");
		assertFits(browser, width);
		browser.type(By.id("by"), "colleague");
		browser.leave(By.cssSelector("form[role='search'] .button"));
		browser.see("colleague");
		assertThat(browser.driver().findElements(By.cssSelector(".timeline > li"))).hasSize(1);
		assertFits(browser, width);
		Object file = browser.driver()
			.executeAsyncScript(
					"const done = arguments[arguments.length - 1];"
							+ "fetch(arguments[0]).then((one) => one.text()).then(done)",
					browser.see(By.cssSelector("a[href*='/access/csv']")).getDomProperty("href"));
		assertThat(String.valueOf(file).lines()).hasSize(2).last().asString().contains("colleague", role);
	}

}
