package org.huiling.payment;

import java.util.List;
import java.util.stream.StreamSupport;

import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Makes, approves and reports rosters, each as who may. */
public record Desk(RestTestClient client, People operator, People paymaster) {

	public static final String OPERATOR = "operator;BATCH_OPERATOR;379901";

	public static final String PAYMASTER = "paymaster;PAYMASTER;379901";

	private static final String PATH = "/api/v1/rosters";

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	public static Desk of(RestTestClient client) {
		return new Desk(client, People.as(client, OPERATOR), People.as(client, PAYMASTER));
	}

	public People.Answer order(String month) {
		return this.operator.post(PATH, "{\"jurisdiction\": \"model-district\", \"month\": \"" + month + "\"}");
	}

	/** With a reason for the months before that have none. */
	public People.Answer order(String month, String skipping) {
		return this.operator.post(PATH, "{\"jurisdiction\": \"model-district\", \"month\": \"" + month
				+ "\", \"skipping\": \"" + skipping + "\"}");
	}

	public People.Answer discard(String id) {
		return this.operator.post(PATH + "/" + id + "/discard", "{}");
	}

	/** A draft. */
	public JsonNode made(String month) {
		return order(month).is(201).body();
	}

	/** Made and approved. */
	public String approved(String month) {
		String id = made(month).get("id").stringValue();
		approve(id).is(200);
		return id;
	}

	public People.Answer approve(String id) {
		return this.paymaster.post(PATH + "/" + id + "/approve", "{}");
	}

	public JsonNode get(String id, String what) {
		return this.operator.get(PATH + "/" + id + what).is(200).body();
	}

	public List<JsonNode> lines(String roster, String applicant) {
		return ofPerson(get(roster, "/lines?size=200"), applicant);
	}

	public List<JsonNode> open(String roster, String applicant) {
		return ofPerson(get(roster, "/open?size=200"), applicant);
	}

	/** A file of results. */
	public People.Answer results(String id, String csv) {
		return results(id, "", csv);
	}

	/** A file of results, with a query. */
	public People.Answer results(String id, String query, String csv) {
		EntityExchangeResult<byte[]> result = this.client.post()
			.uri(PATH + "/" + id + "/results" + query)
			.header(TestCallers.HEADER, PAYMASTER)
			.header("Content-Type", "text/csv")
			.body(csv.getBytes(java.nio.charset.StandardCharsets.UTF_8))
			.exchange()
			.expectBody(byte[].class)
			.returnResult();
		return new People.Answer(result.getStatus().value(), result.getResponseHeaders(),
				JSON.readTree(result.getResponseBody()));
	}

	/** A file of lines. */
	public byte[] file(String id, String caller, String type) {
		return file(id, "lines", caller, type);
	}

	public byte[] file(String id, String what, String caller, String type) {
		return this.client.get()
			.uri(PATH + "/" + id + "/" + what)
			.header(TestCallers.HEADER, caller)
			.header("Accept", type)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody();
	}

	/** How far a roster is, and its results. */
	public String state(String roster) {
		return get(roster, "").get("state").stringValue() + " " + get(roster, "").get("results");
	}

	/** What is wrong with a file. */
	public static List<String> errors(People.Answer answer) {
		return StreamSupport.stream(answer.is(422).body().get("errors").spliterator(), false)
			.map((error) -> error.get("field").stringValue() + " " + error.get("code").stringValue())
			.toList();
	}

	/** What is said of the lines of a file. */
	public static List<String> odd(JsonNode answer) {
		return answer.get("lines")
			.valueStream()
			.map((line) -> line.get("line").asString() + " " + line.get("field").asString() + " "
					+ line.get("code").asString() + " " + line.get("severity").asString())
			.toList();
	}

	private static List<JsonNode> ofPerson(JsonNode list, String applicant) {
		assertThat(list.get("total").longValue()).as("all on one page").isLessThanOrEqualTo(200);
		return StreamSupport.stream(list.get("items").spliterator(), false)
			.filter((one) -> applicant.equals(one.get("applicantId").stringValue()))
			.toList();
	}

}
