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

	/**
	 * Keeps what a database contains.
	 * @param url how it is reached; nobody is connected to it
	 * @return the name of a copy
	 */
	public static String keep(String url) {
		return make(name(url));
	}

	/**
	 * Has a database contain again what was kept; whoever is connected to it is not any
	 * more.
	 * @param url how it is reached
	 * @param kept the name of the copy
	 */
	public static void putBack(String url, String kept) {
		String name = name(url);
		execute("drop database if exists " + name + " with (force)");
		create(name, kept);
	}

	/**
	 * Ends connections that listen: whoever listens looks up from it once a second only.
	 * @param url how their database is reached
	 */
	public static void endListening(String url) {
		execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name(url)
				+ "' and query like 'listen %'");
	}

	private static String name(String url) {
		String name = url.replaceFirst("\\?.*", "").replaceFirst(".*/", "");
		if (!name.matches("test_[0-9]+")) {
			throw new IllegalArgumentException(name);
		}
		return name;
	}

	private static String make(String template) {
		String name = "test_" + count.incrementAndGet();
		create(name, template);
		return name;
	}

	private static void create(String name, String template) {
		execute("create database " + name + " template " + template + " owner " + ApplicationDatabase.NAME);
	}

	private static synchronized void execute(String command) {
		try (Statement statement = Shared.SUPERUSER.createStatement()) {
			statement.execute(command);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
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
				MadeCluster.filesTo(directory);
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
