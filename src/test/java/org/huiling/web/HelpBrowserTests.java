package org.huiling.web;

import java.util.List;

import org.huiling.TestAccounts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** From a page to its step of the day, and on to another page. */
@BrowserTest
class HelpBrowserTests {

	@Autowired
	TestAccounts accounts;

	@ParameterizedTest
	@CsvSource({ "zh, 有人来问：快速测算, 经办人员的一天", "en, Somebody asks: the quick check, The case worker’s day" })
	void leadsFromAPageToItsStepAndFromThereToThePage(String language, String step, String desk, Browser browser) {
		this.accounts.add("help-reader", List.of("379901"), "CASE_WORKER");
		browser.signIn("help-reader", language);
		browser.open("/check");
		browser.click(By.cssSelector(".masthead a[href^='/help']"));
		assertThat(browser.see(By.cssSelector("h1")).getText()).isEqualTo(desk);
		assertThat(browser.see(By.cssSelector("#check:target h2")).getText()).isEqualTo(step);
		browser.assertAccessible();
		browser.picture("help-" + language);
		browser.click(By.cssSelector("#check a"));
		browser.see(By.id("birthDate"));
		browser.open("/help");
		browser.assertAccessible();
	}

}
