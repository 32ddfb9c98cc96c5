package org.huiling.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.util.FileSystemUtils;

/** Empty databases for tests, on one embedded server per JVM. */
public final class TestDatabase {

	private static final AtomicInteger count = new AtomicInteger();

	private TestDatabase() {
	}

	/**
	 * Makes an empty database.
	 * @return how to reach it
	 */
	public static JdbcConnectionDetails create() {
		String name = "test_" + count.incrementAndGet();
		try (Connection connection = Shared.SERVER.superuser().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("create database " + name + " owner " + ApplicationDatabase.NAME);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		return Shared.SERVER.connection(name);
	}

	/** Started when the first test asks. */
	private static final class Shared {

		// Nothing here has to survive a crash.
		private static final Map<String, String> THROW_AWAY = Map.of("fsync", "off", "synchronous_commit", "off",
				"full_page_writes", "off", "max_connections", "200", "shared_buffers", "128MB");

		static final EmbeddedServer SERVER = start();

		private static EmbeddedServer start() {
			try {
				Path directory = Files.createTempDirectory("huiling-test");
				EmbeddedServer server = EmbeddedServer.start(directory, THROW_AWAY);
				Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, directory)));
				return server;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		private static void stop(EmbeddedServer server, Path directory) {
			try {
				server.close();
				FileSystemUtils.deleteRecursively(directory);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
