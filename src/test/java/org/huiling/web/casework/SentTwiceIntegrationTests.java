package org.huiling.web.casework;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.TestAccounts;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.payment.Past;
import org.huiling.web.PageClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A double click without a script sends a form twice; it is done once. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class SentTwiceIntegrationTests {

	private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");

	@Autowired
	TestAccounts accounts;

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	@LocalServerPort
	int port;

	private PageClient worker;

	private String person = "";

	@BeforeEach
	void signIn() {
		this.accounts.add("worker", List.of("379901"), "CASE_WORKER");
		this.worker = PageClient.of(this.port).signIn("worker");
		this.person = People.as(this.client, People.WORKER)
			.begun("{\"birthDate\": \"1933-01-10\", \"name\": \"双击甲\", \"hukou\": {\"region\": \"379901003\"}}");
	}

	@AfterEach
	void moveAway() {
		Past.moveAway(this.jdbc);
	}

	private String once(String path) {
		Matcher found = ONCE.matcher(new String(this.worker.open(path).body(), StandardCharsets.UTF_8));
		assertThat(found.find()).as(path).isTrue();
		return found.group(1);
	}

	private long rows(String table) {
		return this.jdbc.sql("select count(*) from " + table + " where applicant = ?")
			.param(UUID.fromString(this.person))
			.query(Long.class)
			.single();
	}

	@Test
	void aNoteIsWrittenOnceAndTheSecondAnswerLeadsToTheSamePage() {
		String path = "/people/" + this.person + "/notes";
		String once = once(path);
		List<HttpResponse<String>> answers = List
			.of(CompletableFuture.supplyAsync(() -> this.worker.submit(path, "text", "打过电话", "once", once)),
					CompletableFuture.supplyAsync(() -> this.worker.submit(path, "text", "打过电话", "once", once)))
			.stream()
			.map(CompletableFuture::join)
			.toList();
		assertThat(answers)
			.allMatch((answer) -> answer.headers().firstValue("Location").orElse("").equals("/people/" + this.person));
		assertThat(rows("applicant_note")).isEqualTo(1);
		this.worker.submit(path, "text", "又打了一次", "once", once);
		assertThat(rows("applicant_note")).as("other words are another note").isEqualTo(2);
		this.worker.submit(path, "text", "打过电话", "once", once(path));
		assertThat(rows("applicant_note")).as("shown anew it is another note").isEqualTo(3);
	}

	/** As from a page that the browser kept, or in a second tab. */
	@Test
	void thePageThatASecondOneLeadsToSaysWhenItWasDone() {
		String path = "/people/" + this.person + "/notes";
		String[] form = { "text", "再打一次电话", "once", once(path) };
		this.worker.submit(path, form);
		assertThat(page("/people/" + this.person)).doesNotContain("done-before");
		this.worker.submit(path, form);
		assertThat(page("/people/" + this.person))
			.containsPattern("id=\"done-before\">[^<]*\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}[^<]*没有再办");
		assertThat(page("/people/" + this.person)).as("said once").doesNotContain("done-before");
	}

	private String page(String path) {
		return new String(this.worker.open(path).body(), StandardCharsets.UTF_8);
	}

	@Test
	void whatWasRefusedMayBeSentAgain() {
		String path = "/people/" + this.person + "/notes";
		String once = once(path);
		assertThat(this.worker.submit(path, "text", " ", "once", once).statusCode()).isEqualTo(400);
		assertThat(this.worker.submit(path, "text", " ", "once", once).statusCode()).isEqualTo(400);
		assertThat(this.worker.submit(path, "text", "x", "once", once).statusCode()).isEqualTo(302);
	}

	@Test
	void theFileThatARefusedFormOpenedIsOnTheTrail() {
		String path = "/people/" + this.person + "/identity";
		String once = once(path);
		long seen = seen();
		assertThat(this.worker.submit(path, "once", once, "reason", "x", "name", "双击甲").statusCode()).isEqualTo(422);
		assertThat(seen()).isEqualTo(seen + 1);
		assertThat(this.worker.submit(path, "once", once, "reason", "x", "name", "双击甲").statusCode()).isEqualTo(422);
		assertThat(seen()).as("opened again").isEqualTo(seen + 2);
	}

	@Test
	void aRefusedRecordThatToldOfTheFileIsOnTheTrail() {
		long seen = seen();
		People.as(this.client, People.WORKER)
			.record(this.person, "{\"validFrom\": \"2013-07-01\", \"facts\": {\"deathDate\": \"1932-01-01\"}}")
			.is(422);
		assertThat(seen()).isEqualTo(seen + 1);
	}

	private long seen() {
		return this.jdbc.sql("select count(*) from audit_event where action = 'APPLICANT_READ' and subject = ?")
			.param(this.person)
			.query(Long.class)
			.single();
	}

	@Test
	void aFileWithoutANumberIsBegunOnce() {
		String once = once("/people/new");
		String[] form = { "once", once, "name", "双击乙", "birthDate", "1935-05-06", "hukou.region", "379901003" };
		String first = this.worker.submit("/people/new", form).headers().firstValue("Location").orElse("");
		assertThat(first).startsWith("/people/");
		assertThat(this.worker.submit("/people/new", form).headers().firstValue("Location")).hasValue(first);
	}

	@Test
	void aHoldIsMadeOnceAndAChangeIsNoStrangersChange() {
		String once = once("/people/" + this.person + "/payments");
		String[] hold = { "once", once, "from", "2013-07", "code", "NOT_FOUND", "reason", "暂时失联" };
		assertThat(this.worker.submit("/people/" + this.person + "/holds", hold).statusCode()).isEqualTo(302);
		assertThat(this.worker.submit("/people/" + this.person + "/holds", hold).statusCode()).isEqualTo(302);
		assertThat(rows("payment_hold")).isEqualTo(1);
		String part = "/people/" + this.person + "/facts/lifeCheck";
		String page = new String(this.worker.open(part).body(), StandardCharsets.UTF_8);
		Matcher etag = Pattern.compile("name=\"etag\" value=\"([^\"]*)\"").matcher(page);
		assertThat(etag.find()).isTrue();
		String[] check = { "once", once(part), "etag", etag.group(1).replace("&quot;", "\""), "validFrom", "2013-07-01",
				"reason", "x", "lifeCheck.lastPassed", "2013-07-01" };
		assertThat(this.worker.submit(part, check).statusCode()).isEqualTo(302);
		assertThat(this.worker.submit(part, check).statusCode()).as("one's own click is nobody else's change")
			.isEqualTo(302);
	}

}
