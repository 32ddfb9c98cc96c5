package org.huiling.problem;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

import jakarta.validation.constraints.Size;
import org.huiling.HuilingTest;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/** Its controller is open to anybody, who may send as much as those who signed in. */
@HuilingTest(properties = { "huiling.rules-import=NEVER", "huiling.limits.unsigned-body=8MB" })
class ProblemIntegrationTests {

	@Autowired
	RestTestClient client;

	@LocalServerPort
	int port;

	@Test
	void namesEveryWrongFieldInChineseUnlessEnglishIsAskedFor() {
		this.client.get()
			.uri("/test/invalid")
			.exchange()
			.expectStatus()
			.isEqualTo(422)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:huiling:problem:invalid-input")
			.jsonPath("$.title")
			.isEqualTo("输入有误")
			.jsonPath("$.status")
			.isEqualTo(422)
			.jsonPath("$.instance")
			.doesNotExist()
			.jsonPath("$.errors.length()")
			.isEqualTo(2)
			.jsonPath("$.errors[0].field")
			.isEqualTo("a.b")
			.jsonPath("$.errors[0].code")
			.isEqualTo("REQUIRED")
			.jsonPath("$.errors[0].message")
			.isEqualTo("此项必填。");
		this.client.get()
			.uri("/test/invalid")
			.header("Accept-Language", "fr, en;q=0.8")
			.exchange()
			.expectBody()
			.jsonPath("$.errors[0].message")
			.isEqualTo("This field is required.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
			{"amount": 1, "colour": 2}   | colour   | UNKNOWN_PROPERTY
			{"amount": "much"}           | amount   | WRONG_TYPE
			{"amount": NaN}              | amount   | MALFORMED_JSON
			{"amount": 1, "amount": 2}   | amount   | DUPLICATE_PROPERTY
			{"inner": [{"on": "31 May"}]}| inner[0].on | INVALID_DATE
			{"amount": 1                 | amount   | MALFORMED_JSON
			[1]                          |          | WRONG_TYPE
			{"amount": 1} {"amount": 2}  |          | TRAILING_CONTENT
			""")
	void saysWhatIsWrongWithJson(String body, String field, String code) {
		postJson(body).expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.errors[0].field")
			.isEqualTo((field != null) ? field : "")
			.jsonPath("$.errors[0].code")
			.isEqualTo(code);
	}

	@Test
	void refusesAnEmptyBody() {
		this.client.post()
			.uri("/test/echo")
			.contentType(MediaType.APPLICATION_JSON)
			.exchange()
			.expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.errors[0].code")
			.isEqualTo("BODY_MISSING");
	}

	@Test
	void refusesDeepNestingAndHugeNumbers() {
		postJson("{\"inner\":" + "[".repeat(5000) + "]".repeat(5000) + "}").expectStatus().isBadRequest();
		postJson("{\"amount\": " + "1".repeat(5000) + "}").expectStatus().isBadRequest();
	}

	@Test
	void refusesBytesThatAreNotUtf8() throws Exception {
		byte[] gbk = "{\"amount\": 1, \"名字\": 2}".getBytes("GBK");
		HttpResponse<String> response = send(HttpRequest.BodyPublishers.ofByteArray(gbk), "/test/echo");
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.body()).contains("WRONG_ENCODING");
	}

	@Test
	void writesMoneyPlainlyAndDatesAsIsoText() {
		postJson("{\"amount\": 1E+3, \"inner\": [{\"on\": \"2013-06-03\"}]}").expectStatus()
			.isOk()
			.expectBody(String.class)
			.isEqualTo("{\"amount\":1000.00,\"inner\":[{\"on\":\"2013-06-03\"}]}");
	}

	@Test
	void answersUnknownPathsWrongMethodsAndWrongTypesWithProblems() {
		this.client.get()
			.uri("/api/v1/nothing")
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:huiling:problem:not-found");
		this.client.delete()
			.uri("/test/echo")
			.exchange()
			.expectStatus()
			.isEqualTo(405)
			.expectHeader()
			.valueEquals("Allow", "POST")
			.expectBody()
			.jsonPath("$.title")
			.isEqualTo("这个地址不接受该方法");
		this.client.post()
			.uri("/test/echo")
			.contentType(MediaType.TEXT_PLAIN)
			.body("x")
			.exchange()
			.expectStatus()
			.isEqualTo(415)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON);
		this.client.get()
			.uri("/test/pages")
			.accept(MediaType.IMAGE_PNG)
			.exchange()
			.expectStatus()
			.isEqualTo(406)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void refusesBodiesOverTheLimitWhetherOrNotTheySayTheirLength() throws Exception {
		byte[] large = ("{\"amount\": 1" + " ".repeat(3 << 20) + "}").getBytes(StandardCharsets.UTF_8);
		HttpResponse<String> announced = send(HttpRequest.BodyPublishers.ofByteArray(large), "/test/echo");
		assertThat(announced.statusCode()).isEqualTo(413);
		assertThat(announced.body()).contains("urn:huiling:problem:content-too-large", "2 MiB");
		HttpResponse<String> chunked = send(
				HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)), "/test/echo");
		assertThat(chunked.statusCode()).isEqualTo(413);
		assertThat(chunked.body()).contains("urn:huiling:problem:content-too-large");
	}

	@Test
	void letsImportsBeOfAnyLength() throws Exception {
		byte[] large = new byte[3 << 20];
		HttpResponse<String> imported = send(HttpRequest.BodyPublishers.ofByteArray(large), "/test/import");
		assertThat(imported.statusCode()).isEqualTo(200);
		assertThat(imported.body()).isEqualTo(Integer.toString(large.length));
	}

	/** No path makes a body longer by what it ends in. */
	@ParameterizedTest
	@ValueSource(strings = { "/test/echo/import", "/api/v1/settlements/results", "/api/v1/applicants/x/import",
			"/api/v1/accounts/import", "/people/import/", "/nothing/results", "/api/v1/rosters/results" })
	void noOtherPathIsOpenToAnyLength(String path) throws Exception {
		byte[] large = new byte[3 << 20];
		assertThat(send(HttpRequest.BodyPublishers.ofByteArray(large), path).statusCode()).isEqualTo(413);
	}

	@Test
	void keepsWhatWentWrongInsideToItself() {
		this.client.get()
			.uri("/test/broken")
			.exchange()
			.expectStatus()
			.isEqualTo(500)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody(String.class)
			.value((body) -> assertThat(body).contains("\"incident\":").doesNotContain("王秀英", "IllegalState"));
	}

	@Test
	void refusesPagesThatAreTooLarge() {
		this.client.get()
			.uri("/test/pages?page=-1&size=201")
			.exchange()
			.expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.errors[0].field")
			.isEqualTo("page")
			.jsonPath("$.errors[1].field")
			.isEqualTo("size")
			.jsonPath("$.errors[1].message")
			.isEqualTo("每页 1 至 200 条");
		this.client.get()
			.uri("/test/pages?page=1&size=2")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.isEqualTo("{\"items\":[3],\"page\":1,\"size\":2,\"total\":3}");
	}

	private RestTestClient.ResponseSpec postJson(String body) {
		return this.client.post().uri("/test/echo").contentType(MediaType.APPLICATION_JSON).body(body).exchange();
	}

	private HttpResponse<String> send(HttpRequest.BodyPublisher body, String path) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
			.header("Content-Type", "application/json")
			.POST(body)
			.build();
		return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
	}

	record Echo(@Nullable BigDecimal amount, @Size(max = 10_000) @Nullable List<Inner> inner) {
	}

	record Inner(LocalDate on) {
	}

	@TestConfiguration(proxyBeanMethods = false)
	@RestController
	static class Controller {

		@PostMapping("/test/echo")
		Echo echo(@RequestBody Echo echo) {
			return echo;
		}

		@StreamedBody
		@PostMapping("/test/import")
		int importAll(InputStream body) throws Exception {
			return body.readAllBytes().length;
		}

		@GetMapping("/test/pages")
		Listing<Integer> pages(Paging paging) {
			return Listing.cut(List.of(1, 2, 3), paging, (each) -> each);
		}

		@GetMapping("/test/invalid")
		void invalid() {
			throw new InvalidInput(422,
					List.of(FieldError.of("a.b", "REQUIRED"), FieldError.of("c", "UNKNOWN_PROPERTY", "c")));
		}

		@GetMapping("/test/broken")
		void broken() {
			throw new IllegalStateException("王秀英");
		}

	}

}
