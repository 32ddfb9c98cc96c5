package org.huiling.payment.roster;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

import org.flywaydb.core.Flyway;
import org.huiling.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a roster is summed up by reads each of its lines a few times, however many there
 * are: also the first one of a city, of whose lines the database knows nothing yet.
 */
class SummedRosterTests {

	private static final int PEOPLE = 3_000;

	private static final String ROSTER = "00000000-0000-7000-8000-000000000001";

	private Connection connection;

	@BeforeEach
	void firstRosterOfManyPeople() throws SQLException {
		JdbcConnectionDetails database = TestDatabase.create();
		Flyway.configure()
			.dataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword())
			.load()
			.migrate();
		this.connection = DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(),
				database.getPassword());
		execute("analyze");
		this.connection.setAutoCommit(false);
		execute("insert into roster (id, jurisdiction, month, first_month, last_month, pay_day, rule_from, known_at,"
				+ " made_by, made_at, state) values ('" + ROSTER
				+ "', 'model-district', '2013-08', '2013-08', '2013-08',"
				+ " '2013-08-20', '1900-01', now(), 'operator', now(), 'DRAFT')");
		String person = "('00000000-0000-7000-9000-' || lpad(n::text, 12, '0'))::uuid from generate_series(1, " + PEOPLE
				+ ") n";
		execute("insert into payment_payee (roster, life_check_known, resident_id_known, applicant) select '" + ROSTER
				+ "', true, true, " + person);
		execute("insert into payment_line (roster, number, program, period, kind, amount, paid_to, applicant)"
				+ " select '" + ROSTER + "', n, 'old-age-allowance', '2013-08', 'REGULAR', 80, 'PERSON', " + person);
	}

	@AfterEach
	void close() throws SQLException {
		this.connection.close();
	}

	static Stream<String> functions() {
		return Stream.of("sum_up_roster", "flag_missing_resident_ids", "flag_old_arrears", "flag_same_people",
				"flag_paid_by_another");
	}

	@ParameterizedTest
	@MethodSource("functions")
	void readsEachLineAFewTimes(String function) throws SQLException {
		long before = read();
		execute("select " + function + "('" + ROSTER + "')");
		assertThat(read() - before).as("rows and index entries of lines read").isLessThan(20L * PEOPLE);
	}

	/** Rows read one after the other or fetched, and entries of indexes. */
	private long read() throws SQLException {
		return List
			.of("select seq_tup_read + coalesce(idx_tup_fetch, 0) from pg_stat_xact_user_tables"
					+ " where relname = 'payment_line'",
					"select sum(pg_stat_get_xact_tuples_returned(indexrelid)) from pg_index"
							+ " where indrelid = 'payment_line'::regclass")
			.stream()
			.mapToLong(this::number)
			.sum();
	}

	private long number(String query) {
		try (Statement statement = this.connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
			rows.next();
			return rows.getLong(1);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void execute(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
