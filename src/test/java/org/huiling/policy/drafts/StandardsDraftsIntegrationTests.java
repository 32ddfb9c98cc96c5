package org.huiling.policy.drafts;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.huiling.HuilingTest;
import org.huiling.TestAccounts;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.policy.TinyRules;
import org.huiling.policy.drafts.DraftApi.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiling.policy.drafts.DraftApi.APPROVER;
import static org.huiling.policy.drafts.DraftApi.COLLEAGUE;
import static org.huiling.policy.drafts.DraftApi.EDITOR;

/**
 * One notice sets a standard: one draft, whose check and comparison show every program
 * that goes by it.
 */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@Import(TestCallers.class)
class StandardsDraftsIntegrationTests {

	private static final String STANDARDS = """
			line:
			  title: {zh: 津贴标准, en: Allowance standard}
			  basis: 通知（2013）1号
			  value: {2013-01-01: 100.00}
			""";

	@Autowired
	RestTestClient client;

	@Autowired
	TestAccounts accounts;

	@Autowired
	JdbcClient jdbc;

	DraftApi api;

	People people;

	@DynamicPropertySource
	static void rules(DynamicPropertyRegistry properties) {
		var directory = DraftApi.rules();
		TinyRules rules = new TinyRules(directory).file("model-district/standards.yaml", STANDARDS);
		program(rules, "winter-allowance", "MONTH", "standards.line");
		program(rules, "summer-allowance", "YEAR", "standards.line, times: 2");
		program(rules, "spring-allowance", "MONTH", "standards.line, share: 50");
		properties.add("huiling.rules", directory::toString);
	}

	private static void program(TinyRules rules, String id, String cycle, String from) {
		rules.program("model-district", id, cycle, 60 + id.length())
			.version("model-district/" + id + "/2013-01-01", "1.00")
			.file("model-district/" + id + "/2013-01-01/policy.yaml", """
					title: {zh: 津贴办法, en: Allowance}
					basis: 津贴办法（自拟）
					effectiveFrom: 2013-01-01
					parameters:
					  age: {value: 80, unit: years, basis: 第一条}
					  allowance: {from: %s}
					""".formatted(from));
	}

	@BeforeEach
	void accounts() {
		DraftApi.accounts(this.accounts);
		this.accounts.add("elsewhere", List.of("110000"), "POLICY_EDITOR");
		this.api = new DraftApi(this.client);
		this.people = People.as(this.client, People.WORKER);
	}

	private Answer begin(String who, String more) {
		return this.api.send(who, HttpMethod.POST, "/drafts", null,
				"{\"standards\": true, \"title\": {\"zh\": \"调整标准\", \"en\": \"A raise\"}%s}".formatted(more));
	}

	private String begun(String who) {
		Answer begun = begin(who, ", \"jurisdiction\": \"model-district\"");
		assertThat(begun.status()).as(begun.json().toString()).isEqualTo(201);
		return begun.text("id");
	}

	/** A draft of the standards in force with one value more. */
	private String raise(String who, String day, String amount) {
		String id = begun(who);
		String content = this.api.file(id, "standards.yaml");
		this.api.put(who, id, "standards.yaml", content.replaceAll("(value: \\{.*)\\}",
				"$1, " + day + ": {value: " + amount + ", basis: 通知（" + day + "）}}"), null);
		return id;
	}

	private String decided(String person, String period) {
		JsonNode decision = this.people
			.post("/api/v1/applicants/" + person + "/decisions",
					"{\"period\": \"" + period + "\", \"programs\": [\"winter-allowance\"]}")
			.is(201)
			.body()
			.at("/items/0");
		return decision.get("id").asString() + " " + decision.get("amount").decimalValue() + " "
				+ decision.at("/why/0/standards/0/from").asString();
	}

	private boolean replays(String decided) {
		return this.people.post("/api/v1/decisions/" + decided.split(" ")[0] + "/replay", "")
			.is(200)
			.body()
			.get("same")
			.booleanValue();
	}

	private String notice(String decided) {
		return Objects.requireNonNull(this.client.get()
			.uri("/api/v1/decisions/" + decided.split(" ")[0] + "/notice")
			.header(TestCallers.HEADER, People.WORKER)
			.exchange()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody());
	}

	private static List<String> programs(JsonNode diff) {
		List<String> programs = new ArrayList<>();
		diff.path("versions").forEach((one) -> programs.add(one.path("program").asString()));
		return programs;
	}

	@Test
	void aRaiseIsDraftedComparedApprovedByAnotherPublishedAndDecidedBy() {
		String person = this.people.begun("""
				{"birthDate": "1930-01-15", "name": "试例戊", "hukou": {"region": "379901003", "since": "1950-01-01"}}""");
		String before = decided(person, "2013-09");
		String id = raise(EDITOR, "2013-08-01", "120.00");
		JsonNode view = this.api.get(id).json();
		assertThat(view.path("standards").asBoolean()).isTrue();
		assertThat(view.path("jurisdiction").asString()).isEqualTo("model-district");
		assertThat(this.api.send(EDITOR, HttpMethod.GET, "/drafts?jurisdiction=model-district", null, null)
			.json()
			.toString()).contains(id);
		JsonNode check = this.api.move(EDITOR, id, "check", null).json();
		assertThat(check.path("ok").asBoolean()).as(check.toString()).isTrue();
		JsonNode diff = this.api.send(EDITOR, HttpMethod.GET, "/drafts/" + id + "/diff", null, null).json();
		assertThat(diff.at("/standards/0/before").asString()).isEqualTo("100.00");
		assertThat(diff.at("/standards/0/after").asString()).isEqualTo("120.00");
		assertThat(programs(diff)).contains("winter-allowance", "summer-allowance");
		diff.path("versions").forEach((one) -> assertThat(one.path("peopleChanged").asInt()).isPositive());
		assertThat(this.api.move(EDITOR, id, "submit", null).status()).isEqualTo(200);
		assertThat(this.api.move(EDITOR, id, "approve", null).problem()).isEqualTo("own-draft");
		assertThat(this.api.move(APPROVER, id, "approve", null).status()).isEqualTo(200);
		Answer done = this.api.move(APPROVER, id, "publish", null);
		assertThat(done.status()).as(done.json().toString()).isEqualTo(200);
		assertThat(done.text("standards")).isEqualTo("model-district");
		assertThat(done.text("digest")).startsWith("sha256:");
		assertThat(done.text("approvedBy")).isEqualTo(APPROVER);
		assertThat(before).endsWith(" 100.00 2013-01-01");
		assertThat(replays(before)).isTrue();
		String after = decided(person, "2013-09");
		assertThat(after).endsWith(" 120.00 2013-08-01");
		assertThat(replays(after)).isTrue();
		assertThat(notice(after)).contains("津贴标准：自 2013-08-01 起 120.00（通知（2013-08-01））");
		JsonNode standard = this.api.send(EDITOR, HttpMethod.GET, "/standards?jurisdiction=model-district", null, null)
			.json()
			.at("/items/0");
		assertThat(standard.path("revision").asInt()).isEqualTo(done.json().path("revision").asInt());
		assertThat(standard.path("usedBy").toString()).contains("winter-allowance", "summer-allowance");
		assertThat(
				this.api.send(EDITOR, HttpMethod.GET, "/standards/model-district/file", null, null).json().asString())
			.contains("2013-08-01: {value: 120.00");
		assertThat(this.jdbc
			.sql("select count(*) from audit_event where action = 'STANDARDS_PUBLISHED'"
					+ " and details::text like '%' || ? || '%'")
			.param(id)
			.query(Integer.class)
			.single()).isEqualTo(1);
	}

	@Test
	void whatIsPublishedCannotBeChangedButCorrected() {
		String id = begun(EDITOR);
		String content = this.api.file(id, "standards.yaml");
		this.api.put(EDITOR, id, "standards.yaml", content.replace("2013-01-01: 100.00", "2013-01-01: 101.00"), null);
		JsonNode check = this.api.move(EDITOR, id, "check", null).json();
		assertThat(check.path("ok").asBoolean()).isFalse();
		assertThat(check.at("/problems/0/code").asString()).isEqualTo("STANDARD_PUBLISHED");
		assertThat(check.at("/problems/0/line").asInt()).isEqualTo(4);
		assertThat(check.at("/problems/0/hint").toString()).contains("2013-01-01.2");
		assertThat(this.api.move(EDITOR, id, "submit", null).problem()).isEqualTo("check-failed");
		this.api.put(EDITOR, id, "standards.yaml",
				content.replace("2013-01-01: 100.00", "2013-01-01: 100.00, 2013-01-01.2: 100.00"), null);
		assertThat(this.api.move(EDITOR, id, "check", null).json().path("ok").asBoolean()).isTrue();
		this.api.move(EDITOR, id, "discard", null);
	}

	@Test
	void theSecondOfTwoDraftsWouldUndoTheFirst() {
		String first = raise(EDITOR, "2015-01-01", "150.00");
		String second = raise(COLLEAGUE, "2015-02-01", "160.00");
		this.api.approved(first);
		assertThat(this.api.move(APPROVER, first, "publish", null).status()).isEqualTo(200);
		assertThat(this.api.move(COLLEAGUE, second, "check", null).json().toString()).contains("STANDARDS_CHANGED");
		assertThat(this.api.move(COLLEAGUE, second, "submit", null).problem()).isEqualTo("check-failed");
	}

	@Test
	void aWithdrawnVersionIsNeitherCheckedNorCompared() {
		String id = raise(EDITOR, "2016-01-01", "170.00");
		String diff = "/drafts/" + id + "/diff";
		assertThat(programs(this.api.send(EDITOR, HttpMethod.GET, diff, null, null).json()))
			.contains("spring-allowance");
		assertThat(this.api
			.send(APPROVER, HttpMethod.POST, "/policies/model-district/spring-allowance/2013-01-01/withdraw", null,
					"{\"reason\": \"误发\"}")
			.status()).isEqualTo(200);
		assertThat(programs(this.api.send(EDITOR, HttpMethod.GET, diff, null, null).json()))
			.contains("winter-allowance")
			.doesNotContain("spring-allowance");
		this.api.move(EDITOR, id, "discard", null);
	}

	@Test
	void whatIsNoDraftOfStandardsIsRefused() {
		assertThat(begin(EDITOR, "").status()).isEqualTo(400);
		assertThat(begin(EDITOR, ", \"jurisdiction\": \"moon\"").status()).isEqualTo(422);
		assertThat(begin(EDITOR, ", \"jurisdiction\": \"model-district\", \"program\": \"x\"").json().toString())
			.contains("NOT_OF_STANDARDS");
		assertThat(begin("elsewhere", ", \"jurisdiction\": \"model-district\"").problem()).isEqualTo("outside-region");
		String id = begun(EDITOR);
		assertThat(this.api.put(EDITOR, id, "policy.yaml", "x", null).json().toString()).contains("STANDARDS_ALONE");
		this.api.put(EDITOR, id, "standards.yaml", "a: &a [*a]", null);
		assertThat(this.api.move(EDITOR, id, "check", null).json().path("ok").asBoolean()).isFalse();
		assertThat(this.api.send(EDITOR, HttpMethod.GET, "/drafts/" + id + "/diff", null, null).json().toString())
			.contains("\"standards\":null");
		this.api.delete(EDITOR, id, "standards.yaml", null);
		assertThat(this.api.move(EDITOR, id, "check", null).json().toString()).contains("STANDARDS_MISSING");
		this.api.move(EDITOR, id, "discard", null);
	}

}
