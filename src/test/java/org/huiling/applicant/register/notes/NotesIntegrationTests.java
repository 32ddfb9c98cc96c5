package org.huiling.applicant.register.notes;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

import org.huiling.HuilingTest;
import org.huiling.TestAccounts;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.facts.CivilTime;
import org.huiling.web.PageClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What is noted on a file stays as it was written, is struck out beside it, and ends with
 * the person.
 */
@HuilingTest(properties = "huiling.retention=P0D")
@Import(TestCallers.class)
class NotesIntegrationTests {

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	private static final String NOTED = "邻居<b>代领</b>，电话已核实";

	@Autowired
	RestTestClient client;

	@Autowired
	TestAccounts accounts;

	@Autowired
	JdbcClient jdbc;

	@LocalServerPort
	int port;

	private People worker;

	private String person;

	private String path;

	@BeforeEach
	void begin() {
		this.worker = People.as(this.client, People.WORKER);
		this.person = file("试备注");
		this.path = "/api/v1/applicants/" + this.person + "/notes";
	}

	@Test
	void notesAreReadNewestFirstAndStruckOutOnce() {
		String first = write(this.path, NOTED);
		String second = write(this.path, "第二条");
		assertThat(texts(this.path)).containsExactly("第二条", NOTED);
		JsonNode struck = this.worker.post(this.path + "/" + first + "/strike", "{\"reason\": \"写错人了\"}")
			.is(200)
			.body();
		assertThat(struck.get("text").asString()).isEqualTo(NOTED);
		assertThat(struck.at("/struck/reason").asString()).isEqualTo("写错人了");
		assertThat(struck.at("/struck/by").asString()).isEqualTo("worker");
		JsonNode late = this.worker.post(this.path + "/" + first + "/strike", "{\"reason\": \"x\"}").is(409).body();
		assertThat(late.get("type").asString()).isEqualTo("urn:huiling:problem:note-struck");
		assertThat(late.get("detail").asString()).as("the minute it was where people live")
			.contains(MINUTE.format(Instant.parse(struck.at("/struck/at").asString()).atZone(CivilTime.ZONE)))
			.doesNotContain("Z");
		this.worker.post(this.path + "/" + this.person + "/strike", "{\"reason\": \"x\"}").is(404);
		assertThat(this.worker.get(this.path + "?size=1&page=1").is(200).body().at("/items/0/struck").isObject())
			.isTrue();
		assertThat(this.worker.get(this.path).is(200).text("/items/0/id")).isEqualTo(second);
	}

	@Test
	void aTextIsBoundedAndPlain() {
		this.worker.post(this.path, "{}").is(400);
		this.worker.post(this.path, "{\"text\": \" \"}").is(400);
		this.worker.post(this.path, "{\"text\": \"a\\u0007\"}").is(400);
		this.worker.post(this.path, "{\"text\": \"" + "长".repeat(2001) + "\"}").is(400);
		this.worker.post(this.path, "{\"text\": \"" + "长".repeat(2000) + "\"}").is(201);
	}

	@Test
	void othersReadOrDoNotAsOtherPartsOfTheFile() {
		write(this.path, NOTED);
		People auditor = People.as(this.client, "auditor;AUDITOR;379901");
		assertThat(auditor.get(this.path).is(200).text("/items/0/text")).isEqualTo(NOTED);
		auditor.post(this.path, "{\"text\": \"x\"}").is(403);
		for (String stranger : List.of("stranger;CASE_WORKER;110101", "stranger;AUDITOR;110101")) {
			People.as(this.client, stranger).get(this.path).is(404);
		}
		People.as(this.client, "stranger;CASE_WORKER;110101").post(this.path, "{\"text\": \"x\"}").is(404);
		for (String role : List.of("BATCH_OPERATOR", "PAYMASTER", "ADMIN")) {
			People.as(this.client, "other;" + role + ";379901").get(this.path).is(403);
		}
	}

	@Test
	void theTrailKnowsOfThemWithoutTheirTextAndTheDatabaseHasThemSealed() {
		String note = write(this.path, NOTED);
		this.worker.get(this.path).is(200);
		this.worker.post(this.path + "/" + note + "/strike", "{\"reason\": \"写错人了\"}").is(200);
		List<String> events = this.jdbc
			.sql("select action || ' ' || details from audit_event where subject = ? order by id")
			.param(this.person)
			.query(String.class)
			.list();
		assertThat(events).anyMatch((one) -> one.startsWith("NOTE_WRITTEN") && one.contains(note))
			.anyMatch((one) -> one.startsWith("NOTES_READ"))
			.anyMatch((one) -> one.startsWith("NOTE_STRUCK"))
			.noneMatch((one) -> one.contains("代领") || one.contains("写错"));
		assertThat(this.jdbc
			.sql("select count(*) from applicant_note where position(convert_to('代领', 'UTF8') in text) > 0")
			.query(Long.class)
			.single()).isZero();
		for (String sql : List.of("update applicant_note set written_by = 'x'", "delete from applicant_note",
				"update applicant_note_strike set struck_by = 'x'", "delete from applicant_note_strike")) {
			assertThatThrownBy(() -> this.jdbc.sql(sql).update()).as(sql).isInstanceOf(DataAccessException.class);
		}
	}

	@Test
	void theyFollowAMergeAreExportedAndErasedWithThePerson() {
		String other = file("试备注重");
		String note = write("/api/v1/applicants/" + other + "/notes", "在重复的档案里写的");
		this.worker
			.post("/api/v1/applicants/" + this.person + "/merge",
					"{\"duplicate\": \"%s\", \"reason\": \"x\"}".formatted(other))
			.is(200);
		this.worker.get("/api/v1/applicants/" + other + "/notes").is(410);
		assertThat(texts(this.path)).containsExactly("在重复的档案里写的");
		this.worker.post(this.path + "/" + note + "/strike", "{\"reason\": \"过时\"}").is(200);
		JsonNode exported = this.worker.get("/api/v1/applicants/" + this.person + "/export").is(200).body();
		assertThat(exported.at("/notes/0/text").asString()).isEqualTo("在重复的档案里写的");
		assertThat(exported.at("/notes/0/reason").asString()).isEqualTo("过时");
		write(this.path, "第二条");
		assertThat(this.worker.delete("/api/v1/applicants/" + this.person).status()).isEqualTo(204);
		assertThat(this.jdbc.sql("select count(*) from applicant_note where applicant in (?::uuid, ?::uuid)")
			.params(this.person, other)
			.query(Long.class)
			.single()).isZero();
		this.worker.get(this.path).is(410);
		this.worker.post(this.path, "{\"text\": \"x\"}").is(410);
	}

	@Test
	void theyAreWrittenReadAndStruckOutOnThePersonsPage() {
		this.accounts.add("worker", List.of("379901"), "CASE_WORKER");
		this.accounts.add("watcher", List.of("379901"), "AUDITOR");
		PageClient desk = PageClient.of(this.port).signIn("worker");
		String page = "/people/" + this.person;
		assertThat(desk.send("GET", page, Map.of()).body()).contains("hx-get=\"" + page + "/notes\"");
		assertThat(desk.send("GET", page + "/notes", Map.of(), "HX-Request", "true").body()).contains("还没有备注")
			.doesNotContain("<html");
		HttpResponse<String> empty = desk.send("POST", page + "/notes", Map.of("text", " "), "HX-Request", "true");
		assertThat(empty.statusCode()).isEqualTo(400);
		assertThat(empty.body()).contains("内容");
		assertThat(desk.send("POST", page + "/notes", Map.of("text", NOTED + "\r\n第二行")).statusCode()).isEqualTo(302);
		String shown = desk.send("GET", page + "/notes", Map.of()).body();
		assertThat(shown).contains("邻居&lt;b&gt;代领&lt;/b&gt;，电话已核实 第二行", "/strike").doesNotContain("<b>代领");
		String note = this.worker.get(this.path).is(200).text("/items/0/id");
		String strike = page + "/notes/" + note + "/strike";
		PageClient watcher = PageClient.of(this.port).signIn("watcher");
		assertThat(watcher.send("GET", page + "/notes", Map.of()).body()).contains("电话已核实")
			.doesNotContain("/strike", "id=\"note\"");
		assertThat(watcher.send("POST", strike, Map.of("reason", "x")).statusCode()).isEqualTo(403);
		assertThat(desk.send("POST", strike, Map.of("reason", "写错人了")).statusCode()).isEqualTo(302);
		assertThat(desk.send("GET", page + "/notes", Map.of()).body()).contains("<s>邻居", "划去原因：写错人了")
			.doesNotContain("/strike");
	}

	private String file(String name) {
		return this.worker
			.begun("{\"name\": \"%s\", \"birthDate\": \"1933-02-15\", \"hukou\": {\"region\": \"379901003\"}}"
				.formatted(name));
	}

	private String write(String notes, String text) {
		return this.worker.post(notes, "{\"text\": \"%s\"}".formatted(text)).is(201).text("/id");
	}

	private List<String> texts(String notes) {
		return this.worker.get(notes)
			.is(200)
			.body()
			.get("items")
			.valueStream()
			.map((note) -> note.get("text").asString())
			.toList();
	}

}
