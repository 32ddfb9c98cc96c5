package org.huiling;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Decisions, runs, rosters, settlements and proposals as the API describes them. */
@HuilingTest
class DescribedMoneyIntegrationTests {

	@Autowired
	RestTestClient client;

	@Autowired
	JsonMapper json;

	private JsonNode description;

	@BeforeEach
	void read() {
		byte[] body = this.client.get()
			.uri("/v3/api-docs")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.returnResult()
			.getResponseBody();
		this.description = this.json.readTree(Objects.requireNonNull(body));
	}

	private record Operation(String method, String path, JsonNode said) {

		@Override
		public String toString() {
			return this.method + " " + this.path;
		}

	}

	private List<Operation> operations() {
		return this.description.get("paths")
			.properties()
			.stream()
			.filter((path) -> Stream
				.of("/decisions", "/recalculations", "/rosters", "/settlements", "/proposals", "/payment-")
				.anyMatch(path.getKey()::contains))
			.flatMap((path) -> path.getValue()
				.properties()
				.stream()
				.map((one) -> new Operation(one.getKey().toUpperCase(Locale.ROOT), path.getKey(), one.getValue())))
			.toList();
	}

	@Test
	void eachHasANameAndSaysWhatItIsFor() {
		assertThat(operations()).hasSizeGreaterThan(40)
			.allSatisfy((one) -> assertThat(one.said().path("summary").asString("")).isNotBlank())
			.extracting((one) -> one.said().get("operationId").stringValue())
			.doesNotHaveDuplicates()
			.allSatisfy((name) -> assertThat(name).matches("[a-zA-Z]{5,}"));
	}

	@Test
	void eachAnswerIsDescribedUnderItsStatus() {
		List<String> without = new ArrayList<>();
		for (Operation one : operations()) {
			JsonNode answers = one.said().get("responses");
			for (String status : answers.propertyNames()) {
				JsonNode json = answers.get(status).at("/content/application~1json/schema");
				if (status.startsWith("2") && !json.isMissingNode() && !isRecord(json)
						&& !one.path().endsWith("/confirm")) {
					without.add(one + " " + status);
				}
			}
		}
		assertThat(without).isEmpty();
		assertThat(statuses("POST", "/api/v1/recalculations")).containsExactly("202");
		assertThat(statuses("POST", "/api/v1/rosters")).containsExactly("201");
		assertThat(statuses("POST", "/api/v1/settlements")).containsExactly("201", "202");
		assertThat(statuses("POST", "/api/v1/applicants/{id}/decisions")).containsExactlyInAnyOrder("200", "201");
		assertThat(statuses("PUT", "/api/v1/jurisdictions/{jurisdiction}/payment-rules")).containsExactly("202");
	}

	private List<String> statuses(String method, String path) {
		return operations().stream()
			.filter((one) -> one.toString().equals(method + " " + path))
			.flatMap((one) -> one.said().get("responses").propertyNames().stream())
			.filter((status) -> status.startsWith("2"))
			.toList();
	}

	private boolean isRecord(JsonNode schema) {
		JsonNode said = resolved(schema);
		JsonNode items = said.at("/properties/items/items");
		return !(items.isMissingNode() ? said : resolved(items)).path("properties").isEmpty();
	}

	private JsonNode resolved(JsonNode schema) {
		return schema.has("$ref") ? this.description.at(schema.get("$ref").stringValue().substring(1)) : schema;
	}

	/**
	 * With ids of nobody: who is asked for is not there, but what is sent is understood.
	 */
	@Test
	void eachExampleIsUnderstood() {
		List<String> sent = new ArrayList<>();
		for (Operation one : operations()) {
			JsonNode example = resolved(one.said().at("/requestBody/content/application~1json/schema")).path("example");
			if (!example.isObject()) {
				continue;
			}
			int status = this.client.method(HttpMethod.valueOf(one.method()))
				.uri(one.path()
					.replace("{jurisdiction}", "nowhere")
					.replaceAll("\\{\\w+}", UUID.randomUUID().toString()))
				.contentType(MediaType.APPLICATION_JSON)
				.body(example.toString())
				.exchange()
				.returnResult(Void.class)
				.getStatus()
				.value();
			assertThat(status).as("%s %s", one, example).isIn(404, 409, 422);
			sent.add(one.toString());
		}
		assertThat(sent).contains("POST /api/v1/recalculations", "POST /api/v1/rosters", "POST /api/v1/settlements",
				"POST /api/v1/applicants/{id}/decisions", "POST /api/v1/applicants/{id}/payment-holds",
				"POST /api/v1/decisions/{id}/objections", "PUT /api/v1/jurisdictions/{jurisdiction}/payment-rules");
	}

}
