package org.huiling.storage;

import java.io.Closeable;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * A PostgreSQL of the service's own: its files lie under the data directory and are kept,
 * it listens on 127.0.0.1 only and asks for a password.
 */
final class EmbeddedServer implements Closeable {

	private static final Logger logger = LoggerFactory.getLogger(EmbeddedServer.class);

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final DataDirectory data;

	private final EmbeddedPostgres postgres;

	private final String password;

	private EmbeddedServer(DataDirectory data, EmbeddedPostgres postgres, String password) {
		this.data = data;
		this.postgres = postgres;
		this.password = password;
	}

	/**
	 * Starts the server on a data directory, new or kept.
	 * @param directory the data directory
	 * @return the running server, with a database {@code huiling} and a role of that name
	 * @throws StorageUnavailable saying what is in the way
	 */
	static EmbeddedServer start(Path directory) {
		return start(directory, Map.of());
	}

	static EmbeddedServer start(Path directory, Map<String, String> settings) {
		long begun = System.nanoTime();
		DataDirectory data = DataDirectory.claim(directory);
		EmbeddedServer server = launch(data, settings);
		logger.info("Embedded PostgreSQL on {}, port {}, ready after {} ms", data.path(), server.postgres.getPort(),
				Duration.ofNanos(System.nanoTime() - begun).toMillis());
		return server;
	}

	private static EmbeddedServer launch(DataDirectory data, Map<String, String> settings) {
		Path log = data.path().resolve("postgres.log");
		try {
			Cluster cluster = new Cluster(data.path().resolve("postgres"));
			cluster.makeReady();
			Path passwordFile = data.path().resolve("postgres.password");
			String password = Password.in(passwordFile);
			EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
				.setDataDirectory(cluster.path())
				.setCleanDataDirectory(false)
				.setRegisterShutdownHook(false)
				.setPGStartupWait(PATIENCE)
				.setConnectConfig("password", password)
				.setErrorRedirector(Redirect.appendTo(log.toFile()))
				.setOutputRedirector(Redirect.appendTo(log.toFile()));
			ServerSettings.INITIAL.forEach(builder::setLocaleConfig);
			builder.setLocaleConfig("pwfile", passwordFile.toString());
			ServerSettings.RUNNING.forEach(builder::setServerConfig);
			settings.forEach(builder::setServerConfig);
			EmbeddedServer server = new EmbeddedServer(data, builder.start(), password);
			new ApplicationDatabase(server.superuser()).create(password);
			cluster.markComplete();
			return server;
		}
		catch (IOException | SQLException | RuntimeException ex) {
			closeQuietly(data);
			throw (ex instanceof StorageUnavailable unavailable) ? unavailable
					: new StorageUnavailable(
							"The embedded PostgreSQL did not start on " + data.path() + ": " + ex.getMessage(),
							"Its own messages are in " + log + ".", ex);
		}
	}

	/**
	 * How to reach a database of the server.
	 * @param database its name
	 * @return the details, as the service's role
	 */
	JdbcConnectionDetails connection(String database) {
		String url = "jdbc:postgresql://127.0.0.1:" + this.postgres.getPort() + "/" + database;
		return new EmbeddedConnection(url, ApplicationDatabase.NAME, this.password);
	}

	/**
	 * The server as its superuser sees it.
	 * @return connections to the maintenance database
	 */
	DataSource superuser() {
		return this.postgres.getPostgresDatabase();
	}

	@Override
	public void close() throws IOException {
		try {
			this.postgres.close();
		}
		finally {
			this.data.close();
		}
	}

	private static void closeQuietly(DataDirectory data) {
		try {
			data.close();
		}
		catch (IOException ex) {
			logger.debug("Closing {}", data.path(), ex);
		}
	}

	/** Plain connection details. */
	private record EmbeddedConnection(String jdbcUrl, String username,
			String password) implements JdbcConnectionDetails {

		@Override
		public String getJdbcUrl() {
			return this.jdbcUrl;
		}

		@Override
		public String getUsername() {
			return this.username;
		}

		@Override
		public String getPassword() {
			return this.password;
		}

		/** Without the password. */
		@Override
		public String toString() {
			return this.username + "@" + this.jdbcUrl;
		}

	}

}
