package org.huiling.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.huiling.TestAccounts;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The operator's and the paymaster's month, on pages alone. */
@BrowserTest
class OperationsBrowserTests {

	@Autowired
	RestTestClient client;

	@Autowired
	TestAccounts accounts;

	@ParameterizedTest
	@CsvSource({ "zh, 2013-03, 已完成, 待核准, 已核准, 已关闭, 可以享受, 首次认定, 高龄津贴, 当期, 已付",
			"en, 2013-04, Completed, Waiting for approval, Approved, Closed, Entitled, Decided for the first time, Old-age allowance, Regular, Paid" })
	void triesARunCommitsItMakesTheRosterHasItApprovedAndPaid(String language, String month, String completed,
			String waiting, String approved, String closed, String entitled, String first, String program,
			String regular, String paid, Browser browser, @TempDir Path directory) throws IOException {
		this.accounts.add("pages-operator", List.of("379901"), "BATCH_OPERATOR");
		this.accounts.add("pages-paymaster", List.of("379901"), "PAYMASTER");
		String name = "复核" + language;
		somebodyOfEighty(name);
		browser.signIn("pages-operator", language);
		for (String mode : List.of("DRY_RUN", "COMMIT")) {
			browser.open("/runs");
			choose(browser, "model-district");
			browser.type(By.id("from"), month);
			browser.type(By.id("to"), month);
			browser.type(By.id("reason"), "month " + month);
			browser.assertAccessible();
			if ("COMMIT".equals(mode)) {
				browser.click(By.id("ask"));
				browser.see(By.cssSelector("#commit form a[href*='/runs/']"));
				browser.assertAccessible();
				browser.click(By.cssSelector("#commit button[value='COMMIT']"));
			}
			else {
				browser.click(By.cssSelector("button[value='DRY_RUN']"));
			}
			browser.see(By.cssSelector(".totals"));
			assertThat(browser.text()).contains(completed)
				.contains(first)
				.contains(program)
				.contains(entitled)
				.contains("100.00");
			browser.assertAccessible();
		}
		browser.click(By.cssSelector("figure:nth-last-of-type(2) summary"));
		assertThat(browser.see(By.cssSelector("figure:nth-last-of-type(2) tbody tr")).getText()).contains("379901003")
			.contains("100.00");
		browser.click(By.cssSelector("figure:last-of-type summary"));
		assertThat(browser.see(By.cssSelector("figure:last-of-type tbody tr")).getText()).contains("80-89")
			.contains("100.00");
		browser.assertAccessible();
		browser.picture("run-" + language);
		browser.open("/runs");
		browser.picture("runs-" + language);
		browser.open("/rosters");
		choose(browser, "model-district");
		browser.type(By.id("month"), month);
		browser.click(By.cssSelector("button[type='button']"));
		browser.see(By.cssSelector("#forecast h2"));
		assertThat(browser.text()).contains(program).contains(regular);
		browser.assertAccessible();
		browser.picture("rosters-" + language);
		browser.click(By.cssSelector("main .actions .button"));
		browser.see(waiting);
		assertThat(browser.text()).contains(name).contains(program).contains("100.00");
		browser.assertAccessible();
		browser.picture("roster-" + language);
		String roster = browser.path();
		int lines = browser.driver().findElements(By.cssSelector("#lines tbody tr")).size();
		assertThat(lines).isPositive();
		browser.signOut();
		browser.signIn("pages-paymaster", language);
		browser.open(roster);
		browser.click(By.cssSelector("#approve summary"));
		browser.assertAccessible();
		browser.click(By.cssSelector("form[action$='/approve'] .button"));
		browser.see(approved);
		browser.assertAccessible();
		byte[] bank = reply(lines, lines + 1);
		browser.see(By.id("file")).sendKeys(Files.write(directory.resolve("wrong.xlsx"), bank).toString());
		browser.click(By.cssSelector("[data-upload] .button"));
		assertThat(browser.see(By.cssSelector("#refused tbody tr")).getText()).startsWith(String.valueOf(lines + 2));
		browser.assertAccessible();
		browser.picture("results-wrong-" + language);
		browser.download(By.cssSelector("[data-do='refused']"), directory.resolve("refused.csv"));
		assertThat(Files.readString(directory.resolve("refused.csv"))).contains("," + (lines + 1) + ",");
		browser.see(By.id("file"))
			.sendKeys(Files.write(directory.resolve("bank.xlsx"), reply(lines, lines)).toString());
		browser.gone(By.id("refused"));
		browser.click(By.cssSelector("[data-upload] .button"));
		browser.see(By.cssSelector("#uploaded table"));
		assertThat(browser.text()).contains(paid).contains("序号");
		browser.assertAccessible();
		browser.picture("results-" + language);
		browser.click(By.cssSelector("[data-do='take']"));
		browser.see(closed);
		assertThat(browser.text()).contains(paid);
		browser.assertAccessible();
		typesThatItCameBack(browser, name);
	}

	/** Of a line that was looked for; who was looked for is still there afterwards. */
	private static void typesThatItCameBack(Browser browser, String name) {
		browser.type(By.id("looked"), name);
		browser.click(By.cssSelector("form[role='search'] .button"));
		browser.gone(By.cssSelector(".banner.good"));
		browser.see(By.cssSelector("#lines tbody tr:only-child"));
		browser.click(By.cssSelector("#lines summary"));
		browser.assertAccessible();
		String returned = browser.see(By.cssSelector("#lines option[value='RETURNED']")).getText();
		browser.click(By.cssSelector("#lines option[value='RETURNED']"));
		browser.click(By.cssSelector("#lines form .button"));
		browser.see(By.cssSelector(".banner.good"));
		assertThat(browser.see(By.id("looked")).getDomProperty("value")).isEqualTo(name);
		assertThat(browser.see(By.cssSelector("#lines tbody tr:only-child")).getText()).contains(name)
			.contains(returned);
		browser.assertAccessible();
	}

	/** What the bank sends back: a workbook with a title, in Chinese. */
	private static byte[] reply(int lines, int last) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (Workbook book = new Workbook(bytes, "bank", "1.0")) {
			Worksheet sheet = book.newWorksheet("回盘");
			sheet.value(0, 0, "示例银行代发结果");
			sheet.range(0, 0, 0, 3).merge();
			List<String> header = List.of("序号", "行号", "结果", "失败原因");
			IntStream.range(0, header.size()).forEach((column) -> sheet.value(1, column, header.get(column)));
			for (int line = 1; line <= lines; line++) {
				sheet.value(line + 1, 0, line);
				sheet.value(line + 1, 1, (line == lines) ? last : line);
				sheet.value(line + 1, 2, "成功");
			}
		}
		return bytes.toByteArray();
	}

	private void somebodyOfEighty(String name) {
		this.client.post()
			.uri("/api/v1/applicants")
			.contentType(MediaType.APPLICATION_JSON)
			.body("""
					{"name": "%s", "birthDate": "1933-01-10", "hukou": {"region": "379901003", "type": "RURAL"}, "statuses": [],
					 "payee": {"kind": "BANK", "bank": "示例银行", "account": "6200000000000001", "name": "%s"},
					 "applications": [{"program": "old-age-allowance", "date": "2013-01-15"}]}"""
				.formatted(name, name))
			.exchange()
			.expectStatus()
			.isCreated();
	}

	private static void choose(Browser browser, String jurisdiction) {
		browser.click(By.cssSelector("#jurisdiction option[value='" + jurisdiction + "']"));
	}

}
