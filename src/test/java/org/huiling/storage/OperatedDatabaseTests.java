package org.huiling.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Whoever operates the embedded database reaches it whether a service runs on it or not.
 */
class OperatedDatabaseTests {

	@TempDir
	Path directory;

	@Test
	void theEmbeddedDatabaseIsReachedBesideWhoeverHasItAndAfterwards() throws IOException {
		Environment settings = OperatedDatabase.settings(List.of("--huiling.data=" + this.directory.resolve("data")));
		assertThatThrownBy(() -> OperatedDatabase.of(settings, false)).hasMessageContaining("There is no database");
		try (OperatedDatabase first = OperatedDatabase.of(settings, true)) {
			JdbcClient.create(first.dataSource()).sql("create table seen (number integer)").update();
			try (OperatedDatabase beside = OperatedDatabase.of(settings, false)) {
				assertThat(tables(beside)).isOne();
			}
			assertThat(tables(first)).as("still there").isOne();
			assertThatThrownBy(() -> OperatedDatabase.of(settings, true)).as("a restore waits for nobody")
				.hasMessageContaining("in use");
		}
		try (OperatedDatabase alone = OperatedDatabase.of(settings, false)) {
			assertThat(tables(alone)).isOne();
			assertThat(alone.place()).endsWith("data");
		}
	}

	@Test
	void aDatabaseThatIsConfiguredIsTheOneAndDefaultsAreTheServices() throws IOException {
		Environment settings = OperatedDatabase
			.settings(List.of("--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none"));
		assertThat(settings.getProperty("huiling.retention")).isEqualTo("P10Y");
		assertThat(settings.getProperty("huiling.keys.create")).as("of the trial set-up").isNull();
		try (OperatedDatabase database = OperatedDatabase.of(settings, true)) {
			assertThat(database.place()).isEqualTo("jdbc:postgresql://127.0.0.1:1/none");
		}
	}

	private static long tables(OperatedDatabase database) {
		return JdbcClient.create(database.dataSource())
			.sql("select count(*) from information_schema.tables where table_schema = 'public'")
			.query(Long.class)
			.single();
	}

}
