package org.huiling.web;

import java.io.IOException;
import java.util.List;

import org.huiling.DeclaredFacts;
import org.huiling.TestAccounts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Forms of facts that one more fact file declares, as people see them. */
@BrowserTest
class DeclaredFactsBrowserTests {

	@Autowired
	TestAccounts accounts;

	@DynamicPropertySource
	static void rules(DynamicPropertyRegistry properties) throws IOException {
		DeclaredFacts.register(properties);
	}

	@ParameterizedTest
	@ValueSource(strings = { "zh", "en" })
	void aFileIsBegunWithMembersAndTheirIncomeChangedAlone(String language, Browser browser) {
		this.accounts.add("worker", List.of("379901"), "CASE_WORKER");
		browser.signIn("worker", language);
		browser.open("/people/new");
		browser.type(By.id("name"), "试例" + language);
		browser.type(By.id("birthDate"), "1944-10-19");
		browser.type(By.id("hukou-region"), "379901003");
		browser.click(By.xpath("//form//details[.//input[@name='aids']]/summary"));
		browser.click(By.cssSelector("[name='aids'][value='CHAIR']"));
		browser.click(By.cssSelector("[name='aids'][value='[]']"));
		browser.see(By.cssSelector("[name='aids'][value='CHAIR']:not(:checked)"));
		browser.type(By.id("relatives0-id"), "1");
		browser.type(By.id("relatives0-name"), "试例甲");
		browser.click(By.cssSelector("#relatives details summary"));
		browser.type(By.id("relatives1-id"), "2");
		browser.type(By.id("relatives1-monthlyIncome"), "abc");
		browser.assertAccessible();
		browser.picture("declared-new-" + language);
		browser.click(By.cssSelector("main .button"));
		browser.see(By.cssSelector("#problem .banner"));
		browser.picture("declared-refused-" + language);
		browser.type(By.id("relatives1-monthlyIncome"), "800");
		browser.click(By.cssSelector("main .button"));
		browser.see(By.cssSelector("#known table"));
		browser.see("800.00");
		browser.assertAccessible();
		browser.picture("declared-person-" + language);
		browser.leave(By.cssSelector("a[href$='/facts/relatives']"));
		browser.leave(By.cssSelector("a[href$='item=1']"));
		browser.type(By.id("relatives-monthlyIncome"), "900");
		browser.type(By.id("validFrom"), "2013-08-01");
		browser.type(By.id("reason"), "pay slip");
		browser.assertAccessible();
		browser.picture("declared-item-" + language);
		browser.click(By.cssSelector("main .button:not(.second)"));
		browser.see("900.00");
	}

}
