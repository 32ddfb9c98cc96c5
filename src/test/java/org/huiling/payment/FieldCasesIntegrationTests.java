package org.huiling.payment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests as they came from real desks, in {@code field-cases.json}: lists as somebody
 * sent them, people as they were typed. Each is answered as its {@code check} says.
 */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class FieldCasesIntegrationTests {

	private static final JsonMapper MAPPER = new JsonMapper();

	private static final String IMPORT = "/api/v1/applicants/import";

	private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

	/** How the cases that are told in words are carried out. */
	private final Map<String, Runnable> byHand = Map.of("H29", this::aDeathByList, "H50", this::dibaoYetToCome, "H52",
			this::aTransferComesBack, "H54", this::resultsInChinese, "H56", this::peopleAsWorkbook, "H60",
			this::anotherFileUnderAUsedKey, "H67", this::aVersionWithoutSuccessor, "H70", this::withoutTheMiddleDot,
			"H72", this::aPlaceholderOnTheRoster, "H73", this::anotherHolder);

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	private People people;

	private Desk desk;

	@BeforeEach
	void signIn() {
		this.people = People.as(this.client, People.WORKER);
		this.desk = Desk.of(this.client);
	}

	@AfterEach
	void moveAway() {
		Past.moveAway(this.jdbc);
	}

	@ParameterizedTest
	@MethodSource("ids")
	void isAnsweredAsItShouldBe(String id) {
		carryOut(id);
	}

	static Stream<String> ids() {
		return cases().stream().map((one) -> one.get("id").stringValue());
	}

	private static List<JsonNode> cases() {
		try (InputStream file = FieldCasesIntegrationTests.class.getResourceAsStream("/field-cases.json")) {
			List<JsonNode> cases = new ArrayList<>();
			MAPPER.readTree(Objects.requireNonNull(file)).forEach(cases::add);
			return cases;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void carryOut(String id) {
		JsonNode one = cases().stream()
			.filter((each) -> each.get("id").stringValue().equals(id))
			.findFirst()
			.orElseThrow();
		Runnable step = this.byHand.get(id);
		if (step != null) {
			step.run();
		}
		else if (one.has("content")) {
			imported(one);
		}
		else {
			assessed(one);
		}
	}

	private void imported(JsonNode one) {
		String content = one.get("content").stringValue();
		byte[] bytes = one.get("encoding").stringValue().equals("hex")
				? HexFormat.of().parseHex(content.substring("HEX:".length()))
				: content.getBytes(StandardCharsets.UTF_8);
		JsonNode answer = sent(IMPORT + "?dryRun=true", one.get("contentType").stringValue(), bytes, null).is(200)
			.body();
		JsonNode check = one.get("check");
		for (String count : List.of("accepted", "refused", "warnings")) {
			if (check.has(count)) {
				assertThat(answer.get(count).intValue()).as("%s of %s", count, answer)
					.isEqualTo(check.get(count).intValue());
			}
		}
		if (check.has("warningOn")) {
			assertThat(answer.get("lines")).anySatisfy((line) -> assertThat(line.get("field").stringValue())
				.isEqualTo(check.get("warningOn").stringValue()));
		}
	}

	private void assessed(JsonNode one) {
		JsonNode answer = this.people.post("/api/v1/assessments", one.get("request").toString()).is(200).body();
		JsonNode check = one.get("check");
		if (check.has("outcome")) {
			assertThat(answer.at("/assessments/0/outcome").stringValue()).as("%s", answer)
				.isEqualTo(check.get("outcome").stringValue());
		}
		if (check.has("warning")) {
			List<JsonNode> warnings = new ArrayList<>();
			answer.get("warnings").forEach(warnings::add);
			answer.get("assessments").forEach((each) -> each.get("warnings").forEach(warnings::add));
			assertThat(warnings).as("%s", answer).isNotEmpty();
		}
	}

	private void aDeathByList() {
		JsonNode list = cases().stream()
			.filter((each) -> each.get("id").stringValue().equals("H29"))
			.findFirst()
			.orElseThrow();
		if (this.people.get("/api/v1/applicants?q=379901193303208302").is(200).body().get("total").intValue() == 0) {
			this.people.begun("""
					{"residentId": "379901193303208302", "name": "古丽米热·艾比布力", "birthDate": "1933-03-20",
					 "hukou": {"region": "379901003", "type": "RURAL"}}""");
		}
		JsonNode preview = sent(IMPORT + "?dryRun=true&mode=UPDATE", "text/csv",
				list.get("content").stringValue().getBytes(StandardCharsets.UTF_8), null)
			.is(200)
			.body();
		assertThat(preview.get("updated").intValue()).as("%s", preview).isOne();
		assertThat(preview.toString()).contains("deathDate");
	}

	private void dibaoYetToCome() {
		JsonNode taken = sent(IMPORT, "text/csv", """
				姓名,出生日期,户籍所在地,户口性质,低保类别,低保起始日期
				待享甲,1947-06-01,379901003,RURAL,RURAL,2014-07-15
				""".getBytes(StandardCharsets.UTF_8), null).is(200).body();
		assertThat(taken.get("accepted").intValue()).as("%s", taken).isOne();
		String id = this.people.get("/api/v1/applicants?q=" + encoded("待享甲")).is(200).text("/items/0/id");
		this.people.recorded(id,
				"""
						{"validFrom": "2013-01-01", "facts": {
						 "residence": {"region": "379901003", "since": "1950-01-01"}, "statuses": [], "careLevel": 0,
						 "disability": {"grade": 0}, "pension": {"monthlyAmount": 500},
						 "household": {"size": 1, "monthlyIncome": 1000, "livingAlone": false,
						  "dibao": {"type": "RURAL", "since": "2014-07-15"}},
						 "insurance": {"scheme": "NCMS", "year": 2013, "contributionPaid": true},
						 "claims": [{"id": "B1", "date": "2013-03-01", "kind": "DISASTER", "totalCost": 5000.00, "eligibleCost": 5000.00}]}}""");
		for (String[] asked : new String[][] { { "2013", "contribution-waiver" }, { "2013-03", "hardship-relief" } }) {
			JsonNode decided = this.people
				.post("/api/v1/applicants/" + id + "/decisions",
						"{\"period\": \"%s\", \"jurisdiction\": \"model-district\", \"programs\": [\"%s\"]}"
							.formatted((Object[]) asked))
				.is(201)
				.body();
			assertThat(decided.at("/items/0/outcome").stringValue()).as("%s", decided).isEqualTo("NOT_ELIGIBLE");
		}
	}

	private void aTransferComesBack() {
		String id = new Elders(this.people).eighty("6222000000000001");
		String january = this.desk.approved("2013-01");
		this.desk.results(january, "line,result,reason\n1,PAID,\n").is(200);
		this.desk.results(january, "line,result,reason\n1,RETURNED,账户销户退汇\n").is(200);
		String february = this.desk.made("2013-02").get("id").stringValue();
		assertThat(this.desk.lines(february, id)).extracting((line) -> line.get("kind").stringValue())
			.containsExactly("RETRY", "REGULAR");
	}

	private void resultsInChinese() {
		String id = new Elders(this.people).eighty("6222000000000001");
		String roster = this.desk.approved("2013-01");
		this.desk.results(roster, "行号,结果,原因\n1,失败,户名不符\n").is(200);
		assertThat(this.desk.lines(roster, id)).singleElement()
			.satisfies((line) -> assertThat(line.get("result").stringValue()).isEqualTo("FAILED"));
	}

	private void peopleAsWorkbook() {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (Workbook workbook = new Workbook(bytes, "Huiling", "1.0")) {
			Worksheet sheet = workbook.newWorksheet("people");
			String[][] rows = { { "身份证号码", "姓名", "出生日期", "户籍所在地" },
					{ "379901193302158016", "试例甲", "1933-02-15", "379901003" } };
			for (int row = 0; row < rows.length; row++) {
				for (int cell = 0; cell < rows[row].length; cell++) {
					sheet.value(row, cell, rows[row][cell]);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		People.Answer answer = sent(IMPORT + "?dryRun=true", XLSX, bytes.toByteArray(), null).is(200);
		assertThat(answer.text("/accepted")).isEqualTo("1");
	}

	private void anotherFileUnderAUsedKey() {
		String header = "姓名,出生日期,户籍所在地\n";
		sent(IMPORT, "text/csv", (header + "键一,1933-05-02,379901003\n").getBytes(StandardCharsets.UTF_8), "H60")
			.is(200);
		sent(IMPORT, "text/csv", (header + "键二,1933-05-03,379901003\n").getBytes(StandardCharsets.UTF_8), "H60")
			.is(422);
	}

	private void aVersionWithoutSuccessor() {
		People editor = People.as(this.client, "wen;POLICY_EDITOR;379901");
		String draft = editor.post("/api/v1/drafts", """
				{"jurisdiction": "model-district", "program": "old-age-allowance", "effectiveFrom": "2016-01-01",
				 "basedOn": "2014-01-01", "title": {"zh": "到期", "en": "It ends"}}""").is(201).text("/id");
		String file = "/api/v1/drafts/" + draft + "/files/policy.yaml";
		String header = new String(Objects.requireNonNull(this.client.get()
			.uri(file)
			.header(TestCallers.HEADER, editor.caller())
			.exchange()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody()), StandardCharsets.UTF_8);
		this.client.put()
			.uri(file)
			.header(TestCallers.HEADER, editor.caller())
			.header("Content-Type", "application/octet-stream")
			.body(header.replaceFirst("(?m)^effectiveFrom:.*$", "$0\neffectiveTo: 2016-12-31")
				.getBytes(StandardCharsets.UTF_8))
			.exchange()
			.expectStatus()
			.is2xxSuccessful();
		JsonNode check = editor.post("/api/v1/drafts/" + draft + "/check", "").is(200).body();
		assertThat(check.get("findings")).anySatisfy((finding) -> {
			assertThat(finding.get("kind").stringValue()).isEqualTo("NO_VERSION");
			assertThat(finding.get("period").stringValue()).isEqualTo("2017-01");
		});
	}

	private void withoutTheMiddleDot() {
		this.people.begun("""
				{"name": "古丽米热·艾比布力", "birthDate": "1933-03-20", "hukou": {"region": "379901003"}}""");
		assertThat(
				this.people.get("/api/v1/applicants?q=" + encoded("古丽米热艾比布力")).is(200).body().get("total").intValue())
			.isPositive();
	}

	private void aPlaceholderOnTheRoster() {
		assertThat(flags(eighty("老一", "1900-01-01", "老一"))).contains("BIRTH_DOUBTFUL");
	}

	private void anotherHolder() {
		assertThat(flags(eighty("卡六", "1933-01-10", "代领人"))).contains("HOLDER_DIFFERS");
	}

	private String eighty(String name, String born, String holder) {
		String id = this.people.begun("""
				{"name": "%s", "birthDate": "%s", "hukou": {"region": "379901003", "type": "RURAL"},
				 "residence": {"region": "379901003", "since": "1950-01-01"}, "pension": {"monthlyAmount": 0},
				 "careLevel": 0, "household": {"dibao": {"type": "NONE"}}, "statuses": [],
				 "lifeCheck": {"lastPassed": "2026-01-01"},
				 "payee": {"kind": "BANK", "bank": "示范银行", "account": "6222000011112222", "name": "%s"},
				 "applications": [{"program": "old-age-allowance", "date": "2013-01-15"}]}""".formatted(name, born,
				holder));
		new Elders(this.people).decide(id, "2013-01");
		return id;
	}

	private List<String> flags(String person) {
		String roster = this.desk.made("2013-01").get("id").stringValue();
		return StreamSupport.stream(this.desk.get(roster, "/flags?size=200").get("items").spliterator(), false)
			.filter((flag) -> person.equals(flag.get("applicantId").asString("")))
			.map((flag) -> flag.get("code").stringValue())
			.toList();
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private People.Answer sent(String uri, String type, byte[] body, @Nullable String key) {
		EntityExchangeResult<byte[]> result = this.client.post()
			.uri(uri)
			.header(TestCallers.HEADER, People.WORKER)
			.header("Content-Type", type)
			.headers((headers) -> {
				if (key != null) {
					headers.set("Idempotency-Key", key);
				}
			})
			.body(body)
			.exchange()
			.expectBody(byte[].class)
			.returnResult();
		byte[] content = Objects.requireNonNull(result.getResponseBody());
		return new People.Answer(result.getStatus().value(), result.getResponseHeaders(), MAPPER.readTree(content));
	}

}
