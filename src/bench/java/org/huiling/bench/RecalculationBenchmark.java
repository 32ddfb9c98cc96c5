package org.huiling.bench;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import javax.sql.DataSource;

import org.huiling.HuilingApplication;
import org.huiling.TestAccounts;
import org.huiling.facts.CivilTime;
import org.huiling.facts.MadeUpIds;
import org.postgresql.PGConnection;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * The first decision of many people for a month, all programs, committed, against COPY of
 * the same people out and the same decisions in, same indexes; then the next month with
 * two in a hundred changed, against COPY of the people and what stands out.
 */
final class RecalculationBenchmark {

	static final int PEOPLE = Integer.getInteger("huiling.bench.recalculate", 1_000_000);

	private static final Path DIRECTORY = Path.of("target/bench");

	private static final List<String> READ = List.of("applicant", "applicant_region", "applicant_record");

	private static final List<String> WRITTEN = List.of("decision", "decision_facts");

	private static final JsonMapper MAPPER = new JsonMapper();

	private final HttpClient client = HttpClient.newHttpClient();

	private final String base;

	private final DataSource database;

	RecalculationBenchmark(String port, DataSource database) {
		this.base = "http://127.0.0.1:" + port + "/api/v1/";
		this.database = database;
	}

	static List<Row> run() throws Exception {
		Files.createDirectories(DIRECTORY);
		SpringApplication application = new SpringApplication(HuilingApplication.class, InAugust.class);
		try (ConfigurableApplicationContext context = application.run(arguments())) {
			return new RecalculationBenchmark(context.getEnvironment().getRequiredProperty("local.server.port"),
					context.getBean(DataSource.class))
				.measure();
		}
	}

	/** The settings of the service, which keeps its people for other benchmarks. */
	static String[] arguments() {
		return new String[] { "--server.port=0", "--huiling.data=target/bench/recalculation-data",
				"--logging.level.root=warn", "--huiling.sample=false",
				"--huiling.admin-password=" + TestAccounts.PASSWORD };
	}

	/** The months that are decided are those in which they are, as in life. */
	static class InAugust {

		@Bean
		@Primary
		Clock august() {
			return Clock.offset(Clock.system(CivilTime.ZONE),
					Duration.between(Instant.now(), Instant.parse("2013-08-20T00:00:00Z")));
		}

	}

	/** The people as a table, written if it is not there. */
	static Path population() throws IOException {
		Files.createDirectories(DIRECTORY);
		Path file = DIRECTORY.resolve("population-" + PEOPLE + ".csv");
		if (!Files.exists(file)) {
			write(file);
		}
		return file;
	}

	/** People on file for whom August is decided, unless they are there. */
	static void fill(String port, DataSource database) throws Exception {
		RecalculationBenchmark bench = new RecalculationBenchmark(port, database);
		bench.fill();
		if (bench.count("select count(*) from decision") == 0) {
			bench.recalculate("2013-08");
			bench.execute("analyze");
		}
	}

	private void fill() throws Exception {
		if (count("select count(*) from applicant") == 0) {
			send("POST", "applicants/import", "text/csv", HttpRequest.BodyPublishers.ofFile(population()));
			execute("analyze");
		}
	}

	private List<Row> measure() throws Exception {
		fill();
		if (Boolean.getBoolean("huiling.bench.import-only")) {
			return List.of();
		}
		double first = recalculate("2013-08");
		double firstFloor = copyOut(READ) + copyIn(WRITTEN);
		long decisions = count("select count(*) from decision");
		execute("insert into applicant_record (applicant, id, valid_from, recorded_at, recorded_by, facts)"
				+ " select id, gen_random_uuid(), date '2013-09-01', recorded_stamp(), 'bench',"
				+ " '{\"hukou\": {\"region\": \"110101001\"}}' from"
				+ " (select id, row_number() over (order by id) as n from applicant) a where n % 50 = 0");
		double next = recalculate("2013-09");
		double nextFloor = copyOut(READ) + copyOut(WRITTEN);
		String people = PEOPLE + " people, ";
		List<Row> rows = new ArrayList<>(List.of(
				Row.of("first decision of " + people + "all programs, " + decisions
						+ " decisions, against COPY of the people out and the decisions in", first, "s", firstFloor),
				Row.of("the next month's run over " + people
						+ "2 % changed, against COPY of the people and what stands out", next, "s", nextFloor)));
		rows.addAll(rosters());
		return rows;
	}

	/** The month is made, approved and written as csv and xlsx. */
	private List<Row> rosters() throws Exception {
		long begun = System.nanoTime();
		JsonNode roster = send("POST", "rosters", "application/json",
				HttpRequest.BodyPublishers.ofString("{\"jurisdiction\": \"model-district\", \"month\": \"2013-09\"}"));
		double made = (System.nanoTime() - begun) / 1e9;
		String id = roster.path("id").asString("");
		long lines = count("select count(*) from payment_line");
		double written = copyIn(List.of("payment_line"));
		double read = copyOut(List.of("payment_line"));
		String name = "a roster of " + lines + " lines ";
		double csv = lines(id, "text/csv");
		double xlsx = lines(id, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
		double reported = report(id, lines);
		return List.of(
				Row.of(name + "made, against COPY of the decisions out and the lines in", made, "s",
						copyOut(List.of("decision")) + written),
				Row.of(name + "as csv, against COPY of the lines out", csv, "s", read),
				Row.of(name + "as xlsx, against COPY of the lines out", xlsx, "s", read),
				Row.of("the bank's results of its lines, one in twenty failed, against COPY of them in", reported, "s",
						copyIn(List.of("payment_result"))));
	}

	/** Approves a roster and takes a result of every line that is paid. */
	private double report(String roster, long lines) throws Exception {
		StringBuilder results = new StringBuilder("line,result,reason\n");
		for (long line = 1; line <= lines; line++) {
			results.append(line).append((line % 20 == 0) ? ",FAILED,account closed\n" : ",PAID,\n");
		}
		Path file = Files.writeString(DIRECTORY.resolve("results.csv"), results);
		send("POST", "rosters/" + roster + "/approve", "application/json", HttpRequest.BodyPublishers.ofString("{}"));
		long begun = System.nanoTime();
		send("POST", "rosters/" + roster + "/results", "text/csv", HttpRequest.BodyPublishers.ofFile(file));
		return (System.nanoTime() - begun) / 1e9;
	}

	private double lines(String roster, String type) throws Exception {
		long begun = System.nanoTime();
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.base + "rosters/" + roster + "/lines"))
			.header("Accept", type)
			.header("Authorization", TestAccounts.basic("paymaster"))
			.build();
		HttpResponse<Path> answer = this.client.send(request,
				HttpResponse.BodyHandlers.ofFile(DIRECTORY.resolve("lines")));
		if (answer.statusCode() != 200) {
			throw new IllegalStateException("lines as " + type + ": " + answer.statusCode());
		}
		return (System.nanoTime() - begun) / 1e9;
	}

	private static void write(Path file) throws IOException {
		Random random = new Random(2);
		try (BufferedWriter out = Files.newBufferedWriter(file)) {
			out.write("residentId,name,birthDate,sex,hukou.region,hukou.type,hukou.since,residence.region,residence.since,"
					+ "household.size,household.monthlyIncome,household.livingAlone,household.dibao.type,disability.grade,"
					+ "careLevel,pension.monthlyAmount,statuses,payee.kind,payee.bank,payee.account,payee.name,"
					+ "lifeCheck.lastPassed,insurance.scheme,insurance.year,insurance.contributionPaid,choices,claims,"
					+ "applications[0].program,applications[0].date\n");
			LocalDate first = LocalDate.of(1917, 1, 1);
			for (int i = 0; i < PEOPLE; i++) {
				LocalDate birth = first.plusDays(i / 80);
				String id = MadeUpIds.of(birth, 1 + i % 80);
				boolean poor = random.nextInt(10) == 0;
				String region = "379901" + "%03d".formatted(1 + i % 40);
				out.write(id + ",试例" + (char) (0x4e00 + i % 5000) + "," + birth + ","
						+ ((i % 80 % 2 == 0) ? "MALE" : "FEMALE") + "," + region + ",RURAL,1960-01-01," + region
						+ ",1960-01-01," + (1 + random.nextInt(4)) + "," + (poor ? 300 : 1800) + ".00,"
						+ (random.nextInt(5) == 0) + "," + (poor ? "RURAL" : "NONE") + ","
						+ ((random.nextInt(20) == 0) ? 2 : 0) + ",0," + (random.nextInt(3) == 0 ? 0 : 1500)
						+ ",[],BANK,试例银行,6200" + "%08d".formatted(i) + ",试例,2013-06-01,NCMS,2013,true,[],[],"
						+ "old-age-allowance,2013-01-05\n");
			}
		}
	}

	/** How long COPY of the people out takes. */
	double copyOfPeople() throws SQLException, IOException {
		return copyOut(READ);
	}

	/** How long a projection of twelve months takes. */
	double project(String asked) throws Exception {
		return completed("projections", """
				{"jurisdiction": "model-district", "from": "2013-09", "to": "2014-08", %s"reason": "bench"}"""
			.formatted(asked));
	}

	private double recalculate(String month) throws Exception {
		return completed("recalculations", """
				{"jurisdiction": "model-district", "from": "%s", "to": "%s", "mode": "COMMIT", "reason": "bench"}"""
			.formatted(month, month));
	}

	private double completed(String path, String order) throws Exception {
		long begun = System.nanoTime();
		JsonNode run = send("POST", path, "application/json", HttpRequest.BodyPublishers.ofString(order));
		String id = run.path("id").asString("");
		while (true) {
			Thread.sleep(250);
			JsonNode now = send("GET", path + "/" + id, "application/json",
					HttpRequest.BodyPublishers.noBody());
			String state = now.path("state").asString("");
			if ("COMPLETED".equals(state)) {
				return (System.nanoTime() - begun) / 1e9;
			}
			if (!"STARTING".equals(state) && !"RUNNING".equals(state)) {
				throw new IllegalStateException(now.toString());
			}
		}
	}

	private double copyOut(List<String> tables) throws SQLException, IOException {
		long begun = System.nanoTime();
		for (String table : tables) {
			try (Connection connection = this.database.getConnection();
					OutputStream out = new BufferedOutputStream(Files.newOutputStream(DIRECTORY.resolve(table)))) {
				connection.unwrap(PGConnection.class)
					.getCopyAPI()
					.copyOut("copy " + table + " to stdout (format binary)", out);
			}
		}
		return (System.nanoTime() - begun) / 1e9;
	}

	private double copyIn(List<String> tables) throws SQLException, IOException {
		copyOut(tables);
		for (String table : tables) {
			execute("drop table if exists " + table + "_floor");
			execute("create table " + table + "_floor (like " + table + " including all)");
		}
		long begun = System.nanoTime();
		for (String table : tables) {
			try (Connection connection = this.database.getConnection();
					InputStream in = Files.newInputStream(DIRECTORY.resolve(table))) {
				connection.unwrap(PGConnection.class)
					.getCopyAPI()
					.copyIn("copy " + table + "_floor from stdin (format binary)", in, 1 << 16);
			}
		}
		return (System.nanoTime() - begun) / 1e9;
	}

	private JsonNode send(String method, String path, String type, HttpRequest.BodyPublisher body)
			throws IOException, InterruptedException {
		String account = path.startsWith("applicants") ? "caseworker"
				: path.startsWith("rosters/") ? "paymaster" : "operator";
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.base + path))
			.header("Content-Type", type)
			.header("Authorization", TestAccounts.basic(account))
			.method(method, body)
			.build();
		HttpResponse<String> answer = this.client.send(request, HttpResponse.BodyHandlers.ofString());
		if (answer.statusCode() >= 300) {
			throw new IllegalStateException(
					answer.statusCode() + " " + answer.body().substring(0, Math.min(500, answer.body().length())));
		}
		return MAPPER.readTree(answer.body());
	}

	private long count(String sql) throws SQLException {
		try (Connection connection = this.database.getConnection();
				Statement statement = connection.createStatement();
				var row = statement.executeQuery(sql)) {
			row.next();
			return row.getLong(1);
		}
	}

	private void execute(String sql) throws SQLException {
		try (Connection connection = this.database.getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
