package org.huiling.storage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

/**
 * An empty database becomes by the baseline of 0.1.0 what it became by all the migrations
 * before it.
 */
class BaselineTests {

	@Test
	void makesWhatTheMigrationsBeforeItMade() throws Exception {
		Catalog before = catalogOf(EarlierSchema.BEFORE_0_1_0);
		Catalog baseline = catalogOf("classpath:db/migration");
		assertThat(before.lines().get("relations")).hasSizeGreaterThan(200);
		assertThat(before.lines().get("functions")).hasSizeGreaterThan(40);
		assertThat(before.lines().get("rows")).hasSize(5);
		assertSoftly((soft) -> before.lines()
			.forEach((what,
					lines) -> soft.assertThat(baseline.lines().get(what)).as(what).containsExactlyElementsOf(lines)));
	}

	/** What is compared, tells schemas apart. */
	@Test
	void whatDiffersIsNoticed() throws Exception {
		Map<String, String> changes = Map.of("relations", "alter table task set (fillfactor = 80)", "columns",
				"alter table task alter column due set default current_date", "constraints",
				"alter table task rename constraint task_check to task_checked", "indexes", "drop index task_key",
				"triggers", "alter table task disable trigger task_kept", "views and rules",
				"create or replace view applicant_decided as select applicant, jurisdiction, known_at as at from decision",
				"functions",
				"create or replace function period_end(period text) returns text language sql immutable parallel safe as $$ select '' $$",
				"sequences", "alter sequence applicant_file_number_seq increment by 2", "privileges",
				"alter default privileges grant select on tables to public", "rows",
				"insert into payment_rule select '*', '1901-01', frequency, timing, pay_day, arrears_months, tolerance,"
						+ " recovery_share, due_days, life_check_months, basis, null, null, on_death, null, 6 from payment_rule limit 1");
		JdbcConnectionDetails database = TestDatabase.create();
		SchemaConfiguration.migrate(Flyway.configure()
			.dataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword())
			.locations("classpath:db/migration")
			.load());
		try (Connection connection = DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(),
				database.getPassword()); Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			Catalog before = Catalog.of(connection);
			for (Map.Entry<String, String> change : changes.entrySet()) {
				statement.execute(change.getValue());
				assertThat(Catalog.of(connection).lines().get(change.getKey())).as(change.getValue())
					.isNotEqualTo(before.lines().get(change.getKey()));
				connection.rollback();
			}
			statement.execute("comment on table task is 'told'");
			assertThat(Catalog.of(connection).lines().get("comments")).isNotEqualTo(before.lines().get("comments"));
			connection.rollback();
		}
	}

	/** Up to the last version before 0.1.0: what came after it is the same for both. */
	private static Catalog catalogOf(String location) throws SQLException {
		JdbcConnectionDetails database = TestDatabase.create();
		Flyway.configure()
			.dataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword())
			.locations(location)
			.target(EarlierSchema.LAST_BEFORE_0_1_0)
			.load()
			.migrate();
		try (Connection connection = DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(),
				database.getPassword())) {
			return Catalog.of(connection);
		}
	}

}
