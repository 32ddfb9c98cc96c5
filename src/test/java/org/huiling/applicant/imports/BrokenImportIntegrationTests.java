package org.huiling.applicant.imports;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;

import org.huiling.HuilingTest;
import org.huiling.OwnThread;
import org.huiling.TestAccounts;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Imports whose database goes away, and keys that come again with something else. */
@HuilingTest
class BrokenImportIntegrationTests {

	private static final String CSV = "text/csv";

	private static final int PEOPLE = 12_000;

	private volatile boolean answered;

	@LocalServerPort
	int port;

	@Value("${spring.datasource.url}")
	String url;

	@Value("${spring.datasource.username}")
	String name;

	@Value("${spring.datasource.password}")
	String password;

	@Test
	void aDatabaseThatGoesAwayIsToldAndTheSameKeyGoesOn() throws Exception {
		long before = count();
		byte[] file = file(PEOPLE);
		String broken = cut("cut", file);
		assertThat(broken).startsWith("HTTP/1.1 503 ");
		JsonNode problem = new JsonMapper()
			.readTree(broken.substring(broken.indexOf('{'), broken.lastIndexOf('}') + 1));
		assertThat(problem.get("type").stringValue()).isEqualTo("urn:huiling:problem:import-broke-off");
		assertThat(problem.get("detail").stringValue()).contains("Idempotency-Key");
		long done = count() - before;
		assertThat(done).as("some were on file by then, not all").isBetween(1L, PEOPLE - 1L);
		// the header is the first line
		String said = problem.get("detail").stringValue().replaceAll(".*第 ([0-9]+) 行.*", "$1");
		assertThat(Long.parseLong(said)).isGreaterThanOrEqualTo(2000).isLessThanOrEqualTo(done + 1);

		HttpResponse<String> again = post("", CSV, "cut", new ByteArrayInputStream(file));
		assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
		JsonNode report = new JsonMapper().readTree(again.body());
		assertThat(report.get("accepted").intValue()).isEqualTo(PEOPLE);
		assertThat(report.get("refused").intValue()).isZero();
		assertThat(count()).isEqualTo(before + PEOPLE);
	}

	@Test
	void withoutAKeyItIsToldToo() throws Exception {
		byte[] file = file(PEOPLE);
		assertThat(cut(null, file)).startsWith("HTTP/1.1 503 ").contains("import-broke-off-without-key");
	}

	@Test
	void aKeyThatComesWithSomethingElseIsRefused() throws Exception {
		String file = "birthDate\n1933-02-15\n1933-02-16\n";
		String first = taken("", CSV, "key", file);
		long people = count();
		assertThat(taken("", CSV, "key", file)).isEqualTo(first);
		refused("", CSV, "key", "birthDate\n1933-02-15\n1933-02-17\n");
		refused("", CSV, "key", "birthDate\n1933-02-15\n");
		refused("", CSV, "key", file + "1933-02-18\n");
		refused("", CSV, "key", "birthDate,name\n1933-02-15,\n1933-02-16,\n");
		refused("", CSV, "key", "birthDate\n");
		refused("?validFrom=2013-01-01", CSV, "key", file);
		refused("?dryRun=true", CSV, "key", file);
		refused("", "application/x-ndjson", "key", "{\"birthDate\": \"1933-02-15\"}\n");
		assertThat(count()).isEqualTo(people);
		taken("", CSV, "empty", "birthDate\n");
		refused("", CSV, "empty", file);
		refused("", CSV, "empty", "birthDate,name\n");
		assertThat(count()).isEqualTo(people);
	}

	private String taken(String query, String type, String key, String file) throws Exception {
		HttpResponse<String> answer = post(query, type, key,
				new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return answer.body();
	}

	private void refused(String query, String type, String key, String file) throws Exception {
		HttpResponse<String> answer = post(query, type, key,
				new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
		assertThat(answer.statusCode()).as("%s %s", file, answer.body()).isEqualTo(422);
		assertThat(answer.body()).contains("idempotency-key-reused");
	}

	private HttpResponse<String> post(String query, String type, String key, InputStream file) throws Exception {
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create("http://localhost:" + this.port + "/api/v1/applicants/import" + query))
			.header("Content-Type", type)
			.header("Accept-Language", "zh-CN")
			.header("Authorization", TestAccounts.basic(TestAccounts.TESTER))
			.POST(BodyPublishers.ofInputStream(() -> file));
		if (key != null) {
			request.header("Idempotency-Key", key);
		}
		return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	private static byte[] file(int people) {
		return ("birthDate\n" + "1933-02-15\n".repeat(people)).getBytes(StandardCharsets.UTF_8);
	}

	private long count() throws SQLException {
		return asked("select count(*) from applicant");
	}

	/** Sends a file in the middle of which the database ends every connection. */
	private String cut(String key, byte[] file) throws Exception {
		this.answered = false;
		int cut = file.length * 2 / 3;
		try (Socket socket = new Socket("localhost", this.port)) {
			OutputStream out = socket.getOutputStream();
			out.write(("POST /api/v1/applicants/import HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
					+ "Content-Type: text/csv\r\nAccept-Language: zh-CN\r\nAuthorization: "
					+ TestAccounts.basic(TestAccounts.TESTER) + "\r\n"
					+ ((key != null) ? "Idempotency-Key: " + key + "\r\n" : "") + "Content-Length: " + file.length
					+ "\r\n\r\n")
				.getBytes(StandardCharsets.US_ASCII));
			out.write(file, 0, cut);
			out.flush();
			for (int tried = 0; tried < 3000 && asked(
					"select coalesce((select line from applicant_import order by started_at desc limit 1), 0)") < 2000; tried++) {
				Thread.sleep(10);
			}
			// to its clients a restart is the end of every connection, for as long as it
			// takes
			CompletableFuture<Void> restart = CompletableFuture.runAsync(this::cutAll, new OwnThread());
			out.write(file, cut, file.length - cut);
			out.flush();
			String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			this.answered = true;
			restart.get();
			// until the pool has noticed
			Thread.sleep(1000);
			return answer;
		}
	}

	private void cutAll() {
		try {
			while (!this.answered) {
				asked("select count(pg_terminate_backend(pid)) from pg_stat_activity"
						+ " where datname = current_database() and backend_type = 'client backend'"
						+ " and pid <> pg_backend_pid()");
				Thread.sleep(5);
			}
		}
		catch (SQLException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** By a connection that the service does not know. */
	private long asked(String query) throws SQLException {
		try (Connection connection = DriverManager.getConnection(this.url, this.name, this.password);
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(query)) {
			row.next();
			return row.getLong(1);
		}
	}

}
