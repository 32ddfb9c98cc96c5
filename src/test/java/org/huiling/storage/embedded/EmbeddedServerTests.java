package org.huiling.storage.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.huiling.operation.Diagnosis;
import org.huiling.operation.Doctor;
import org.huiling.storage.MadeCluster;
import org.huiling.storage.OperatedDatabase;
import org.huiling.storage.StorageUnavailable;
import org.huiling.storage.TestPrograms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

public class EmbeddedServerTests {

	@TempDir
	Path directory;

	@Test
	void keepsItsDataOverRestarts() throws Exception {
		MadeCluster.copyTo(this.directory);
		try (EmbeddedServer server = EmbeddedServer.start(this.directory)) {
			execute(server, "create table kept (x int)", "insert into kept values (42)");
		}
		try (EmbeddedServer server = EmbeddedServer.start(this.directory)) {
			assertThat(query(server, "select x from kept")).isEqualTo("42");
		}
	}

	@Test
	void runsDurablyAndForThisMachineOnly() throws Exception {
		TestPrograms.copyTo(this.directory);
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
		MadeCluster.copyTo(this.directory);
		try (EmbeddedServer server = EmbeddedServer.start(this.directory)) {
			String url = server.connection("huiling").getJdbcUrl();
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> DriverManager.getConnection(url, "postgres", "guess"));
			assertThat(Files.getPosixFilePermissions(this.directory.resolve("postgres.password"))).hasSize(2);
		}
	}

	@Test
	void whatItKeepsAndRunsIsClosedToOthers() throws Exception {
		Path data = this.directory.resolve("data");
		Files.createDirectory(data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxrwxrwx")));
		Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxrwxrwx"));
		try (EmbeddedServer server = EmbeddedServer.start(data)) {
			assertThat(query(server, "select 1")).isEqualTo("1");
			for (String kept : List.of("", "postgres", "postgres-programs")) {
				assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(kept)))).as(kept)
					.isEqualTo("rwx------");
			}
			String program = ProcessHandle.of(postmaster(data)).orElseThrow().info().command().orElseThrow();
			assertThat(Path.of(program)).startsWith(data.toRealPath().resolve("postgres-programs"));
		}
	}

	@Test
	void aDirectoryThatHoldsOtherThingsIsLeftAsItIs() throws Exception {
		Files.writeString(this.directory.resolve("letters"), "");
		Files.setPosixFilePermissions(this.directory, PosixFilePermissions.fromString("rwxr-xr-x"));
		DataDirectory.claim(this.directory).close();
		assertThat(Files.getPosixFilePermissions(this.directory)).hasSize(7);
	}

	/** What is killed is not lost to the disk: there is no need to wait for it. */
	@Test
	void isStartedAgainWhereItEndsByItself() throws Exception {
		MadeCluster.copyTo(this.directory);
		try (EmbeddedServer server = EmbeddedServer.start(this.directory, ServerBinaries.below(this.directory),
				Map.of("fsync", "off"), Restarts.orElse(() -> {
				}))) {
			execute(server, "create table kept (x int)", "insert into kept values (42)");
			for (int times = 0; times < 2; times++) {
				ProcessHandle process = ProcessHandle.of(postmaster(this.directory)).orElseThrow();
				assertThat(process.destroyForcibly()).isTrue();
				process.onExit().get(10, TimeUnit.SECONDS);
				assertThat(awaited(server, "select x from kept")).isEqualTo("42");
				assertThat(postmaster(this.directory)).isNotEqualTo(process.pid());
			}
		}
	}

	@Test
	void saysSoWhereItCannotBeStartedAgain() throws Exception {
		MadeCluster.copyTo(this.directory);
		CountDownLatch lost = new CountDownLatch(1);
		Restarts restarts = new Restarts(Duration.ofMillis(100), lost::countDown);
		assertThat(Restarts.orElse(lost::countDown).before(8)).hasSeconds(7);
		try (EmbeddedServer server = EmbeddedServer.start(this.directory, ServerBinaries.below(this.directory),
				Map.of(), restarts)) {
			assertThat(query(server, "select 1")).isEqualTo("1");
			Files.writeString(this.directory.resolve("postgres/PG_VERSION"), "17\n");
			ProcessHandle.of(postmaster(this.directory)).orElseThrow().destroyForcibly();
			assertThat(lost.await(60, TimeUnit.SECONDS)).isTrue();
		}
	}

	private static String awaited(EmbeddedServer server, String sql) throws Exception {
		for (int tried = 0;; tried++) {
			try {
				return query(server, sql);
			}
			catch (SQLException ex) {
				if (tried == 300) {
					throw ex;
				}
				Thread.sleep(100);
			}
		}
	}

	private static long postmaster(Path data) throws IOException {
		return Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(0).strip());
	}

	@Test
	void replacesAClusterThatWasNeverCompleted() throws Exception {
		TestPrograms.copyTo(this.directory);
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
		MadeCluster.copyTo(this.directory);
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
		MadeCluster.copyTo(this.directory);
		Files.writeString(this.directory.resolve("postgres/PG_VERSION"), "17\n");
		assertThatExceptionOfType(StorageUnavailable.class).isThrownBy(() -> EmbeddedServer.start(this.directory))
			.withMessageContaining("PostgreSQL 17");
	}

	/** The library would wait a minute for a server that ended at once. */
	@Test
	void saysWithinSecondsThatFilesAreDamaged() throws Exception {
		MadeCluster.copyTo(this.directory);
		Path control = this.directory.resolve("postgres/global/pg_control");
		Files.write(control, Arrays.copyOf(Files.readAllBytes(control), 100));
		long begun = System.nanoTime();
		assertThatExceptionOfType(StorageUnavailable.class).isThrownBy(() -> EmbeddedServer.start(this.directory))
			.withMessageContaining("pg_control")
			.satisfies((ex) -> assertThat(ex.action()).contains("postgres.log", "restore the last backup"));
		List<Diagnosis> findings = new Doctor(
				OperatedDatabase.settings(List.of("--huiling.data=" + this.directory, "--spring.datasource.url=")))
			.look();
		assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(40));
		assertThat(findings).filteredOn((finding) -> finding.level() == Diagnosis.Level.FAIL)
			.singleElement()
			.satisfies((finding) -> assertThat(finding.what() + finding.said() + finding.advice()).contains("database",
					"pg_control", "restore the last backup"));
	}

	@Test
	void saysThatTheDirectoryCannotBeWritten() throws IOException {
		Path file = Files.writeString(this.directory.resolve("file"), "");
		assertThatExceptionOfType(StorageUnavailable.class).isThrownBy(() -> EmbeddedServer.start(file.resolve("x")))
			.withMessageContaining("cannot be written")
			.satisfies((ex) -> assertThat(ex.action()).contains("huiling.data"));
	}

	public static void execute(EmbeddedServer server, String... sql) throws SQLException {
		try (Connection connection = connect(server); Statement statement = connection.createStatement()) {
			for (String each : sql) {
				statement.execute(each);
			}
		}
	}

	public static String query(EmbeddedServer server, String sql) throws SQLException {
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
