package org.huiling.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.huiling.TestAccounts;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.payment.Past;
import org.huiling.task.OpenedTasks;
import org.huiling.task.Tasks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.PlatformTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;

/** The work list's stories, from sign-in to result. */
@BrowserTest
@Import(TestCallers.class)
class TaskBrowserTests {

	private static final By FIRST = By.cssSelector("#tasks .task:first-child .task-do a");

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
		this.opened = new OpenedTasks(People.as(this.client, People.WORKER), this.tasks, this.jdbc, this.transactions);
	}

	@AfterEach
	void moveAway() {
		this.opened.closeAll();
		Past.moveAway(this.jdbc);
	}

	@ParameterizedTest
	@CsvSource({ "zh, 待办甲, 未办共 3 项, 已故仍在发, 办理后马上会做这些, 已办理：, 归我办 1 项",
			"en, 待办乙, open in all: 3, Paid after death, This is done at once, Done:, Mine to do: 1" })
	void worksThroughTheListFromTheFirstPageOn(String language, String name, String waits, String kind, String what,
			String done, String own, Browser browser) {
		String id = this.opened.granted(name);
		this.opened.died(id, true);
		this.opened.unclear(id, LocalDate.of(2099, 1, 1));
		this.opened.unclear(id, null);
		browser.signIn("worker", language);
		browser.open("/");
		browser.see(waits);
		browser.assertAccessible();
		browser.picture("home-" + language);
		browser.leave(By.cssSelector("#waits a[href='/tasks']"));
		browser.see(kind);
		browser.see(name);
		browser.assertAccessible();
		browser.picture("tasks-" + language);

		browser.leave(By.cssSelector("#tasks .task:nth-child(2) .task-do button"));
		browser.see(By.id("planned"));
		browser.see(own);
		browser.assertAccessible();

		browser.leave(FIRST);
		browser.see(what);
		browser.see(By.cssSelector("#will .status.NOT_ELIGIBLE"));
		browser.assertAccessible();
		browser.picture("task-" + language);
		browser.leave(By.cssSelector("#accept .button"));
		browser.see(done);
		browser.see(By.cssSelector("#closed .followed a[href^='/decisions/']"));
		browser.assertAccessible();
		browser.picture("task-done-" + language);

		browser.leave(FIRST);
		browser.click(By.cssSelector("#plan summary"));
		browser.click(By.cssSelector("#dismiss summary"));
		browser.type(By.id("dismiss-reason"), "somebody else");
		browser.assertAccessible();
		browser.picture("task-unclear-" + language);
		browser.leave(By.cssSelector("#dismiss .button"));
		browser.see("somebody else");
		assertThat(browser.driver().findElements(By.cssSelector("#tasks .task"))).hasSize(1);

		browser.open("/tasks/report");
		browser.see(By.id("report"));
		browser.assertAccessible();
		browser.picture("task-report-" + language);
	}

	@Test
	void acceptsByTheKeyboardAlone(Browser browser) {
		String id = this.opened.granted("待办丙");
		this.opened.died(id, false);
		browser.signIn("worker", "zh");
		browser.open("/tasks");
		browser.see(By.id("tasks"));
		press(browser, "#tasks .task-do a");
		browser.see(By.id("accept"));
		press(browser, "#accept .button");
		browser.see(By.id("closed"));
		assertThat(People.as(this.client, People.WORKER).get("/api/v1/applicants/" + id).text("/deathDate"))
			.isEqualTo("2013-05-20");
	}

	/** Goes on with the tabulator until it is reached, then presses enter. */
	private static void press(Browser browser, String wanted) {
		for (int i = 0; i < 80; i++) {
			browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
			WebElement active = browser.driver().switchTo().activeElement();
			if (Boolean.TRUE.equals(
					browser.driver().executeScript("return document.activeElement.matches(arguments[0])", wanted))) {
				active.sendKeys(Keys.ENTER);
				return;
			}
		}
		throw new AssertionError(wanted + " is not reached");
	}

	@Test
	void somethingClosedMeanwhileIsToldInWords(Browser browser) {
		String id = this.opened.granted("待办丁");
		String task = this.opened.died(id, false);
		browser.signIn("worker", "zh");
		browser.open("/tasks/" + task);
		browser.see(By.id("accept"));
		People.as(this.client, "colleague;CASE_WORKER;379901")
			.post("/api/v1/tasks/" + task + "/accept", "{\"reason\": \"村委会证明\"}")
			.is(200);
		browser.leave(By.cssSelector("#accept .button"));
		browser.see("别人先办了");
		browser.see("村委会证明");
		browser.assertAccessible();
		browser.picture("task-late-zh");
	}

	@ParameterizedTest
	@CsvSource({ "zh, 比对甲, 比对完毕, 已故仍在发, 读不出", "en, 比对乙, Matched, Paid after death, Not read" })
	void sendsAListAndComesToItsTasks(String language, String name, String over, String kind, String refused,
			Browser browser, @TempDir Path directory) throws IOException {
		String id = this.opened.granted(name);
		String number = People.as(this.client, People.WORKER)
			.get("/api/v1/applicants/" + id + "?reveal=residentId&reason=test")
			.is(200)
			.text("/residentId");
		Path list = Files.writeString(directory.resolve("deaths.csv"), "residentId,name,date\n" + number + "," + name
				+ ",2013-05-20\n" + number + "," + name + ",2013-13-20\n");
		browser.signIn("worker", language);
		browser.open("/cross-checks");
		browser.assertAccessible();
		browser.type(By.id("as-of"), "2013-08-31");
		browser.see(By.id("file")).sendKeys(list.toString());
		browser.leave(By.cssSelector("#cross-check .button"));
		browser.see(By.cssSelector("#state .status.yes"));
		browser.see(over);
		browser.see(refused);
		browser.assertAccessible();
		browser.picture("cross-check-" + language);
		browser.leave(By.cssSelector("#state .tally a"));
		browser.see(kind);
		browser.see(name);
		browser.open("/cross-checks");
		browser.see(By.id("checks"));
		browser.assertAccessible();
		browser.picture("cross-checks-" + language);
	}

	@ParameterizedTest
	@CsvSource({ "zh, 皇甫公示, 皇甫*, 不列入公示名单", "en, 慕容公示, 慕容*, Kept off public lists" })
	void printsAPublicListAndKeepsSomebodyOffIt(String language, String name, String masked, String off,
			Browser browser) {
		String id = this.opened.granted(name);
		browser.signIn("worker", language);
		browser.open("/public-lists");
		browser.click(By.cssSelector("#list option[value='model-district/old-age-allowance']"));
		browser.type(By.id("month"), "2013-07");
		browser.leave(By.cssSelector("main .button"));
		browser.see(masked);
		browser.assertAccessible();
		browser.picture("public-list-" + language);
		String print = browser.see(By.cssSelector(".actions a[href*='print']")).getDomAttribute("href");
		browser.open(print);
		browser.see(masked);
		browser.assertAccessible();
		browser.picture("public-list-print-" + language);

		browser.open("/people/" + id);
		browser.click(By.cssSelector("#public-list summary"));
		browser.type(By.id("listing-reason"), "does not want to");
		browser.assertAccessible();
		browser.leave(By.cssSelector("#public-list .button"));
		browser.see(off);
		browser.assertAccessible();
		browser.open("/public-lists?list=model-district/old-age-allowance&month=2013-07");
		assertThat(browser.text()).doesNotContain(masked);
	}

}
