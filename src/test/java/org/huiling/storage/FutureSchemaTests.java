package org.huiling.storage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

import org.flywaydb.core.Flyway;
import org.huiling.HuilingApplication;
import org.junit.jupiter.api.Test;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** A service that finds the schema of a later one does not start. */
class FutureSchemaTests {

	@Test
	void namesBothVersionsAndChangesNothing() throws Exception {
		JdbcConnectionDetails database = TestDatabase.create();
		Flyway flyway = Flyway.configure()
			.dataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword())
			.locations("classpath:db/migration")
			.load();
		flyway.migrate();
		String known = flyway.info().current().getVersion().toString();
		SchemaConfiguration.refuseFuture(flyway);
		execute(database, """
				insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,
					installed_by, execution_time, success)
				values (9999, '9000', 'tomorrow', 'SQL', 'V9000__tomorrow.sql', 1, 'later', 1, true)""");

		Throwable thrown = catchThrowable(() -> new SpringApplicationBuilder(HuilingApplication.class)
			.run("--server.port=0", "--spring.datasource.url=" + database.getJdbcUrl(),
					"--spring.datasource.username=" + database.getUsername(),
					"--spring.datasource.password=" + database.getPassword(), "--huiling.rules-import=NEVER")
			.close());
		assertThat(thrown).isNotNull();
		FailureAnalysis analysis = new StorageFailureAnalyzer().analyze(thrown);
		assertThat(analysis).isNotNull();
		assertThat(analysis.getDescription()).contains("version 9000").contains("up to " + known);
		assertThat(analysis.getAction()).contains("later service");
		assertThat(flyway.info().pending()).isEmpty();
	}

	private static void execute(JdbcConnectionDetails database, String sql) throws SQLException {
		try (Connection connection = DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(),
				database.getPassword()); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
