package org.huiling.web;

import java.util.List;

import org.huiling.TestAccounts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The auditor's and the administrator's stories, from sign-in to result. */
@BrowserTest
class AuditAndAccountsBrowserTests {

	@Autowired
	TestAccounts accounts;

	@ParameterizedTest
	@CsvSource({ "zh, 记录完整，没有被改动, 没有符合条件的记录", "en, The record is whole and unaltered, No event fits" })
	void theAuditorProvesThatTheTrailIsWholeAndFilters(String language, String intact, String none, Browser browser) {
		this.accounts.add("looker", List.of(""), "AUDITOR");
		browser.signIn("looker", language);
		browser.open("/audit");
		browser.click(By.cssSelector("form.actions button"));
		browser.see(intact);
		browser.assertAccessible();
		browser.picture("audit-" + language);
		browser.click(By.cssSelector("#action option[value='VERSION_IMPORTED']"));
		browser.click(By.cssSelector("form[role='search'] button"));
		browser.see(By.cssSelector("tbody td"));
		browser.type(By.id("by"), "nobody-at-all");
		browser.click(By.cssSelector("form[role='search'] button"));
		browser.see(none);
		browser.assertAccessible();
		browser.open("/accounts");
		browser.see("looker");
		assertThat(browser.driver().findElements(By.cssSelector("tbody a"))).as("changes nothing").isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "zh, 密码至少 8 个字符, 已停用", "en, A password has at least 8 characters, Disabled" })
	void theAdministratorMakesAnAccountAndDisablesIt(String language, String weak, String disabled, Browser browser) {
		this.accounts.add("keeper", List.of(), "ADMIN");
		String name = "colleague-" + language;
		browser.signIn("keeper", language);
		browser.open("/accounts/new");
		browser.assertAccessible();
		browser.type(By.id("name"), name);
		browser.type(By.id("displayName"), "Colleague");
		browser.click(By.cssSelector("[name='role'][value='CASE_WORKER']"));
		browser.type(By.id("regions"), "379901003");
		browser.type(By.id("password"), "short");
		browser.click(By.cssSelector("main .button"));
		browser.see(weak);
		browser.assertAccessible();
		browser.type(By.id("password"), "first and secret");
		browser.click(By.cssSelector("main .button"));
		browser.click(By.linkText(name));
		browser.click(By.cssSelector("[name='enabled'][value='false']"));
		browser.click(By.cssSelector("main .button"));
		browser.see(By.linkText(name));
		browser.see(disabled);
		browser.assertAccessible();
		browser.picture("accounts-" + language);
	}

	@ParameterizedTest
	@CsvSource({ "zh, 密码已修改", "en, Your password was changed" })
	void everybodyChangesTheirPassword(String language, String changed, Browser browser) {
		this.accounts.add("changer-" + language, List.of(), "AUDITOR");
		browser.signIn("changer-" + language, language);
		browser.open("/password");
		browser.assertAccessible();
		browser.type(By.id("before"), TestAccounts.PASSWORD);
		browser.type(By.id("next"), "something quite new");
		browser.click(By.cssSelector("main .button"));
		browser.see(changed);
	}

}
