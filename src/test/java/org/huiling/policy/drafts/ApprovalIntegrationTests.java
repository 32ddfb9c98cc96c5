package org.huiling.policy.drafts;

import org.huiling.HuilingTest;
import org.huiling.TestAccounts;
import org.huiling.policy.drafts.DraftApi.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

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

/** From a finished draft to a version in force. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
class ApprovalIntegrationTests {

	private static final String BECAUSE = "{\"reason\": \"金额与通知不符\"}";

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
	void aVersionThatTwoPeopleAnswerForIsInForceAtOnce() {
		String id = this.api.shipped2014(EDITOR);
		assertThat(amount("2014-03", "1934-02-01")).isNotEqualTo("120.00");
		Answer submitted = this.api.move(EDITOR, id, "submit", null);
		assertThat(submitted.text("state")).isEqualTo("SUBMITTED");
		assertThat(submitted.text("submittedBy")).isEqualTo(EDITOR);
		Answer approved = this.api.move(APPROVER, id, "approve", null);
		assertThat(approved.text("state")).isEqualTo("APPROVED");
		Answer published = this.api.move(COLLEAGUE, id, "publish", null);
		assertThat(published.status()).as(published.json().toString()).isEqualTo(200);
		assertThat(published.text("version")).isEqualTo("2014-01-01");
		assertThat(published.text("publishedBy")).isEqualTo(COLLEAGUE);
		assertThat(published.text("approvedBy")).isEqualTo(APPROVER);
		assertThat(published.text("digest")).isEqualTo(this.api.get(id).text("digest"));
		assertThat(published.json().get("retroactive").asBoolean()).isTrue();
		assertThat(amount("2014-03", "1934-02-01")).isEqualTo("120.00");
		assertThat(this.api.get(id).text("state")).isEqualTo("PUBLISHED");
		Answer again = this.api.move(COLLEAGUE, id, "publish", null);
		assertThat(again.status()).isEqualTo(409);
		assertThat(again.text("detail")).contains("PUBLISHED").contains("[]");
		assertThat(this.api.put(EDITOR, id, "a.md", "x", null).status()).isEqualTo(409);
		assertThat(this.jdbc.sql("""
				select done_by || ' ' || action || ' ' || (details->>'digest') from audit_event
				where subject = 'model-district/old-age-allowance/2014-01-01'""").query(String.class).list())
			.containsExactly(COLLEAGUE + " POLICY_PUBLISHED " + published.text("digest"));
	}

	@Test
	void aCorrectionNamesWhatItCorrects() {
		String id = this.api.correction(EDITOR, "111.00");
		this.api.approved(id);
		Answer published = this.api.move(APPROVER, id, "publish", null);
		assertThat(published.text("version")).startsWith("2013-01-01.");
		assertThat(published.text("corrects")).startsWith("2013-01-01");
		assertThat(amount("2013-03", "1932-02-01")).isEqualTo("111.00");
		String next = this.api.correction(EDITOR, "112.00");
		assertThat(this.api.get(next).text("corrects")).isEqualTo(published.text("version"));
	}

	@Test
	void nobodyJudgesWhatTheyWrote() {
		String id = this.api.correction(EDITOR, "113.00");
		this.api.put(COLLEAGUE, id, "notes.md", "一个字", null);
		this.api.move(COLLEAGUE, id, "submit", null);
		for (String editor : new String[] { EDITOR, COLLEAGUE }) {
			assertThat(this.api.move(editor, id, "approve", null).problem()).isEqualTo("own-draft");
			assertThat(this.api.move(editor, id, "reject", BECAUSE).status()).isEqualTo(403);
		}
		assertThat(this.api.move(APPROVER, id, "approve", null).status()).isEqualTo(200);
		assertThat(this.api.move(EDITOR, id, "publish", null).status()).isEqualTo(403);
		assertThat(this.api.get(id).text("state")).isEqualTo("APPROVED");
	}

	@Test
	void anyEditMakesItADraftAgain() {
		String id = this.api.correction(EDITOR, "114.00");
		this.api.move(EDITOR, id, "submit", null);
		this.api.put(EDITOR, id, "notes.md", "一", null);
		assertThat(this.api.get(id).text("state")).isEqualTo("DRAFT");
		assertThat(this.api.move(APPROVER, id, "approve", null).status()).isEqualTo(409);
		this.api.approved(id);
		this.api.delete(EDITOR, id, "notes.md", null);
		Answer draft = this.api.get(id);
		assertThat(draft.text("state")).isEqualTo("DRAFT");
		assertThat(draft.json().get("approvedBy").isNull()).isTrue();
		assertThat(this.api.move(APPROVER, id, "publish", null).status()).isEqualTo(409);
	}

	@Test
	void whatIsTurnedDownSaysWhyAndMayBeMended() {
		String id = this.api.correction(EDITOR, "115.00");
		assertThat(this.api.move(APPROVER, id, "reject", BECAUSE).status()).isEqualTo(409);
		this.api.move(EDITOR, id, "submit", null);
		assertThat(this.api.move(APPROVER, id, "reject", "{}").json().at("/errors/0/field").asString())
			.isEqualTo("reason");
		Answer rejected = this.api.move(APPROVER, id, "reject", BECAUSE);
		assertThat(rejected.text("state")).isEqualTo("REJECTED");
		assertThat(rejected.text("reason")).isEqualTo("金额与通知不符");
		Answer submitted = this.api.move(EDITOR, id, "submit", null);
		assertThat(submitted.status()).isEqualTo(409);
		assertThat(submitted.text("detail")).contains("[EDIT, CHECK, DISCARD]");
		this.api.put(EDITOR, id, "notes.md", "改了", null);
		assertThat(this.api.move(EDITOR, id, "submit", null).status()).isEqualTo(200);
		assertThat(this.api.get(id).json().get("reason").isNull()).isTrue();
	}

	@Test
	void whatFailsItsCheckIsNotHandedInAndSaysWhichLine() {
		String id = this.api.correction(EDITOR, "122.00");
		this.api.put(EDITOR, id, "allowance.drl",
				this.api.file(id, "allowance.drl").replace("P.advancedAge", "P.advancedYears"), null);
		Answer submitted = this.api.move(EDITOR, id, "submit", null);
		assertThat(submitted.status()).isEqualTo(409);
		JsonNode error = submitted.json().at("/errors/0");
		assertThat(error.get("file").asString()).isEqualTo("allowance.drl");
		assertThat(error.get("line").asInt()).isPositive();
		assertThat(error.get("code").asString()).isEqualTo("UNKNOWN_PARAMETER");
		assertThat(error.get("message").asString()).contains("advancedYears");
		assertThat(error.has("field")).isFalse();
	}

	@Test
	void whatWasApprovedAndIsNotOkAnyMoreIsNotPublished() {
		String id = this.api.correction(EDITOR, "116.00");
		this.api.approved(id);
		this.jdbc.sql("delete from policy_draft_file where draft = cast(? as uuid) and path = 'examples.yaml'")
			.param(id)
			.update();
		Answer published = this.api.move(APPROVER, id, "publish", null);
		assertThat(published.status()).isEqualTo(409);
		assertThat(published.problem()).isEqualTo("check-failed");
		assertThat(published.json().get("errors").findValuesAsString("file")).contains("examples.yaml");
		assertThat(this.api.get(id).text("state")).isEqualTo("APPROVED");
	}

	@Test
	void whatIsNotWhatWasApprovedIsNotPublished() {
		String id = this.api.correction(EDITOR, "117.00");
		this.api.approved(id);
		this.jdbc.sql("insert into policy_draft_file values (cast(? as uuid), 'more.md', 'x')").param(id).update();
		assertThat(this.api.move(APPROVER, id, "publish", null).problem()).isEqualTo("not-what-was-approved");
	}

	@Test
	void ofTwoDraftsForOneDayOneIsPublishedAndTheOtherBecomesACorrection() {
		String first = this.api.correction(EDITOR, "118.00");
		String second = this.api.correction(EDITOR, "119.00");
		this.api.approved(first);
		this.api.approved(second);
		String version = this.api.move(APPROVER, first, "publish", null).text("version");
		assertThat(this.api.move(APPROVER, second, "publish", null).problem()).isEqualTo("version-taken");
		this.api.put(EDITOR, second, "notes.md", "x", null);
		this.api.approved(second);
		assertThat(this.api.move(APPROVER, second, "publish", null).text("corrects")).isEqualTo(version);
	}

	@Test
	void nobodyApprovesWhatTheyHaveNotSeen() {
		String id = this.api.correction(EDITOR, "121.00");
		String seen = this.api.move(EDITOR, id, "submit", null).etag();
		this.api.put(EDITOR, id, "notes.md", "x", null);
		String now = this.api.move(EDITOR, id, "submit", null).etag();
		String path = "/drafts/" + id + "/approve";
		assertThat(this.api.send(APPROVER, HttpMethod.POST, path, seen, null).status()).isEqualTo(412);
		assertThat(this.api.send(APPROVER, HttpMethod.POST, path, now, null).status()).isEqualTo(200);
	}

	private String amount(String period, String birthDate) {
		Answer answer = this.api.send(TestAccounts.TESTER, HttpMethod.POST, "/assessments", null, """
				{"period": "%s", "jurisdiction": "model-district", "applicant": {"birthDate": "%s",
				 "hukou": {"region": "379901003", "type": "RURAL", "since": "1950-01-01"}, "statuses": []}}"""
			.formatted(period, birthDate));
		return answer.json().at("/assessments/0/amount").toString();
	}

}
