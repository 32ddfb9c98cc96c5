package org.huiling.payment.result;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import org.huiling.HuilingTest;
import org.huiling.TestAccounts;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.payment.Desk;
import org.huiling.payment.Elders;
import org.huiling.payment.Past;
import org.huiling.web.PageClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What became of one line is typed beside it, is checked as a file is, and leads back to
 * the lines that were shown.
 */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@Import(TestCallers.class)
class OneResultIntegrationTests {

	@Autowired
	RestTestClient client;

	@Autowired
	TestAccounts accounts;

	@Autowired
	JdbcClient jdbc;

	@LocalServerPort
	int port;

	private Elders elders;

	private Desk desk;

	private PageClient paymaster;

	@BeforeEach
	void signIn() {
		this.elders = new Elders(People.as(this.client, People.WORKER));
		this.desk = Desk.of(this.client);
		this.paymaster = signedIn("typing-paymaster", "PAYMASTER");
	}

	@AfterEach
	void moveAway() {
		Past.moveAway(this.jdbc);
	}

	private PageClient signedIn(String name, String... roles) {
		this.accounts.add(name, List.of("379901"), roles);
		return PageClient.of(this.port).signIn(name);
	}

	@Test
	void oneResultIsTakenWithItsReasonAndDayAndLaterComesBack() {
		String id = this.elders.eighty("6222000000004321");
		this.elders.eighty("6222000000009876");
		String roster = this.desk.approved("2013-01");
		int line = line(roster, id);
		String form = form(roster, line);
		assertThat(body(this.paymaster, "/rosters/" + roster)).contains(form);
		assertThat(body(signedIn("typing-watcher", "AUDITOR"), "/rosters/" + roster)).doesNotContain(form);
		HttpResponse<String> taken = typed(roster, line, "result", "FAILED", "reason", "户名不符，\"别人\"\n=1+1", "day",
				"2013-01-18");
		assertThat(location(taken)).isEqualTo("/rosters/" + roster + "?page=0");
		JsonNode shown = this.desk.lines(roster, id).get(0);
		assertThat(List.of(shown.get("result").asString(), shown.get("reason").asString(), shown.get("day").asString()))
			.containsExactly("FAILED", "户名不符，\"别人\" =1+1", "2013-01-18");
		assertThat(this.desk.state(roster)).as("the other line waits").isEqualTo("APPROVED {\"FAILED\":1}");
		assertThat(body(this.paymaster, location(taken))).contains("户名不符", "class=\"banner good\"")
			.doesNotContain(form);
		int other = 3 - line;
		typed(roster, other, "result", "PAID");
		assertThat(this.desk.state(roster)).isEqualTo("CLOSED {\"FAILED\":1,\"PAID\":1}");
		assertThat(body(this.paymaster, "/rosters/" + roster)).as("it may come back").contains(form(roster, other));
		typed(roster, other, "result", "RETURNED", "reason", "销户");
		assertThat(this.desk.state(roster)).isEqualTo("CLOSED {\"FAILED\":1,\"RETURNED\":1}");
	}

	@Test
	void whatDisagreesIsRefusedAtTheFieldOfTheFormAndNothingIsTaken() {
		String id = this.elders.eighty("6222000000004321");
		String roster = this.desk.approved("2013-02");
		int line = line(roster, id);
		assertRefused(typed(roster, line, "result", " "), 400, "结果");
		assertRefused(typed(roster, line, "result", "MAYBE"), 422, "结果");
		assertRefused(typed(roster, line, "result", "PAID", "day", "2099-01-01"), 422, "日期");
		assertRefused(typed(roster, line, "result", "PAID", "day", "2013-01-31"), 422, "日期");
		assertThat(typed(roster, 7, "result", "PAID").statusCode()).isEqualTo(422);
		assertThat(send(signedIn("typing-worker", "CASE_WORKER"), roster, line, Map.of("result", "PAID")).statusCode())
			.isEqualTo(403);
		assertThat(this.desk.state(roster)).isEqualTo("APPROVED {}");
	}

	@Test
	void whoMadeARosterTypesNoResultOfIt() {
		this.elders.eighty("6222000000004321");
		PageClient both = signedIn("typing-both", "BATCH_OPERATOR", "PAYMASTER");
		String roster = location(both.submit("/rosters", "jurisdiction", "model-district", "month", "2013-01"))
			.substring("/rosters/".length());
		this.desk.approve(roster).is(200);
		assertThat(body(both, "/rosters/" + roster)).doesNotContain(form(roster, 1));
		assertThat(send(both, roster, 1, Map.of("result", "PAID")).statusCode()).isEqualTo(403);
	}

	@Test
	void thePageThatComesBackLooksForWhoWasLookedFor() {
		String id = this.elders.eighty("6222000000004321");
		String other = this.elders.eighty("6222000000009876");
		String roster = this.desk.approved("2013-01");
		int line = line(roster, id);
		String found = this.paymaster
			.send("POST", "/rosters/" + roster + "/lines", Map.of("looked", "4321", "result", "WAITING"))
			.body();
		String form = found.substring(found.indexOf(form(roster, line)));
		assertThat(form.substring(0, form.indexOf("</form>"))).contains("name=\"looked\" value=\"4321\"",
				"name=\"shown\" value=\"WAITING\"");
		HttpResponse<String> taken = typed(roster, line, "result", "PAID", "looked", "4321", "shown", "", "page", "0");
		assertThat(location(taken)).as("who is looked for stands in no address").doesNotContain("4321");
		String back = body(this.paymaster, location(taken));
		assertThat(back).contains("class=\"banner good\"", "name=\"looked\" maxlength=\"100\" autocomplete=\"off\"");
		assertThat(back.substring(back.indexOf("id=\"looked\"")))
			.contains("value=\"4321\"", "/people/" + id + "/payments")
			.doesNotContain("/people/" + other + "/payments");
	}

	@Test
	void theLastLineOfTheLastPageLeadsToThePageBefore() {
		this.elders.eighty("6222000000004321");
		String roster = this.desk.approved("2013-01");
		assertThat(location(typed(roster, 1, "result", "FAILED", "shown", "FAILED", "page", "1")))
			.isEqualTo("/rosters/" + roster + "?result=FAILED&page=1");
		assertThat(body(this.paymaster, "/rosters/" + roster + "?result=FAILED&page=1"))
			.contains("共 1 项", "id=\"lines\"")
			.doesNotContain("没有这样的行");
	}

	private int line(String roster, String applicant) {
		return this.desk.lines(roster, applicant).get(0).get("line").intValue();
	}

	private static String form(String roster, int line) {
		return "action=\"/rosters/" + roster + "/lines/" + line + "/result\"";
	}

	private HttpResponse<String> typed(String roster, int line, String... namesAndValues) {
		return this.paymaster.submit("/rosters/" + roster + "/lines/" + line + "/result", namesAndValues);
	}

	private static HttpResponse<String> send(PageClient who, String roster, int line, Map<String, String> fields) {
		return who.send("POST", "/rosters/" + roster + "/lines/" + line + "/result", fields);
	}

	private static void assertRefused(HttpResponse<String> answer, int status, String field) {
		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(answer.body()).contains("<strong>" + field + "</strong>").doesNotContain("rows[");
	}

	private static String location(HttpResponse<String> answer) {
		String location = answer.headers().firstValue("Location").orElseThrow();
		return location.substring(location.indexOf("/rosters/"));
	}

	private static String body(PageClient reader, String page) {
		return reader.send("GET", page, Map.of()).body();
	}

}
