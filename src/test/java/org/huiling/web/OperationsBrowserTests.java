package org.huiling.web;

import java.util.List;

import org.huiling.TestAccounts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;

import org.springframework.beans.factory.annotation.Autowired;

/** The operator's and the paymaster's month, on pages alone. */
@BrowserTest
class OperationsBrowserTests {

	@Autowired
	TestAccounts accounts;

	@ParameterizedTest
	@CsvSource({ "zh, 2013-03, 已完成, 试算, 待核准, 已核准", "en, 2013-04, Completed, Dry run, Waiting for approval, Approved" })
	void triesARunCommitsItMakesTheRosterAndHasItApproved(String language, String month, String completed, String dry,
			String waiting, String approved, Browser browser) {
		this.accounts.add("pages-operator", List.of("379901"), "BATCH_OPERATOR");
		this.accounts.add("pages-paymaster", List.of("379901"), "PAYMASTER");
		browser.signIn("pages-operator", language);
		for (String mode : List.of("DRY_RUN", "COMMIT")) {
			browser.open("/runs");
			choose(browser, "model-district");
			browser.type(By.id("from"), month);
			browser.type(By.id("to"), month);
			browser.type(By.id("reason"), "month " + month);
			browser.assertAccessible();
			browser.click(By.cssSelector("button[value='" + mode + "']"));
			browser.see(completed);
			browser.click(By.cssSelector("#state a.button"));
			browser.see(By.cssSelector(".totals"));
			browser.assertAccessible();
		}
		browser.picture("run-" + language);
		browser.open("/runs");
		browser.see(dry);
		browser.picture("runs-" + language);
		browser.open("/rosters");
		choose(browser, "model-district");
		browser.type(By.id("month"), month);
		browser.click(By.cssSelector("button[type='button']"));
		browser.see(By.cssSelector("#forecast h2"));
		browser.assertAccessible();
		browser.picture("rosters-" + language);
		browser.click(By.cssSelector("main .actions .button"));
		browser.see(waiting);
		browser.assertAccessible();
		browser.picture("roster-" + language);
		String roster = browser.path();
		browser.signOut();
		browser.signIn("pages-paymaster", language);
		browser.open(roster);
		browser.click(By.cssSelector("form[action$='/approve'] .button"));
		browser.see(approved);
		browser.assertAccessible();
	}

	private static void choose(Browser browser, String jurisdiction) {
		browser.click(By.cssSelector("#jurisdiction option[value='" + jurisdiction + "']"));
	}

}
