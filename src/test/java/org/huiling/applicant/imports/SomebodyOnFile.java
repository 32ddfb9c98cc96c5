package org.huiling.applicant.imports;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.facts.MadeUpIds;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody on file, and the lists that speak of them. */
final class SomebodyOnFile {

	static final LocalDate BIRTH = LocalDate.of(1933, 2, 15);

	private static final JsonMapper MAPPER = new JsonMapper();

	private static int made;

	final People people;

	final String id;

	final String person;

	private final RestTestClient client;

	SomebodyOnFile(RestTestClient client) {
		this.client = client;
		this.people = People.as(client, People.WORKER);
		this.id = anotherId();
		this.person = this.people.begun("""
				{"residentId": "%s", "name": "试例甲", "birthDate": "1933-02-15",
				 "hukou": {"region": "379901003", "type": "RURAL"},
				 "household": {"size": 2, "monthlyIncome": 800, "dibao": {"type": "RURAL", "since": "2010-01-01"}},
				 "statuses": [{"kind": "LOW_INCOME", "from": "2011-01-01"}, {"kind": "VETERAN"}],
				 "pension": {"monthlyAmount": 900}, "lifeCheck": {"lastPassed": "2012-05-01"},
				 "payee": {"kind": "BANK", "bank": "试例银行", "account": "62000001", "name": "试例甲"},
				 "claims": [{"id": "c1", "date": "2013-01-05", "kind": "INPATIENT", "hospitalTier": "COUNTY",
				   "totalCost": 5000, "eligibleCost": 4000}]}""".formatted(this.id));
	}

	/** A resident id that nobody has. */
	static String anotherId() {
		return MadeUpIds.of(BIRTH, 1 + made++);
	}

	JsonNode state(String day) {
		return this.people.get("/api/v1/applicants/" + this.person + "?date=" + day).is(200).body();
	}

	JsonNode update(String query, String file) {
		EntityExchangeResult<byte[]> answer = send("?mode=UPDATE" + query, "text/csv", file, null, People.WORKER);
		assertThat(answer.getStatus().value()).as(new String(answer.getResponseBody(), StandardCharsets.UTF_8))
			.isEqualTo(200);
		return MAPPER.readTree(answer.getResponseBody());
	}

	EntityExchangeResult<byte[]> send(String query, String type, String file, String key, String caller) {
		return this.client.post()
			.uri("/api/v1/applicants/import" + query)
			.header("Content-Type", type)
			.header(TestCallers.HEADER, caller)
			.headers((headers) -> {
				if (key != null) {
					headers.set("Idempotency-Key", key);
				}
			})
			.body(file.getBytes(StandardCharsets.UTF_8))
			.exchange()
			.expectBody(byte[].class)
			.returnResult();
	}

	static void counts(JsonNode answer, int accepted, int updated, int unchanged, int refused) {
		assertThat(List.of(answer.get("accepted").asInt(), answer.get("updated").asInt(),
				answer.get("unchanged").asInt(), answer.get("refused").asInt()))
			.as("accepted, updated, unchanged, refused: %s", answer)
			.containsExactly(accepted, updated, unchanged, refused);
	}

	static List<String> errors(JsonNode answer) {
		return answer.get("lines")
			.valueStream()
			.filter((line) -> "ERROR".equals(line.get("severity").asString()))
			.map((line) -> line.get("line").asString() + " " + line.get("field").asString() + " "
					+ line.get("code").asString())
			.toList();
	}

	static List<String> warnings(JsonNode answer) {
		return answer.get("lines")
			.valueStream()
			.filter((line) -> "WARNING".equals(line.get("severity").asString()))
			.map((line) -> line.get("line").asString() + " " + line.get("field").asString() + " "
					+ line.get("code").asString())
			.toList();
	}

}
