package org.huiling.web.casework.decide;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.TestAccounts;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.recalculation.Runs;
import org.huiling.web.PageClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A case worker decides what was asked for, after having seen what that does. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class DecidePageIntegrationTests {

	private static final String EIGHTY = """
			{"birthDate": "1933-01-10", "name": "试例戊", "hukou": {"region": "379901003", "type": "RURAL"},
			 "statuses": [], "applications": [{"program": "old-age-allowance", "date": "2013-01-15"}]}""";

	private static final String UNAPPLIED = EIGHTY.replaceFirst("\"applications\": .*\\]", "\"applications\": []");

	/** In the country, with a fen more than one and a half times the standard. */
	private static final String LITTLE = """
			{"birthDate": "1940-01-10", "name": "试例己", "hukou": {"region": "379901003", "type": "RURAL", "since": "1960-01-01"},
			 "residence": {"region": "379901003", "since": "1960-01-01"}, "statuses": [], "careLevel": 2,
			 "household": {"size": 2, "monthlyIncome": 690.01, "livingAlone": false, "dibao": {"type": "NONE"}},
			 "applications": [{"program": "home-care-service", "date": "2013-07-15"}]}""";

	private static final Pattern TICK = Pattern
		.compile("<input type=\"checkbox\" name=\"programs\" value=\"([^\"]+)\"( checked=\"checked\")?>");

	@Autowired
	RestTestClient client;

	@Autowired
	TestAccounts accounts;

	@Autowired
	JdbcClient jdbc;

	@LocalServerPort
	int port;

	private People people;

	private PageClient worker;

	private String person;

	@BeforeEach
	void begin() {
		this.accounts.add("worker", List.of("379901"), "CASE_WORKER");
		this.worker = PageClient.of(this.port).signIn("worker");
		this.people = People.as(this.client, People.WORKER);
		this.person = this.people.begun(EIGHTY);
	}

	@Test
	void whatWasAppliedForIsTickedAndWhatIsRefusedWithoutBeingAskedForIsNot() {
		String page = submit("/assessment", "period", "2013-07").body();
		assertThat(ticks(page, true)).contains("old-age-allowance");
		assertThat(ticks(page, false)).contains("living-subsidy");
		assertThat(page).contains("已申请");
	}

	/** Deciding refuses it for the reason that is told here before. */
	@Test
	void whatIsGrantedOnApplicationAndWasNotAppliedForSaysSoAndIsNotTicked() {
		this.person = this.people.begun(UNAPPLIED);
		String page = submit("/assessment", "period", "2013-07").body();
		assertThat(ticks(page, false)).contains("old-age-allowance");
		assertThat(page).contains("符合条件，尚无申请", "认定之前还需要知道：申请日期")
			.contains("href=\"/people/" + this.person + "/facts/applications\"");
		HttpResponse<String> refused = submit("/decisions/effect", "period", "2013-07", "programs",
				"old-age-allowance");
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("申请日期");
	}

	/** It is not told as an award: what is granted with it is. */
	@Test
	void whatIsWithheldSaysSoThoughNothingWasAppliedFor() {
		this.person = this.people.begun("""
				{"birthDate": "1920-01-10", "name": "试例庚", "pension": {"monthlyAmount": 0.00},
				 "hukou": {"region": "379901003", "type": "RURAL", "since": "1960-01-01"},
				 "statuses": [], "applications": []}""");
		String page = submit("/assessment", "period", "2012-10").body();
		assertThat(page).contains("<span class=\"status UNAPPLIED\">", "<span class=\"status WITHHELD\">");
		assertThat(ticks(page, true)).doesNotContain("old-age-allowance", "living-subsidy");
	}

	/** What is kept of a condition has the figure alone. */
	@Test
	void aShareIsSaidWithItsSign() {
		this.person = this.people.begun(LITTLE);
		String page = submit("/assessment", "period", "2013-08").body();
		assertThat(page).contains("230.00 × 150%").doesNotContain("× 150 ", "× 150（", "× 150<");
		submit("/decisions", "period", "2013-08", "programs", "home-care-service");
		String id = this.jdbc.sql("select id from decision where applicant = ?::uuid")
			.param(this.person)
			.query(String.class)
			.single();
		assertThat(this.worker.send("GET", "/decisions/" + id, Map.of()).body()).contains("230.00 × 150%");
		assertThat(this.worker.send("GET", "/decisions/" + id + "/notice", Map.of()).body()).contains("230.00 × 150%");
	}

	@Test
	void aMonthWithoutAPolicyIsToldAsSuch() {
		String page = submit("/assessment", "period", "2009-07").body();
		assertThat(page).contains("该期间没有施行的政策").doesNotContain("不享受的");
		submit("/decisions", "period", "2009-07", "programs", "old-age-allowance");
		String file = this.worker.send("GET", "/people/" + this.person, Map.of()).body();
		assertThat(file).contains("<span class=\"status NO_POLICY\">该期间没有施行的政策</span>");
		String id = this.jdbc.sql("select id from decision where applicant = ?::uuid")
			.param(this.person)
			.query(String.class)
			.single();
		assertThat(this.worker.send("GET", "/decisions/" + id, Map.of()).body()).contains("没有施行的政策");
		assertThat(this.worker.send("GET", "/decisions/" + id + "/notice", Map.of()).body()).contains("在下列期间没有施行中的政策")
			.doesNotContain("您不符合");
	}

	/** What stood before a change says it as well, and so does a replay. */
	@Test
	void aMonthWithoutAPolicyIsNoRefusalWhereItIsComparedWith() {
		submit("/decisions", "period", "2009-07", "programs", "old-age-allowance");
		String id = this.jdbc.sql("select id from decision where applicant = ?::uuid")
			.param(this.person)
			.query(String.class)
			.single();
		String replayed = this.worker.send("POST", "/decisions/" + id + "/replay", Map.of()).body();
		assertThat(replayed.split("<span class=\"status NO_POLICY\">")).hasSize(3);
		String run = Runs.as(this.client).completed("DRY_RUN", "2013-01", "2013-02").get("id").stringValue();
		this.accounts.add("operator", List.of("379901"), "BATCH_OPERATOR");
		String changes = PageClient.of(this.port)
			.signIn("operator")
			.send("GET", "/runs/" + run + "/changes?program=old-age-allowance", Map.of())
			.body();
		assertThat(changes).contains("<span class=\"status NO_POLICY\">该期间没有施行的政策</span>",
				"<span class=\"status ELIGIBLE\">");
	}

	@Test
	void whatDecidingWouldDoIsShownAndNothingIsWritten() {
		String effect = submit("/decisions/effect", "period", "2013-07", "programs", "old-age-allowance", "reason",
				"窗口")
			.body();
		assertThat(effect).contains("100.00", "还没有认定", "到上个月为止的差额", "（2013-01 至 20", "另有决定为止", "各有一份通知书",
				"id=\"confirm\"", "窗口");
		assertThat(decisions()).isZero();
	}

	@Test
	void onlyWhatIsTickedIsDecided() {
		String decided = submit("/decisions", "period", "2013-07", "programs", "old-age-allowance").body();
		assertThat(decided).contains("已认定");
		assertThat(this.jdbc.sql("select distinct program from decision where applicant = ?::uuid")
			.param(this.person)
			.query(String.class)
			.list()).containsExactly("old-age-allowance");
		String again = submit("/decisions/effect", "period", "2013-07", "programs", "old-age-allowance").body();
		assertThat(again).contains("与现在相同", "没有新的决定要写入").doesNotContain("id=\"confirm\"");
	}

	@Test
	void whatStandsAndTheDifferenceOfTheMonthsSinceAreShown() {
		submit("/decisions", "period", "2013-07", "programs", "old-age-allowance");
		this.people.record(this.person, "{\"validFrom\": \"2013-08-01\", \"facts\": {\"birthDate\": \"1943-01-10\"}}");
		submit("/decisions", "period", "2013-10", "programs", "old-age-allowance");
		String effect = submit("/decisions/effect", "period", "2013-08", "programs", "old-age-allowance").body();
		assertThat(effect).contains("2013-08</span><span> – 2013-09", "不享受", "-200.00 元（2013-08 至 2013-09，2 个月）", "多发");
	}

	@Test
	void nothingTickedIsToldAndDecidesNothing() {
		for (String path : List.of("/decisions", "/decisions/effect")) {
			HttpResponse<String> answer = submit(path, "period", "2013-07");
			assertThat(answer.statusCode()).as(path).isEqualTo(422);
			assertThat(answer.body()).contains("至少勾选一个");
		}
		assertThat(decisions()).isZero();
	}

	@Test
	void lookingIsNoted() {
		submit("/decisions/effect", "period", "2013-07", "programs", "old-age-allowance");
		assertThat(this.jdbc.sql("select count(*) from audit_event where done_by = 'worker' and subject = ?")
			.param(this.person)
			.query(Long.class)
			.single()).isPositive();
	}

	private HttpResponse<String> submit(String path, String... namesAndValues) {
		return this.worker.submit("/people/" + this.person + path, namesAndValues);
	}

	private long decisions() {
		return this.jdbc.sql("select count(*) from decision where applicant = ?::uuid")
			.param(this.person)
			.query(Long.class)
			.single();
	}

	private static List<String> ticks(String page, boolean ticked) {
		return TICK.matcher(page)
			.results()
			.filter((tick) -> (tick.group(2) != null) == ticked)
			.map((tick) -> tick.group(1))
			.toList();
	}

}
