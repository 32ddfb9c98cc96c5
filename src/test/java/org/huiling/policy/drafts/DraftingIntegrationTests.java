package org.huiling.policy.drafts;

import java.util.List;

import org.huiling.HuilingTest;
import org.huiling.TestAccounts;
import org.huiling.policy.drafts.DraftApi.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiling.policy.drafts.DraftApi.APPROVER;
import static org.huiling.policy.drafts.DraftApi.COLLEAGUE;
import static org.huiling.policy.drafts.DraftApi.EDITOR;

@HuilingTest(properties = "huiling.rules-import=ALWAYS")
class DraftingIntegrationTests {

	@Autowired
	RestTestClient client;

	@Autowired
	TestAccounts accounts;

	@Autowired
	JdbcClient jdbc;

	DraftApi api;

	@DynamicPropertySource
	static void rules(DynamicPropertyRegistry properties) {
		properties.add("huiling.rules", () -> DraftApi.rules().toString());
	}

	@BeforeEach
	void accounts() {
		DraftApi.accounts(this.accounts);
		this.api = new DraftApi(this.client);
	}

	@Test
	void anEmptyDraftIsBegun() {
		Answer draft = this.api.begin(EDITOR, "2015-01-01", null);
		assertThat(draft.status()).isEqualTo(201);
		assertThat(draft.etag()).isEqualTo("\"1\"");
		assertThat(draft.text("state")).isEqualTo("DRAFT");
		assertThat(draft.text("version")).isEqualTo("2015-01-01");
		assertThat(draft.text("author")).isEqualTo(EDITOR);
		assertThat(draft.json().path("retroactive").asBoolean()).isTrue();
		assertThat(draft.json().get("files").isEmpty()).isTrue();
		assertThat(draft.json().get("check").isNull()).isTrue();
		assertThat(draft.json().get("possible").toString()).isEqualTo("[\"EDIT\",\"CHECK\",\"SUBMIT\",\"DISCARD\"]");
		assertThat(this.api.get(draft.text("id")).json()).isEqualTo(draft.json());
	}

	@Test
	void aDraftBasedOnAVersionBeginsWithItsFilesAndItsOwnDay() {
		Answer draft = this.api.begin(EDITOR, "2099-01-01", "2013-01-01");
		assertThat(draft.json().path("retroactive").asBoolean()).isFalse();
		assertThat(draft.json().get("files").findValuesAsString("path")).containsExactly("allowance.drl",
				"examples.yaml", "policy.yaml");
		assertThat(this.api.file(draft.text("id"), "policy.yaml"))
			.startsWith("title: {zh: \"提高标准\", en: \"A raise\"}\n")
			.contains("\neffectiveFrom: 2099-01-01\n")
			.doesNotContain("published:");
	}

	@Test
	void aDraftForADayThatIsPublishedBecomesACorrectionOfIt() {
		Answer draft = this.api.begin(EDITOR, "2012-01-01", "2012-01-01");
		assertThat(draft.text("version")).isEqualTo("2012-01-01.2");
		assertThat(draft.text("corrects")).isEqualTo("2012-01-01");
	}

	@Test
	void filesAreWrittenReadAndRemovedByWhoSawTheLastState() {
		String id = this.api.begin(EDITOR, "2015-01-01", null).text("id");
		Answer written = this.api.put(EDITOR, id, "notes/说明.md", "为什么", "\"1\"");
		assertThat(written.status()).isEqualTo(200);
		assertThat(written.etag()).isEqualTo("\"2\"");
		assertThat(written.json().path("size").asInt()).isEqualTo(9);
		assertThat(this.api.put(EDITOR, id, "notes/说明.md", "不", "\"1\"").status()).isEqualTo(412);
		assertThat(this.api.put(EDITOR, id, "notes/说明.md", "不", "\"never\"").problem()).isEqualTo("stale");
		assertThat(this.api.file(id, "notes/说明.md")).isEqualTo("为什么");
		assertThat(this.api.delete(EDITOR, id, "notes/说明.md", "\"1\"").status()).isEqualTo(412);
		assertThat(this.api.delete(EDITOR, id, "notes/说明.md", "\"2\"").status()).isEqualTo(204);
		assertThat(this.api.delete(EDITOR, id, "notes/说明.md", null).status()).isEqualTo(404);
		assertThat(this.api.get(id).json().get("files").isEmpty()).isTrue();
		assertThat(this.jdbc.sql("select action from audit_event where subject = ? order by id")
			.param(id)
			.query(String.class)
			.list()).containsExactly("DRAFT_CREATED", "DRAFT_EDITED", "DRAFT_EDITED");
	}

	@ParameterizedTest
	@CsvSource({ "program.jar, FILE_KIND_UNKNOWN", "rules, FILE_KIND_UNKNOWN", ".hidden.yaml, FILE_NAME_NOT_ADMITTED",
			"con.yaml, FILE_NAME_NOT_ADMITTED", "a..b.yaml, FILE_NAME_NOT_ADMITTED",
			"a/b/c/d/e/f/g/h/i.yaml, FILE_NAME_NOT_ADMITTED" })
	void aFileThatIsNoPolicyFileIsRefused(String path, String code) {
		String id = this.api.begin(EDITOR, "2015-01-01", null).text("id");
		Answer answer = this.api.put(EDITOR, id, path, "x", null);
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo(code);
		assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("path");
	}

	@Test
	void nothingLeavesTheDraft() {
		String id = this.api.begin(EDITOR, "2015-01-01", null).text("id");
		assertThat(this.api.put(EDITOR, id, "../../other.yaml", "x", null).status()).isBetween(400, 499);
		assertThat(this.api.put(EDITOR, id, "a/../../other.yaml", "x", null).status()).isBetween(400, 499);
		assertThat(this.api.get(id).json().get("files").isEmpty()).isTrue();
	}

	@Test
	void aFileThatIsTooLargeIsRefused() {
		String id = this.api.begin(EDITOR, "2015-01-01", null).text("id");
		Answer answer = this.api.put(EDITOR, id, "a.drl", "/".repeat((256 << 10) + 1), null);
		assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo("FILE_TOO_LARGE");
		assertThat(this.api.put(EDITOR, id, "a.md", "/".repeat((2 << 20) + 1), null).status()).isEqualTo(413);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
			{}                                                      | 400 | jurisdiction  | REQUIRED
			{"jurisdiction": "model-district", "colour": 1}         | 400 | colour        | UNKNOWN_PROPERTY
			{"effectiveFrom": "2014-02-30"}                         | 400 | effectiveFrom | INVALID_DATE
			{"title": {"zh": "标题"}}                               | 400 | title.en      | REQUIRED
			""")
	void whatIsWrongWithANewDraftIsNamed(String body, int status, String field, String code) {
		Answer answer = this.api.send(EDITOR, HttpMethod.POST, "/drafts", null, body);
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.json().get("errors").toString())
			.contains("\"field\":\"" + field + "\",\"code\":\"" + code + "\"");
	}

	@Test
	void aDraftIsForAProgramThatThereIs() {
		String body = """
				{"jurisdiction": "%s", "program": "%s", "effectiveFrom": "2014-01-01",
				 "title": {"zh": "标题", "en": "Title"}, "basedOn": "%s"}""";
		for (List<String> wrong : List.of(List.of("nowhere", "x", "2013-01-01", "jurisdiction", "NO_SUCH_JURISDICTION"),
				List.of("model-district", "x", "2013-01-01", "program", "NO_SUCH_PROGRAM"),
				List.of("model-district", "old-age-allowance", "1999-01-01", "basedOn", "NO_SUCH_VERSION"))) {
			Answer answer = this.api.send(EDITOR, HttpMethod.POST, "/drafts", null,
					body.formatted(wrong.get(0), wrong.get(1), wrong.get(2)));
			assertThat(answer.status()).isEqualTo(422);
			assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(wrong.get(3));
			assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo(wrong.get(4));
		}
	}

	@Test
	void theCheckSaysWhatTheCommandLineSays() {
		String id = this.api.shipped2014(EDITOR);
		Answer check = this.api.move(COLLEAGUE, id, "check", null);
		assertThat(check.status()).isEqualTo(200);
		assertThat(check.json().propertyNames()).containsExactly("ok", "problems", "examples", "coverage", "findings");
		assertThat(check.json().get("ok").asBoolean()).as(check.json().toString()).isTrue();
		assertThat(check.json().at("/examples/0/passed").asBoolean()).isTrue();
		assertThat(check.json().at("/coverage/0/fires").asBoolean()).isTrue();
		assertThat(this.api.get(id).json().get("check")).isEqualTo(check.json());
		this.api.put(EDITOR, id, "allowance.drl", "rule \"x\"\nwhen\n    Aplicant()\nthen\nend\n", null);
		assertThat(this.api.get(id).json().get("check").isNull()).isTrue();
		Answer again = this.api.move(EDITOR, id, "check", null);
		assertThat(again.json().get("ok").asBoolean()).isFalse();
		assertThat(again.json().at("/problems/0/file").asString()).isEqualTo("allowance.drl");
		assertThat(again.json().at("/problems/0/line").asInt()).isPositive();
		Answer submitted = this.api.move(EDITOR, id, "submit", null);
		assertThat(submitted.status()).isEqualTo(409);
		assertThat(submitted.problem()).isEqualTo("check-failed");
	}

	@Test
	void nobodyDraftsForWhereTheyDoNotReach() {
		this.accounts.add("stranger", List.of("110000"), "POLICY_EDITOR", "POLICY_APPROVER");
		assertThat(this.api.begin("stranger", "2015-01-01", null).status()).isEqualTo(403);
		String id = this.api.begin(EDITOR, "2015-01-01", null).text("id");
		assertThat(this.api.put("stranger", id, "a.md", "x", null).problem()).isEqualTo("outside-region");
		assertThat(this.api.move("stranger", id, "check", null).status()).isEqualTo(403);
		assertThat(this.api.put(APPROVER, id, "a.md", "x", null).status()).isEqualTo(403);
	}

	@Test
	void theTimelineOfAProgramShowsItsDraftsToWhoMayReadThem() {
		String id = this.api.begin(EDITOR, "2031-01-01", null).text("id");
		this.accounts.add("worker", List.of("379901"), "CASE_WORKER");
		String path = "/policies?program=old-age-allowance&size=200";
		Answer timeline = this.api.send(EDITOR, HttpMethod.GET, path, null, null);
		assertThat(timeline.json().at("/items/0/state").asString()).isEqualTo("SUPERSEDED");
		assertThat(timeline.json().at("/items/1/state").asString()).isEqualTo("IN_FORCE");
		assertThat(timeline.json().get("items").valueStream()).anySatisfy((item) -> {
			assertThat(item.path("draft").asString("")).isEqualTo(id);
			assertThat(item.path("state").asString()).isEqualTo("DRAFT");
			assertThat(item.path("version").asString()).isEqualTo("2031-01-01");
		});
		Answer others = this.api.send("worker", HttpMethod.GET, path, null, null);
		assertThat(others.json().path("total").asInt()).isEqualTo(2);
	}

	@Test
	void whatIsGivenUpStaysOnFileAndIsListedOnlyWhenAskedFor() {
		this.accounts.add("writer", List.of("379901"), "POLICY_EDITOR");
		this.accounts.add("other-writer", List.of("379901"), "POLICY_EDITOR");
		this.accounts.add("far-approver", List.of("110101"), "POLICY_APPROVER");
		String id = this.api.begin("writer", "2032-01-01", null).text("id");
		assertThat(this.api.move("other-writer", id, "discard", null).problem()).isEqualTo("not-your-draft");
		assertThat(this.api.move("far-approver", id, "discard", null).problem()).isEqualTo("outside-region");
		assertThat(this.api.move("writer", id, "discard", null).text("state")).isEqualTo("DISCARDED");
		for (String move : List.of("discard", "submit", "check")) {
			assertThat(this.api.move("writer", id, move, null).problem()).as(move).isEqualTo("draft-state");
		}
		assertThat(this.api.put("writer", id, "a.md", "x", null).problem()).isEqualTo("draft-state");
		assertThat(listed("")).doesNotContain(id);
		assertThat(listed("&state=DISCARDED")).contains(id);
		assertThat(this.api.send(EDITOR, HttpMethod.GET, "/policies?program=old-age-allowance&size=200", null, null)
			.json()
			.get("items")
			.findValuesAsString("draft")).doesNotContain(id);
		String other = this.api.begin("writer", "2032-01-01", null).text("id");
		assertThat(this.api.move(APPROVER, other, "discard", null).status()).isEqualTo(200);
		assertThat(this.jdbc
			.sql("select done_by from audit_event where action = 'DRAFT_DISCARDED' and subject in (?, ?) order by id")
			.params(id, other)
			.query(String.class)
			.list()).containsExactly("writer", APPROVER);
	}

	private List<String> listed(String more) {
		return this.api.send(APPROVER, HttpMethod.GET, "/drafts?size=200" + more, null, null)
			.json()
			.get("items")
			.findValuesAsString("id");
	}

	@Test
	void draftsAreListedTheLastChangedFirst() {
		String first = this.api.begin(EDITOR, "2015-01-01", null).text("id");
		String second = this.api.begin(EDITOR, "2016-01-01", null).text("id");
		this.api.put(EDITOR, first, "a.md", "x", null);
		Answer list = this.api.send(APPROVER, HttpMethod.GET, "/drafts?state=DRAFT&program=old-age-allowance&size=2",
				null, null);
		assertThat(list.json().get("items").findValuesAsString("id")).containsExactly(first, second);
		assertThat(list.json().path("total").asInt()).isGreaterThanOrEqualTo(2);
		assertThat(this.api.send(APPROVER, HttpMethod.GET, "/drafts?program=none", null, null)
			.json()
			.path("total")
			.asInt()).isZero();
		assertThat(this.api.send(APPROVER, HttpMethod.GET, "/drafts?state=LOST", null, null).status()).isEqualTo(400);
		assertThat(this.api.get("00000000-0000-0000-0000-000000000000").problem()).isEqualTo("draft-not-found");
	}

}
