package org.huiling.web.policy;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.huiling.HuilingTest;
import org.huiling.TestAccounts;
import org.huiling.policy.drafts.DraftApi;
import org.huiling.web.PageClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The desk of policy staff: what waits, examples accepted, changes undone, one view to
 * approve from.
 */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
class DraftDeskIntegrationTests {

	private static final Pattern SEEN = Pattern.compile("name=\"(number|name|seen)\" value=\"([^\"]*)\"");

	@Autowired
	TestAccounts accounts;

	@LocalServerPort
	int port;

	private PageClient editor;

	private PageClient approver;

	@DynamicPropertySource
	static void rules(DynamicPropertyRegistry properties) {
		properties.add("huiling.rules", () -> DraftApi.rules().toString());
	}

	@BeforeEach
	void accounts() {
		this.accounts.add("wen", List.of("379901"), "POLICY_EDITOR");
		this.accounts.add("shen", List.of("379901"), "POLICY_APPROVER");
		this.editor = PageClient.of(this.port).signIn("wen");
		this.approver = PageClient.of(this.port).signIn("shen");
	}

	@Test
	void examplesAcceptWhatCameOutOneByOneAndAllThatRemainAndItWaitsForTheApprover() {
		String draft = begun("2031-01-01");
		send(draft + "/parameters", "parameter.allowance80", "130.00");
		String report = get(this.editor, draft + "/report");
		List<String> all = seen(report.substring(0, report.indexOf("<article")));
		assertThat(all).as("number, name and what came out, of each that fails").hasSizeGreaterThan(9);
		assertThat(report).contains("<del>100.00</del>", "<ins>130.00</ins>", "其余 " + (all.size() / 6) + " 个示例都接受实际结果");
		assertThat(get(this.editor, "/")).as("no check was kept yet").doesNotContain("检查未通过");
		assertThat(this.editor
			.submit(draft + "/examples/accept", with(draft, all.subList(0, 4), "seen", "ELIGIBLE 999.00"))
			.statusCode()).as("not what was seen").isEqualTo(412);
		send(draft + "/examples/accept", all.subList(0, 6).toArray(String[]::new));
		String less = get(this.editor, draft + "/report");
		assertThat(less).contains("其余 " + (all.size() / 6 - 1) + " 个示例都接受实际结果");
		send(draft + "/examples/accept", seen(less.substring(0, less.indexOf("<article"))).toArray(String[]::new));
		assertThat(get(this.editor, draft + "/report")).contains("检查通过").doesNotContain("接受实际结果");
		String file = HtmlUtils.htmlUnescape(get(this.editor, draft + "/files?path=examples.yaml"));
		assertThat(file)
			.contains("expect: {outcome: ELIGIBLE, amount: 130.00, rules: [高龄津贴 80—89 周岁], missing: []}",
					"expect: {outcome: NOT_ELIGIBLE, amount: 0.00, rules: [], missing: []}", "amount: 300.00")
			.doesNotContain("amount: 100.00");
		send(draft + "/submit");
		assertThat(get(this.editor, "/")).doesNotContain("待批准");
		assertThat(get(this.approver, "/")).contains("待批准的草稿 1 份", draft + "/diff");
		assertThat(get(this.approver, draft + "/diff")).as("all in one view")
			.contains(draft + "/approve", draft + "/reject", "130.00", "examples.yaml", "谁的结果变了", "推演");
		assertThat(this.approver.submit(draft + "/reject", "revision", revision(draft), "reason", "依据不对").statusCode())
			.isEqualTo(302);
		assertThat(get(this.editor, "/")).contains("我的草稿被退回 1 份", draft);
		assertThat(get(this.approver, "/")).doesNotContain("待批准").contains("现在没有等您办的");
	}

	@Test
	void aRaiseUnderTheOldBasisAndExamplesOfOldMonthsAreSaidAndMended() {
		String draft = begun("2015-01-01");
		assertThat(get(this.editor, draft + "/report")).doesNotContain("依据还是");
		send(draft + "/parameters", "parameter.allowance80", "130.00");
		assertThat(get(this.editor, draft + "/report"))
			.contains("参数改了，依据还是“示范区高龄津贴办法（本项目自拟）”：allowance80 100.00 → 130.00", "早于本版本的施行日期（2015-01-01）", "后移到施行之后");
		send(draft + "/examples/move");
		String file = HtmlUtils.htmlUnescape(get(this.editor, draft + "/files?path=examples.yaml"));
		assertThat(file).contains("period: 2015-06", "birthDate: 1935-06-15", "deathDate: 2015-07-05")
			.doesNotContain("period: 2013");
		String report = get(this.editor, draft + "/report");
		assertThat(report).doesNotContain("早于本版本的施行日期");
		send(draft + "/examples/accept", seen(report.substring(0, report.indexOf("<article"))).toArray(String[]::new));
		assertThat(get(this.editor, draft + "/report")).contains("检查通过，有 1 处提醒", "依据还是");
		String header = HtmlUtils.htmlUnescape(get(this.editor, draft + "/files?path=policy.yaml"));
		send(draft + "/files", "path", "policy.yaml", "content", source(header).replaceFirst("^<textarea[^>]*>\\R?", "")
			.replace("basis: 示范区高龄津贴办法（本项目自拟）\n", "basis: 示范区高龄津贴办法（本项目自拟，2015 年修订）\n"));
		assertThat(get(this.editor, draft + "/report")).contains("检查通过").doesNotContain("依据还是");
	}

	@Test
	void aVersionSaysWhoWroteSubmittedApprovedAndPublishedIt() {
		String draft = begun("2037-01-01");
		send(draft + "/submit");
		assertThat(this.approver.submit(draft + "/approve", "revision", revision(draft)).statusCode()).isEqualTo(302);
		assertThat(this.approver.submit(draft + "/publish", "revision", revision(draft)).statusCode()).isEqualTo(302);
		assertThat(get(this.editor, "/policies/model-district/old-age-allowance/2037-01-01"))
			.contains(">wen</span>; <span>wen 提交</span>", "shen 发布，shen 批准");
		assertThat(get(this.editor, "/policies/model-district/old-age-allowance/2013-01-01")).doesNotContain("提交");
	}

	@Test
	void parametersAndConditionsAreSaidInWordsWithTheCodeBehind() {
		assertThat(get(this.editor, "/policies/model-district/old-age-allowance/2013-01-01"))
			.contains("<span>高龄津贴 80—89 周岁：给付的计算</span><br><code class=\"behind\">allowance80</code>", "<td>元</td>",
					"<td>年（岁）</td>", "<code class=\"behind\">ageOnLastDay &gt;= P.advancedAge</code>")
			.containsPattern(
					"<li><span>[^<]*≥ 80</span> <code class=\"behind\">ageOnLastDay &gt;= P.advancedAge</code>")
			.doesNotContain("<td>CNY</td>", "<td>years</td>");
		String draft = begun("2038-01-01");
		send(draft + "/parameters", "parameter.allowance80", "130.00");
		assertThat(get(this.editor, draft + "/parameters")).contains("<span>高龄津贴 80—89 周岁：给付的计算</span>", ">元</span>");
		assertThat(get(this.editor, draft + "/diff"))
			.contains("<span>高龄津贴 80—89 周岁：给付的计算</span><br><code class=\"behind\">allowance80</code>", "<td>元</td>");
	}

	@Test
	void whatACheckFindsLeadsWithTheSentenceAndLinksItsLine() {
		String draft = begun("2039-01-01");
		send(draft + "/files", "path", "policy.yaml", "content", "title: {zh: 甲, en: A}\nbasis: 乙\n");
		String problems = get(this.editor, draft + "/problems");
		assertThat(problems).containsPattern("/files\\?path=policy.yaml#line-[0-9]+\"");
		assertThat(problems.indexOf("class=\"said\"")).isPositive().isLessThan(problems.indexOf(">policy.yaml:"));
	}

	@Test
	void whatWasDeletedOrAlteredIsBroughtBack() {
		String draft = begun("2032-01-01");
		assertThat(get(this.editor, draft + "/history")).contains("还没有改过");
		String before = get(this.editor, draft + "/files?path=examples.yaml");
		send(draft + "/files/delete", "path", "examples.yaml");
		send(draft + "/parameters", "parameter.allowance80", "130.00");
		send(draft + "/files", "path", "notes.md", "content", "为什么");
		String history = get(this.editor, draft + "/history");
		assertThat(history).contains("删除 examples.yaml", "修改 policy.yaml", "新增 notes.md");
		assertThat(history.indexOf("notes.md")).as("the newest first").isLessThan(history.indexOf("examples.yaml"));
		List<String> undo = found(history, Pattern.compile("action=\"(" + draft + "/history/[0-9]+/undo)\""));
		assertThat(undo).hasSize(3);
		assertThat(get(this.approver, draft + "/history")).contains("删除 examples.yaml").doesNotContain("/undo");
		undo.forEach((path) -> send(path));
		assertThat(get(this.editor, draft + "/files?path=examples.yaml")).as("as it was").contains("expect:");
		assertThat(source(get(this.editor, draft + "/files?path=examples.yaml"))).isEqualTo(source(before));
		assertThat(get(this.editor, draft + "/parameters")).doesNotContain("130.00");
		assertThat(get(this.editor, draft + "/files")).doesNotContain("notes.md");
		assertThat(found(get(this.editor, draft + "/history"), Pattern.compile("(/history/[0-9]+/undo)\"")))
			.as("undoing is a change")
			.hasSizeGreaterThanOrEqualTo(6);
		String other = begun("2033-01-01");
		String change = undo.get(0).substring(undo.get(0).indexOf("/history"));
		assertThat(this.editor.submit(other + change, "revision", revision(other)).statusCode())
			.as("a change of another draft")
			.isEqualTo(404);
	}

	@Test
	void somebodyMadeUpIsTriedByTheFormKeptWithoutNumbersAndTriedAgainAfterEachChange() {
		String draft = begun("2034-01-01");
		String form = get(this.editor, draft + "/try");
		assertThat(form).as("the first month that it governs")
			.contains("name=\"period\" pattern=", "value=\"2034-01\"");
		assertThat(form).contains("name=\"birthDate\"", "name=\"hukou.region\"", draft + "/people");
		assertThat(get(this.approver, draft + "/try")).contains("name=\"birthDate\"").doesNotContain("name=\"name\"");
		String[] eighty = { "period", "2034-06", "birthDate", "1950-03-01", "hukou.region", "379901003", "person",
				"{\"birthDate\": \"1940-05-01\", \"residentId\": \"x\", \"name\": \"真名\"}" };
		assertThat(this.approver.submit(draft + "/try/form", eighty).body()).contains("100.00", "1950-03-01");
		assertThat(this.editor.submit(draft + "/people", eighty).body()).contains("请起一个名字");
		HttpResponse<String> kept = this.editor.submit(draft + "/people", plus(eighty, "name", "刚过八十"));
		String saved = kept.headers().firstValue("Location").orElseThrow();
		assertThat(this.editor.send("GET", saved.substring(saved.indexOf("/drafts/")), Map.of()).body())
			.contains("value=\"1950-03-01\"", "value=\"刚过八十\"", "100.00")
			.doesNotContain("真名");
		String before = get(this.editor, draft + "/people");
		assertThat(before).contains("刚过八十", "2034-06", "100.00").doesNotContain("有变化");
		send(draft + "/parameters", "parameter.allowance80", "130.00");
		assertThat(get(this.approver, draft + "/people")).as("tried anew").contains("100.00", "130.00", "有变化");
		assertThat(this.approver.submit(draft + "/people", plus(eighty, "name", "x")).statusCode()).isEqualTo(403);
		send(draft + "/files/delete", "path", "policy.yaml");
		assertThat(get(this.editor, draft + "/people")).contains("现在无法读取");
		String forget = found(before, Pattern.compile("action=\"(" + draft + "/people/[^\"]+/forget)\"")).get(0);
		send(forget);
		assertThat(get(this.editor, draft + "/people")).doesNotContain("刚过八十");
	}

	private static String[] plus(String[] fields, String... more) {
		List<String> all = new ArrayList<>(List.of(fields));
		all.addAll(List.of(more));
		return all.toArray(String[]::new);
	}

	private static String source(String page) {
		return page.substring(page.indexOf("<textarea"), page.indexOf("</textarea>"));
	}

	private String begun(String day) {
		HttpResponse<String> begun = this.editor.submit("/drafts", "jurisdiction", "model-district", "program",
				"old-age-allowance", "effectiveFrom", day, "basedOn", "2013-01-01", "titleZh", "提高标准", "titleEn",
				"A raise");
		String page = begun.headers().firstValue("Location").orElseThrow();
		return page.substring(page.indexOf("/drafts/"));
	}

	/** As the form of a page does, with the revision that it was made from. */
	private void send(String path, String... fields) {
		String draft = path.substring(0, path.indexOf('/', "/drafts/".length()));
		HttpResponse<String> answer = this.editor.submit(path, with(draft, List.of(fields)));
		assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(302);
	}

	private String[] with(String draft, List<String> fields, String... more) {
		List<String> all = new ArrayList<>(List.of("revision", revision(draft)));
		all.addAll(fields);
		all.addAll(List.of(more));
		return all.toArray(String[]::new);
	}

	private String revision(String draft) {
		return found(get(this.approver, draft), Pattern.compile("name=\"revision\" value=\"([0-9]+)\"")).stream()
			.findFirst()
			.orElseGet(() -> found(get(this.editor, draft + "/files"),
					Pattern.compile("name=\"revision\" value=\"([0-9]+)\""))
				.get(0));
	}

	private String get(PageClient who, String path) {
		return who.send("GET", path, Map.of()).body();
	}

	/** The fields of what was shown, names and values in turn. */
	private static List<String> seen(String form) {
		List<String> fields = new ArrayList<>();
		Matcher matcher = SEEN.matcher(form);
		while (matcher.find()) {
			fields.add(matcher.group(1));
			fields.add(HtmlUtils.htmlUnescape(matcher.group(2)));
		}
		return fields;
	}

	private static List<String> found(String page, Pattern pattern) {
		List<String> found = new ArrayList<>();
		Matcher matcher = pattern.matcher(page);
		while (matcher.find()) {
			if (!found.contains(matcher.group(1))) {
				found.add(matcher.group(1));
			}
		}
		return found;
	}

}
