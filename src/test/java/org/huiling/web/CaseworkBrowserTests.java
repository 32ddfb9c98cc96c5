package org.huiling.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.huiling.TestAccounts;
import org.huiling.applicant.identity.FileNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WindowType;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The case worker's stories, from sign-in to result. */
@BrowserTest
class CaseworkBrowserTests {

	private static final By RESULTS = By.cssSelector("#results .answer");

	@Autowired
	RestTestClient client;

	@Autowired
	TestAccounts accounts;

	@Autowired
	JdbcClient jdbc;

	@BeforeEach
	void account() {
		this.accounts.add("worker", List.of("379901"), "CASE_WORKER");
	}

	@ParameterizedTest
	@CsvSource({ "zh, 每月 100.00 元, 还需要知道, 为什么不享受", "en, 100.00 yuan a month, Still to know, Why not" })
	void checksWhatSomebodyIsEntitledToFromTheBirthDateOn(String language, String amount, String missing, String whyNot,
			Browser browser) {
		int people = people();
		browser.signIn("worker", language);
		browser.open("/check");
		browser.assertAccessible();
		browser.type(By.id("period"), "2013-07");
		browser.type(By.id("birthDate"), "1933-02-15");
		browser.see(RESULTS);
		browser.see(missing);
		browser.type(By.name("hukou.region"), "379901003\t");
		browser.see(amount);
		browser.click(By.cssSelector("[name='household.dibao.type'][value='NONE']"));
		browser.click(By.cssSelector("[name='status'][value='NONE']"));
		browser.see(whyNot);
		browser.see(By.id("household-size"));
		browser.assertAccessible();
		browser.picture("check-" + language);
		assertThat(people()).as("nobody is put on file").isEqualTo(people);
	}

	@Test
	void aSlipIsToldAtTheField(Browser browser) {
		browser.signIn("worker", "zh");
		browser.open("/check");
		browser.type(By.id("birthDate"), "2133-02-15");
		browser.see(By.cssSelector("#results a[href='#birthDate']"));
		browser.assertAccessible();
	}

	@Test
	void aSessionThatEndsTakesNothingThatWasTyped(Browser browser) {
		browser.signIn("worker", "zh");
		browser.open("/check");
		browser.driver().manage().deleteCookieNamed("JSESSIONID");
		browser.type(By.id("birthDate"), "1933-02-15");
		browser.see(By.id("session-ended"));
		String page = browser.driver().getWindowHandle();
		browser.driver().switchTo().newWindow(WindowType.TAB);
		browser.open("/favicon.svg");
		browser.signIn("worker", "zh");
		browser.driver().close();
		browser.driver().switchTo().window(page);
		browser.click(By.cssSelector("[data-do='retry']"));
		browser.see(RESULTS);
		assertThat(browser.see(By.id("birthDate")).getDomProperty("value")).isEqualTo("1933-02-15");
	}

	@ParameterizedTest
	@CsvSource({ "zh, 试例甲, 已认定, 老年人待遇认定通知书, 现在与改动之后", "en, 试例乙, Decided, Notice of entitlement, As it is" })
	void findsSomebodyDecidesPrintsAndRecordsAChange(String language, String name, String decided, String notice,
			String compared, Browser browser) {
		String person = begun(name);
		browser.signIn("worker", language);
		browser.open("/people");
		browser.assertAccessible();
		browser.type(By.id("q"), name);
		browser.click(By.cssSelector("form[role='search'] button"));
		browser.see(By.cssSelector("tbody a"));
		assertThat(browser.path()).as("no name in the address").isEqualTo("/people");
		browser.assertAccessible();
		browser.picture("search-" + language);
		browser.click(By.cssSelector("tbody a"));
		browser.see(name);
		assertThat(browser.path()).isEqualTo("/people/" + person);

		browser.type(By.id("period"), "2013-07");
		browser.click(By.cssSelector("#assess + form button"));
		browser.see(By.cssSelector("#assessed .answer"));
		browser.assertAccessible();
		browser.click(By.cssSelector("#decide button"));
		browser.see(By.id("confirm"));
		browser.assertAccessible();
		browser.picture("effect-" + language);
		browser.click(By.cssSelector("#confirm button"));
		browser.see(decided);
		browser.see(By.cssSelector("#known svg.bars"));
		browser.assertAccessible();
		browser.picture("person-" + language);
		String link = browser.see(By.cssSelector("#known tr:has(.ELIGIBLE) a[href$='notice']")).getDomAttribute("href");

		browser.see(By.cssSelector("#paid svg.paid"));
		browser.click(By.cssSelector("#paid figure summary"));
		browser.see(By.cssSelector("#paid figure tbody tr"));
		browser.assertAccessible();

		browser.leave(By.cssSelector("#known tr:has(.ELIGIBLE) a[href*='/decisions/']:not([href$='notice'])"));
		browser.click(By.cssSelector("#replay summary"));
		browser.click(By.cssSelector("#replay button"));
		browser.see(By.cssSelector("#replayed .good"));
		browser.assertAccessible();

		browser.open("/people/" + person + "/what-if");
		browser.type(By.id("period"), "2013-07");
		browser.type(By.id("birthDate"), "1923-01-10");
		browser.see(By.cssSelector("#compared .better"));
		browser.see(compared);
		browser.assertAccessible();
		browser.picture("what-if-" + language);

		browser.open("/people/" + person + "/change");
		browser.assertAccessible();
		browser.picture("change-" + language);
		browser.type(By.id("validFrom"), "2013-08-01");
		browser.type(By.id("reason"), "household register");
		browser.click(By.cssSelector("[name='careLevel'][value='2']"));
		browser.click(By.cssSelector("main .button"));
		browser.see(By.cssSelector(".timeline li:nth-child(2)"));
		browser.see("household register");
		assertThat(this.jdbc
			.sql("select facts::text from applicant_record where applicant = ?::uuid"
					+ " order by recorded_at desc limit 1")
			.param(person)
			.query(String.class)
			.single()).isEqualTo("{\"careLevel\": 2}");
		browser.assertAccessible();

		browser.leave(By.cssSelector(".actions a[href$='/access']"));
		assertThat(browser.see(By.cssSelector(".timeline li")).getText()).contains("worker");
		browser.assertAccessible();
		browser.picture("access-" + language);

		browser.open(link);
		assertThat(browser.driver().findElement(By.tagName("main")).getText()).contains(notice);
	}

	@ParameterizedTest
	@CsvSource({ "zh, 试例丙, 复议中, 维持原认定, 已撤销", "en, 试例丁, Objection open, Objection dismissed, Revoked" })
	void recordsAnObjectionAndItsOutcomeThenRevokes(String language, String name, String open, String dismissed,
			String revoked, Browser browser) {
		String person = begun(name);
		this.client.post()
			.uri("/api/v1/applicants/{id}/decisions", person)
			.contentType(MediaType.APPLICATION_JSON)
			.body("{\"period\": \"2013-07\", \"programs\": [\"old-age-allowance\"]}")
			.exchange()
			.expectStatus()
			.isCreated();
		browser.signIn("worker", language);
		browser.open("/people/" + person);
		browser.click(By.cssSelector("#known tr:has(.ELIGIBLE) a[href^='/decisions/']:not([href$='notice'])"));
		browser.click(By.cssSelector("#object summary"));
		browser.type(By.id("grounds"), "born earlier");
		browser.assertAccessible();
		String today = browser.see(By.id("objection-date")).getDomProperty("value");
		browser.type(By.id("objection-date"), "2013-01-01");
		browser.driver().executeScript("document.getElementById('objection-date').min = ''");
		browser.click(By.cssSelector("#object .button"));
		browser.see(By.cssSelector("#problem .banner"));
		assertThat(browser.see(By.id("grounds")).getDomProperty("value")).as("what was typed")
			.isEqualTo("born earlier");
		browser.type(By.id("objection-date"), String.valueOf(today));
		browser.click(By.cssSelector("#object .button"));
		browser.see(open);
		browser.click(By.cssSelector(".timeline details summary"));
		browser.click(By.cssSelector(".timeline input[value='DISMISSED']"));
		browser.type(By.cssSelector(".timeline textarea"), "the register says otherwise");
		browser.assertAccessible();
		browser.picture("decision-" + language);
		browser.click(By.cssSelector(".timeline .button"));
		assertThat(browser.see(By.cssSelector(".timeline .status:not(.UNKNOWN)")).getText()).isEqualTo(dismissed);
		browser.click(By.cssSelector("#revoke summary"));
		browser.type(By.id("revoke-reason"), "wrong person");
		browser.assertAccessible();
		browser.picture("revoke-" + language);
		browser.click(By.cssSelector("#revoke .button"));
		browser.see(By.id("known"));
		browser.see(revoked);
		browser.see("wrong person");
		assertThat(browser.path()).isEqualTo("/people/" + person);
		browser.assertAccessible();
		browser.picture("person-revoked-" + language);
	}

	@ParameterizedTest
	@CsvSource({ "zh, 试例己, 缓发：暂时失联, 已解除", "en, 试例庚, Held back: out of contact, released" })
	void holdsPaymentsBackAndReleasesThem(String language, String name, String why, String over, Browser browser) {
		String person = begun(name);
		browser.signIn("worker", language);
		browser.open("/people/" + person);
		browser.click(By.cssSelector("#hold summary"));
		browser.type(By.id("hold-from"), "2013-07");
		browser.click(By.cssSelector("#hold-program option[value='old-age-allowance']"));
		browser.click(By.cssSelector("#hold-code option[value='OUT_OF_CONTACT']"));
		browser.type(By.id("hold-reason"), "  ");
		browser.assertAccessible();
		browser.click(By.cssSelector("#hold .button"));
		browser.see(By.cssSelector("#problem .banner"));
		assertThat(browser.see(By.id("hold-code")).getDomProperty("value")).as("what was chosen")
			.isEqualTo("OUT_OF_CONTACT");
		browser.type(By.id("hold-reason"), "not at home three times");
		browser.click(By.cssSelector("#hold .button"));
		browser.see(By.cssSelector("#holds .WITHHELD"));
		browser.see(why);
		browser.see("not at home three times");
		browser.click(By.cssSelector("#holds summary"));
		browser.type(By.cssSelector("#holds textarea"), "came back");
		browser.assertAccessible();
		browser.picture("held-" + language);
		browser.click(By.cssSelector("#holds .button"));
		browser.see("came back");
		browser.see(over);
		browser.gone(By.cssSelector("#holds details"));
		browser.assertAccessible();
	}

	@ParameterizedTest
	@CsvSource({ "zh, 预览：还没有写入任何内容, 已导入", "en, Preview: nothing has been written, Imported" })
	void previewsATableThenTakesWhatIsRight(String language, String preview, String done, Browser browser,
			@TempDir Path directory) throws IOException {
		Path table = Files.writeString(directory.resolve("people.csv"), "name,birthDate,hukou.region,sex\n导入" + language
				+ ",1940-01-01,379901003,FEMALE\n导入错,1940-13-01,379901003,FEMALE\n");
		browser.signIn("worker", language);
		browser.open("/people/import");
		browser.assertAccessible();
		browser.see(By.id("file")).sendKeys(table.toString());
		browser.click(By.cssSelector("#import button"));
		browser.see(preview);
		browser.assertAccessible();
		browser.picture("import-" + language);
		assertThat(found("导入" + language)).isZero();
		browser.click(By.cssSelector("[data-do='take']"));
		browser.see(done);
		assertThat(found("导入" + language)).isOne();
	}

	@ParameterizedTest
	@CsvSource({ "zh, 每月养老金（元）, 已导入", "en, Pension a month (yuan), Imported" })
	void seesWhatAListWouldChangeThenTakesIt(String language, String field, String done, Browser browser,
			@TempDir Path directory) throws IOException {
		begun("更新" + language);
		String number = new FileNumber(
				this.jdbc.sql("select max(file_number) from applicant").query(Long.class).single())
			.toString();
		Path table = Files.writeString(directory.resolve("pensions.csv"),
				"fileNumber,pension.monthlyAmount\n" + number + ",4321\n");
		browser.signIn("worker", language);
		browser.open("/people/import");
		browser.see(By.id("file")).sendKeys(table.toString());
		browser.click(By.cssSelector("[name='mode'][value='UPDATE']"));
		browser.type(By.id("validFrom"), "2013-06-01");
		browser.click(By.cssSelector("#import button"));
		browser.see(By.id("changes"));
		browser.see(field);
		browser.see("4321");
		browser.see("2013-06-01");
		browser.assertAccessible();
		browser.picture("import-changes-" + language);
		browser.click(By.cssSelector("[data-do='take']"));
		browser.see(done);
		assertThat(this.jdbc
			.sql("select count(*) from applicant_record where valid_from = date '2013-06-01'"
					+ " and facts #>> '{pension,monthlyAmount}' = '4321.00'")
			.query(Integer.class)
			.single()).isPositive();
	}

	@ParameterizedTest
	@CsvSource({ "zh, 新建档案, 校验不通过", "en, Begin a file, check digit" })
	void beginsAFile(String language, String title, String wrong, Browser browser) {
		browser.signIn("worker", language);
		browser.open("/people/new");
		browser.see(title);
		browser.assertAccessible();
		browser.type(By.id("name"), "新建" + language);
		browser.type(By.id("birthDate"), "1944-10-19");
		browser.type(By.id("residentId"), "379901194410190078");
		browser.type(By.id("hukou-region"), "379901003");
		browser.click(By.cssSelector("main .button"));
		browser.see(wrong);
		browser.see(By.id("residentId")).clear();
		browser.click(By.cssSelector("main .button"));
		browser.see(By.cssSelector(".timeline li"));
		browser.see("新建" + language);
	}

	@ParameterizedTest
	@CsvSource({ "zh, 试例辛, 不再适用", "en, 试例壬, no longer applies" })
	void nobodyOnNoDibaoIsAskedSinceWhen(String language, String name, String lapsed, Browser browser) {
		String person = begun(name);
		By since = By.name("household.dibao.since");
		browser.signIn("worker", language);
		browser.open("/people/" + person + "/change");
		browser.see(By.cssSelector("[name='household.dibao.type'][value='NONE']"));
		assertThat(browser.driver().findElement(since).isDisplayed()).isFalse();
		browser.click(By.cssSelector("[name='household.dibao.type'][value='RURAL']"));
		browser.type(since, "2011-03-01");
		browser.click(By.cssSelector("[name='household.dibao.type'][value='NONE']"));
		browser.see(lapsed);
		assertThat(browser.driver().findElement(since).isDisplayed()).isFalse();
		browser.assertAccessible();
		browser.picture("asked-when-" + language);
		browser.click(By.cssSelector("[name='household.dibao.type'][value='URBAN']"));
		assertThat(browser.see(since).getDomProperty("value")).as("what was typed").isEqualTo("2011-03-01");
		browser.click(By.cssSelector("[name='household.dibao.type'][value='NONE']"));
		browser.type(By.id("household-size"), "4");
		browser.type(By.id("validFrom"), "2013-08-01");
		browser.type(By.id("reason"), "household register");
		browser.click(By.cssSelector("main .button"));
		browser.see(By.cssSelector(".timeline li:nth-child(2)"));
		assertThat(recorded(person)).contains("\"size\": 4").doesNotContain("2011-03-01", "monthlyAmount");
	}

	@Test
	void whatIsOnFileOutOfPlaceIsSeenAndPutRight(Browser browser) {
		String person = begun("试例癸");
		this.client.put()
			.uri("/api/v1/applicants/{id}/records", person)
			.contentType(MediaType.APPLICATION_JSON)
			.body("{\"validFrom\": \"2013-02-01\", \"facts\": {\"household\": {\"dibao\": {\"type\": \"NONE\", "
					+ "\"monthlyAmount\": 290}}}}")
			.exchange()
			.expectStatus()
			.isCreated();
		browser.signIn("worker", "zh");
		browser.open("/people/" + person + "/change");
		assertThat(browser.see(By.name("household.dibao.monthlyAmount")).getDomProperty("value")).isEqualTo("290.00");
		assertThat(browser.driver().findElement(By.name("household.dibao.since")).isDisplayed()).isFalse();
		browser.type(By.id("validFrom"), "2013-08-01");
		browser.type(By.id("reason"), "household register");
		browser.type(By.id("household-size"), "3");
		browser.click(By.cssSelector("main .button"));
		browser.see(By.cssSelector(".timeline li:nth-child(3)"));
		assertThat(recorded(person)).as("nothing that was not touched is lost").contains("290.00", "\"size\": 3");
	}

	@ParameterizedTest
	@CsvSource({ "zh, 试例子, 新增一项", "en, 试例丑, Add one" })
	void aStatusIsAddedAndEndedInAFormOfItsOwn(String language, String name, String add, Browser browser) {
		String person = begun(name);
		browser.signIn("worker", language);
		browser.open("/people/" + person);
		browser.leave(By.cssSelector("a[href$='/facts/statuses']"));
		browser.see(add);
		browser.assertAccessible();
		browser.click(By.cssSelector("[name='statuses[].kind'][value='VETERAN']"));
		browser.type(By.id("statuses-from"), "2013-02-01");
		browser.type(By.id("validFrom"), "2013-02-01");
		browser.type(By.id("reason"), "certificate seen");
		browser.click(By.cssSelector("main .button:not(.second)"));
		browser.see(By.cssSelector(".timeline li:nth-child(2)"));
		browser.picture("person-parts-" + language);
		browser.open("/people/" + person + "/facts/statuses");
		browser.picture("part-list-" + language);
		browser.leave(By.cssSelector("a[href$='end=true']"));
		browser.type(By.id("validFrom"), "2013-06-30");
		browser.type(By.id("reason"), "certificate given back");
		browser.assertAccessible();
		browser.click(By.cssSelector("main .button"));
		browser.see("2013-02-01 – 2013-06-30");
		browser.open("/people/" + person + "/facts/household");
		browser.assertAccessible();
		browser.picture("part-group-" + language);
	}

	@Test
	void aQuestionGoesWithTheAnswerItHungOn(Browser browser) {
		browser.signIn("worker", "zh");
		browser.open("/check");
		browser.type(By.id("period"), "2013-07");
		browser.type(By.id("birthDate"), "1933-02-15");
		browser.see(RESULTS);
		browser.type(By.name("hukou.region"), "379901003\t");
		browser.click(By.cssSelector("[name='household.dibao.type'][value='RURAL']"));
		browser.see(By.name("household.dibao.since"));
		browser.click(By.cssSelector("[name='household.dibao.type'][value='NONE']"));
		browser.hidden(By.name("household.dibao.since"));
	}

	private String recorded(String person) {
		return this.jdbc
			.sql("select facts::text from applicant_record where applicant = ?::uuid order by recorded_at desc limit 1")
			.param(person)
			.query(String.class)
			.single();
	}

	private int people() {
		return this.jdbc.sql("select count(*) from applicant").query(Integer.class).single();
	}

	private int found(String name) {
		return this.client.get()
			.uri("/api/v1/applicants?q={q}", name)
			.exchange()
			.expectBody(Map.class)
			.returnResult()
			.getResponseBody()
			.get("total") instanceof Integer total ? total : -1;
	}

	private String begun(String name) {
		return String.valueOf(this.client.post()
			.uri("/api/v1/applicants")
			.contentType(MediaType.APPLICATION_JSON)
			.body("""
					{"birthDate": "1933-01-10", "name": "%s", "sex": "FEMALE", "careLevel": 0, "statuses": [],
					 "hukou": {"region": "379901003", "type": "RURAL", "since": "1950-01-01"},
					 "residence": {"region": "379901003", "since": "1950-01-01"},
					 "household": {"size": 2, "monthlyIncome": 900, "livingAlone": true, "dibao": {"type": "NONE"}},
					 "pension": {"monthlyAmount": 0}, "disability": {"grade": 0},
					 "applications": [{"program": "old-age-allowance", "date": "2013-01-15"}]}""".formatted(name))
			.exchange()
			.expectStatus()
			.isCreated()
			.expectBody(Map.class)
			.returnResult()
			.getResponseBody()
			.get("id"));
	}

}
