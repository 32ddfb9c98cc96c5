package org.huiling.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The description of the API says what is really read and written. */
@HuilingTest
@SharedService
@Import(TestCallers.class)
class ApiDescriptionIntegrationTests {

	@Autowired
	RestTestClient client;

	@Autowired
	JsonMapper json;

	private JsonNode description() {
		byte[] body = this.client.get()
			.uri("/v3/api-docs")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.returnResult()
			.getResponseBody();
		return this.json.readTree(Objects.requireNonNull(body));
	}

	/** One component for people and for organisations, each with the facts it has. */
	@Test
	void anApplicantIsAPersonOrAnOrganisation() {
		JsonNode facts = description().at("/components/schemas/Applicant/properties");
		assertThat(facts.at("/subject/enum")).extracting(JsonNode::stringValue)
			.containsExactly("person", "organisation");
		assertThat(facts.at("/birthDate/description").stringValue()).doesNotContain("organisations");
		assertThat(facts.at("/creditCode/description").stringValue()).contains("of organisations alone");
		assertThat(facts.at("/beds/properties/building/enum")).extracting(JsonNode::stringValue).contains("CONVERTED");
		assertThat(facts.at("/payee/properties").propertyNames()).contains("kind", "account");
	}

	@Test
	void aBodyIsDescribedByTheRecordItIsReadAs() {
		JsonNode schemas = description().at("/components/schemas");
		JsonNode hold = schemas.get("HoldBody");
		assertThat(hold.get("properties").propertyNames()).containsExactlyInAnyOrder("program", "from", "code",
				"reason");
		assertThat(hold.get("required").valueStream().map(JsonNode::stringValue)).containsExactlyInAnyOrder("from",
				"code", "reason");
		assertThat(hold.at("/properties/reason/maxLength").intValue()).isEqualTo(1000);
		assertThat(hold.at("/properties/from/type").stringValue()).isEqualTo("string");
		assertThat(hold.at("/properties/code/enum").valueStream().map(JsonNode::stringValue)).contains("GIVEN_UP");
		JsonNode rule = schemas.get("PaymentRuleBody");
		assertThat(rule.at("/properties/payDay/minimum").intValue()).isEqualTo(1);
		assertThat(rule.at("/properties/payDay/maximum").intValue()).isEqualTo(31);
		assertThat(rule.at("/properties/tolerance/type").stringValue()).isEqualTo("number");
	}

	@Test
	void anAnswerIsDescribedByTheRecordThatIsWritten() {
		JsonNode hold = description().at("/components/schemas/HoldView");
		assertThat(hold.get("properties").propertyNames()).contains("id", "heldAt", "release");
		assertThat(hold.get("required").valueStream().map(JsonNode::stringValue)).contains("id", "heldBy")
			.doesNotContain("program", "release");
	}

	@Test
	void whatIsDoneOnceForAKeyTakesOne() {
		List<String> without = new ArrayList<>();
		JsonNode paths = description().get("paths");
		for (String path : List.of("/api/v1/applicants/{id}/payment-holds", "/api/v1/settlements", "/api/v1/rosters")) {
			JsonNode parameters = paths.at("/" + path.replace("~", "~0").replace("/", "~1") + "/post/parameters");
			if (parameters.valueStream().noneMatch((one) -> "Idempotency-Key".equals(one.get("name").stringValue()))) {
				without.add(path);
			}
		}
		assertThat(without).isEmpty();
	}

	/** It answers what the call would have answered that was proposed. */
	private static final String ANY = "POST /api/v1/proposals/{id}/confirm";

	/** An operation of the API. */
	private record Operation(String method, String path, JsonNode said) {

		@Override
		public String toString() {
			return this.method + " " + this.path;
		}

		List<String> answers(String status) {
			return this.said.get("responses").propertyNames().stream().filter((one) -> one.startsWith(status)).toList();
		}

	}

	private static List<Operation> operations(JsonNode description) {
		return description.get("paths")
			.properties()
			.stream()
			.flatMap((path) -> path.getValue()
				.properties()
				.stream()
				.map((one) -> new Operation(one.getKey().toUpperCase(Locale.ROOT), path.getKey(), one.getValue())))
			.toList();
	}

	@Test
	void everyOperationSaysWhatItIsForAndHasANameOfItsOwn() {
		List<Operation> operations = operations(description());
		assertThat(operations).hasSizeGreaterThan(70)
			.allSatisfy((one) -> assertThat(one.said().path("summary").asString("")).isNotBlank());
		assertThat(operations).extracting((one) -> one.said().get("operationId").stringValue())
			.doesNotHaveDuplicates()
			.allSatisfy((id) -> assertThat(id).matches("[a-zA-Z]{5,}"));
	}

	@Test
	void everyJsonBodyAndAnswerHasItsProperties() {
		JsonNode description = description();
		List<String> without = new ArrayList<>();
		for (Operation one : operations(description)) {
			contents(one.said().path("requestBody")).filter((content) -> !hasProperties(description, content))
				.forEach((content) -> without.add("body of " + one));
			one.answers("2")
				.stream()
				.flatMap((status) -> contents(one.said().get("responses").get(status)))
				.filter((content) -> !hasProperties(description, content))
				.forEach((content) -> without.add("answer of " + one));
		}
		assertThat(without).containsExactly("answer of " + ANY);
		assertThat(operations(description)).allSatisfy((one) -> {
			assertThat(one.said().toString()).doesNotContain("\"format\":\"byte\"", "ObjectNode", "InputStream");
			assertThat(one.answers("4")).as("%s", one).contains("401", "403");
		});
	}

	@Test
	void anAnswerIsDescribedUnderItsStatus() {
		assertThat(Map.of("POST /api/v1/recalculations", List.of("202"), "POST /api/v1/rosters", List.of("201"),
				"POST /api/v1/settlements", List.of("201", "202"), "POST /api/v1/applicants/{id}/decisions",
				List.of("200", "201"), "PUT /api/v1/jurisdictions/{jurisdiction}/payment-rules", List.of("202")))
			.allSatisfy((call,
					statuses) -> assertThat(operations(description()).stream()
						.filter((one) -> one.toString().equals(call))
						.flatMap((one) -> one.answers("2").stream())).as(call)
						.containsExactlyInAnyOrderElementsOf(statuses));
	}

	@Test
	void everyProblemIsDescribedAsOne() {
		JsonNode description = description();
		assertThat(description.at("/components/schemas/ProblemBody/properties").propertyNames()).contains("type",
				"status", "detail", "errors", "incident");
		for (Operation one : operations(description)) {
			for (String status : one.answers("4")) {
				JsonNode answer = resolved(description, one.said().get("responses").get(status));
				assertThat(answer.at("/content/application~1problem+json/schema/$ref").asString(""))
					.as("%s %s", one, status)
					.endsWith("/ProblemBody");
			}
		}
	}

	/**
	 * With ids of nobody: who is asked for is not there, but what is sent is understood.
	 */
	@Test
	void everyExampleIsUnderstood() {
		JsonNode description = description();
		List<String> sent = new ArrayList<>();
		for (Operation one : operations(description)) {
			JsonNode content = one.said().at("/requestBody/content/application~1json");
			if (!content.isMissingNode()) {
				List<JsonNode> examples = examples(description, content);
				assertThat(examples).as("examples of %s", one).isNotEmpty();
				examples.forEach((example) -> assertThat(status(one, example)).as("%s %s", one, example)
					.isNotIn(400, 401, 403, 405, 415)
					.isLessThan(500));
				sent.add(one.toString());
			}
		}
		assertThat(sent).contains("POST /api/v1/applicants", "PUT /api/v1/applicants/{id}/records",
				"POST /api/v1/accounts", "POST /api/v1/drafts", "POST /api/v1/jurisdictions",
				"POST /api/v1/recalculations", "POST /api/v1/rosters", "POST /api/v1/settlements",
				"POST /api/v1/applicants/{id}/decisions", "POST /api/v1/applicants/{id}/payment-holds",
				"POST /api/v1/decisions/{id}/objections", "PUT /api/v1/jurisdictions/{jurisdiction}/payment-rules");
	}

	private static List<JsonNode> examples(JsonNode description, JsonNode content) {
		JsonNode own = resolved(description, content.path("schema")).path("example");
		return Stream.concat(content.path("examples").valueStream().map((one) -> one.path("value")), Stream.of(own))
			.filter(JsonNode::isObject)
			.toList();
	}

	private int status(Operation one, JsonNode example) {
		return this.client.method(HttpMethod.valueOf(one.method()))
			.uri(one.path()
				.replaceAll("\\{(jurisdiction|program|version|name)}", "nobody")
				.replaceAll("\\{\\w+}", UUID.randomUUID().toString()))
			.contentType(MediaType.APPLICATION_JSON)
			.body(example.toString())
			.exchange()
			.returnResult(Void.class)
			.getStatus()
			.value();
	}

	private static Stream<JsonNode> contents(JsonNode said) {
		return said.path("content")
			.properties()
			.stream()
			.filter((one) -> one.getKey().endsWith("json"))
			.map(Map.Entry::getValue);
	}

	private static boolean hasProperties(JsonNode description, JsonNode content) {
		JsonNode schema = resolved(description, content.path("schema"));
		if (!schema.path("oneOf").isEmpty()) {
			return schema.get("oneOf").valueStream().allMatch((one) -> isObject(resolved(description, one)));
		}
		JsonNode items = schema.at("/properties/items");
		return items.isMissingNode() ? isObject(schema)
				: isObject(resolved(description, items.path("items"))) && items.path("items").has("$ref");
	}

	private static boolean isObject(JsonNode schema) {
		return !schema.path("properties").isEmpty() || !schema.path("allOf").isEmpty();
	}

	private static JsonNode resolved(JsonNode description, JsonNode schema) {
		return schema.has("$ref") ? description.at(schema.get("$ref").stringValue().substring(1)) : schema;
	}

}
