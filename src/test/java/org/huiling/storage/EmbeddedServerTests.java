package org.huiling.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EmbeddedServerTests {

	@TempDir
	Path directory;

	@Test
	void keepsItsDataOverRestarts() throws Exception {
		try (EmbeddedServer server = EmbeddedServer.start(this.directory)) {
			execute(server, "create table kept (x int)", "insert into kept values (42)");
		}
		try (EmbeddedServer server = EmbeddedServer.start(this.directory)) {
			assertThat(query(server, "select x from kept")).isEqualTo("42");
		}
	}

	@Test
	void runsDurablyAndForThisMachineOnly() throws Exception {
		try (EmbeddedServer server = EmbeddedServer.start(this.directory)) {
			assertThat(query(server, "show fsync")).isEqualTo("on");
			assertThat(query(server, "show synchronous_commit")).isEqualTo("on");
			assertThat(query(server, "show listen_addresses")).isEqualTo("127.0.0.1");
			assertThat(query(server, "show server_encoding")).isEqualTo("UTF8");
			assertThat(query(server, "show server_version")).startsWith("18.");
			assertThat(query(server, "select usesuper from pg_user where usename = current_user")).isEqualTo("f");
		}
	}

	@Test
	void asksForAPassword() throws Exception {
		try (EmbeddedServer server = EmbeddedServer.start(this.directory)) {
			String url = server.connection("huiling").getJdbcUrl();
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> DriverManager.getConnection(url, "postgres", "guess"));
			assertThat(Files.getPosixFilePermissions(this.directory.resolve("postgres.password"))).hasSize(2);
		}
	}

	@Test
	void replacesAClusterThatWasNeverCompleted() throws Exception {
		Path half = Files.createDirectories(this.directory.resolve("postgres"));
		Files.writeString(half.resolve("postgresql.conf"), "");
		try (EmbeddedServer server = EmbeddedServer.start(this.directory);
				Stream<Path> entries = Files.list(this.directory)) {
			assertThat(query(server, "select 1")).isEqualTo("1");
			assertThat(entries.map((entry) -> entry.getFileName().toString()))
				.anyMatch((name) -> name.startsWith("postgres-incomplete-"));
		}
	}

	@Test
	void startsWithAStaleProcessIdThatSomebodyElseHasNow() throws Exception {
		EmbeddedServer.start(this.directory).close();
		Path cluster = this.directory.resolve("postgres");
		Process somebody = new ProcessBuilder("sleep", "60").start();
		try {
			Files.write(cluster.resolve("postmaster.pid"),
					List.of(Long.toString(somebody.pid()), cluster.toString(), "1", "5432", "", "127.0.0.1", "", ""));
			try (EmbeddedServer server = EmbeddedServer.start(this.directory)) {
				assertThat(query(server, "select 1")).isEqualTo("1");
			}
			assertThat(somebody.isAlive()).isTrue();
		}
		finally {
			somebody.destroy();
		}
	}

	@Test
	void refusesTheDataOfAnotherPostgreSQL() throws Exception {
		EmbeddedServer.start(this.directory).close();
		Files.writeString(this.directory.resolve("postgres/PG_VERSION"), "17\n");
		assertThatExceptionOfType(StorageUnavailable.class).isThrownBy(() -> EmbeddedServer.start(this.directory))
			.withMessageContaining("PostgreSQL 17");
	}

	@Test
	void saysThatTheDirectoryCannotBeWritten() throws IOException {
		Path file = Files.writeString(this.directory.resolve("file"), "");
		assertThatExceptionOfType(StorageUnavailable.class).isThrownBy(() -> EmbeddedServer.start(file.resolve("x")))
			.withMessageContaining("cannot be written")
			.satisfies((ex) -> assertThat(ex.action()).contains("huiling.data"));
	}

	static void execute(EmbeddedServer server, String... sql) throws SQLException {
		try (Connection connection = connect(server); Statement statement = connection.createStatement()) {
			for (String each : sql) {
				statement.execute(each);
			}
		}
	}

	static String query(EmbeddedServer server, String sql) throws SQLException {
		try (Connection connection = connect(server);
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(sql)) {
			row.next();
			return row.getString(1);
		}
	}

	private static Connection connect(EmbeddedServer server) throws SQLException {
		JdbcConnectionDetails details = server.connection("huiling");
		return DriverManager.getConnection(details.getJdbcUrl(), details.getUsername(), details.getPassword());
	}

}
