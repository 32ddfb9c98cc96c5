package org.huiling.projection;

import java.nio.charset.StandardCharsets;

import org.huiling.HuilingTest;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Where it is required, nobody approves what nobody has counted. */
@HuilingTest(properties = { "huiling.rules-import=ALWAYS", "huiling.sample=false", "huiling.projection=REQUIRED" })
@Import(TestCallers.class)
class RequiredProjectionIntegrationTests {

	private static final String DRAFTS = "/api/v1/drafts/";

	@Autowired
	RestTestClient client;

	@Test
	void aDraftIsApprovedOnceItWasProjectedAsItIs() {
		People editor = People.as(this.client, "editor;POLICY_EDITOR;379901");
		People approver = People.as(this.client, "approver;POLICY_APPROVER;379901");
		String id = editor.post("/api/v1/drafts", """
				{"jurisdiction": "model-district", "program": "old-age-allowance", "effectiveFrom": "2013-01-01",
				 "title": {"zh": "重印", "en": "Reprint"}, "basedOn": "2013-01-01"}""").is(201).text("/id");
		project(id);
		comment(editor, id);
		editor.post(DRAFTS + id + "/submit", "{}").is(200);
		assertThat(approver.post(DRAFTS + id + "/approve", "{}").is(409).text("/type")).endsWith("projection-required");
		project(id);
		approver.post(DRAFTS + id + "/approve", "{}").is(200);
	}

	private void project(String draft) {
		ProjectionCalls.as(this.client)
			.completed(
					"""
							{"jurisdiction": "model-district", "from": "2013-01", "to": "2013-02", "draft": "%s", "reason": "x"}"""
						.formatted(draft));
	}

	/** Another digest, and the same rules. */
	private void comment(People editor, String draft) {
		byte[] content = this.client.get()
			.uri(DRAFTS + draft + "/files/policy.yaml")
			.header(TestCallers.HEADER, editor.caller())
			.exchange()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody();
		this.client.method(HttpMethod.PUT)
			.uri(DRAFTS + draft + "/files/policy.yaml")
			.header(TestCallers.HEADER, editor.caller())
			.contentType(MediaType.APPLICATION_OCTET_STREAM)
			.body(("# 校订\n" + new String(content, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8))
			.exchange()
			.expectStatus()
			.isOk();
	}

}
