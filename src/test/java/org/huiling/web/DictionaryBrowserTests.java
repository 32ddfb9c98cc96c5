package org.huiling.web;

import java.util.List;

import org.huiling.TestAccounts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Policy staff look up what a fact is called, which codes it has and who uses it. */
@BrowserTest
class DictionaryBrowserTests {

	@Autowired
	TestAccounts accounts;

	@ParameterizedTest
	@CsvSource({ "zh, 低保类别, 农村低保, 示范区, 登记时核对",
			"en, kind of dibao, Rural dibao, Model District, Checked when it is recorded" })
	void findsAFactAndReadsWhatIsDeclaredOfIt(String language, String q, String code, String district, String checked,
			Browser browser) {
		this.accounts.add("facts-editor", List.of("379901"), "POLICY_EDITOR");
		browser.signIn("facts-editor", language);
		browser.leave(By.cssSelector(".menu a[href='/facts']"));
		browser.see(By.cssSelector("tbody a[href='/facts/hukou.region']"));
		browser.assertAccessible();
		browser.picture("facts-" + language);
		browser.type(By.id("q"), q);
		browser.leave(By.cssSelector("form[role='search'] .button"));
		browser.see(code);
		browser.gone(By.cssSelector("tbody a[href='/facts/hukou.region']"));
		browser.picture("facts-found-" + language);
		browser.leave(By.cssSelector("tbody a[href='/facts/household.dibao.type']"));
		browser.see("DibaoType.RURAL");
		browser.see(district);
		browser.see(checked);
		browser.assertAccessible();
		browser.picture("fact-code-" + language);
		browser.leave(By.cssSelector("a[href='/facts/onDibao']"));
		assertThat(browser.text()).contains("household.dibao.type != DibaoType.NONE");
		browser.assertAccessible();
		browser.picture("fact-derived-" + language);
		for (String path : List.of("claims", "claims%5B%5D.eligibleCost", "hukou.since", "careLevel",
				"payee.account")) {
			browser.open("/facts/" + path);
			browser.see(By.cssSelector("h1"));
			browser.assertAccessible();
			browser.picture("fact-" + path.replaceAll("\\W", "") + "-" + language);
		}
		browser.open("/facts/houshold.size");
		browser.see("household.size");
	}

}
