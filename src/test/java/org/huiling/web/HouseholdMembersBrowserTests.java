package org.huiling.web;

import java.util.List;

import org.huiling.TestAccounts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;

import org.springframework.beans.factory.annotation.Autowired;

/** The members of a household on forms, as people see them. */
@BrowserTest
class HouseholdMembersBrowserTests {

	@Autowired
	TestAccounts accounts;

	@ParameterizedTest
	@ValueSource(strings = { "zh", "en" })
	void aFileIsBegunWithTwoMembersAndOneIsChangedAlone(String language, Browser browser) {
		this.accounts.add("worker", List.of("379901"), "CASE_WORKER");
		browser.signIn("worker", language);
		browser.open("/people/new");
		browser.type(By.id("name"), "试例户" + language);
		browser.type(By.id("birthDate"), "1934-10-19");
		browser.type(By.id("hukou-region"), "379901003");
		browser.type(By.id("members0-id"), "1");
		browser.type(By.id("members0-name"), "试例甲");
		browser.click(By.cssSelector("#members details summary"));
		browser.type(By.id("members1-id"), "2");
		browser.type(By.id("members1-monthlyIncome"), "800");
		browser.assertAccessible();
		browser.picture("members-new-" + language);
		browser.click(By.cssSelector("main .button"));
		browser.see(By.cssSelector("#known table"));
		browser.see("800.00");
		browser.assertAccessible();
		browser.picture("members-person-" + language);
		browser.leave(By.cssSelector("a[href$='/facts/members']"));
		browser.assertAccessible();
		browser.picture("members-part-" + language);
		browser.leave(By.cssSelector("a[href$='item=1']"));
		browser.type(By.id("members-monthlyIncome"), "900");
		browser.type(By.id("validFrom"), "2013-08-01");
		browser.type(By.id("reason"), "pay slip");
		browser.picture("members-item-" + language);
		browser.click(By.cssSelector("main .button:not(.second)"));
		browser.see("900.00");
		browser.open("/facts/members");
		browser.see("members[].receives");
		browser.assertAccessible();
		browser.picture("members-dictionary-" + language);
	}

}
