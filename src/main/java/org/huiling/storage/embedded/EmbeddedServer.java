package org.huiling.storage.embedded;

import java.io.Closeable;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.huiling.storage.StorageUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * A PostgreSQL of the service's own: its files lie under the data directory and are kept,
 * it listens on 127.0.0.1 only and asks for a password. Where it ends by itself it is
 * started again.
 */
public final class EmbeddedServer implements Closeable {

	private static final Logger logger = LoggerFactory.getLogger(EmbeddedServer.class);

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final DataDirectory data;

	private final ServerBinaries binaries;

	private final Map<String, String> settings;

	private final Restarts restarts;

	private final Cluster cluster;

	private final String password;

	private EmbeddedPostgres postgres;

	private volatile boolean closed;

	private EmbeddedServer(DataDirectory data, ServerBinaries binaries, Map<String, String> settings, Restarts restarts)
			throws IOException, SQLException {
		this.data = data;
		this.binaries = binaries;
		this.settings = Map.copyOf(settings);
		this.restarts = restarts;
		this.cluster = new Cluster(data.path().resolve("postgres"));
		this.cluster.makeReady();
		this.password = Password.in(passwordFile());
		this.postgres = start(builder());
		new ApplicationDatabase(this.postgres.getPostgresDatabase()).create(this.password);
		this.cluster.markComplete();
		watch();
	}

	/**
	 * Starts the server on a data directory, new or kept.
	 * @param directory the data directory
	 * @return the running server, with a database {@code huiling} and a role of that name
	 * @throws StorageUnavailable saying what is in the way
	 */
	public static EmbeddedServer start(Path directory) {
		return start(directory, () -> {
		});
	}

	/**
	 * Starts the server on a data directory, new or kept.
	 * @param directory the data directory
	 * @param lost told when the server ended and cannot be started again
	 * @return the running server, with a database {@code huiling} and a role of that name
	 * @throws StorageUnavailable saying what is in the way
	 */
	public static EmbeddedServer start(Path directory, Runnable lost) {
		return start(directory, ServerBinaries.below(directory.toAbsolutePath().normalize()), Map.of(),
				Restarts.orElse(lost));
	}

	public static EmbeddedServer start(Path directory, ServerBinaries binaries, Map<String, String> settings,
			Restarts restarts) {
		long begun = System.nanoTime();
		DataDirectory data = DataDirectory.claim(directory);
		EmbeddedServer server = launch(data, binaries, settings, restarts);
		logger.info("Embedded PostgreSQL on {}, port {}, ready after {} ms", data.path(), server.port(),
				Duration.ofNanos(System.nanoTime() - begun).toMillis());
		return server;
	}

	private static EmbeddedServer launch(DataDirectory data, ServerBinaries binaries, Map<String, String> settings,
			Restarts restarts) {
		try {
			return new EmbeddedServer(data, binaries, settings, restarts);
		}
		catch (IOException | SQLException | RuntimeException ex) {
			closeQuietly(data);
			throw (ex instanceof StorageUnavailable unavailable) ? unavailable
					: new StorageUnavailable(
							"The embedded PostgreSQL did not start on " + data.path() + ": " + ex.getMessage(),
							"Its own messages are in " + log(data) + ".", ex);
		}
	}

	private EmbeddedPostgres start(EmbeddedPostgres.Builder builder) throws IOException {
		return new WatchedStart(this.cluster, log(this.data)).of(builder::start);
	}

	private EmbeddedPostgres.Builder builder() throws IOException {
		Redirect log = Redirect.appendTo(log(this.data).toFile());
		EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
			.setDataDirectory(this.cluster.path())
			.setCleanDataDirectory(false)
			.setRegisterShutdownHook(false)
			.setPGStartupWait(PATIENCE)
			.setConnectConfig("password", this.password)
			.setErrorRedirector(log)
			.setOutputRedirector(log);
		this.binaries.use(builder);
		ServerSettings.INITIAL.forEach(builder::setLocaleConfig);
		builder.setLocaleConfig("pwfile", passwordFile().toString());
		ServerSettings.RUNNING.forEach(builder::setServerConfig);
		this.settings.forEach(builder::setServerConfig);
		return builder;
	}

	private Path passwordFile() {
		return this.data.path().resolve("postgres.password");
	}

	private static Path log(DataDirectory data) {
		return data.path().resolve("postgres.log");
	}

	/** A server that ends is noticed at once, whoever ended it. */
	private void watch() {
		this.cluster.server().ifPresent((process) -> {
			CompletableFuture<Void> unused = process.onExit().thenRunAsync(() -> ended(process.pid()));
		});
	}

	private synchronized void ended(long pid) {
		if (this.closed) {
			return;
		}
		logger.error("The embedded PostgreSQL (process {}) ended by itself; its messages are in {}. Starting it again.",
				pid, log(this.data));
		int port = port();
		closeQuietly(this.postgres);
		for (int tried = 1; tried <= this.restarts.tries() && !this.closed; tried++) {
			try {
				Thread.sleep(this.restarts.before(tried).toMillis());
				this.cluster.makeReady();
				this.postgres = start(builder().setPort(port));
				logger.warn("The embedded PostgreSQL runs again, on port {}", port);
				watch();
				return;
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return;
			}
			catch (IOException | RuntimeException ex) {
				logger.error("The embedded PostgreSQL did not start again ({} of {}): {}", tried, this.restarts.tries(),
						ex.getMessage());
			}
		}
		if (!this.closed) {
			this.restarts.lost().run();
		}
	}

	/**
	 * How to reach a database of the server.
	 * @param database its name
	 * @return the details, as the service's role
	 */
	public JdbcConnectionDetails connection(String database) {
		String url = "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
		return new EmbeddedConnection(url, ApplicationDatabase.NAME, this.password);
	}

	/**
	 * The server as its superuser sees it.
	 * @return connections to the maintenance database
	 */
	public synchronized DataSource superuser() {
		return this.postgres.getPostgresDatabase();
	}

	private synchronized int port() {
		return this.postgres.getPort();
	}

	@Override
	public void close() throws IOException {
		this.closed = true;
		stop();
	}

	private synchronized void stop() throws IOException {
		try {
			this.postgres.close();
		}
		finally {
			this.data.close();
		}
	}

	private static void closeQuietly(Closeable part) {
		try {
			part.close();
		}
		catch (IOException | RuntimeException ex) {
			logger.debug("Closing {}", part, ex);
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
