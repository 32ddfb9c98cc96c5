package org.huiling.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.huiling.TestAccounts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** From a notice to a version in force, and back, on pages alone. */
@BrowserTest
class PolicyStaffBrowserTests {

	private static final Path MODEL = Path.of("rules/model-district");

	@Autowired
	RestTestClient client;

	@Autowired
	TestAccounts accounts;

	@ParameterizedTest
	@CsvSource({ "zh, 2031-01-01, 检查通过, 不通过, 待审批, 已批准, 待施行, 已撤回",
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
		browser.leave(By.cssSelector(".example.failed form .button"));
		browser.see(By.cssSelector(".example.failed"));
		browser.leave(By.cssSelector("#report > form:not(#early) .button"));
		browser.see(fine);
		browser.click(By.cssSelector(".tabs a[href$='/history']"));
		browser.see("examples.yaml");
		browser.assertAccessible();
		browser.click(By.cssSelector(".tabs a[href$='/files']"));
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
		browser.type(By.id("test-name"), "eighty");
		browser.leave(By.cssSelector("#try-form [formaction]"));
		browser.see(By.cssSelector("#people td a"));
		browser.click(By.cssSelector("[form='try-form']"));
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
		browser.open("/");
		browser.click(By.cssSelector("#waits a[href='" + draft + "/diff']"));
		browser.assertAccessible();
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

	@ParameterizedTest
	@CsvSource({ "zh, 2033-01-01", "en, 2034-01-01" })
	void changesADecisionTableCellByCell(String language, String day, Browser browser) throws IOException {
		this.accounts.add("pages-editor", List.of("379901"), "POLICY_EDITOR");
		browser.signIn("pages-editor", language);
		String draft = begun(browser, "medical-reimbursement", "2014-01-01", day);
		browser.open(draft + "/files?path=inpatient.drl.csv");
		browser.see(By.cssSelector("#grid .head"));
		browser.assertAccessible();
		browser.picture("grid-" + language);
		By uplift = By.cssSelector("tr[data-from='9'] [data-column='10'] input");
		browser.type(uplift, "P.uplift81");
		browser.see(By.cssSelector("tr[data-from='9'] [data-column='10'] .wrong-because"));
		assertThat(browser.see(uplift).getDomAttribute("aria-invalid")).isEqualTo("true");
		browser.assertAccessible();
		browser.picture("grid-problem-" + language);
		browser.type(uplift, "P.uplift80");
		browser.gone(By.cssSelector("#grid .wrong-because"));
		browser.see(uplift).sendKeys(Keys.ARROW_UP);
		browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
		assertThat(browser.driver().switchTo().activeElement()).isEqualTo(browser.see(uplift));
		browser.click(By.cssSelector("[data-row='add']"));
		browser.click(By.cssSelector("tbody tr:last-child [data-row='remove']"));
		browser.click(By.cssSelector("tr[data-from='8'] [data-row='copy']"));
		browser.type(By.cssSelector("tr[data-from='8'] + tr [data-column='1'] input"), "Inpatient, \"poor\"");
		// what the check in the background says moves what is clicked next
		browser.see("inpatient.drl.csv:B9");
		browser.driver().executeScript("document.querySelector('#grid-form [name=revision]').value = '99'");
		browser.click(By.cssSelector("[data-save]"));
		browser.see(By.cssSelector("#problem .banner"));
		browser.see(By.cssSelector("tr[data-from='8'] + tr[data-from='8']"));
		browser.click(By.cssSelector("tr[data-from='8'] [data-row='remove']"));
		browser.see("inpatient.drl.csv:B8");
		browser.driver().executeScript("document.querySelector('#grid-form [name=revision]').value = '1'");
		browser.click(By.cssSelector("[data-save]"));
		browser.see(By.cssSelector("tr[data-from='8'] input[value='Inpatient, \"poor\"']"));
		assertThat(new String(kept(draft, "inpatient.drl.csv"), StandardCharsets.UTF_8))
			.as("the rest as its author wrote it")
			.isEqualTo(Files.readString(MODEL.resolve("medical-reimbursement/2014-01-01/inpatient.drl.csv"))
				.replace("\"Inpatient, poor, 60 and over\"", "\"Inpatient, \"\"poor\"\"\""));
		browser.click(By.cssSelector("a[href$='view=text']"));
		browser.see(By.cssSelector(".ace_editor"));
		browser.assertAccessible();
	}

	@ParameterizedTest
	@CsvSource({ "zh, 2033-01-01", "en, 2034-01-01" })
	void looksAtAWorkbookAndBringsAnother(String language, String day, Browser browser) throws IOException {
		this.accounts.add("pages-editor", List.of("379901"), "POLICY_EDITOR");
		Path workbook = MODEL.resolve("low-income-top-up/2013-07-01/topup.drl.xlsx").toAbsolutePath();
		browser.signIn("pages-editor", language);
		String draft = begun(browser, "low-income-top-up", "2013-07-01", day);
		browser.open(draft + "/files?path=topup.drl.xlsx");
		browser.see("RuleTable");
		browser.click(By.cssSelector("details:has(#bring) summary"));
		browser.assertAccessible();
		browser.picture("workbook-" + language);
		browser.see(By.id("brought")).sendKeys(MODEL.resolve("jurisdiction.yaml").toAbsolutePath().toString());
		browser.driver().executeScript("document.getElementById('bring').dataset.bring += '0'");
		browser.click(By.cssSelector("#bring .button"));
		browser.see(By.cssSelector("#problem .banner"));
		browser.driver().navigate().refresh();
		browser.click(By.cssSelector("details:has(#bring) summary"));
		browser.see(By.id("brought")).sendKeys(workbook.toString());
		browser.click(By.cssSelector("#bring .button"));
		browser.gone(By.cssSelector("details[open]"));
		browser.see("RuleTable");
		assertThat(kept(draft, "topup.drl.xlsx")).isEqualTo(Files.readAllBytes(workbook));
	}

	private static String begun(Browser browser, String program, String version, String day) {
		browser.open("/drafts/new?jurisdiction=model-district&program=" + program + "&basedOn=" + version);
		browser.type(By.id("effectiveFrom"), day);
		browser.type(By.id("titleZh"), "改表");
		browser.type(By.id("titleEn"), "Another table");
		browser.click(By.cssSelector("main .button"));
		browser.see(By.cssSelector(".tabs"));
		return browser.path();
	}

	private byte[] kept(String draft, String path) {
		return this.client.get()
			.uri("/api/v1" + draft + "/files/" + path)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody();
	}

}
