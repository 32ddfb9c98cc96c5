package org.huiling.applicant.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.facts.MadeUpIds;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Files as people send them: each line is taken whole or refused with a reason. */
@HuilingTest
@SharedService
@Import(TestCallers.class)
class ImportIntegrationTests {

	private static final JsonMapper MAPPER = new JsonMapper();

	private static final String WORKER = "worker;CASE_WORKER;379901";

	private static int made;

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	@Test
	@DisplayName("75 good lines are accepted, bad ones listed, and the counts add up")
	void takesGoodLinesAndListsBadOnes() {
		String id = id();
		JsonNode answer = csv("""
				residentId,name,birthDate,hukou.region
				%s,试例数甲,1933-02-15,379901003
				379901193302150021,试例数乙,1933-02-15,379901003
				,试例数丙,1933-02-30,379901003
				%s,试例数丁,1933-02-15,379901003

				,试例数戊,1933-02-15,379901003,x
				,试例数己,1933-02-15,379901003
				,,,
				""".formatted(id, id));
		assertThat(answer.get("accepted").asInt()).isEqualTo(2);
		assertThat(answer.get("refused").asInt()).isEqualTo(4);
		assertThat(answer.get("warnings").asInt()).isEqualTo(1);
		assertThat(errors(answer)).containsExactly("3 residentId CHECK_DIGIT", "4 birthDate INVALID_DATE",
				"5 residentId DUPLICATE_IN_FILE", "7  SURPLUS_CELLS");
		assertThat(answer.toString()).doesNotContain(id).doesNotContain("试例");
		JsonNode again = csv("residentId,name,birthDate,hukou.region\n%s,试例数庚,1933-02-15,379901003".formatted(id));
		assertThat(again.get("refused").asInt()).isEqualTo(1);
		assertThat(errors(again)).containsExactly("2 residentId ON_FILE");
		JsonNode elsewhere = MAPPER.readTree(send("/api/v1/applicants/import", "text/csv",
				"residentId,birthDate,hukou.region\n%s,1933-02-15,370214".formatted(id)
					.getBytes(StandardCharsets.UTF_8),
				null, "other;CASE_WORKER;370214")
			.getResponseBody());
		assertThat(errors(elsewhere)).containsExactly("2 residentId ON_FILE_ELSEWHERE");
	}

	@ParameterizedTest
	@DisplayName("71 UTF-8 with and without mark, GB18030 declared and found out, both line ends, Chinese headers")
	@CsvSource({ "UTF-8, false, text/csv", "UTF-8, true, text/csv", "UTF-8, false, text/csv;charset=utf-8",
			"GB18030, false, text/csv;charset=gb18030", "GBK, false, text/csv;charset=gb2312",
			"GB18030, false, text/csv" })
	void neverMakesMojibake(String charset, boolean mark, String type) {
		String name = "龘甲" + (made++);
		String text = (mark ? "\uFEFF" : "") + "姓名,出生日期,户籍所在地,性别\r\n" + name + ",1933年2月15日,379901003,女\r\n\r\n";
		JsonNode answer = MAPPER
			.readTree(send("/api/v1/applicants/import", type, text.getBytes(Charset.forName(charset)), null, WORKER)
				.getResponseBody());
		assertThat(answer.get("accepted").asInt()).as("%s", answer).isEqualTo(1);
		assertThat(found(name)).isEqualTo(1);
	}

	@Test
	@DisplayName("71 a file whose encoding shows late, and one that is damaged")
	void findsTheEncodingOutWhenItMattersAndRefusesDamagedLines() {
		StringBuilder text = new StringBuilder("name,birthDate,hukou.region\n");
		for (int i = 0; i < 3000; i++) {
			text.append(",1933-02-15,379901003\n");
		}
		String name = "试例晚" + (made++);
		text.append(name).append(",1933-02-15,379901003\n");
		JsonNode late = MAPPER.readTree(send("/api/v1/applicants/import", "text/csv",
				text.toString().getBytes(Charset.forName("GB18030")), null, WORKER)
			.getResponseBody());
		assertThat(late.get("accepted").asInt()).isEqualTo(3001);
		assertThat(found(name)).isEqualTo(1);
		byte[] damaged = ("name,birthDate,hukou.region\n" + "试例甲,1933-02-15,379901003\n".repeat(20)
				+ "试例?,1933-02-15,379901003\n")
			.getBytes(StandardCharsets.UTF_8);
		damaged[new String(damaged, StandardCharsets.ISO_8859_1).indexOf('?')] = (byte) 0xB0;
		JsonNode answer = MAPPER
			.readTree(send("/api/v1/applicants/import", "text/csv", damaged, null, WORKER).getResponseBody());
		assertThat(answer.get("accepted").asInt()).isEqualTo(20);
		assertThat(errors(answer)).containsExactly("22  LINE_ENCODING");
	}

	@Test
	void refusesFilesThatCannotBeReadAtAll() {
		refused(new byte[] { (byte) 0xFF, (byte) 0xFE, 'a', 0 }, "FILE_ENCODING");
		refused(new byte[] { (byte) 0x80, (byte) 0xFF, 0, 1, (byte) 0xFF }, "FILE_ENCODING");
		refused(new byte[0], "EMPTY_FILE");
		assertThat(csv("birthDate,foo\n").at("/lines/0/code").asString()).isEqualTo("EMPTY_FILE");
		refused("foo,bar\n1,2\n".getBytes(StandardCharsets.UTF_8), "NO_HEADER");
		refused("birthDate,出生日期\n1933-02-15,\n".getBytes(StandardCharsets.UTF_8), "DUPLICATE_COLUMN");
		refused("birthDate\n1933-02-15\n".getBytes(StandardCharsets.UTF_16LE), "FILE_ENCODING");
		refused("%PDF-1.4 x".getBytes(StandardCharsets.UTF_8), "NOT_A_TABLE");
		refused(new byte[] { (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0 }, "NOT_A_TABLE");
		refused((",".repeat(20_000) + "birthDate\n").getBytes(StandardCharsets.UTF_8), "TOO_MANY_COLUMNS");
		refused("name\n".getBytes(StandardCharsets.UTF_8), "REQUIRED");
	}

	@ParameterizedTest
	@DisplayName("72 ids as people and spreadsheets leave them")
	@CsvSource({ "3.79901E+17, RESIDENT_ID_FORMAT", "379901193302150000, CHECK_DIGIT",
			"379901330215002, RESIDENT_ID_15", "379901********0011, RESIDENT_ID_MASKED", "12345, RESIDENT_ID_FORMAT" })
	void refusesDamagedIds(String id, String code) {
		JsonNode answer = csv("residentId,birthDate\n" + id + ",1933-02-15");
		assertThat(errors(answer)).containsExactly("2 residentId " + code);
		assertThat(answer.toString()).doesNotContain(id);
	}

	@Test
	@DisplayName("72 full-width digits, spaces, a lower-case x; 73 1933.2.15")
	void takesIdsThatMeanOne() {
		String x = IntStream.range(2, 900)
			.mapToObj((sequence) -> MadeUpIds.of(LocalDate.of(1933, 2, 15), sequence))
			.filter((id) -> id.endsWith("X"))
			.findFirst()
			.orElseThrow();
		StringBuilder wide = new StringBuilder();
		id().chars().forEach((digit) -> wide.append((digit == 'X') ? "Ｘ" : (char) (digit - '0' + '０')));
		JsonNode answer = csv("身份证号,出生日期\n%s,1933.2.15\n%s,1933/2/15".formatted(x.toLowerCase(), wide));
		assertThat(answer.get("accepted").asInt()).as("%s", answer).isEqualTo(2);
		assertThat(found(x)).isEqualTo(1);
	}

	@Test
	void quotedCellsMayHoldCommasAndLineEndsAndABrokenOneRefusesItsLineAlone() {
		JsonNode answer = csv("name,birthDate\n\"甲,\"\"乙\"\"\",1933-02-15\n\"试\n例\",1933-02-15\n\"打开,1933-02-15\n"
				+ "试例辛,1933-02-15\n");
		assertThat(answer.get("accepted").asInt()).isEqualTo(2);
		assertThat(errors(answer)).containsExactly("3 name CONTROL_CHARACTER", "5  MALFORMED_ROW");
	}

	@Test
	void aListIsTakenThoughColumnsAreUnknownAndTheyAreNamed() {
		JsonNode answer = csv("示范区花名册,,,,\n序号,姓名,出生日期,户籍所在地,身份证号马,\n1,试例甲,1933/2/15 0:00,379901003,,\n"
				+ "2,试例乙,1933年02月15号,379901003,,\n合计,2人,,,,\n");
		assertThat(answer.get("accepted").asInt()).as("%s", answer).isEqualTo(2);
		assertThat(errors(answer)).containsExactly("5  FOOTER");
		assertThat(answer.get("ignoredColumns").toString()).isEqualTo("[\"序号\",\"身份证号马\",\"#6\"]");
		assertThat(answer.at("/didYouMean/身份证号马").asString()).startsWith("身份证号");
	}

	@Test
	void aWorkbookIsTakenWhateverItIsCalledAndItsRefusedRowsComeBackAsCsv() throws IOException {
		String id = id();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (Workbook book = new Workbook(bytes, "test", "1.0")) {
			Worksheet sheet = book.newWorksheet("名单");
			String[] header = { "身份证号码", "姓名", "出生日期", "户籍所在地", "备注" };
			for (int i = 0; i < header.length; i++) {
				sheet.value(0, i, header[i]);
				sheet.value(1, i, new String[] { id, "试例甲", "1933-02-15", "379901003", "=1+1" }[i]);
			}
			sheet.value(2, 0, 379901193302158016L);
			sheet.value(2, 1, "=cmd,x");
			sheet.value(2, 2, LocalDate.of(1933, 2, 15));
			sheet.style(2, 2).format("yyyy/m/d").set();
			book.newWorksheet("说明").value(0, 0, "怎样填写");
		}
		String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
		for (String each : List.of(type, "text/csv")) {
			JsonNode answer = MAPPER
				.readTree(send("/api/v1/applicants/import?dryRun=true", each, bytes.toByteArray(), null, WORKER)
					.getResponseBody());
			assertThat(answer.get("accepted").asInt()).as("%s", answer).isEqualTo(1);
			assertThat(errors(answer)).containsExactly("3 residentId LOST_DIGITS");
			assertThat(answer.get("lines").toString()).contains("SHEET_NOT_READ").contains("说明");
			String refused = new String(get("/api/v1/applicants/import/" + answer.get("id").asString() + "/refused"),
					StandardCharsets.UTF_8);
			assertThat(refused).contains("\"'=cmd,x\",1933-02-15");
		}
	}

	@Test
	void takesLinesOfJson() {
		JsonNode answer = MAPPER.readTree(send("/api/v1/applicants/import", "application/x-ndjson", """
				{"birthDate": "1933-02-15", "claims": [{"id": "c", "date": "2013-01-01", "kind": "OUTPATIENT"}]}
				{"birthDate": "1933-02-15", "foo": 1}

				{"birthDate":
				[1]
				{"birthDate": "1933-02-15", "hukou": {"region": "110101"}}
				""".getBytes(StandardCharsets.UTF_8), null, WORKER).getResponseBody());
		assertThat(answer.get("accepted").asInt()).isEqualTo(1);
		assertThat(errors(answer)).containsExactly("2 foo UNKNOWN_PROPERTY", "4 birthDate MALFORMED_JSON",
				"5  WRONG_TYPE", "6 hukou.region OUTSIDE_REGIONS");
	}

	@Test
	void aDryRunWritesNobody() {
		String id = id();
		long before = count();
		String file = "residentId,birthDate\n%s,1933-02-15\n%s,1933-02-15\n,1933-02-15\n".formatted(id, id);
		JsonNode answer = MAPPER.readTree(send("/api/v1/applicants/import?dryRun=true", "text/csv",
				file.getBytes(StandardCharsets.UTF_8), null, WORKER)
			.getResponseBody());
		assertThat(answer.get("accepted").asInt()).isEqualTo(2);
		assertThat(errors(answer)).containsExactly("3 residentId DUPLICATE_IN_FILE");
		assertThat(count()).isEqualTo(before);
	}

	@Test
	void theSameKeyAnswersTheSameAndDoesItOnce() {
		long before = count();
		byte[] file = "residentId,birthDate\n%s,1933-02-15\n,x\n".formatted(id()).getBytes(StandardCharsets.UTF_8);
		byte[] first = send("/api/v1/applicants/import", "text/csv", file, "import-1", WORKER).getResponseBody();
		byte[] again = send("/api/v1/applicants/import", "text/csv", file, "import-1", WORKER).getResponseBody();
		assertThat(again).isEqualTo(first);
		assertThat(count()).isEqualTo(before + 1);
	}

	@Test
	void anImportThatBrokeOffGoesOnWhereItStopped() {
		long before = count();
		StringBuilder file = new StringBuilder("residentId,birthDate\n");
		for (int i = 0; i < 4500; i++) {
			file.append((i % 500 == 7) ? "1234" : "").append(",1933-02-15\n");
		}
		byte[] bytes = file.toString().getBytes(StandardCharsets.UTF_8);
		send("/api/v1/applicants/import", "text/csv", bytes, "import-2", WORKER);
		assertThat(count()).isEqualTo(before + 4491);
		// as if the service had been killed after the first batch
		this.jdbc.sql("update applicant_import set completed = false where key_hash is not null and refused = 9")
			.update();
		JsonNode report = MAPPER
			.readTree(send("/api/v1/applicants/import", "text/csv", bytes, "import-2", WORKER).getResponseBody());
		assertThat(report.get("accepted").asInt()).isEqualTo(4491);
		assertThat(report.get("refused").asInt()).isEqualTo(9);
		assertThat(count()).isEqualTo(before + 4491);
		this.jdbc.sql("update applicant_import set completed = false where key_hash is not null and refused = 9")
			.update();
		EntityExchangeResult<byte[]> other = send("/api/v1/applicants/import", "text/csv",
				"residentId,birthDate\n,1933-02-16\n".getBytes(StandardCharsets.UTF_8), "import-2", WORKER);
		assertThat(other.getStatus().value()).isEqualTo(422);
	}

	@Test
	void refusedLinesComeBackToBeMendedAndSentAgain() {
		String wrong = "379901193302150021";
		JsonNode answer = csv("residentId,name,birthDate\n%s,\"试例,甲\",1933-02-15\n,试例乙,1933-02-15\n".formatted(wrong));
		String refused = new String(get("/api/v1/applicants/import/" + answer.get("id").asString() + "/refused"),
				StandardCharsets.UTF_8);
		assertThat(refused.lines()).hasSize(2)
			.first()
			.isEqualTo("\uFEFFimport.line,import.error,residentId,name,birthDate");
		assertThat(refused).contains("2,\"residentId: ").contains(wrong + ",\"试例,甲\",1933-02-15");
		JsonNode mended = MAPPER.readTree(send("/api/v1/applicants/import", "text/csv",
				refused.replace(wrong, id()).getBytes(StandardCharsets.UTF_8), null, WORKER)
			.getResponseBody());
		assertThat(mended.get("accepted").asInt()).as("%s", mended).isEqualTo(1);
		this.client.get()
			.uri("/api/v1/applicants/import/" + answer.get("id").asString() + "/refused")
			.header(TestCallers.HEADER, "other;CASE_WORKER;")
			.exchange()
			.expectStatus()
			.isNotFound();
	}

	@ParameterizedTest
	@ValueSource(strings = { "zh-CN", "en" })
	void theTemplateIsATableThatAnImportTakes(String language) {
		byte[] template = this.client.get()
			.uri("/api/v1/applicants/import/template")
			.header("Accept-Language", language)
			.header(TestCallers.HEADER, WORKER)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody();
		String header = new String(template, StandardCharsets.UTF_8);
		assertThat(header).contains("zh-CN".equals(language) ? "身份证号码,姓名,出生日期" : "residentId,name,birthDate");
		JsonNode answer = csv(header + ",,1933-02-15\r\n");
		assertThat(answer.get("accepted").asInt()).as("%s", answer).isEqualTo(1);
	}

	@Test
	void aRecordOfAnImportIsLikeAnyOther() {
		String name = "试例壬" + (made++);
		csv("name,birthDate,household.monthlyIncome,payee.account\n%s,1933-02-15,\"1,200\",620000001\n"
			.formatted(name));
		JsonNode found = MAPPER.readTree(get("/api/v1/applicants?q=" + name));
		String id = found.at("/items/0/id").asString();
		JsonNode person = MAPPER.readTree(get("/api/v1/applicants/" + id + "?date=1940-01-01"));
		assertThat(person.at("/household/monthlyIncome").decimalValue()).isEqualByComparingTo("1200");
		assertThat(person.at("/payee/account").asString()).isEqualTo("********0001");
		assertThat(MAPPER.readTree(get("/api/v1/applicants/" + id + "/records")).at("/items/0/recordedBy").asString())
			.isEqualTo("worker");
	}

	private void refused(byte[] file, String code) {
		EntityExchangeResult<byte[]> answer = send("/api/v1/applicants/import", "text/csv", file, null, WORKER);
		assertThat(answer.getStatus().value()).isEqualTo(400);
		assertThat(MAPPER.readTree(answer.getResponseBody()).at("/errors/0/code").asString()).isEqualTo(code);
	}

	private static String id() {
		return MadeUpIds.of(LocalDate.of(1933, 2, 15), 900 + (made++) % 99);
	}

	private int found(String q) {
		return MAPPER.readTree(get("/api/v1/applicants?q=" + q)).get("total").asInt();
	}

	private long count() {
		return this.jdbc.sql("select count(*) from applicant").query(Long.class).single();
	}

	private static List<String> errors(JsonNode answer) {
		return answer.get("lines")
			.valueStream()
			.filter((line) -> "ERROR".equals(line.get("severity").asString()))
			.map((line) -> line.get("line").asString() + " " + line.get("field").asString() + " "
					+ line.get("code").asString())
			.toList();
	}

	private JsonNode csv(String file) {
		EntityExchangeResult<byte[]> answer = send("/api/v1/applicants/import", "text/csv",
				file.getBytes(StandardCharsets.UTF_8), null, WORKER);
		assertThat(answer.getStatus().value()).isEqualTo(200);
		return MAPPER.readTree(answer.getResponseBody());
	}

	private byte[] get(String uri) {
		return this.client.get()
			.uri(uri)
			.header(TestCallers.HEADER, WORKER)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody();
	}

	private EntityExchangeResult<byte[]> send(String uri, String type, byte[] file, String key, String caller) {
		return this.client.post()
			.uri(uri)
			.header("Content-Type", type)
			.header(TestCallers.HEADER, caller)
			.headers((headers) -> {
				if (key != null) {
					headers.set("Idempotency-Key", key);
				}
			})
			.body(file)
			.exchange()
			.expectBody(byte[].class)
			.returnResult();
	}

}
