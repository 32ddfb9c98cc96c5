package org.huiling.storage;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.sql.DataSource;

import org.huiling.storage.embedded.ApplicationDatabase;
import org.huiling.storage.embedded.DataDirectory;
import org.huiling.storage.embedded.EmbeddedDefaults;
import org.huiling.storage.embedded.EmbeddedServer;
import org.huiling.storage.embedded.Password;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.StringUtils;

/**
 * The database of the service for whoever operates it without starting the service: the
 * one that is configured, or the embedded one, whether a service runs on it or not.
 */
public final class OperatedDatabase implements Closeable {

	private static final String URL = "spring.datasource.url";

	private final DataSource dataSource;

	private final String place;

	private final @Nullable EmbeddedServer server;

	private OperatedDatabase(DataSource dataSource, String place, @Nullable EmbeddedServer server) {
		this.dataSource = dataSource;
		this.place = place;
		this.server = server;
	}

	/**
	 * The settings that a service with these arguments would have: from the command line,
	 * the environment, and files beside the jar.
	 * @param arguments such as {@code --huiling.data=/var/lib/huiling}
	 * @return the settings
	 */
	public static Environment settings(List<String> arguments) {
		ConfigurableEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.addFirst(new SimpleCommandLinePropertySource(arguments.toArray(String[]::new)));
		ConfigDataEnvironmentPostProcessor.applyTo(environment);
		new EmbeddedDefaults().postProcessEnvironment(environment, new SpringApplication());
		ConfigurationPropertySources.attach(environment);
		return environment;
	}

	/**
	 * Reaches the database.
	 * @param settings of the service
	 * @param anew whether the embedded database may be made, and no service may run on it
	 * @return to be closed
	 * @throws RuntimeException saying what is in the way
	 */
	public static OperatedDatabase of(Environment settings, boolean anew) {
		String url = settings.getProperty(URL);
		if (StringUtils.hasText(url)) {
			return new OperatedDatabase(
					new DriverManagerDataSource(url, settings.getProperty("spring.datasource.username", ""),
							settings.getProperty("spring.datasource.password", "")),
					url, null);
		}
		Path data = Path.of(settings.getRequiredProperty("huiling.data")).toAbsolutePath().normalize();
		Path cluster = data.resolve("postgres");
		if (!anew && !Files.exists(cluster)) {
			throw new StorageUnavailable("There is no database below " + data + ".",
					"Name the data directory with --huiling.data=…, or an external database with --" + URL + "=….",
					null);
		}
		if (!anew && DataDirectory.isInUse(data)) {
			return running(data, cluster);
		}
		EmbeddedServer server = EmbeddedServer.start(data);
		String address = server.connection(ApplicationDatabase.NAME).getJdbcUrl();
		return new OperatedDatabase(source(address, data), data.toString(), server);
	}

	/** A service runs on it; its server takes other connections as well. */
	private static OperatedDatabase running(Path data, Path cluster) {
		try {
			String port = Files.readAllLines(cluster.resolve("postmaster.pid")).get(3).strip();
			String address = "jdbc:postgresql://127.0.0.1:" + port + "/" + ApplicationDatabase.NAME;
			return new OperatedDatabase(source(address, data), data.toString(), null);
		}
		catch (IOException | IndexOutOfBoundsException ex) {
			throw new StorageUnavailable("The running embedded PostgreSQL of " + data + " cannot be found: " + ex,
					"Try again as the account that runs the service.", ex);
		}
	}

	private static DataSource source(String address, Path data) {
		try {
			return new DriverManagerDataSource(address, ApplicationDatabase.NAME,
					Password.in(data.resolve("postgres.password")));
		}
		catch (IOException ex) {
			throw new StorageUnavailable(
					"The password of the embedded PostgreSQL of " + data + " cannot be read: " + ex,
					"Try again as the account that runs the service.", ex);
		}
	}

	/**
	 * Connections to it; each is a new one.
	 * @return as the service's role
	 */
	public DataSource dataSource() {
		return this.dataSource;
	}

	/**
	 * Where it is.
	 * @return its address, or the data directory
	 */
	public String place() {
		return this.place;
	}

	@Override
	public void close() throws IOException {
		if (this.server != null) {
			this.server.close();
		}
	}

}
