package org.huiling.web.audit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.TestAccounts;
import org.huiling.account.TestCallers;
import org.huiling.applicant.ApplicantRegister;
import org.huiling.web.PageClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.util.UriUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** The trail, filtered in words, on its page and as a file. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class AuditPageIntegrationTests {

	private static final JsonMapper JSON = new JsonMapper();

	@Autowired
	RestTestClient client;

	@Autowired
	TestAccounts accounts;

	@Autowired
	ApplicantRegister register;

	@Autowired
	JdbcClient jdbc;

	@LocalServerPort
	int port;

	private PageClient auditor;

	private String person;

	private String fileNumber;

	@BeforeEach
	void somebodyIsSeen() {
		this.accounts.add("worker", List.of("379901"), "CASE_WORKER");
		this.accounts.add("looker", List.of(""), "AUDITOR");
		this.jdbc.sql("update account set display_name = '王芳' where name = 'worker'").update();
		this.auditor = PageClient.of(this.port).signIn("looker");
		this.person = JSON
			.readTree(this.client.post()
				.uri("/api/v1/applicants")
				.contentType(MediaType.APPLICATION_JSON)
				.body("""
						{"birthDate": "1933-01-10", "name": "试例甲", "hukou": {"region": "379901003"}}""")
				.exchange()
				.expectStatus()
				.isCreated()
				.expectBody(byte[].class)
				.returnResult()
				.getResponseBody())
			.get("id")
			.asString();
		UUID id = UUID.fromString(this.person);
		this.fileNumber = this.register.shown(List.of(id)).get(id).fileNumber();
		PageClient.of(this.port).signIn("worker").send("GET", "/people/" + this.person, Map.of());
	}

	@Test
	void whoSawOnePersonIsFilteredAndHandedOut() {
		String path = "/people/" + this.person + "/access";
		String all = this.auditor.send("GET", path, Map.of()).body();
		assertThat(all).contains("王芳", "新建档案", path + "/csv?");
		String asked = this.auditor.send("GET", path + "?by=" + word("王芳") + "&action=APPLICANT_READ", Map.of()).body();
		assertThat(asked).contains("王芳", "查看档案", path + "/csv?by=" + word("王芳") + "&amp;action=APPLICANT_READ&amp;")
			.doesNotContain("<span>新建档案</span>");
		assertThat(this.auditor.send("GET", path + "?to=2013-01-01", Map.of()).body()).contains("没有符合条件的记录");
		assertThat(this.auditor.send("GET", path + "?from=x", Map.of()).statusCode()).isEqualTo(400);
		assertThat(this.auditor.send("GET", path + "/csv?by=worker", Map.of()).body())
			.startsWith("\uFEFF时间,账号,姓名,当时的角色,代码,做了什么")
			.contains("worker,王芳,", "APPLICANT_READ,查看档案")
			.doesNotContain("looker");
		assertThat(this.auditor.send("GET", path + "/csv", Map.of(), "Accept-Language", "en").body())
			.startsWith("\uFEFFTime,Account,Name,Roles then");
	}

	@Test
	void whoWhomWhatAndWhenAreAskedForInWordsAndSaidInWords() {
		String asked = page("?by=" + word("王芳") + "&action=PEOPLE&subject=" + this.fileNumber + "&from=2013-01-01");
		assertThat(asked).contains("王芳 (worker)", "档案", "关于 " + this.fileNumber, "2013-01-01 起", "查看档案",
				"/people/" + this.person + "/access");
		assertThat(asked).as("of decisions").doesNotContain("<td>查看认定</td>");
		assertThat(asked).as("by others").doesNotContain("<td>新建档案</td>");
		assertThat(page("?by=worker&action=DECISIONS")).contains("<td>查看认定</td>").doesNotContain("<td>查看档案</td>");
		assertThat(page("?by=" + word("没有这个人"))).contains("没有符合条件的记录");
		assertThat(page("?subject=" + this.fileNumber.toLowerCase(Locale.ROOT) + "&action=APPLICANT_RECORDED"))
			.contains("<td>新建档案</td>");
		assertThat(this.auditor
			.send("GET", "/audit?action=SIGN_IN&by=looker&to=2013-01-01", Map.of(), "Accept-Language", "en")
			.body()).contains("Sign", "until 2013-01-01", "No event fits");
	}

	/** Nothing found by a name does not mean that nobody looked. */
	@Test
	void aNameIsAnsweredByWordsThatSayWhatIsSearched() {
		for (String typed : List.of("试例甲", "Zhang San", "M0000000")) {
			assertThat(page("?subject=" + word(typed))).as(typed)
				.contains("这里不按姓名", "档案编号", "href=\"/people\"")
				.doesNotContain("没有符合条件的记录");
		}
		for (String known : List.of(this.fileNumber, this.person, "worker")) {
			assertThat(page("?to=2013-01-01&subject=" + known)).as(known)
				.contains("没有符合条件的记录")
				.doesNotContain("这里不按姓名");
		}
		assertThat(page("")).contains("关于谁、关于什么（档案编号）").doesNotContain("这里不按姓名");
	}

	/** A district in which nothing was done is no person's name. */
	@Test
	void aQuietDistrictIsNotTakenForAName() {
		for (String typed : List.of("beijing", "北京市", "Beijing", "beijing/old-age-allowance")) {
			assertThat(page("?to=2013-01-01&subject=" + word(typed))).as(typed)
				.contains("没有符合条件的记录")
				.doesNotContain("这里不按姓名");
		}
		assertThat(page("?to=2013-01-01&subject=beijing")).contains("关于 北京市");
	}

	@Test
	void daysThatNoCalendarOfADatabaseHasAreRefused() {
		for (String day : List.of("-999999999-01-01", "+999999999-12-31", "-0001-01-01T00:00:00Z", "2013-02-30")) {
			String query = "from=" + day.replace("+", "%2B");
			assertThat(this.auditor.open("/audit?" + query).statusCode()).as(day).isEqualTo(400);
			assertThat(this.auditor.open("/audit/csv?" + query).statusCode()).as(day).isEqualTo(400);
		}
		assertThat(this.auditor.open("/audit/csv?from=0001-01-02&to=9999-12-31").statusCode()).isEqualTo(200);
	}

	@Test
	void whatIsFilteredIsAFileWithNoMoreThanThePageShows() {
		byte[] file = this.auditor.open("/audit/csv?by=worker&action=APPLICANT_READ&subject=" + this.fileNumber).body();
		List<String> lines = new String(file, StandardCharsets.UTF_8).lines().toList();
		assertThat(lines.get(0)).isEqualTo("\uFEFF序号,时间,账号,谁,做了什么,关于,内容");
		assertThat(lines).hasSizeGreaterThan(1);
		assertThat(lines.subList(1, lines.size()))
			.allSatisfy((line) -> assertThat(line).contains(",worker,王芳,查看档案," + this.fileNumber + ",")
				.doesNotContain(this.person, "试例甲"));
		assertThat(
				this.auditor.send("GET", "/audit/csv?action=APPLICANT_READ", Map.of(), "Accept-Language", "en").body())
			.startsWith("\uFEFFNumber,Time,Account,Who,What was done,About,Details\r\n");
		assertThat(this.jdbc
			.sql("select details ->> 'format' from audit_event where action = 'AUDIT_EVENTS_READ'"
					+ " and done_by = 'looker' and subject in (?, 'audit-events') order by id")
			.param(this.person)
			.query(String.class)
			.list()).as("whoever takes the file is on the trail").endsWith("csv", "csv");
	}

	private String page(String query) {
		return this.auditor.send("GET", "/audit" + query, Map.of()).body();
	}

	private static String word(String text) {
		return UriUtils.encode(text, StandardCharsets.UTF_8);
	}

}
