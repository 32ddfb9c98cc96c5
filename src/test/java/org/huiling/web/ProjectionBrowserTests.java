package org.huiling.web;

import java.util.List;
import java.util.stream.IntStream;

import org.huiling.TestAccounts;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** From a draft to whom it hits and what it costs, and back, on pages alone. */
@BrowserTest
@Import(TestCallers.class)
class ProjectionBrowserTests {

	private static final int WINNERS = 7;

	@Autowired
	RestTestClient client;

	@Autowired
	TestAccounts accounts;

	@ParameterizedTest
	@CsvSource({ "zh, 2033, 检查通过, 不通过, 已完成", "en, 2034, The check passes, Fails, Completed" })
	void aDraftIsProjectedFromItsPageAndTheResultHasItsDrawings(String language, String year, String fine, String fails,
			String completed, Browser browser) {
		People worker = People.as(this.client, People.WORKER);
		IntStream.range(0, WINNERS).forEach((number) -> worker.begun("""
				{"birthDate": "195%d-05-05", "sex": "FEMALE",
				 "hukou": {"region": "379901003", "type": "RURAL", "since": "1960-01-01"},
				 "applications": [{"program": "old-age-allowance", "date": "2013-01-10"}]}""".formatted(number % 2)));
		this.accounts.add("pages-projecting", List.of("379901"), "POLICY_EDITOR");
		browser.signIn("pages-projecting", language);
		browser.open("/policies/model-district/old-age-allowance/2014-01-01");
		browser.click(By.cssSelector(".actions a.button"));
		browser.type(By.id("effectiveFrom"), year + "-01-01");
		browser.type(By.id("titleZh"), "提高标准");
		browser.type(By.id("titleEn"), "A raise");
		browser.click(By.cssSelector("main .button"));
		browser.see(fine);
		String draft = browser.path();
		browser.click(By.cssSelector(".tabs a[href$='/parameters']"));
		browser.type(By.id("allowance80"), "150.00");
		browser.click(By.cssSelector("main form .button"));
		browser.see(fails);
		browser.leave(By.cssSelector(".example.failed form .button"));
		browser.see(By.cssSelector(".example.failed"));
		browser.leave(By.cssSelector("#report > form:not(#early) .button"));
		browser.see(fine);
		browser.click(By.cssSelector("main a[href*='/projections?draft=']"));
		browser.click(By.cssSelector("#jurisdiction option[value='model-district']"));
		browser.type(By.id("from"), year + "-02");
		browser.type(By.id("to"), year + "-04");
		browser.type(By.id("reason"), "budget " + year);
		browser.click(By.cssSelector("main form details summary"));
		browser.type(By.id("program"), "old-age-allowance");
		browser.type(By.id("parameter"), "allowance80");
		browser.type(By.id("values"), "130.00, 160.00");
		browser.assertAccessible();
		browser.picture("projection-order-" + language);
		browser.click(By.cssSelector("main form .actions .button"));
		browser.see(By.cssSelector(".totals"));
		assertThat(browser.text()).contains(completed).contains("budget " + year);
		browser.assertAccessible();
		browser.picture("projection-" + language);
		List<WebElement> charts = browser.driver().findElements(By.cssSelector("figure.chart"));
		assertThat(charts).as("money by month, winners and losers by age, what values cost: %s", browser.text())
			.hasSize(3);
		List<List<String>> firsts = List.of(List.of(year + "-02", year + "-03", year + "-04"), List.of("80-89"),
				List.of("130.00", "160.00"));
		for (int i = 0; i < charts.size(); i++) {
			WebElement chart = charts.get(i);
			assertThat(chart.findElements(By.cssSelector("svg rect"))).as("bars").isNotEmpty();
			chart.findElement(By.cssSelector("summary")).click();
			List<String> rows = chart.findElements(By.cssSelector("tbody th"))
				.stream()
				.map(WebElement::getText)
				.toList();
			assertThat(rows).containsAll(firsts.get(i));
		}
		browser.assertAccessible();
		browser.picture("projection-tables-" + language);
		String projection = browser.path();
		browser.click(By.cssSelector("dl.facts a[href^='/drafts/']"));
		browser.see(By.cssSelector("a[href='" + projection + "']"));
		assertThat(browser.path()).isEqualTo(draft);
		browser.signOut();
	}

}
