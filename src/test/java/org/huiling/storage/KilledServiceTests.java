package org.huiling.storage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.huiling.storage.embedded.EmbeddedServer;
import org.huiling.storage.embedded.EmbeddedServerTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A service that is killed, and what the next one finds; the first runs in a JVM of its
 * own.
 */
class KilledServiceTests {

	@TempDir
	Path directory;

	@Test
	void comesUpWhereAKilledServiceLeftItsDatabaseRunning() throws Exception {
		Process service = startService();
		service.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
		ProcessHandle orphan = postmaster();
		assertThat(orphan.isAlive()).isTrue();
		try (EmbeddedServer server = EmbeddedServer.start(this.directory)) {
			assertThat(EmbeddedServerTests.query(server, "select x from kept")).isEqualTo("42");
			assertThat(orphan.isAlive()).isFalse();
		}
	}

	@Test
	void comesUpWhereServiceAndDatabaseWereKilled() throws Exception {
		Process service = startService();
		ProcessHandle database = postmaster();
		service.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
		database.destroyForcibly();
		database.onExit().get(10, TimeUnit.SECONDS);
		try (EmbeddedServer server = EmbeddedServer.start(this.directory)) {
			assertThat(EmbeddedServerTests.query(server, "select x from kept")).isEqualTo("42");
		}
	}

	@Test
	void refusesADirectoryThatALiveServiceUses() throws Exception {
		Process service = startService();
		assertThatExceptionOfType(StorageUnavailable.class).isThrownBy(() -> EmbeddedServer.start(this.directory))
			.withMessageContaining(this.directory.toString())
			.withMessageContaining("in use by process " + service.pid());
		assertThat(postmaster().isAlive()).isTrue();
		service.destroy();
		assertThat(service.waitFor(20, TimeUnit.SECONDS)).isTrue();
	}

	private Process startService() throws IOException {
		MadeCluster.copyTo(this.directory);
		Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
				Service.class.getName(), this.directory.toString())
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		BufferedReader output = process.inputReader();
		String line = output.readLine();
		while (line != null && !line.equals("READY")) {
			line = output.readLine();
		}
		assertThat(line).isEqualTo("READY");
		return process;
	}

	private ProcessHandle postmaster() throws IOException {
		String pid = Files.readAllLines(this.directory.resolve("postgres/postmaster.pid")).get(0);
		return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
	}

	/** Runs the embedded server until it is told to stop. */
	static final class Service {

		private Service() {
		}

		public static void main(String[] arguments) throws Exception {
			EmbeddedServer server = EmbeddedServer.start(Path.of(arguments[0]));
			EmbeddedServerTests.execute(server, "create table kept (x int)", "insert into kept values (42)");
			Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
			System.out.println("READY");
			Thread.sleep(Long.MAX_VALUE);
		}

		private static void close(EmbeddedServer server) {
			try {
				server.close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
