package org.huiling;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The description of the API says what is really read and written. */
@HuilingTest
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

}
