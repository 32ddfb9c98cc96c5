package org.huiling.projection;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.Set;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.recalculation.Runs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Whom a draft hits and what it costs is known before it is published. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class ProjectedDraftsIntegrationTests {

	private static final String DRAFTS = "/api/v1/drafts/";

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	private People editor;

	private ProjectionCalls calls;

	@BeforeEach
	void signIn() {
		this.editor = People.as(this.client, "editor;POLICY_EDITOR;379901");
		this.calls = ProjectionCalls.as(this.client);
	}

	/** A correction of the allowance of 2013, with an amount in the place of 100.00. */
	private String draft(String amount) {
		String id = this.editor.post("/api/v1/drafts", """
				{"jurisdiction": "model-district", "program": "old-age-allowance", "effectiveFrom": "2013-01-01",
				 "title": {"zh": "提高标准", "en": "A raise"}, "basedOn": "2013-01-01"}""").is(201).text("/id");
		edit(id, "policy.yaml", "100.00", amount);
		edit(id, "examples.yaml", "100.00", amount);
		return id;
	}

	private void edit(String draft, String file, String from, String to) {
		byte[] content = this.client.get()
			.uri(DRAFTS + draft + "/files/" + file)
			.header(TestCallers.HEADER, this.editor.caller())
			.exchange()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody();
		String text = new String(content, StandardCharsets.UTF_8);
		assertThat(text).contains(from);
		this.client.method(HttpMethod.PUT)
			.uri(DRAFTS + draft + "/files/" + file)
			.header(TestCallers.HEADER, this.editor.caller())
			.contentType(MediaType.APPLICATION_OCTET_STREAM)
			.body(text.replace(from, to).getBytes(StandardCharsets.UTF_8))
			.exchange()
			.expectStatus()
			.isOk();
	}

	private static String order(String draft, String more) {
		return """
				{"jurisdiction": "model-district", "from": "2013-01", "to": "2013-06", "draft": %s, "reason": "x"%s}"""
			.formatted(draft, more);
	}

	@Test
	void whatADraftChangesIsKnownAndIsWhatARunComesToOnceItIsPublished() {
		Neighbourhood.of(60, new Random(7), this.client, this.jdbc);
		Runs runs = Runs.as(this.client);
		runs.completed("COMMIT", "2013-01", "2013-06");
		String id = draft("80.00");
		JsonNode tried = this.calls.completed(order("\"" + id + "\"", ""));
		String digest = this.jdbc.sql("select digest from projection_draft where draft = ?::uuid")
			.param(id)
			.query(String.class)
			.list()
			.get(0);
		assertThat(tried.at("/digests/" + id).stringValue()).isEqualTo(digest);
		assertThat(tried.at("/total/difference").decimalValue()).isNegative();
		assertThat(tried.at("/changes/LOSES").intValue()).isPositive();
		assertThat(tried.at("/changes/GAINS").intValue()).isZero();
		peopleAreForThoseWhoMaySeeThem(tried);
		JsonNode decided = this.calls.completed(order("[\"" + id + "\"]", ", \"appliedOnly\": true"));
		assertThat(decided.at("/total/difference").decimalValue()).isNegative();
		assertThat(decided.at("/total/before").decimalValue()).isLessThan(tried.at("/total/before").decimalValue());
		// what is projected stays what it was, however the draft is changed
		JsonNode before = this.calls.ended(tried.get("id").stringValue());
		publish(id);
		JsonNode run = runs.completed("DRY_RUN", "2013-01", "2013-06");
		JsonNode report = runs.get(run.get("id").stringValue(), "report").get("total");
		assertThat(report.get("paidBefore").decimalValue())
			.isEqualByComparingTo(decided.at("/total/before").decimalValue());
		assertThat(report.get("paidAfter").decimalValue())
			.isEqualByComparingTo(decided.at("/total/after").decimalValue());
		assertThat(this.calls.ended(tried.get("id").stringValue())).isEqualTo(before);
		assertThat(this.editor.post(ProjectionCalls.PATH, order("\"" + id + "\"", "")).is(422).text("/errors/0/code"))
			.isEqualTo("DRAFT_OVER");
		JsonNode now = this.calls.completed(
				"{\"jurisdiction\": \"model-district\", \"from\": \"2013-01\", \"to\": \"2013-06\", \"reason\": \"x\"}");
		assertThat(now.at("/total/before").decimalValue())
			.isEqualByComparingTo(tried.at("/total/after").decimalValue());
	}

	private void publish(String id) {
		People approver = People.as(this.client, "approver;POLICY_APPROVER;379901");
		this.editor.post(DRAFTS + id + "/submit", "{}").is(200);
		approver.post(DRAFTS + id + "/approve", "{}").is(200);
		approver.post(DRAFTS + id + "/publish", "{}").is(200);
	}

	private void peopleAreForThoseWhoMaySeeThem(JsonNode tried) {
		String path = ProjectionCalls.PATH + "/" + tried.get("id").stringValue();
		People worker = People.as(this.client, People.WORKER);
		JsonNode losers = worker.get(path + "/people?change=LOSES&size=200").is(200).body();
		assertThat(losers.get("total").intValue()).isEqualTo(tried.at("/changes/LOSES").intValue());
		BigDecimal lost = BigDecimal.ZERO;
		for (JsonNode one : losers.get("items")) {
			lost = lost.add(one.get("difference").decimalValue());
			assertThat(one.get("change").stringValue()).isEqualTo("LOSES");
			assertThat(one.at("/because/0/since").stringValue()).startsWith("2013-");
			assertThat(one.get("residentId").stringValue()).startsWith("379901*");
		}
		assertThat(lost).isNegative();
		assertThat(this.jdbc.sql("select count(*) from audit_event where action = 'PROJECTION_PEOPLE_READ'")
			.query(Integer.class)
			.single()).isPositive();
		JsonNode street = People.as(this.client, "worker;CASE_WORKER;379901001").get(path + "/people").is(200).body();
		assertThat(street.get("total").intValue())
			.isLessThan(worker.get(path + "/people").is(200).body().get("total").intValue());
		People.as(this.client, "worker;CASE_WORKER;110101").get(path + "/people").is(404);
		worker.get(path + "/people?change=NONSENSE").is(400);
		smallCellsAreHidden(this.editor.get(path).is(200).body(), tried);
	}

	/** An editor sees no count of fewer than five, an operator does. */
	private static void smallCellsAreHidden(JsonNode seen, JsonNode whole) {
		assertThat(seen.get("total")).isEqualTo(whole.get("total"));
		boolean few = false;
		boolean hidden = false;
		for (String list : Set.of("program", "region", "ageBand", "sex")) {
			for (JsonNode row : seen.at("/by/" + list)) {
				for (String name : Set.of("people", "GAINS", "LOSES", "NEW", "ENDS", "SAME", "NEEDS_INFORMATION")) {
					hidden |= row.get(name).isNull();
					assertThat(row.get(name).asInt(0)).as("%s %s", list, row)
						.satisfiesAnyOf((count) -> assertThat(count).isZero(),
								(count) -> assertThat(count).isGreaterThanOrEqualTo(5));
				}
			}
			for (JsonNode row : whole.at("/by/" + list)) {
				few |= row.get("people").intValue() < 5 || row.get("LOSES").intValue() % 5 != 0;
			}
		}
		assertThat(few).isTrue();
		assertThat(hidden).isTrue();
	}

	@Test
	void aNumberIsVaried() {
		Neighbourhood.of(40, new Random(9), this.client, this.jdbc);
		String vary = ", \"vary\": {\"program\": \"old-age-allowance\", \"parameter\": \"%s\", \"values\": [%s]}";
		String months = "{\"jurisdiction\": \"model-district\", \"from\": \"2013-01\", \"to\": \"%s\", \"reason\": \"x\"%s}";
		JsonNode varied = this.calls
			.completed(months.formatted("2013-06", vary.formatted("allowance80", "100, 80.00, 120")));
		JsonNode variants = varied.get("variants");
		assertThat(variants).hasSize(3);
		assertThat(variants.at("/0/after").decimalValue())
			.isEqualByComparingTo(varied.at("/total/before").decimalValue());
		assertThat(variants.at("/0/LOSES").intValue() + variants.at("/0/GAINS").intValue()).isZero();
		assertThat(variants.at("/1/value").decimalValue()).isEqualByComparingTo("80");
		assertThat(variants.at("/1/LOSES").intValue()).isPositive().isEqualTo(variants.at("/2/GAINS").intValue());
		assertThat(varied.get("total").get("after")).isEqualTo(varied.get("total").get("before"));
		String id = draft("80.00");
		JsonNode tried = this.calls.completed(order("\"" + id + "\"", ""));
		assertThat(variants.at("/1/after").decimalValue())
			.isEqualByComparingTo(tried.at("/total/after").decimalValue());
		assertThat(this.editor.post(ProjectionCalls.PATH, months.formatted("2013-06", vary.formatted("nothing", "1")))
			.is(422)
			.text("/errors/0/code")).isEqualTo("NO_SUCH_NUMBER");
		assertThat(this.editor
			.post(ProjectionCalls.PATH, months.formatted("2013-06", vary.formatted("advancedAge", "0.5")))
			.is(422)
			.text("/errors/0/code")).isEqualTo("VALUE_NOT_ADMITTED");
		assertThat(this.editor
			.post(ProjectionCalls.PATH, months.formatted("2013-06", vary.formatted("allowance80", "1,2,3,4,5,6")))
			.is(400)
			.text("/errors/0/code")).isEqualTo("VALUES_NOT_SAID");
	}

	@Test
	void draftsThatCannotBeTriedAreRefused() {
		String broken = draft("90.00");
		edit(broken, "examples.yaml", "90.00", "91.00");
		assertThat(this.editor.post(ProjectionCalls.PATH, order("\"" + broken + "\"", "")).is(422).text("/type"))
			.endsWith("check-failed");
		assertThat(this.editor
			.post(ProjectionCalls.PATH, order("[\"" + broken + "\", \"01a2207b-6b9f-7f5a-a426-1c304da3a32d\"]", ""))
			.is(422)
			.text("/errors/0/code")).isEqualTo("NO_SUCH_DRAFT");
		this.editor.post(ProjectionCalls.PATH, order("7", "")).is(400);
		this.editor.post(DRAFTS + broken + "/discard", "{}").is(200);
		assertThat(
				this.editor.post(ProjectionCalls.PATH, order("\"" + broken + "\"", "")).is(422).text("/errors/0/code"))
			.isEqualTo("DRAFT_OVER");
	}

}
