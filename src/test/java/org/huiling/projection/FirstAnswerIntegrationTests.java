package org.huiling.projection;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.TestAccounts;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.web.PageClient;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The page of a draft says what it comes to this month, as a projection of it would. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class FirstAnswerIntegrationTests {

	private static final String EDITOR = "editor;POLICY_EDITOR;379901";

	private static final Pattern MONEY = Pattern.compile("[0-9,]+\\.[0-9]{2}");

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestAccounts accounts;

	@LocalServerPort
	int port;

	@Test
	void aDraftsFirstAnswerIsThatOfAProjectionOfItsMonth() {
		int people = Neighbourhood.of(60, new Random(7), this.client, this.jdbc).size();
		YearMonth month = YearMonth.now(ZoneId.of("Asia/Shanghai")).plusMonths(1);
		String id = draft(month);
		this.accounts.add("wen", List.of("379901"), "POLICY_EDITOR");
		this.accounts.add("jie", List.of("379901001"), "POLICY_EDITOR");
		PageClient wen = PageClient.of(this.port).signIn("wen");
		assertThat(page(id, wen, "/report")).contains("/drafts/" + id + "/first-answer");
		String told = told(id, wen);
		JsonNode projected = ProjectionCalls.as(this.client)
			.completed("{\"jurisdiction\": \"model-district\", \"from\": \"%s\", \"to\": \"%s\", \"draft\": \"%s\","
				.formatted(month, month, id) + " \"reason\": \"x\"}");
		assertThat(projected.at("/total/difference").decimalValue()).isPositive();
		assertThat(told).contains(month.toString())
			.contains(people + "")
			.contains(projected.at("/changes/GAINS").intValue() + projected.at("/changes/NEW").intValue() + " ")
			.contains("/projections?draft=" + id);
		List<BigDecimal> paid = MONEY.matcher(told)
			.results()
			.map((match) -> new BigDecimal(match.group().replace(",", "")))
			.toList();
		assertThat(paid).as("before and after").hasSize(2).allMatch((one) -> one.signum() > 0);
		assertThat(paid.get(1).subtract(paid.get(0)))
			.isEqualByComparingTo(projected.at("/total/difference").decimalValue());
		assertThat(this.jdbc.sql("select count(*) from audit_event where action = 'PROJECTION_FIRST_ANSWER'")
			.query(Integer.class)
			.single()).isEqualTo(1);
		assertThat(
				PageClient.of(this.port).signIn("jie").send("GET", "/drafts/" + id + "/first-answer", Map.of()).body())
			.as("whose regions are not all of it")
			.doesNotContain("id=\"first-answer\"");
	}

	private String draft(YearMonth month) {
		People editor = People.as(this.client, EDITOR);
		String id = editor.post("/api/v1/drafts", """
				{"jurisdiction": "model-district", "program": "old-age-allowance", "effectiveFrom": "%s-01",
				 "title": {"zh": "提高标准", "en": "A raise"}, "basedOn": "2014-01-01"}""".formatted(month))
			.is(201)
			.text("/id");
		raise(id, "policy.yaml");
		raise(id, "examples.yaml");
		return id;
	}

	private void raise(String draft, String file) {
		String path = "/api/v1/drafts/" + draft + "/files/" + file;
		byte[] content = this.client.get()
			.uri(path)
			.header(TestCallers.HEADER, EDITOR)
			.exchange()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody();
		this.client.method(HttpMethod.PUT)
			.uri(path)
			.header(TestCallers.HEADER, EDITOR)
			.contentType(MediaType.APPLICATION_OCTET_STREAM)
			.body(new String(content, StandardCharsets.UTF_8).replace("120.00", "150.00")
				.getBytes(StandardCharsets.UTF_8))
			.exchange()
			.expectStatus()
			.isOk();
	}

	/** Asked again until people are in memory. */
	private static String told(String id, PageClient reader) {
		for (int tried = 0; tried < 3000; tried++) {
			String page = page(id, reader, "/first-answer");
			assertThat(page).contains("first-answer");
			if (page.contains("/projections?draft=")) {
				return page;
			}
			ProjectionCalls.pause();
		}
		throw new AssertionError("no first answer");
	}

	private static String page(String id, PageClient reader, String part) {
		HttpResponse<String> page = reader.send("GET", "/drafts/" + id + part, Map.of());
		assertThat(page.statusCode()).isEqualTo(200);
		return page.body();
	}

}
