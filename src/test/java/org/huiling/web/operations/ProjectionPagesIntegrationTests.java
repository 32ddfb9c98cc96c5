package org.huiling.web.operations;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.TestAccounts;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.web.PageClient;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Policy staff order projections on pages, and see what came of them. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class ProjectionPagesIntegrationTests {

	@Autowired
	RestTestClient client;

	@Autowired
	TestAccounts accounts;

	@Autowired
	JdbcClient jdbc;

	@LocalServerPort
	int port;

	private static String page(PageClient who, String path) {
		HttpResponse<byte[]> answer = who.open(path);
		String page = new String(answer.body(), StandardCharsets.UTF_8);
		assertThat(answer.statusCode()).as("%s %s", path, page).isEqualTo(200);
		return page;
	}

	@Test
	void aProjectionIsOrderedFollowedAndShownWithDrawings() {
		People worker = People.as(this.client, People.WORKER);
		worker.begun("""
				{"birthDate": "1931-03-05", "sex": "MALE", "hukou": {"region": "379901003", "type": "RURAL"},
				 "applications": [{"program": "old-age-allowance", "date": "2013-01-10"}]}""");
		this.accounts.add("editor", List.of("379901"), "POLICY_EDITOR");
		this.accounts.add("auditor", List.of("379901"), "AUDITOR");
		PageClient editor = PageClient.of(this.port).signIn("editor");
		String draft = People.as(this.client, "writer;POLICY_EDITOR;379901").post("/api/v1/drafts", """
				{"jurisdiction": "model-district", "program": "old-age-allowance", "effectiveFrom": "2013-01-01",
				 "title": {"zh": "重印", "en": "Reprint"}, "basedOn": "2013-01-01"}""").is(201).text("/id");
		assertThat(page(editor, "/projections")).contains("还没有推演过");
		assertThat(page(editor, "/drafts/" + draft)).contains("还没有推演过", "/projections?draft=" + draft);
		assertThat(page(editor, "/projections?draft=" + draft)).contains("推演这份草稿", draft);
		editor.submit("/projections", "jurisdiction", "model-district", "from", "2013-01", "to", "2013-03", "draft",
				draft, "reason", "编制预算", "program", "old-age-allowance", "parameter", "allowance80", "values",
				"100，120.00");
		String id = this.jdbc.sql("select id::text from projection").query(String.class).single();
		People operator = People.as(this.client, "operator;BATCH_OPERATOR;379901");
		long end = System.nanoTime() + 60_000_000_000L;
		while (!"COMPLETED".equals(operator.get("/api/v1/projections/" + id).is(200).text("/state"))) {
			assertThat(System.nanoTime()).isLessThan(end);
		}
		assertThat(page(editor, "/projections")).contains("编制预算", "2013-01 – 2013-03", "已完成");
		assertThat(page(editor, "/projections/" + id))
			.contains("<svg class=\"bars\"", "各月支出", "参数改为各数时的支出", "300.00", "以表格显示", "不足五人的",
					"/drafts/" + draft + "\">高龄津贴，自 2013-01-01 起（重印）</a>")
			.doesNotContain("涉及的人员", "360.00");
		assertThat(page(editor, "/projections/" + id + "/progress")).contains("已测算 1 / 1 人");
		assertThat(page(editor, "/drafts/" + draft)).contains("最近一次推演（2013-01 至 2013-03）", "0 人减少");
		PageClient auditor = PageClient.of(this.port).signIn("auditor");
		assertThat(page(auditor, "/projections/" + id)).contains("涉及的人员", "360.00");
		assertThat(page(auditor, "/projections/" + id + "?change=LOSES")).contains("没有人。");
		assertThat(editor
			.submit("/projections", "jurisdiction", "model-district", "from", "2013-01", "to", "2013-03", "reason", "x",
					"values", "many")
			.statusCode()).isEqualTo(400);
		assertThat(editor.submit("/projections/" + id + "/stop").statusCode()).isEqualTo(409);
	}

}
