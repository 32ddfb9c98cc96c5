package org.huiling.spark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Lists on Spark, beside {@code assess} on one machine. */
class AssessTests {

	private static final String LIST = "test-data/applicants.csv";

	private static final Pattern CHECKSUM = Pattern.compile("checksum of the answers: ([0-9a-f]{32})");

	@TempDir
	static Path alone;

	private static String checksum;

	@TempDir
	Path directory;

	private String told = "";

	@BeforeAll
	static void assessOnOneMachine() throws Exception {
		System.setProperty("spark.master", "local[2]");
		System.setProperty("spark.ui.enabled", "false");
		System.setProperty("spark.log.level", "WARN");
		checksum = checksum(command(0, "--period", "2013-07", "-o", alone.resolve("answers.csv").toString(), LIST));
		command(0, "--period", "2013-07", "-o", alone.resolve("answers.jsonl").toString(), LIST);
	}

	/** What {@code assess} of the jar says. */
	private static String command(int code, String... arguments) throws Exception {
		List<String> call = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-jar", "target/huiling.jar", "assess", "--rules", "rules", "--jurisdiction", "model-district",
				"--lang", "zh"));
		call.addAll(List.of(arguments));
		Process process = new ProcessBuilder(call).redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(said).isEqualTo(code);
		return said.replace("结果核对数：", "checksum of the answers: ");
	}

	private static String checksum(String told) {
		Matcher found = CHECKSUM.matcher(told);
		assertThat(found.find()).as(told).isTrue();
		return found.group(1);
	}

	private int assess(String people, String out, String... more) {
		ByteArrayOutputStream err = new ByteArrayOutputStream();
		PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
		int code = Jobs.run(new Assess(stream), stream,
				Stream
					.concat(Stream.of("--rules", "rules/model-district", "--people", people, "--months", "2013-07",
							"--part-size", "30000", "--out", this.directory.resolve(out).toString()), Stream.of(more))
					.toArray(String[]::new));
		this.told = err.toString(StandardCharsets.UTF_8);
		return code;
	}

	private List<String> written(String out) throws IOException {
		try (Stream<Path> files = Files.list(this.directory.resolve(out))) {
			return files.filter((file) -> file.getFileName().toString().startsWith("part-"))
				.sorted()
				.flatMap((file) -> lines(file).stream())
				.toList();
		}
	}

	private static List<String> lines(Path file) {
		try {
			return Files.readAllLines(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Test
	void rowsAndChecksumAreThoseOfOneMachine() throws IOException {
		assertThat(assess(LIST, "answers.csv")).as(this.told).isZero();
		assertThat(this.told).contains("1200 lines: 1200 assessed, 0 refused");
		assertThat(checksum(this.told)).isEqualTo(checksum);
		List<String> rows = lines(alone.resolve("answers.csv"));
		List<String> parts = written("answers.csv");
		assertThat(parts.stream().filter(rows.get(0)::equals).count()).isGreaterThan(3);
		assertThat(parts).filteredOn((row) -> !row.equals(rows.get(0)))
			.containsExactlyElementsOf(rows.subList(1, rows.size()));
		assertThat(assess(LIST, "answers.csv")).isEqualTo(2);
		assertThat(this.told).contains("already");
	}

	@Test
	void linesOfJsonAreThoseOfOneMachine() throws IOException {
		assertThat(assess(LIST, "answers.jsonl")).as(this.told).isZero();
		assertThat(written("answers.jsonl")).containsExactlyElementsOf(lines(alone.resolve("answers.jsonl")));
	}

	@Test
	void columnsInAndOut() throws IOException {
		String people = this.directory.resolve("people.parquet").toString();
		String answers = this.directory.resolve("answers.parquet").toString();
		try (SparkSession session = Jobs.session("test")) {
			session.read().option("header", true).csv(LIST).repartition(3).write().parquet(people);
		}
		assertThat(assess(people, "answers.parquet", "--lang", "en")).as(this.told).isZero();
		assertThat(checksum(this.told)).isEqualTo(checksum);
		try (SparkSession session = Jobs.session("test")) {
			var rows = session.read().parquet(answers);
			assertThat(rows.count()).isEqualTo(lines(alone.resolve("answers.csv")).size() - 1L);
			assertThat(rows.select("file").distinct().count()).isEqualTo(3);
			assertThat(rows.schema().apply("amount").dataType().simpleString()).isEqualTo("decimal(38,2)");
		}
	}

	@Test
	void aRefusedLineIsToldByFileAndNumberAndNeverWithAnId() throws IOException {
		String id = "379901193302150019";
		Path lists = Files.createDirectory(this.directory.resolve("lists"));
		Files.write(lists.resolve("a.csv"), List.of("residentId,birthDate,hukou.region,colour",
				id + ",1933-02-15,379901003,blue", ",1933-02-15,379901003,"));
		Files.write(lists.resolve("b.csv"), List.of("出生日期,户籍所在地", "1933-02-31,379901003", "合计,1"));
		assertThat(assess(lists.toString(), "answers.csv", "--lang", "en")).isEqualTo(1);
		assertThat(this.told).contains("a.csv line 2: residentId: ", "b.csv line 2: birthDate: ",
				"a.csv: this column is not read: colour", "3 lines: 1 assessed, 2 refused; besides, 1 with a sum");
		assertThat(this.told).doesNotContain(id);
		assertThat(written("answers.csv")).anyMatch((row) -> row.startsWith("a.csv,3,"))
			.noneMatch((row) -> row.contains(id));
	}

	@Test
	void aTableOfADatabase() throws Exception {
		Path list = Files.write(this.directory.resolve("people.csv"), List.of("birthDate,hukou.region",
				"1933-02-15,379901003", "1938-02-15,379901003", "1950-02-15,", "1920-07-31,379901003"));
		String expected = checksum(command(0, "--period", "2013-07", list.toString()));
		try (EmbeddedPostgres server = EmbeddedPostgres.start();
				Connection database = server.getPostgresDatabase().getConnection();
				Statement statement = database.createStatement()) {
			statement.execute("create table people (id bigint, \"birthDate\" date, \"hukou.region\" text)");
			statement
				.execute("insert into people values (7, '1933-02-15', '379901003'), (8, '1938-02-15', '379901003'),"
						+ " (90, '1950-02-15', null), (12345678901, '1920-07-31', '379901003')");
			String url = server.getJdbcUrl("postgres", "postgres");
			assertThat(assess(url, "answers.csv", "--table", "people", "--key", "id", "--parts", "3")).as(this.told)
				.isZero();
			assertThat(checksum(this.told)).isEqualTo(expected);
			assertThat(written("answers.csv")).anyMatch((row) -> row.startsWith("12345678901,"));
			statement.execute("insert into people values (91, '2013-08-15', '379901003x')");
			assertThat(assess(url, "refused.csv", "--table", "people", "--key", "id", "--lang", "en")).isEqualTo(1);
			assertThat(this.told).contains("people line 91: hukou.region: ");
			statement.execute("alter table people add column rate double precision");
			assertThat(assess(url, "floating.csv", "--table", "people", "--key", "id")).isEqualTo(2);
			assertThat(this.told).contains("column rate is double");
		}
	}

	@Test
	void aWrongCallAssessesNobody() throws IOException {
		assertThat(assess("nobody.csv", "answers.csv")).isEqualTo(2);
		assertThat(this.told).contains("nobody.csv");
		assertThat(assess(LIST, "answers.doc")).isEqualTo(2);
		assertThat(assess(LIST, "answers.csv", "--programs", "old-age-allowence")).isEqualTo(2);
		assertThat(this.told).contains("old-age-allowance");
		Path list = Files.writeString(this.directory.resolve("names.csv"), "name\n甲\n");
		assertThat(assess(list.toString(), "answers.csv", "--lang", "en")).isEqualTo(2);
		assertThat(this.told).contains("names.csv: birthDate: ", "nobody was assessed");
		assertThat(this.directory.resolve("answers.csv")).doesNotExist();
	}

}
