package org.huiling.storage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.huiling.HuilingApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

/** A service starts on a schema that it knows the way from, and on no other. */
class FoundSchemaTests {

	private static final String NOW = "classpath:db/migration";

	@TempDir
	Path directory;

	@Test
	void theOneOfALaterServiceIsRefusedWithBothVersionsAndNothingIsChanged() throws Exception {
		JdbcConnectionDetails database = TestDatabase.create();
		Flyway flyway = flyway(database, NOW);
		flyway.migrate();
		String known = flyway.info().current().getVersion().toString();
		SchemaConfiguration.migrate(flyway);
		execute(database, """
				insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,
					installed_by, execution_time, success)
				values (9999, '9000', 'tomorrow', 'SQL', 'V9000__tomorrow.sql', 1, 'later', 1, true)""");

		Throwable thrown = catchThrowable(() -> new SpringApplicationBuilder(HuilingApplication.class)
			.run("--server.port=0", "--spring.datasource.url=" + database.getJdbcUrl(),
					"--spring.datasource.username=" + database.getUsername(),
					"--spring.datasource.password=" + database.getPassword(), "--huiling.rules-import=NEVER",
					"--spring.flyway.validate-on-migrate=false", "--spring.flyway.ignore-migration-patterns=*:future")
			.close());
		assertThat(thrown).isNotNull();
		FailureAnalysis analysis = new StorageFailureAnalyzer().analyze(thrown);
		assertThat(analysis).isNotNull();
		assertThat(analysis.getDescription()).contains("version 9000").contains("up to " + known);
		assertThat(analysis.getAction()).contains("later service");
		assertThat(flyway.info().pending()).isEmpty();
	}

	/** Neither tells the service of changes that it does not have. */
	@Test
	void theLastOneBeforeTheBaselineGoesOnByWhatCameSince() throws Exception {
		JdbcConnectionDetails database = TestDatabase.create();
		flyway(database, EarlierSchema.BEFORE_0_1_0).migrate();
		SchemaConfiguration.migrate(flyway(database, NOW));
		String next = "filesystem:" + Files
			.writeString(this.directory.resolve("V90000__next.sql"), "create table next_one (number integer)")
			.getParent();
		for (int start = 0; start < 2; start++) {
			SchemaConfiguration.migrate(flyway(database, NOW, next));
			assertThat(history(database)).hasSizeGreaterThan(80).endsWith("V90000__next.sql");
		}
		JdbcConnectionDetails empty = TestDatabase.create();
		SchemaConfiguration.migrate(flyway(empty, NOW, next));
		assertThat(history(empty)).first().asString().startsWith("B");
		assertThat(history(empty)).endsWith("V90000__next.sql");
	}

	@Test
	void oneBeforeThatIsRefusedAndNothingIsChanged() throws Exception {
		JdbcConnectionDetails database = TestDatabase.create();
		Flyway.configure()
			.configuration(flyway(database, EarlierSchema.BEFORE_0_1_0).getConfiguration())
			.target("215")
			.load()
			.migrate();
		List<String> before = history(database);
		Throwable thrown = catchThrowable(() -> SchemaConfiguration.migrate(flyway(database, NOW)));
		FailureAnalysis analysis = new StorageFailureAnalyzer().analyze(thrown);
		assertThat(analysis).isNotNull();
		assertThat(analysis.getDescription()).contains("version 215",
				"goes on from version " + EarlierSchema.LAST_BEFORE_0_1_0);
		assertThat(analysis.getAction()).contains("last service before 0.1.0", "Nothing was changed");
		assertThat(history(database)).isEqualTo(before);
	}

	/** A change since the baseline that this service does not have is no old one. */
	@Test
	void oneWithAChangeBetweenThatNobodyKnowsIsRefused() throws Exception {
		JdbcConnectionDetails database = TestDatabase.create();
		flyway(database, NOW).migrate();
		execute(database, """
				insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,
					installed_by, execution_time, success)
				values (9999, '80000', 'elsewhere', 'SQL', 'V80000__elsewhere.sql', 1, 'later', 1, true)""");
		String next = "filesystem:" + Files
			.writeString(this.directory.resolve("V90000__next.sql"), "create table next_one (number integer)")
			.getParent();
		assertThatThrownBy(() -> SchemaConfiguration.migrate(flyway(database, NOW, next)))
			.isInstanceOf(FlywayValidateException.class)
			.hasMessageContaining("80000");
	}

	/** As the service has it: nothing unknown passes. */
	private static Flyway flyway(JdbcConnectionDetails database, String... locations) {
		FluentConfiguration configuration = Flyway.configure()
			.dataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword())
			.locations(locations);
		new SchemaConfiguration().nothingUnknownPasses().customize(configuration);
		return configuration.load();
	}

	private static List<String> history(JdbcConnectionDetails database) throws SQLException {
		List<String> scripts = new ArrayList<>();
		try (Connection connection = DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(),
				database.getPassword());
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(
						"select script from flyway_schema_history where version is not null order by installed_rank")) {
			while (row.next()) {
				scripts.add(row.getString(1));
			}
		}
		return scripts;
	}

	private static void execute(JdbcConnectionDetails database, String sql) throws SQLException {
		try (Connection connection = DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(),
				database.getPassword()); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
