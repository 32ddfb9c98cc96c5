package org.huiling.crosscheck;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Lists of one kind that are sent, and what comes of them. */
final class SentLists {

	static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

	private static final JsonMapper JSON = new JsonMapper();

	private final RestTestClient client;

	private final String kind;

	private final People people;

	SentLists(RestTestClient client, String kind) {
		this.client = client;
		this.kind = kind;
		this.people = People.as(client, People.WORKER);
	}

	/** Somebody who is decided to be paid an old-age allowance from January on. */
	String granted(String residentId, String name, LocalDate birth) {
		String id = this.people.begun("""
				{%s"name": "%s", "birthDate": "%s",
				 "hukou": {"region": "379901003", "type": "RURAL", "since": "1950-02-01"},
				 "applications": [{"program": "old-age-allowance", "date": "2013-01-10"}],
				 "household": {"dibao": {"type": "NONE"}}}"""
			.formatted(residentId.isEmpty() ? "" : "\"residentId\": \"" + residentId + "\", ", name, birth));
		this.people
			.post("/api/v1/applicants/" + id + "/decisions",
					"{\"period\": \"2013-01\", \"programs\": [\"old-age-allowance\"]}")
			.is(201);
		return id;
	}

	JsonNode sent(String type, byte[] body, int status) {
		byte[] answer = this.client.post()
			.uri(URI.create("/api/v1/cross-checks?jurisdiction=model-district&asOf=2013-08-31&kind=" + this.kind))
			.header(TestCallers.HEADER, People.WORKER)
			.contentType(MediaType.parseMediaType(type))
			.body(body)
			.exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody();
		return JSON.readTree(Objects.requireNonNull(answer));
	}

	/** A list that is taken, matched to its end. */
	JsonNode completed(String list) {
		return completed("text/csv", list.getBytes(StandardCharsets.UTF_8));
	}

	JsonNode completed(String type, byte[] list) {
		String id = sent(type, list, 202).get("id").stringValue();
		for (int tries = 0; tries < 300; tries++) {
			JsonNode check = this.people.get("/api/v1/cross-checks/" + id).is(200).body();
			if (!List.of("STARTING", "RUNNING").contains(check.get("state").stringValue())) {
				assertThat(check.get("state").stringValue()).isEqualTo("COMPLETED");
				return check;
			}
			try {
				Thread.sleep(100);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}
		throw new AssertionError("never completed");
	}

	/** The open tasks of a list. */
	List<JsonNode> tasks(JsonNode check) {
		return this.people.get("/api/v1/tasks?state=OPEN&size=200")
			.is(200)
			.body()
			.get("items")
			.valueStream()
			.filter((task) -> ("CROSS_CHECK:" + check.get("id").stringValue()).equals(task.get("source").stringValue()))
			.toList();
	}

	/** The lines that are refused: number, field, code. */
	List<String> refused(JsonNode check) {
		return this.people.get("/api/v1/cross-checks/" + check.get("id").stringValue() + "/lines?outcome=REFUSED")
			.is(200)
			.body()
			.get("items")
			.valueStream()
			.map((line) -> line.get("line") + " " + line.at("/errors/0/field").stringValue() + " "
					+ line.at("/errors/0/code").stringValue())
			.toList();
	}

	/** The same list as a workbook. */
	static byte[] workbook(String list) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (Workbook book = new Workbook(bytes, "test", "1.0")) {
			Worksheet sheet = book.newWorksheet("名单");
			String[] lines = list.split("\n");
			for (int i = 0; i < lines.length; i++) {
				String[] cells = lines[i].split(",", -1);
				for (int j = 0; j < cells.length; j++) {
					sheet.value(i, j, cells[j]);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

}
