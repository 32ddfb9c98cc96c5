package org.huiling.web.policy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.TestAccounts;
import org.huiling.account.TestCallers;
import org.huiling.web.PageClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** A fact declared over the pages: no YAML is written by hand, and no restart. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class FactDraftPagesIntegrationTests {

	@Autowired
	TestAccounts accounts;

	@LocalServerPort
	int port;

	PageClient editor;

	PageClient approver;

	@BeforeEach
	void accounts() {
		this.accounts.add("wen", List.of("379901"), "POLICY_EDITOR");
		this.accounts.add("shen", List.of("379901"), "POLICY_APPROVER");
		this.accounts.add("jing", List.of("379901"), "CASE_WORKER");
		this.editor = PageClient.of(this.port).signIn("wen");
		this.approver = PageClient.of(this.port).signIn("shen");
	}

	private String begun(String name) {
		var begun = this.editor.send("POST", "/drafts/facts",
				Map.of("name", name, "owner", "model-district", "titleZh", "党员情况", "titleEn", "Party members"));
		String page = begun.headers().firstValue("Location").orElseThrow();
		assertThat(page).as(begun.body()).endsWith("/facts");
		return page.substring(page.indexOf("/drafts/"), page.length() - "/facts".length());
	}

	private String get(PageClient who, String path) {
		return who.send("GET", path, Map.of()).body();
	}

	/** The number of changes that a page of the draft was made from. */
	private String revision(String draft) {
		String page = get(this.editor, draft + "/files");
		int at = page.indexOf("name=\"revision\" value=\"");
		return page.substring(at + 23, page.indexOf('"', at + 23));
	}

	private String add(String draft, String what, Map<String, String> fields) {
		Map<String, String> all = new TreeMap<>(fields);
		all.put("revision", revision(draft));
		var answer = this.editor.send("POST", draft + "/" + what, all);
		return (answer.statusCode() / 100 == 3) ? "" : answer.body();
	}

	@Test
	void aFactIsDeclaredTriedApprovedPublishedAndAskedFor() {
		assertThat(get(this.editor, "/facts")).contains("/drafts/new-facts");
		assertThat(get(this.editor, "/drafts/new-facts")).contains("示范区").doesNotContain("residence");
		String draft = begun("party-members");
		assertThat(add(draft, "facts", Map.of("name", "joinedParty", "zh", "入党时间", "en", "Joined the party on", "type",
				"DATE", "afterBirth", "true", "past", "true", "asked", "true")))
			.isEmpty();
		assertThat(add(draft, "facts", Map.of("name", "partyPost", "zh", "党内职务", "en", "Post", "type", "CODE", "codes",
				"NONE 无 None\r\nHEAD 书记 Head of a branch", "asked", "true")))
			.isEmpty();
		assertThat(add(draft, "derived", Map.of("name", "partyYears", "zh", "党龄", "en", "Years in the party", "is",
				"fullYears(joinedParty, firstDay)")))
			.isEmpty();
		assertThat(get(this.editor, draft + "/facts")).contains("入党时间", "党内职务", "fullYears(joinedParty, firstDay)",
				"household.size");
		assertThat(get(this.editor, draft + "/files")).contains("joinedParty: {type: date, notBefore: birthDate");
		String tried = this.editor
			.send("POST", draft + "/try", Map.of("period", "2013-07", "person",
					"{\"birthDate\": \"1930-01-10\", \"joinedParty\": \"1960-05-01\"}"))
			.body();
		assertThat(tried).contains("党龄", "<strong>53</strong>");
		assertThat(this.editor
			.send("POST", draft + "/try", Map.of("period", "2013-07", "person", "{\"birthDate\": \"1930-01-10\"}"))
			.body()).contains("joinedParty");
		assertThat(get(this.editor, draft + "/diff")).contains("joinedParty", "新的");
		assertThat(get(this.editor, draft + "/report")).contains("检查通过", "提交审批").doesNotContain("没有示例");
		this.editor.send("POST", draft + "/submit", Map.of("revision", revision(draft)));
		assertThat(get(this.approver, draft)).contains("批准");
		this.approver.send("POST", draft + "/approve", Map.of("revision", revision(draft)));
		var published = this.approver.send("POST", draft + "/publish", Map.of("revision", revision(draft)));
		assertThat(published.headers().firstValue("Location").orElse(published.body()))
			.endsWith("/facts?file=party-members");
		assertThat(get(this.approver, "/facts?file=party-members")).contains("入党时间", "党龄");
		assertThat(get(PageClient.of(this.port).signIn("jing"), "/people/new")).contains("name=\"joinedParty\"", "书记");
	}

	@Test
	void aStandardIsSetComparedApprovedByAnotherAndSeenByEverybody() {
		assertThat(get(this.editor, "/drafts")).contains("/drafts/new-standards");
		assertThat(get(this.editor, "/drafts/new-standards")).contains("示范区");
		var begun = this.editor.send("POST", "/drafts/standards",
				Map.of("jurisdiction", "model-district", "titleZh", "提高低保标准", "titleEn", "A raise"));
		String files = begun.headers().firstValue("Location").orElseThrow();
		assertThat(files).as(begun.body()).endsWith("/files");
		String draft = files.substring(files.indexOf("/drafts/"), files.length() - "/files".length());
		assertThat(get(this.editor, draft + "/files")).contains("dibaoStandard", "示范区的标准")
			.doesNotContain(draft + "/try");
		String content = """
				dibaoStandard:
				  title: {zh: 最低生活保障标准（每人每月）, en: Dibao standard (a person a month)}
				  unit: CNY
				  by: dibaoType
				  basis: 试例通知
				  URBAN: {2013-01-01: 450.00, 2013-07-01: 485.00, 2014-07-01: 520.00}
				  RURAL: {2013-01-01: 200.00, 2013-07-01: 230.00}
				""";
		this.editor.send("POST", draft + "/files",
				Map.of("revision", revision(draft), "path", "standards.yaml", "content", content));
		assertThat(get(this.editor, draft)).contains("提高低保标准");
		assertThat(get(this.editor, draft + "/report")).contains("检查通过", "提交审批").doesNotContain("没有示例");
		assertThat(get(this.editor, draft + "/diff")).contains("2014-07-01", "485.00", "520.00", "城市低保")
			.doesNotContain("URBAN");
		this.editor.send("POST", draft + "/submit", Map.of("revision", revision(draft)));
		this.approver.send("POST", draft + "/approve", Map.of("revision", revision(draft)));
		var published = this.approver.send("POST", draft + "/publish", Map.of("revision", revision(draft)));
		assertThat(published.headers().firstValue("Location").orElse(published.body()))
			.endsWith("/standards?jurisdiction=model-district");
		PageClient worker = PageClient.of(this.port).signIn("jing");
		assertThat(get(worker, "/standards")).contains("最低生活保障标准", "520.00", "试例通知", "农村低保")
			.doesNotContain("/drafts/new-standards", "URBAN");
		assertThat(get(this.editor, draft)).doesNotContain("发布后的版本名");
	}

	@Test
	void whatIsWrongIsSaidBesideItsField() {
		String draft = begun("wrong-ones");
		assertThat(add(draft, "facts", Map.of("name", "Bad Name", "zh", "甲", "en", "A", "type", "CODE", "codes", "x")))
			.contains("名字以小写英文字母开头", "这一行看不懂");
		assertThat(add(draft, "facts", Map.of("name", "birthDate", "zh", "生日", "en", "Birthday", "type", "DATE")))
			.isEmpty();
		assertThat(get(this.editor, draft + "/problems")).contains("birthDate", "wrong-ones.yaml:");
		assertThat(get(this.editor, draft + "/facts")).contains("文件有错");
		assertThat(this.approver.send("POST", draft + "/facts", Map.of("revision", "1")).statusCode()).isEqualTo(403);
	}

}
