package org.huiling.bench;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import javax.sql.DataSource;

import org.huiling.HuilingApplication;
import org.huiling.TestAccounts;
import org.postgresql.PGConnection;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A list of the dead, every line of somebody on file, two in a hundred of whom are paid
 * afterwards if anything is decided, sent, sealed and matched, against COPY of its rows
 * into a table of the same indexes. The people are those of the recalculation, and files
 * made in the database until there are as many as {@code huiling.bench.register} says.
 */
final class CrossCheckBenchmark {

	private static final int LINES = Integer.getInteger("huiling.bench.lines", 100_000);

	private static final int REGISTER = Integer.getInteger("huiling.bench.register", 1_000_000);

	private static final Path DIRECTORY = Path.of("target/bench");

	private static final String TABLE = "cross_check_line";

	private final HttpClient client = HttpClient.newHttpClient();

	private final String base;

	private final DataSource database;

	private CrossCheckBenchmark(String port, DataSource database) {
		this.base = "http://127.0.0.1:" + port + "/api/v1/cross-checks";
		this.database = database;
	}

	static List<Row> run() throws Exception {
		Path population = RecalculationBenchmark.population();
		SpringApplication application = new SpringApplication(HuilingApplication.class,
				RecalculationBenchmark.InAugust.class);
		try (ConfigurableApplicationContext context = application.run(RecalculationBenchmark.arguments())) {
			String port = context.getEnvironment().getRequiredProperty("local.server.port");
			DataSource database = context.getBean(DataSource.class);
			RecalculationBenchmark.fill(port, database);
			return new CrossCheckBenchmark(port, database).measure(population);
		}
	}

	/** Files that nobody on the list is meant by, until the register is as large as it is to be. */
	private void enlarge() throws SQLException {
		long more = REGISTER - count("select count(*) from applicant");
		if (more <= 0) {
			return;
		}
		execute("with fresh as (insert into applicant (id, revision, resident_hash, name_hash, surname_hash, person_hash)"
				+ " select gen_random_uuid(), 1, decode(md5('r' || n), 'hex'), decode(md5('n' || n % 5000), 'hex'),"
				+ " decode(md5('s'), 'hex'), decode(md5('p' || n), 'hex') from generate_series(1, " + more
				+ ") as n returning id), places as (insert into applicant_region (applicant, region)"
				+ " select id, '379901001' from fresh) insert into applicant_record (applicant, id, valid_from,"
				+ " recorded_at, recorded_by, facts) select id, gen_random_uuid(), date '1950-01-01',"
				+ " (select recorded_stamp()), 'bench', '{\"birthDate\": \"1940-01-01\", \"hukou\": {\"region\":"
				+ " \"379901001\"}}' from fresh");
		execute("analyze");
	}

	private List<Row> measure(Path population) throws Exception {
		enlarge();
		Path list = list(population);
		execute("truncate cross_check cascade");
		long begun = System.nanoTime();
		JsonNode check = answer(HttpRequest.newBuilder(
				URI.create(this.base + "?jurisdiction=model-district&kind=DEATHS&asOf=2013-08-20"))
			.header("Content-Type", "text/csv")
			.POST(HttpRequest.BodyPublishers.ofFile(list)));
		double sent = (System.nanoTime() - begun) / 1e9;
		while (!"COMPLETED".equals(check.path("state").asString(""))) {
			if (!List.of("STARTING", "RUNNING").contains(check.path("state").asString(""))) {
				throw new IllegalStateException(check.toString());
			}
			Thread.sleep(100);
			check = answer(HttpRequest.newBuilder(URI.create(this.base + "/" + check.path("id").asString(""))));
		}
		double seconds = (System.nanoTime() - begun) / 1e9;
		if (check.path("matched").intValue() != LINES) {
			throw new IllegalStateException(check.toString());
		}
		double floor = copyAgain();
		String name = "cross-check of " + LINES + " lines with " + count("select count(*) from applicant")
				+ " people, tasks " + check.path("tasks");
		return List.of(Row.of(name + ", against COPY of the list", seconds, "s", floor),
				Row.of("of it, until the list is taken", sent, "s", floor));
	}

	/** People spread over the whole register. */
	private static Path list(Path population) throws IOException {
		Path list = DIRECTORY.resolve("deaths.csv");
		long people;
		try (var lines = Files.lines(population)) {
			people = lines.count() - 1;
		}
		long step = Math.max(1, people / LINES);
		try (BufferedReader in = Files.newBufferedReader(population);
				BufferedWriter out = Files.newBufferedWriter(list)) {
			in.readLine();
			out.write("residentId,name,birthDate,date\n");
			for (long i = 0, written = 0; written < LINES; i++) {
				String line = in.readLine();
				if (line == null) {
					throw new IllegalStateException("there are fewer people than lines");
				}
				if (i % step == 0) {
					String[] cells = line.split(",", 4);
					out.write(cells[0] + "," + cells[1] + "," + cells[2] + ","
							+ ((written % 50 == 0) ? "2013-06-20" : "2013-08-10") + "\n");
					written++;
				}
			}
		}
		return list;
	}

	private JsonNode answer(HttpRequest.Builder request) throws IOException, InterruptedException {
		HttpResponse<byte[]> answer = this.client.send(
				request.header("Authorization", TestAccounts.basic("caseworker")).build(),
				HttpResponse.BodyHandlers.ofByteArray());
		if (answer.statusCode() >= 300) {
			throw new IllegalStateException(answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8));
		}
		return new JsonMapper().readTree(answer.body());
	}

	/** The same rows once more, with the same indexes, from a file in binary format. */
	private double copyAgain() throws SQLException, IOException {
		Path file = DIRECTORY.resolve(TABLE);
		execute("drop table if exists " + TABLE + "_floor");
		execute("create table " + TABLE + "_floor (like " + TABLE + " including all)");
		try (Connection connection = this.database.getConnection();
				OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
			connection.unwrap(PGConnection.class)
				.getCopyAPI()
				.copyOut("copy " + TABLE + " to stdout (format binary)", out);
		}
		long begun = System.nanoTime();
		try (Connection connection = this.database.getConnection(); InputStream in = Files.newInputStream(file)) {
			connection.unwrap(PGConnection.class)
				.getCopyAPI()
				.copyIn("copy " + TABLE + "_floor from stdin (format binary)", in, 1 << 16);
		}
		return (System.nanoTime() - begun) / 1e9;
	}

	private long count(String sql) throws SQLException {
		try (Connection connection = this.database.getConnection();
				Statement statement = connection.createStatement();
				var rows = statement.executeQuery(sql)) {
			rows.next();
			return rows.getLong(1);
		}
	}

	private void execute(String sql) throws SQLException {
		try (Connection connection = this.database.getConnection(); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
