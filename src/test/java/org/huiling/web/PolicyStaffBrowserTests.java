package org.huiling.web;

import java.util.List;

import org.huiling.TestAccounts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** From a notice to a version in force, and back, on pages alone. */
@BrowserTest
class PolicyStaffBrowserTests {

	@Autowired
	TestAccounts accounts;

	@ParameterizedTest
	@CsvSource({ "zh, 2031-01-01, 检查通过，没有问题。, 不通过, 待审批, 已批准, 待施行, 已撤回",
			"en, 2032-01-01, The check passes, Fails, Waiting for approval, Approved, Scheduled, Withdrawn" })
	void draftsChecksApprovesPublishesAndWithdraws(String language, String day, String fine, String fails,
			String waiting, String approved, String scheduled, String withdrawn, Browser browser) {
		this.accounts.add("pages-editor", List.of("379901"), "POLICY_EDITOR");
		this.accounts.add("pages-approver", List.of("379901"), "POLICY_APPROVER");
		browser.signIn("pages-editor", language);
		browser.open("/policies?jurisdiction=model-district");
		browser.see(By.cssSelector(".bars"));
		browser.assertAccessible();
		browser.picture("policies-" + language);
		browser.open("/policies/model-district/old-age-allowance/2014-01-01");
		browser.see("allowance80");
		browser.assertAccessible();
		browser.picture("version-" + language);
		browser.click(By.cssSelector(".actions a.button"));
		browser.type(By.id("effectiveFrom"), day);
		browser.type(By.id("titleZh"), "提高标准");
		browser.type(By.id("titleEn"), "A raise");
		browser.assertAccessible();
		browser.click(By.cssSelector("main .button"));
		browser.see(fine);
		browser.click(By.cssSelector(".tabs a[href$='/parameters']"));
		browser.type(By.id("allowance80"), "130.00");
		browser.assertAccessible();
		browser.picture("parameters-" + language);
		browser.click(By.cssSelector("main form .button"));
		browser.see(fails);
		browser.assertAccessible();
		browser.picture("draft-failing-" + language);
		browser.click(By.cssSelector(".tabs a[href$='/files']"));
		browser.click(By.cssSelector(".tree a[href*='examples.yaml']"));
		browser.see(By.cssSelector(".ace_editor"));
		browser.driver()
			.executeScript("const editor = window.ace.edit(document.querySelector('.ace-place'));"
					+ "editor.setValue(editor.getValue().replaceAll('120.00', '130.00'), -1)");
		browser.see(fine);
		browser.click(By.cssSelector("#editor-form .button"));
		browser.see(By.cssSelector(".ace_editor"));
		browser.click(By.cssSelector(".tree a[href*='allowance.drl']"));
		browser.see(By.cssSelector(".ace_editor"));
		browser.driver()
			.executeScript("const editor = window.ace.edit(document.querySelector('.ace-place'));"
					+ "editor.setValue(editor.getValue().replace('P.allowance80', 'P.allowence80'), -1)");
		browser.see("allowence80");
		browser.see(By.cssSelector(".ace_gutter-cell.ace_error, .ace_gutter-cell .ace_error"));
		browser.assertAccessible();
		browser.picture("editor-" + language);
		browser.click(By.cssSelector(".tabs a[href$='/diff']"));
		browser.see("130");
		browser.assertAccessible();
		browser.picture("diff-" + language);
		browser.click(By.cssSelector(".tabs a[href$='/try']"));
		browser.click(By.cssSelector("main form .button"));
		browser.see(By.cssSelector(".answer"));
		browser.assertAccessible();
		browser.picture("try-" + language);
		browser.click(By.cssSelector(".tabs li:first-child a"));
		browser.see(fine);
		browser.click(By.cssSelector(".actions form[action$='/submit'] .button"));
		browser.see(waiting);
		String draft = browser.path();
		browser.signOut();
		browser.signIn("pages-approver", language);
		browser.open("/drafts");
		browser.assertAccessible();
		browser.open(draft);
		browser.click(By.cssSelector(".actions form[action$='/approve'] .button"));
		browser.see(approved);
		browser.click(By.cssSelector(".actions form[action$='/publish'] .button"));
		browser.see(scheduled);
		assertThat(browser.path()).isEqualTo("/policies/model-district/old-age-allowance/" + day);
		browser.click(By.cssSelector("details:last-of-type summary"));
		browser.type(By.id("reason"), "wrong");
		browser.click(By.cssSelector("form[action$='/withdraw'] .button"));
		browser.see(withdrawn);
	}

}
