package org.huiling.decision.notice;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The printable notice. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class NoticeIntegrationTests {

	@Autowired
	RestTestClient client;

	private People people;

	@BeforeEach
	void signIn() {
		this.people = People.as(this.client, People.WORKER);
	}

	@Test
	void saysWhoWhatHowMuchFromWhenAndWhy() {
		String id = this.people
			.begun("""
					{"birthDate": "1933-01-10", "residentId": "%s", "name": "试例<script>alert(1)</script>甲",
					 "hukou": {"region": "379901003"}, "applications": [{"program": "old-age-allowance", "date": "2013-01-15"}]}"""
				.formatted(org.huiling.facts.MadeUpIds.of(java.time.LocalDate.of(1933, 1, 10), 2)));
		String decision = decided(id, "2013-07", "old-age-allowance");
		EntityExchangeResult<byte[]> answer = notice(decision, "", "zh-CN");
		String page = text(answer);
		assertThat(page).contains("老年人待遇认定通知书", "示范区", "高龄津贴", "每月 100.00 元", "自 2013 年 1 月起", "第四条第一项",
				"379901************", this.people.get("/api/v1/applicants/" + id).text("/fileNumber"),
				"自 2013 年 1 月 1 日起施行", "行政复议法》第二十条", "行政诉讼法》第四十六条", "六十日", "六个月", "到示范区的经办机构询问");
		assertThat(page).as("the facts that decided, no parameters")
			.contains("据以认定的情况", "周岁 80", "户籍在本辖区")
			.doesNotContain("在世", "advancedAge", "hukouInJurisdiction");
		assertThat(page).as("names of ours for accounts, rows and versions")
			.doesNotContain(decision, "sha256", "worker", "自动作出");
		assertThat(page).contains("试例&lt;script&gt;alert(1)&lt;/script&gt;甲");
		assertThat(page).doesNotContain("<script", "style=", "<style", "19330110", "??");
		assertThat(page).contains("href=\"/css/notice.css\"");
		assertThat(answer.getResponseHeaders().getFirst("Content-Security-Policy")).contains("default-src 'self'");
		assertThat(answer.getResponseHeaders().getCacheControl()).contains("no-store");
		assertThat(answer.getResponseHeaders().getContentType()).hasToString("text/html;charset=UTF-8");
		People auditor = People.as(this.client, "auditor;AUDITOR;");
		assertThat(auditor.get("/api/v1/audit-events?subject=" + id).body().at("/items"))
			.extracting((event) -> event.get("action").stringValue())
			.contains("NOTICE_READ");
	}

	@Test
	void inEnglishWhereItIsAskedFor() {
		String id = this.people.begun("""
				{"birthDate": "1933-01-10", "hukou": {"region": "379901003"},
				 "applications": [{"program": "old-age-allowance", "date": "2013-01-15"}]}""");
		String decision = decided(id, "2013-07", "old-age-allowance");
		String english = text(notice(decision, "?lang=en", "zh-CN"));
		assertThat(english).contains("Notice of entitlement", "Old-age allowance", "100.00 yuan a month",
				"Administrative Litigation Law", "(no name on record)", "lang=\"en\"", "What was known and decided:");
		assertThat(text(notice(decision, "", "en"))).isEqualTo(english);
		assertThat(text(notice(decision, "?lang=zh", "en"))).contains("老年人待遇认定通知书");
		this.people.get("/api/v1/decisions/" + decision + "/notice?lang=fr").is(400);
	}

	@Test
	void aRefusalSaysWhichConditionsAreNotMet() {
		String id = this.people.begun("""
				{"birthDate": "1943-01-10", "name": "试例乙", "hukou": {"region": "379901003"}}""");
		String page = text(notice(decided(id, "2013-07", "old-age-allowance"), "", "zh-CN"));
		assertThat(page).contains("老年人待遇不予认定通知书", "不予发放", "不符合的条件", "当期最后一天的周岁 ≥ 80", "当期最后一天的周岁 70", "高龄津贴 80—89 周岁");
		assertThat(page).doesNotContain("ageOnLastDay", "P.", "户籍在本辖区", "??");
	}

	/** An old person on no dibao, of whose disability nothing is known. */
	private static final String OLD = """
			{"birthDate": "1933-02-15", "name": "试例丁", "hukou": {"region": "379901003", "type": "RURAL"},
			 "residence": {"region": "379901003", "since": "1990-01-01"}, "household": {"size": 1, "monthlyIncome": 800,
			 "dibao": {"type": "NONE"}}, "statuses": []}""";

	@Test
	void aRefusalSaysWhatFailsOnceAndNothingThatIsUnknown() {
		String decision = decided(this.people.begun(OLD), "2013-07", "low-income-top-up");
		String chinese = text(notice(decision, "?lang=zh", "zh-CN"));
		assertThat(chinese).contains("各种情形都要求", "未享受低保");
		assertThat(chinese).as("the document is named once").contains("第三条第一项；第三条第二项；第三条第三项；第三条第四项");
		assertThat(chinese.split("您的情况", -1)).as("not on dibao, and so not before the period").hasSize(3);
		assertThat(chinese).doesNotContain("残疾", "周岁 <");
		String english = text(notice(decision, "?lang=en", "zh-CN"));
		assertThat(english).contains("Required in every case", "not on dibao");
		assertThat(english.split("in your case", -1)).hasSize(3);
		for (String page : List.of(chinese, english)) {
			assertThat(page.replaceAll("(?s).*<h2>(?:不符合的条件|Conditions that are not met)</h2>(.*?)</section>.*", "$1")
				.replaceAll("<[^>]*>", " ")).doesNotContainPattern("[a-z]\\.[a-z]|[a-z][A-Z]|==|\\b[A-Z]{2,}\\b");
		}
	}

	@Test
	void saysWhenItNoLongerStands() {
		String id = this.people.begun("""
				{"birthDate": "1933-01-10", "name": "试例丙", "hukou": {"region": "379901003"},
				 "applications": [{"program": "old-age-allowance", "date": "2013-01-15"}]}""");
		String decision = decided(id, "2013-07", "old-age-allowance");
		String revoked = this.people.post("/api/v1/decisions/" + decision + "/revoke", "{\"reason\": \"错录他人 & 已更正\"}")
			.is(201)
			.text("/id");
		assertThat(text(notice(decision, "", "zh-CN"))).contains("已被后来的认定取代");
		assertThat(text(notice(revoked, "", "zh-CN"))).contains("撤销老年人待遇认定通知书", "错录他人 &amp; 已更正",
				"被撤销的认定编号：" + number(id, decision));
	}

	/** Who calls with the letter in hand is found by its number. */
	@Test
	void itsNumberFindsThePersonAndTellsTheDecision() {
		String id = this.people.begun("""
				{"birthDate": "1933-01-10", "hukou": {"region": "379901003"},
				 "applications": [{"program": "old-age-allowance", "date": "2013-01-15"}]}""");
		String first = decided(id, "2013-07", "old-age-allowance");
		String second = this.people.post("/api/v1/decisions/" + first + "/revoke", "{\"reason\": \"x\"}")
			.is(201)
			.text("/id");
		String number = number(id, first);
		assertThat(text(notice(first, "", "zh-CN"))).contains("编号：" + number);
		assertThat(text(notice(second, "?lang=en", "zh-CN"))).contains("No. " + number(id, second));
		assertThat(number).matches("[2-9A-Z]{8}-[2-9A-Z]{6}").isNotEqualTo(number(id, second));
		for (String typed : List.of(number, number.toLowerCase(Locale.ROOT), number.replace("-", "%20"))) {
			assertThat(this.people.get("/api/v1/applicants?q=" + typed).is(200).text("/items/0/id")).isEqualTo(id);
		}
		this.people.get("/api/v1/applicants?q=" + number.substring(0, 12)).is(400);
	}

	private String number(String id, String decision) {
		return this.people.get("/api/v1/applicants/" + id).text("/fileNumber") + "-"
				+ this.people.get("/api/v1/decisions/" + decision).text("/number");
	}

	@Test
	void theStyleSheetIsForPaperAndForAnybody() {
		byte[] sheet = this.client.get()
			.uri("/css/notice.css")
			.headers((headers) -> headers.remove(HttpHeaders.AUTHORIZATION))
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody();
		assertThat(new String(sheet, StandardCharsets.UTF_8)).contains("size: A4");
	}

	private String decided(String id, String period, String program) {
		return this.people
			.post("/api/v1/applicants/" + id + "/decisions",
					"{\"period\": \"" + period + "\", \"programs\": [\"" + program + "\"]}")
			.is(201)
			.text("/items/0/id");
	}

	private EntityExchangeResult<byte[]> notice(String decision, String query, String language) {
		return this.client.get()
			.uri("/api/v1/decisions/" + decision + "/notice" + query)
			.header(TestCallers.HEADER, People.WORKER)
			.header(HttpHeaders.ACCEPT_LANGUAGE, language)
			.accept(MediaType.TEXT_HTML)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(byte[].class)
			.returnResult();
	}

	private static String text(EntityExchangeResult<byte[]> answer) {
		return new String(answer.getResponseBody(), StandardCharsets.UTF_8);
	}

}
