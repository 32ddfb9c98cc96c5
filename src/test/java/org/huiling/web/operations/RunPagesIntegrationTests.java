package org.huiling.web.operations;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.TestAccounts;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.recalculation.Runs;
import org.huiling.web.PageClient;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** An operator sees on pages whom a run is about, and hands it out as files. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class RunPagesIntegrationTests {

	@Autowired
	RestTestClient client;

	@Autowired
	TestAccounts accounts;

	@Autowired
	JdbcClient jdbc;

	@LocalServerPort
	int port;

	private static String page(PageClient who, String path, String... headers) {
		HttpResponse<String> answer = who.send("GET", path, Map.of(), headers);
		assertThat(answer.statusCode()).as("%s %s", path, answer.body()).isEqualTo(200);
		return answer.body();
	}

	@Test
	void whoChangedWhoIsUndecidedAndWhoFailedStandsOnPagesAndInFiles() throws IOException {
		People worker = People.as(this.client, People.WORKER);
		worker
			.begun("""
					{"name": "试变甲", "birthDate": "1931-03-05", "sex": "MALE", "hukou": {"region": "379901003", "type": "RURAL"},
					 "applications": [{"program": "old-age-allowance", "date": "2013-01-10"}]}""");
		worker
			.begun("""
					{"name": "试变乙", "birthDate": "1921-03-05", "sex": "MALE", "hukou": {"region": "379901004", "type": "RURAL"},
					 "applications": [{"program": "old-age-allowance", "date": "2013-01-10"}]}""");
		String lacking = worker.begun("""
				{"name": "试缺丙", "birthDate": "1931-03-05", "hukou": {"region": "379901004", "type": "RURAL"}}""");
		String run = Runs.as(this.client).completed("COMMIT", "2013-01", "2013-02").get("id").stringValue();
		this.jdbc
			.sql("insert into recalculation_failure values (?::uuid, ?::uuid, 'model-district', 'RULE_FAILED in"
					+ " old-age-allowance 2013-01-01: Allowance at eighty (careLevel)')")
			.params(run, lacking)
			.update();
		this.accounts.add("operator", List.of("379901"), "BATCH_OPERATOR");
		this.accounts.add("auditor", List.of("379901"), "AUDITOR");
		PageClient operator = PageClient.of(this.port).signIn("operator");
		String path = "/runs/" + run;
		assertThat(page(operator, path))
			.contains("试变甲", "试变乙", path + "/undecided", "program=old-age-allowance&amp;because=FIRST")
			.doesNotContain(path + "/notices");
		assertThat(page(operator, path + "/changes")).contains("试变甲", "试变乙", "共 ", "高龄津贴")
			.doesNotContain("href=\"/people/");
		assertThat(page(operator, path + "/changes?region=379901003&program=old-age-allowance&because=FIRST"))
			.contains("试变甲", "共 1 项")
			.doesNotContain("试变乙");
		assertThat(page(operator, path + "/changes?because=VERSION")).contains("没有变化").doesNotContain("试变甲");
		assertThat(page(operator, path + "/undecided?region=379901004&program=old-age-allowance"))
			.contains("试缺丙", "高龄津贴", "申请")
			.doesNotContain("applications");
		assertThat(page(operator, path + "/failures"))
			.contains("试缺丙", "政策有误，无法给出金额：高龄津贴 2013-01-01", "(失能等级)", ">RULE_FAILED</code>")
			.doesNotContain("RULE_FAILED in", "careLevel");
		this.jdbc.sql("update recalculation_failure set reason = 'hukou.type UNKNOWN_CODE, careLevel TOO_LARGE'")
			.update();
		assertThat(page(operator, path + "/failures")).contains("读不出来：户口性质、失能等级", ">UNKNOWN_CODE TOO_LARGE</code>");
		assertThat(page(operator, path + "/notices")).startsWith("<!DOCTYPE html>").doesNotContain("试变甲");
		PageClient auditor = PageClient.of(this.port).signIn("auditor");
		assertThat(page(auditor, path + "/undecided")).contains("/people/" + lacking);

		String csv = page(operator, path + "/changes/csv?program=old-age-allowance&region=379901004");
		assertThat(csv).startsWith("\uFEFF档案编号,姓名,身份证号码,街道或区划,项目,期间");
		assertThat(csv).contains("试变乙", "高龄津贴", "首次认定", "可以享受").doesNotContain("old-age-allowance", "FIRST");
		assertThat(csv.lines().reduce("", (first, last) -> last)).isEqualTo("合计,,,,,,,,,,,300.00,0.00,,元");
		assertThat(page(operator, path + "/changes/csv", "Accept-Language", "en"))
			.contains("File number,Name,Resident id,Street or district", "Old-age allowance", "\nTotal,");
		assertThat(page(operator, path + "/undecided/csv")).contains("试缺丙", "还需要知道", "\n合计,");
		assertThat(page(operator, path + "/failures/csv")).contains("试缺丙", "户口性质、失能等级", "UNKNOWN_CODE", "\n合计,,,,1,");
		assertThat(sheet(operator.open(path + "/changes/xlsx").body())).contains("state=\"frozen\"", "inlineStr");
		assertThat(this.jdbc
			.sql("select count(*) from audit_event where subject = ? and action ="
					+ " 'RECALCULATION_UNDECIDED_READ' and details::text like '%csv%'")
			.param(run)
			.query(Long.class)
			.single()).isEqualTo(1);
		assertThat(page(auditor, "/people/" + lacking + "/access")).contains("operator");
		assertThat(operator.send("GET", "/runs/x/undecided", Map.of()).statusCode()).isEqualTo(404);
	}

	/**
	 * Claims of later months of the year are followed up, and are in no money by program.
	 */
	@Test
	void whatChangesInLaterMonthsIsSaidBesideTheFiguresThatLeaveItOut() {
		People.as(this.client, People.WORKER)
			.begun("""
					{"birthDate": "1938-01-10", "hukou": {"region": "379901003", "type": "RURAL"}, "statuses": [],
					 "household": {"size": 2, "monthlyIncome": 1900.00, "dibao": {"type": "NONE"}}, "disability": {"grade": 0},
					 "insurance": {"scheme": "NCMS", "year": 2013, "contributionPaid": true},
					 "claims": [{"id": "c1", "date": "2013-02-03", "admitted": "2013-01-28", "kind": "INPATIENT",
					             "hospitalTier": "COUNTY", "totalCost": 12000.00, "eligibleCost": 10000.00},
					            {"id": "c2", "date": "2013-05-03", "admitted": "2013-04-28", "kind": "INPATIENT",
					             "hospitalTier": "COUNTY", "totalCost": 12000.00, "eligibleCost": 10000.00}]}""");
		this.accounts.add("adder", List.of("379901"), "BATCH_OPERATOR");
		PageClient operator = PageClient.of(this.port).signIn("adder");
		Runs runs = Runs.as(this.client);
		String one = runs.completed("DRY_RUN", "2013-02", "2013-02").get("id").stringValue();
		assertThat(page(operator, "/runs/" + one)).contains("每项变化只算一次", "是 2013-02 以后月份的变化");
		String all = runs.completed("DRY_RUN", "2013-02", "2013-06").get("id").stringValue();
		assertThat(page(operator, "/runs/" + all)).contains("每项变化只算一次").doesNotContain("以后月份的变化");
	}

	@Test
	void theNoticesOfARunArePrintedFromItsPage() {
		People worker = People.as(this.client, People.WORKER);
		String person = worker.begun("""
				{"name": "试终丁", "birthDate": "1931-04-05", "hukou": {"region": "379901003", "type": "RURAL"},
				 "applications": [{"program": "old-age-allowance", "date": "2013-01-10"}]}""");
		Runs.as(this.client).completed("COMMIT", "2013-01", "2013-04");
		worker.recorded(person, """
				{"validFrom": "2013-03-20", "facts": {"deathDate": "2013-03-20"}, "reason": "learnt late"}""");
		String path = "/runs/" + Runs.as(this.client).completed("COMMIT", "2013-01", "2013-04").get("id").stringValue();
		this.accounts.add("printer", List.of("379901"), "BATCH_OPERATOR");
		PageClient operator = PageClient.of(this.port).signIn("printer");
		assertThat(page(operator, path)).contains("打印本批通知书", path + "/notices");
		assertThat(page(operator, path + "/notices")).contains("试终丁");
	}

	@Test
	void whatIsWrongWithAnOrderIsToldByTheNamesOfItsForm() {
		this.accounts.add("orderer", List.of("379901"), "BATCH_OPERATOR");
		PageClient operator = PageClient.of(this.port).signIn("orderer");
		Map<String, String> order = Map.of("jurisdiction", "model-district", "from", "2000-01", "to", "2013-07",
				"reason", "x", "mode", "DRY_RUN");
		assertThat(operator.send("POST", "/runs", order).body()).contains("<strong>截止月</strong>")
			.doesNotContain("<strong>to</strong>");
	}

	@Test
	void beforeARunDecidesItsDryRunIsNamedOrItIsAskedFor() {
		People.as(this.client, People.WORKER).begun("""
				{"name": "试算戊", "birthDate": "1931-05-05", "hukou": {"region": "379901003", "type": "RURAL"},
				 "applications": [{"program": "old-age-allowance", "date": "2013-01-10"}]}""");
		this.accounts.add("orderer", List.of("379901"), "BATCH_OPERATOR");
		PageClient operator = PageClient.of(this.port).signIn("orderer");
		assertThat(page(operator, "/runs")).contains("只复核一部分", "value=\"old-age-allowance\"", "落实…");
		String[] same = { "jurisdiction", "model-district", "from", "2013-05", "to", "2013-06", "programs",
				"old-age-allowance", "reason", "六月", "mode", "COMMIT" };
		HttpResponse<String> asked = operator.submit("/runs/commit", same);
		assertThat(asked.statusCode()).isEqualTo(200);
		assertThat(asked.body()).contains("还没有试算过", "不试算，直接落实", "name=\"programs\" value=\"old-age-allowance\"");
		String[] dry = same.clone();
		dry[dry.length - 1] = "DRY_RUN";
		String path = operator.submit("/runs", dry).headers().firstValue("Location").orElse("");
		path = path.substring(path.indexOf("/runs/"));
		Runs.as(this.client).ended(path.substring("/runs/".length()));
		assertThat(page(operator, path)).contains("按月的", "高龄津贴").doesNotContain("一次性的（");
		assertThat(operator.submit("/runs/commit", same).body()).contains("同样范围最近一次试算", path, "试算的金额", "orderer")
			.doesNotContain("还没有试算过");
		String dryPage = page(operator, path);
		assertThat(dryPage).contains("action=\"/runs/commit\"", "落实这一批…",
				"name=\"programs\" value=\"old-age-allowance\"", "name=\"from\" value=\"2013-05\"");
		assertThat(operator.submit("/runs/commit", same).body()).contains(
				"<option value=\"model-district\" selected=\"selected\">", "name=\"from\" value=\"2013-05\"",
				"id=\"commit-reason\"", "value=\"六月\"", "待办最多会增加");
		String[] other = same.clone();
		other[7] = "living-subsidy";
		assertThat(operator.submit("/runs/commit", other).body()).contains("还没有试算过");
		assertThat(operator.submit("/runs/commit", "jurisdiction", "model-district", "reason", "x", "mode", "COMMIT")
			.statusCode()).isEqualTo(400);
		assertThat(operator
			.submit("/runs", "jurisdiction", "model-district", "programs", "old-age-allowance", "version", "2013-01-01",
					"reason", "x", "mode", "DRY_RUN")
			.statusCode()).isEqualTo(422);
		String[] touched = { "jurisdiction", "model-district", "from", "2013-05", "to", "2013-06", "touchedSince",
				"2026-01-01", "reason", "x", "mode", "DRY_RUN" };
		String narrow = operator.submit("/runs", touched).headers().firstValue("Location").orElse("");
		narrow = narrow.substring(narrow.indexOf("/runs/"));
		Runs.as(this.client).ended(narrow.substring("/runs/".length()));
		assertThat(page(operator, narrow)).contains("name=\"touchedSince\" value=\"2026-01-01\"");
		touched[touched.length - 1] = "COMMIT";
		assertThat(operator.submit("/runs/commit", touched).body())
			.contains("name=\"touchedSince\" value=\"2026-01-01\"", "自这一天起登记过资料的人 2026", "同样范围最近一次试算")
			.containsPattern("id=\"touchedSince\"[^>]*value=\"2026-01-01\"");
	}

	@Test
	void beforeARunDecidesItSaysHowManyTasksThatBrings() {
		People.as(this.client, People.WORKER)
			.begun("{\"name\": \"试缺己\", \"birthDate\": \"1931-05-05\", \"hukou\": {\"region\": \"379901003\", \"type\": \"RURAL\"}}");
		this.accounts.add("orderer", List.of("379901"), "BATCH_OPERATOR");
		PageClient operator = PageClient.of(this.port).signIn("orderer");
		String[] dry = { "jurisdiction", "model-district", "from", "2013-07", "to", "2013-08", "programs",
				"old-age-allowance", "reason", "八月", "mode", "DRY_RUN" };
		String path = operator.submit("/runs", dry).headers().firstValue("Location").orElse("");
		String id = path.substring(path.indexOf("/runs/") + "/runs/".length());
		Runs.as(this.client).ended(id);
		long tasks = this.jdbc.sql("select count(distinct applicant) from recalculation_undecided where run = ?::uuid")
			.param(id)
			.query(Long.class)
			.single();
		String[] commit = dry.clone();
		commit[commit.length - 1] = "COMMIT";
		assertThat(tasks).isPositive();
		assertThat(operator.submit("/runs/commit", commit).body()).contains("待办最多会增加 " + tasks + " 项");
	}

	/** The first sheet of a workbook, as XML. */
	private static String sheet(byte[] workbook) throws IOException {
		Path file = Files.write(Files.createTempFile("changes", ".xlsx"), workbook);
		try (ZipFile zip = new ZipFile(file.toFile())) {
			return new String(zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
					StandardCharsets.UTF_8);
		}
		finally {
			Files.delete(file);
		}
	}

}
