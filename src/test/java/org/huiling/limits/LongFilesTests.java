package org.huiling.limits;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.huiling.Samples;
import org.huiling.TestAccounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files of any length go through a service of 256 MB: lists of people and the bank's
 * results, many rows or few huge ones. A scale of 4 makes csv of 300 MB and workbooks of
 * 60 MB.
 */
@TestInstance(Lifecycle.PER_CLASS)
class LongFilesTests {

	private static final Logger LOGGER = LoggerFactory.getLogger(LongFilesTests.class);

	private static final int MEGABYTE = 1 << 20;

	/** Beside what the service needs anyway. */
	private static final long MOST_LIVE = 100L * MEGABYTE;

	private static final String PEOPLE = "/api/v1/applicants/import?dryRun=true";

	private final HttpClient client = HttpClient.newHttpClient();

	private final Random random = new Random(Samples.seed());

	private Path directory;

	private ServiceProcess service;

	private long before;

	/** One after the other: of none of the files anything may stay. */
	@BeforeAll
	void start(@TempDir Path directory) throws Exception {
		this.directory = directory;
		this.service = ServiceProcess.start(directory, "256m");
		this.before = this.service.liveBytes();
	}

	@AfterAll
	void stop() {
		this.service.close();
	}

	@Test
	void listsOfPeople() throws Exception {
		int rows = Samples.of(150_000, 20_000);
		JsonNode csv = sent("people, csv", PEOPLE, "caseworker", lines("name,birthDate,hukou.region,备注\n", rows,
				(row) -> "王%06d,19%02d-01-0%d,379901003,%s\n".formatted(row, 20 + row % 20, 1 + row % 9, noise(470))));
		assertThat(csv.get("accepted").intValue() + csv.get("refused").intValue()).isEqualTo(rows);
		assertThat(csv.get("accepted").intValue()).isEqualTo(rows);
		Path book = this.directory.resolve("people.xlsx");
		int lines = Samples.of(150_000, 20_000);
		try (OutputStream out = Files.newOutputStream(book); Workbook written = new Workbook(out, "test", "1.0")) {
			Worksheet sheet = written.newWorksheet("名单");
			row(sheet, 0, "name", "birthDate", "hukou.region", "备注");
			for (int i = 1; i <= lines; i++) {
				row(sheet, i, "王" + i, "1931-02-0" + (1 + i % 9), "379901003", noise(160));
				if (i % 1000 == 0) {
					sheet.flush();
				}
			}
		}
		try (InputStream file = Files.newInputStream(book)) {
			JsonNode xlsx = sent("people, xlsx of " + Files.size(book) / MEGABYTE + " MB", PEOPLE, "caseworker", file);
			assertThat(xlsx.get("accepted").intValue()).isEqualTo(lines);
		}
	}

	@Test
	void listsOfHugeRows() throws Exception {
		int rows = Samples.of(75, 15);
		JsonNode csv = sent("huge rows, csv", PEOPLE, "caseworker", lines("name,birthDate,备注\n", rows,
				(row) -> "甲" + row + ",1931-02-30," + "长".repeat(MEGABYTE - 200) + "\n"));
		assertThat(csv.get("refused").intValue()).isEqualTo(rows);
		HttpResponse<InputStream> refused = this.client.send(
				request("/api/v1/applicants/import/" + csv.get("id").stringValue() + "/refused", "caseworker").build(),
				HttpResponse.BodyHandlers.ofInputStream());
		assertThat(refused.statusCode()).isEqualTo(200);
		try (InputStream body = refused.body()) {
			assertThat(body.transferTo(OutputStream.nullOutputStream())).isGreaterThan(3L * rows * (MEGABYTE - 200));
		}
		int huge = Samples.of(5);
		Path book = this.directory.resolve("huge.xlsx");
		try (OutputStream out = Files.newOutputStream(book); Workbook written = new Workbook(out, "test", "1.0")) {
			Worksheet sheet = written.newWorksheet("名单");
			row(sheet, 0, "name", "birthDate");
			for (int i = 1; i <= huge; i++) {
				row(sheet, i, "甲", "1931-02-01");
				for (int column = 2; column < 10_000; column++) {
					sheet.value(i, column, "长".repeat(30_000));
				}
				sheet.flush();
			}
		}
		try (InputStream file = Files.newInputStream(book)) {
			JsonNode xlsx = sent("huge rows, xlsx", PEOPLE, "caseworker", file);
			assertThat(xlsx.get("refused").intValue()).isEqualTo(huge);
			assertThat(xlsx.at("/lines/0/code").stringValue()).isEqualTo("LINE_TOO_LONG");
		}
	}

	@Test
	void resultsOfTheBank() throws Exception {
		String results = "/api/v1/rosters/" + roster() + "/results";
		int rows = Samples.of(300_000, 40_000);
		JsonNode csv = sent("results, csv", results + "?dryRun=true", "paymaster",
				lines("line,result,reason,x\n", rows, (row) -> "1,FAILED," + noise(190) + "," + noise(40) + "\n"));
		assertThat(csv.get("accepted").intValue()).isOne();
		JsonNode wrong = sent("results, csv that disagrees", results + "?dryRun=true", "paymaster",
				lines("line,result,reason\n", rows, (row) -> (row % 200 + 2) + ",FAILED," + noise(190) + "\n"));
		assertThat(wrong.get("errors").size()).isGreaterThanOrEqualTo(10_000);
		Path book = this.directory.resolve("bank.xlsx");
		int lines = Samples.of(150_000, 20_000);
		try (OutputStream out = Files.newOutputStream(book); Workbook written = new Workbook(out, "test", "1.0")) {
			Worksheet sheet = written.newWorksheet("回盘");
			row(sheet, 0, "行号", "结果", "原因");
			for (int i = 1; i <= lines; i++) {
				row(sheet, i, "1", "失败", noise(170));
				if (i % 1000 == 0) {
					sheet.flush();
				}
			}
		}
		try (InputStream file = Files.newInputStream(book)) {
			JsonNode xlsx = sent("results, xlsx of " + Files.size(book) / MEGABYTE + " MB", results, "paymaster", file);
			assertThat(xlsx.at("/roster/state").stringValue()).isEqualTo("CLOSED");
		}
	}

	private static void row(Worksheet sheet, int row, String... cells) {
		for (int column = 0; column < cells.length; column++) {
			sheet.value(row, column, cells[column]);
		}
	}

	/** So that nothing is packed away. */
	private String noise(int length) {
		byte[] bytes = new byte[length / 2];
		this.random.nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

	/** One line, approved. */
	private String roster() throws Exception {
		String id = posted("caseworker", "/api/v1/applicants", """
				{"name": "试例甲", "birthDate": "1933-01-10", "hukou": {"region": "379901003", "type": "RURAL"},
				 "lifeCheck": {"lastPassed": "2026-01-01"},
				 "payee": {"kind": "BANK", "bank": "示范银行", "account": "6222000000000001", "name": "试例甲"},
				 "applications": [{"program": "old-age-allowance", "date": "2013-01-15"}]}""").get("id").stringValue();
		posted("caseworker", "/api/v1/applicants/" + id + "/decisions", """
				{"period": "2013-01", "jurisdiction": "model-district", "programs": ["old-age-allowance"]}""");
		String roster = posted("operator", "/api/v1/rosters", """
				{"jurisdiction": "model-district", "month": "2013-01"}""").get("id").stringValue();
		posted("paymaster", "/api/v1/rosters/" + roster + "/approve", "{}");
		return roster;
	}

	private JsonNode posted(String account, String path, String body) throws Exception {
		HttpResponse<String> answer = this.client.send(request(path, account).header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(body))
			.build(), HttpResponse.BodyHandlers.ofString());
		assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
		return new JsonMapper().readTree(answer.body());
	}

	private HttpRequest.Builder request(String path, String account) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.service.port() + path))
			.header("Authorization", TestAccounts.basic(account));
	}

	/** Sends a file and looks at the heap as it is read. */
	private JsonNode sent(String what, String path, String account, InputStream file) throws Exception {
		long begun = System.nanoTime();
		CompletableFuture<HttpResponse<String>> answer = this.client
			.sendAsync(request(path, account).header("Content-Type", "text/csv")
				.POST(BodyPublishers.ofInputStream(() -> file))
				.build(), HttpResponse.BodyHandlers.ofString());
		long most = 0;
		HttpResponse<String> come = null;
		while (come == null) {
			most = Math.max(most, this.service.liveBytes() - this.before);
			try {
				come = answer.get(5, TimeUnit.SECONDS);
			}
			catch (TimeoutException ex) {
				assertThat(this.service.process().isAlive()).as(what).isTrue();
			}
			catch (ExecutionException ex) {
				throw new AssertionError(
						what + ": the service is " + (this.service.process().isAlive() ? "there" : "gone"), ex);
			}
		}
		LOGGER.info("{}: at most {} MB live beside {} MB before, {} s", what, most / MEGABYTE, this.before / MEGABYTE,
				TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun));
		assertThat(most).as(what).isLessThan(MOST_LIVE);
		assertThat(come.statusCode()).as(come.body().substring(0, Math.min(500, come.body().length()))).isIn(200, 422);
		return new JsonMapper().readTree(come.body());
	}

	private static InputStream lines(String header, int rows, IntFunction<String> row) {
		return new InputStream() {

			private InputStream line = new ByteArrayInputStream(header.getBytes(StandardCharsets.UTF_8));

			private int next;

			@Override
			public int read() throws IOException {
				byte[] one = new byte[1];
				return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
			}

			@Override
			public int read(byte[] target, int offset, int length) throws IOException {
				int read = this.line.read(target, offset, length);
				while (read < 0 && this.next < rows) {
					this.line = new ByteArrayInputStream(row.apply(this.next++).getBytes(StandardCharsets.UTF_8));
					read = this.line.read(target, offset, length);
				}
				return read;
			}

		};
	}

}
