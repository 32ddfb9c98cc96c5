package org.huiling.web;

import java.util.List;

import org.huiling.TestAccounts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** From what waits for a second account to a payment rule that does. */
@BrowserTest
class ProposingBrowserTests {

	@Autowired
	TestAccounts accounts;

	@ParameterizedTest
	@CsvSource({ "zh, 2031-01, 制定发放规则", "en, 2032-01, Payment rule" })
	void aPaymentRuleIsProposedFromTheRulesAsTheyAre(String language, String month, String action, Browser browser) {
		this.accounts.add("rule-editor", List.of("379901"), "POLICY_EDITOR");
		browser.signIn("rule-editor", language);
		for (String form : List.of("/proposals/new-jurisdiction", "/proposals/new-program")) {
			browser.open(form);
			browser.see(By.id("zh"));
			browser.assertAccessible();
			browser.picture(form.substring(form.lastIndexOf('/') + 1) + "-" + language);
		}
		browser.open("/payment-rules?jurisdiction=model-district");
		browser.click(By.cssSelector("summary"));
		browser.type(By.id("from"), month);
		browser.type(By.id("basis"), "办法第九条");
		browser.assertAccessible();
		browser.picture("payment-rules-" + language);
		browser.click(By.cssSelector("form .button:not(.second)"));
		browser.see(By.cssSelector("article .status"));
		assertThat(browser.text()).contains(action).contains(month);
	}

}
