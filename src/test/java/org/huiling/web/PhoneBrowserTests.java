package org.huiling.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.huiling.TestAccounts;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.payment.Desk;
import org.huiling.payment.Past;
import org.huiling.recalculation.Runs;
import org.huiling.task.OpenedTasks;
import org.huiling.task.Tasks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What is looked at under way: nothing has to be moved sideways to be read. */
@BrowserTest
@Import(TestCallers.class)
class PhoneBrowserTests {

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

	@AfterEach
	void moveAway() {
		Past.moveAway(this.jdbc);
	}

	@ParameterizedTest
	@CsvSource({ "zh, 手机甲", "en, 手机乙" })
	void pagesFitAPhone(String language, String name, Browser browser) {
		this.accounts.add("phone-worker", List.of("379901"), "CASE_WORKER", "BATCH_OPERATOR", "PAYMASTER");
		People people = People.as(this.client, People.WORKER);
		OpenedTasks opened = new OpenedTasks(people, this.tasks, this.jdbc, this.transactions);
		String person = opened.granted(name);
		opened.died(person, true);
		String task = opened.unclear(person, LocalDate.of(2099, 1, 1));
		String file = "/people/" + person;
		String run = Runs.as(this.client).completed("COMMIT", "2013-01", "2013-03").get("id").stringValue();
		String roster = Desk.of(this.client).made("2013-03").get("id").stringValue();
		browser.signIn("phone-worker", language);
		Map<String, String> pages = new LinkedHashMap<>(Map.of("home", "/", "people", "/people", "new", "/people/new",
				"check", "/check", "person", file, "change", file + "/change", "statuses", file + "/facts/statuses",
				"payments", file + "/payments"));
		pages.putAll(Map.of("tasks", "/tasks", "task", "/tasks/" + task, "run", "/runs/" + run, "roster",
				"/rosters/" + roster, "rosters", "/rosters", "runs", "/runs", "flags",
				"/rosters/" + roster + "/flags"));
		for (Map.Entry<String, String> page : pages.entrySet()) {
			browser.open(page.getValue());
			browser.see(By.tagName("h1"));
			browser.assertFitsAPhone("phone-" + page.getKey() + "-" + language);
			browser.assertAccessible();
		}
		opened.closeAll();
	}

}
