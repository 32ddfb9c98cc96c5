package org.huiling.web;

import java.util.List;

import org.huiling.TestAccounts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** From a quick check to a file, and who it is about put right. */
@BrowserTest
class FileFormsBrowserTests {

	@Autowired
	TestAccounts accounts;

	@BeforeEach
	void account() {
		this.accounts.add("intake", List.of("379901"), "CASE_WORKER");
	}

	@ParameterizedTest
	@CsvSource({ "zh, 试例错, 试例对, 已带入快速测算中的回答, 还没有登记申请了哪些项目",
			"en, 试例误, 试例正, The answers of the quick check are filled in, No application is recorded yet" })
	void whatWasAnsweredBeginsAFileAndASlipInTheNameIsPutRight(String language, String wrong, String right,
			String carried, String nothingApplied, Browser browser) {
		browser.signIn("intake", language);
		browser.open("/check");
		browser.type(By.id("period"), "2013-07");
		browser.type(By.id("birthDate"), "1933-02-15");
		browser.see(By.cssSelector("#results .answer"));
		browser.type(By.name("hukou.region"), "379901003\t");
		browser.click(By.cssSelector("#check-claims summary"));
		browser.assertAccessible();
		browser.picture("check-claims-" + language);
		browser.click(By.id("create-file"));
		browser.see(carried);
		assertThat(browser.see(By.id("birthDate")).getDomProperty("value")).isEqualTo("1933-02-15");
		assertThat(browser.see(By.id("hukou-region")).getDomProperty("value")).isEqualTo("379901003");
		browser.assertAccessible();
		browser.type(By.id("name"), wrong);
		browser.click(By.cssSelector("main form .actions .button"));
		browser.see(By.id("known"));
		browser.see(wrong);
		browser.see(nothingApplied);
		browser.assertAccessible();

		browser.leave(By.cssSelector("#known a[href$='/identity']"));
		browser.assertAccessible();
		browser.picture("identity-" + language);
		browser.type(By.id("name"), right);
		browser.type(By.id("reason"), "identity card");
		browser.click(By.cssSelector("main form .actions .button"));
		browser.see(By.cssSelector(".timeline li.struck"));
		assertThat(browser.see(By.tagName("h1")).getText()).contains(right);

		browser.open("/people");
		browser.click(By.cssSelector("#filter summary"));
		browser.type(By.id("ageFrom"), "80");
		browser.assertAccessible();
		browser.click(By.cssSelector("form[role='search'] button"));
		browser.see(By.cssSelector("tbody a"));
		browser.see(right);
		browser.assertAccessible();
		browser.picture("search-filter-" + language);
	}

}
