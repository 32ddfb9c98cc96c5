package org.huiling.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.huiling.storage.embedded.ApplicationDatabase;
import org.huiling.storage.embedded.EmbeddedServer;
import org.huiling.storage.embedded.Restarts;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.util.FileSystemUtils;

/**
 * Databases for tests, on one embedded server per JVM. Those of a template are copies of
 * it: what all of them begin with is done once.
 */
public final class TestDatabase {

	private static final AtomicInteger count = new AtomicInteger();

	private static final Map<String, String> templates = new ConcurrentHashMap<>();

	private TestDatabase() {
	}

	/**
	 * Makes an empty database.
	 * @return how to reach it
	 */
	public static JdbcConnectionDetails create() {
		return Shared.SERVER.connection(make("template1"));
	}

	/**
	 * Makes a database that is a copy of a template.
	 * @param template names it
	 * @param fill fills an empty database the first time that the template is asked for,
	 * and leaves no connection to it
	 * @return how to reach the copy
	 */
	public static JdbcConnectionDetails copyOf(String template, Consumer<JdbcConnectionDetails> fill) {
		String filled = templates.computeIfAbsent(template, (key) -> {
			String name = make("template1");
			fill.accept(Shared.SERVER.connection(name));
			return name;
		});
		return Shared.SERVER.connection(make(filled));
	}

	private static synchronized String make(String template) {
		String name = "test_" + count.incrementAndGet();
		try (Statement statement = Shared.SUPERUSER.createStatement()) {
			statement
				.execute("create database " + name + " template " + template + " owner " + ApplicationDatabase.NAME);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		return name;
	}

	/** Started when the first test asks. */
	private static final class Shared {

		// Nothing here has to survive a crash.
		private static final Map<String, String> THROW_AWAY = Map.of("fsync", "off", "synchronous_commit", "off",
				"full_page_writes", "off", "max_connections", "200", "shared_buffers", "128MB");

		static final EmbeddedServer SERVER = start();

		/**
		 * Kept: to prove a password to PostgreSQL takes longer than to copy a database.
		 */
		static final Connection SUPERUSER = superuser();

		private static Connection superuser() {
			try {
				return SERVER.superuser().getConnection();
			}
			catch (SQLException ex) {
				throw new IllegalStateException(ex);
			}
		}

		private static EmbeddedServer start() {
			try {
				Path directory = Files.createTempDirectory("huiling-test");
				EmbeddedServer server = EmbeddedServer.start(directory, TestPrograms.SHARED, THROW_AWAY,
						Restarts.orElse(() -> {
						}));
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
