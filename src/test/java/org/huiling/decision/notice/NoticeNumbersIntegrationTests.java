package org.huiling.decision.notice;

import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.huiling.HuilingTest;
import org.huiling.TestAccounts;
import org.huiling.facts.CivilTime;
import org.huiling.web.PageClient;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** 文号: every notice that is issued has the next number, once and for all. */
@HuilingTest(
		properties = { "huiling.rules-import=ALWAYS", "huiling.notice-number.of.model-district=示民发〔{year}〕{number}号" })
class NoticeNumbersIntegrationTests {

	private static final JsonMapper JSON = new JsonMapper();

	private static final Pattern NUMBER = Pattern.compile("示民发〔(\\d{4})〕(\\d+)号");

	@Autowired
	RestTestClient client;

	@Autowired
	TestAccounts accounts;

	@Autowired
	JdbcClient jdbc;

	@LocalServerPort
	int port;

	@Test
	void whoIssuesANoticeNumbersItOnceAndNobodyChangesIt() {
		this.accounts.add("worker", List.of("379901"), "CASE_WORKER");
		this.accounts.add("watcher", List.of("379901"), "AUDITOR");
		PageClient worker = PageClient.of(this.port).signIn("worker");
		String first = decided();
		String second = decided();
		assertThat(notice(PageClient.of(this.port).signIn("watcher"), first)).doesNotContain("示民发")
			.contains("data-do=\"print\"");
		int number = number(notice(worker, first));
		assertThat(number(notice(worker, second))).isEqualTo(number + 1);
		assertThat(number(notice(worker, first))).as("opened again").isEqualTo(number);
		assertThat(notice(PageClient.of(this.port).signIn("watcher"), first)).contains("〕" + number + "号");
		assertThat(worker.send("GET", "/decisions/" + first, Map.of()).body()).contains("〕" + number + "号");
		for (int i = 0; i < 40; i++) {
			assertThat(worker.send("GET", "/decisions/" + first, Map.of()).statusCode()).as("no connection is kept")
				.isEqualTo(200);
		}
		for (String change : List.of("update notice_number set number = 99", "delete from notice_number",
				"truncate notice_number")) {
			assertThatExceptionOfType(DataIntegrityViolationException.class).as(change)
				.isThrownBy(() -> this.jdbc.sql(change).update());
		}
	}

	@Test
	void numbersFollowEachOtherHoweverManyIssueAtOnce() {
		this.accounts.add("worker", List.of("379901"), "CASE_WORKER");
		List<String> decisions = IntStream.range(0, 6).mapToObj((one) -> decided()).toList();
		List<CompletableFuture<String>> opened = new ArrayList<>();
		for (int i = 0; i < 12; i++) {
			PageClient worker = PageClient.of(this.port).signIn("worker");
			String decision = decisions.get(i % decisions.size());
			opened.add(CompletableFuture.supplyAsync(() -> notice(worker, decision)));
		}
		List<Integer> numbers = opened.stream().map((one) -> number(one.join())).distinct().sorted().toList();
		assertThat(numbers).hasSize(6);
		assertThat(numbers.get(5) - numbers.get(0)).isEqualTo(5);
	}

	@Test
	void aPatternWithoutANumberIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new NoticeNumberSettings("示民发〔{year}〕号", Map.of()))
			.withMessageContaining("{number}");
		assertThat(new NoticeNumberSettings("甲{number}", Map.of("here", "")).of("here")).isEmpty();
		assertThat(new NoticeNumberSettings("甲{number}", Map.of("here", "")).of("there")).isEqualTo("甲{number}");
	}

	private static int number(String notice) {
		Matcher found = NUMBER.matcher(notice);
		assertThat(found.find()).as(notice).isTrue();
		assertThat(found.group(1)).isEqualTo(Year.now(CivilTime.ZONE).toString());
		return Integer.parseInt(found.group(2));
	}

	private static String notice(PageClient reader, String decision) {
		return reader.send("GET", "/decisions/" + decision + "/notice", Map.of()).body();
	}

	private String decided() {
		String person = JSON.readTree(sent("/api/v1/applicants", """
				{"birthDate": "1933-01-10", "name": "试例文", "hukou": {"region": "379901003", "type": "RURAL"},
				 "statuses": [], "applications": [{"program": "old-age-allowance", "date": "2013-01-15"}]}"""))
			.get("id")
			.asString();
		return JSON
			.readTree(sent("/api/v1/applicants/" + person + "/decisions",
					"{\"period\": \"2013-07\", \"programs\": [\"old-age-allowance\"]}"))
			.at("/items/0/id")
			.asString();
	}

	private byte[] sent(String path, String body) {
		return Objects.requireNonNull(this.client.post()
			.uri(path)
			.contentType(MediaType.APPLICATION_JSON)
			.body(body)
			.exchange()
			.expectStatus()
			.isCreated()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody());
	}

}
