package org.huiling.web.policy;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

/** A jurisdiction, its first program and how it pays, by pages alone. */
@HuilingTest
@SharedService
@Import(TestCallers.class)
class ProposingPagesIntegrationTests {

	private static final Pattern CONFIRM = Pattern.compile("action=\"(/proposals/[0-9a-f-]{36}/confirm)\"");

	@Autowired
	TestAccounts accounts;

	@LocalServerPort
	int port;

	private PageClient editor;

	private PageClient approver;

	@BeforeEach
	void accounts() {
		this.accounts.add("town-editor", List.of("97"), "POLICY_EDITOR");
		this.accounts.add("town-approver", List.of("97"), "POLICY_APPROVER");
		this.editor = PageClient.of(this.port).signIn("town-editor");
		this.approver = PageClient.of(this.port).signIn("town-approver");
	}

	@Test
	void aJurisdictionItsProgramAndHowItPaysAreProposedByOneAndConfirmedByAnother() {
		assertThat(this.editor.send("GET", "/proposals", Map.of()).body()).contains("/proposals/new-jurisdiction",
				"/proposals/new-program", "/payment-rules");
		proposed("/proposals/jurisdictions",
				Map.of("zh", "示例新镇", "en", "Example Newtown", "id", "example-newtown", "regionPrefix", "970101"));
		confirm();
		assertThat(this.editor.send("GET", "/policies?jurisdiction=example-newtown", Map.of()).body())
			.contains("这个辖区还没有项目", "/proposals/new-program?jurisdiction=example-newtown");
		assertThat(this.editor.send("GET", "/proposals/new-program?jurisdiction=example-newtown", Map.of()).body())
			.contains("value=\"example-newtown\" selected=\"selected\"");
		proposed("/proposals/programs", Map.of("jurisdiction", "example-newtown", "zh", "生日慰问", "en", "Birthday gift",
				"id", "birthday-gift", "cycle", "YEAR", "paidTo", "PERSON", "order", "90"));
		confirm();
		assertThat(this.editor.send("GET", "/policies?jurisdiction=example-newtown", Map.of()).body()).contains("生日慰问",
				"/drafts/new?jurisdiction=example-newtown&amp;program=birthday-gift");
		proposed("/payment-rules", rule("payDay", "15"));
		confirm();
		assertThat(this.editor.send("GET", "/payment-rules?jurisdiction=example-newtown", Map.of()).body())
			.contains("自 2014-01 起：没有单独规则的全部项目", "<dd>15</dd>", "<dd>按月</dd>", "示例办法第九条", "town-approver");
	}

	@Test
	void whatIsWrongIsNamedAsTheFormNamesIt() {
		String wrong = this.editor.send("POST", "/proposals/jurisdictions", Map.of("zh", "示例", "id", "Big Town"))
			.body();
		assertThat(wrong).contains("英文名", "代码", "区划代码前缀");
		String rule = this.editor.send("POST", "/payment-rules", rule("payDay", "月底")).body();
		assertThat(rule).contains("发放日");
		assertThat(this.editor.send("GET", "/proposals", Map.of()).body()).doesNotContain("Big Town", "月底");
	}

	@Test
	void whoMayNotProposeReadsTheRulesWithoutAForm() {
		this.accounts.add("town-paymaster", List.of("97"), "PAYMASTER");
		PageClient paymaster = PageClient.of(this.port).signIn("town-paymaster");
		assertThat(paymaster.send("GET", "/payment-rules", Map.of()).body()).contains("发放日")
			.doesNotContain("name=\"payDay\"");
		assertThat(paymaster.send("POST", "/payment-rules", rule("payDay", "15")).statusCode()).isEqualTo(403);
	}

	private static Map<String, String> rule(String name, String value) {
		Map<String, String> rule = new HashMap<>(Map.of("jurisdiction", "example-newtown", "from", "2014-01",
				"frequency", "MONTHLY", "timing", "ARREARS", "tolerance", "0.00", "recoveryShare", "0.50", "dueDays",
				"30", "onDeath", "ESTATE", "basis", "示例办法第九条", "arrearsMonths", ""));
		rule.put(name, value);
		return rule;
	}

	private void proposed(String path, Map<String, String> form) {
		HttpResponse<String> answer = this.editor.send("POST", path, form);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
		assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/proposals");
	}

	private void confirm() {
		Matcher form = CONFIRM.matcher(this.approver.send("GET", "/proposals", Map.of()).body());
		assertThat(form.find()).isTrue();
		assertThat(this.approver.send("POST", form.group(1), Map.of()).statusCode()).isEqualTo(302);
		assertThat(form.find()).as("one thing waits at a time").isFalse();
	}

}
