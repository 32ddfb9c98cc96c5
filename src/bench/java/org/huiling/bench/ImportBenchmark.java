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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import javax.sql.DataSource;

import org.huiling.HuilingApplication;
import org.huiling.TestAccounts;
import org.huiling.facts.MadeUpIds;
import org.postgresql.PGConnection;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The import of a file of people over HTTP, checked and sealed, against a plain COPY of
 * the very rows that it wrote into tables of the same indexes; then looking one of them
 * up by id.
 */
final class ImportBenchmark {

	private static final int PEOPLE = Integer.getInteger("huiling.bench.people", 1_000_000);

	private static final int LOOK_UPS = 300;

	private static final Path DIRECTORY = Path.of("target/bench");

	private static final String[] TABLES = { "applicant", "applicant_region", "applicant_record" };

	private ImportBenchmark() {
	}

	static List<Row> run() throws Exception {
		Files.createDirectories(DIRECTORY);
		Path file = DIRECTORY.resolve("people.csv");
		List<String> ids = write(file);
		SpringApplication application = new SpringApplicationBuilder(HuilingApplication.class).build();
		try (ConfigurableApplicationContext context = application.run("--server.port=0",
				"--huiling.data=target/bench/import-data", "--logging.level.root=warn", "--huiling.sample=false",
				"--huiling.rules-import=NEVER", "--huiling.admin-password=" + TestAccounts.PASSWORD)) {
			String port = context.getEnvironment().getRequiredProperty("local.server.port");
			DataSource database = context.getBean(DataSource.class);
			execute(database, "truncate applicant_import cascade");
			long begun = System.nanoTime();
			String answer = send(port, file);
			double seconds = (System.nanoTime() - begun) / 1e9;
			if (!answer.contains("\"accepted\":" + PEOPLE)) {
				throw new IllegalStateException(answer.substring(0, Math.min(300, answer.length())));
			}
			double floor = copyAgain(database);
			double[] lookUps = lookUp(port, ids);
			return List
				.of(Row.of("import of " + PEOPLE + " people against COPY of the rows written", seconds, "s", floor),
						Row.of("look-up of a person by id among " + PEOPLE + ", 50th percentile", lookUps[LOOK_UPS / 2],
								"ms", null),
						Row.of("the same, 99th percentile", lookUps[LOOK_UPS * 99 / 100], "ms", null));
		}
	}

	/** Some twenty columns each, as a district's list has. */
	private static List<String> write(Path file) throws IOException {
		List<String> ids = new ArrayList<>();
		Random random = new Random(1);
		try (BufferedWriter out = Files.newBufferedWriter(file)) {
			out.write("residentId,name,birthDate,hukou.region,hukou.type,hukou.since,residence.region,residence.since,"
					+ "household.size,household.monthlyIncome,household.livingAlone,household.dibao.type,disability.grade,"
					+ "careLevel,pension.monthlyAmount,statuses,payee.kind,payee.bank,payee.account,payee.name\n");
			LocalDate first = LocalDate.of(1920, 1, 1);
			for (int i = 0; i < PEOPLE; i++) {
				LocalDate birth = first.plusDays(i / 80);
				String id = MadeUpIds.of(birth, 1 + i % 80);
				if (random.nextInt(PEOPLE / 1000 + 1) == 0) {
					ids.add(id);
				}
				String name = "试例" + (char) (0x4e00 + i % 5000);
				out.write(id + "," + name + "," + birth + ",379901" + "%03d".formatted(1 + i % 40)
						+ ",RURAL,1960-01-01," + "379901001,1960-01-01,2,900.00,false,NONE,0,0," + (i % 900)
						+ ".50,[],BANK,试例银行,6200" + "%08d".formatted(i) + "," + name + "\n");
			}
		}
		return ids;
	}

	private static String send(String port, Path file) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/applicants/import"))
			.header("Content-Type", "text/csv")
			.header("Authorization", TestAccounts.basic("caseworker"))
			.POST(HttpRequest.BodyPublishers.ofFile(file))
			.build();
		return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
	}

	/** The same rows once more, with the same indexes, from files in binary format. */
	private static double copyAgain(DataSource database) throws SQLException, IOException {
		for (String table : TABLES) {
			execute(database, "drop table if exists " + table + "_floor");
			execute(database, "create table " + table + "_floor (like " + table + " including all)");
			try (Connection connection = database.getConnection();
					OutputStream out = new BufferedOutputStream(Files.newOutputStream(DIRECTORY.resolve(table)))) {
				connection.unwrap(PGConnection.class)
					.getCopyAPI()
					.copyOut("copy " + table + " to stdout (format binary)", out);
			}
		}
		long begun = System.nanoTime();
		for (String table : TABLES) {
			try (Connection connection = database.getConnection();
					InputStream in = Files.newInputStream(DIRECTORY.resolve(table))) {
				connection.unwrap(PGConnection.class)
					.getCopyAPI()
					.copyIn("copy " + table + "_floor from stdin (format binary)", in, 1 << 16);
			}
		}
		return (System.nanoTime() - begun) / 1e9;
	}

	private static double[] lookUp(String port, List<String> ids) throws IOException, InterruptedException {
		HttpClient client = HttpClient.newHttpClient();
		double[] millis = new double[LOOK_UPS];
		for (int round = 0; round < 2; round++) {
			for (int i = 0; i < LOOK_UPS; i++) {
				HttpRequest request = HttpRequest
					.newBuilder(
							URI.create("http://127.0.0.1:" + port + "/api/v1/applicants?q=" + ids.get(i % ids.size())))
					.header("Authorization", TestAccounts.basic("caseworker"))
					.build();
				long begun = System.nanoTime();
				String body = client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)).body();
				millis[i] = (System.nanoTime() - begun) / 1e6;
				if (!body.contains("\"total\":1")) {
					throw new IllegalStateException("not found");
				}
			}
		}
		Arrays.sort(millis);
		return millis;
	}

	private static void execute(DataSource database, String sql) throws SQLException {
		try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
