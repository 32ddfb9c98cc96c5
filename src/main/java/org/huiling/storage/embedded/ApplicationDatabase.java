package org.huiling.storage.embedded;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

/**
 * The service's own database and the role that owns it. The service never connects as the
 * superuser, whom the triggers that protect published policies could not hold.
 */
public final class ApplicationDatabase {

	/** The name of both the role and the database. */
	public static final String NAME = "huiling";

	private final DataSource superuser;

	ApplicationDatabase(DataSource superuser) {
		this.superuser = superuser;
	}

	/**
	 * Creates what is missing.
	 * @param password the role's, hexadecimal digits
	 * @throws SQLException if the server refuses
	 */
	void create(String password) throws SQLException {
		try (Connection connection = this.superuser.getConnection();
				Statement statement = connection.createStatement()) {
			if (isAbsent(statement, "select 1 from pg_roles where rolname = '" + NAME + "'")) {
				statement.execute("create role " + NAME + " login password '" + password + "'");
			}
			if (isAbsent(statement, "select 1 from pg_database where datname = '" + NAME + "'")) {
				statement.execute("create database " + NAME + " owner " + NAME);
			}
		}
	}

	private static boolean isAbsent(Statement statement, String query) throws SQLException {
		try (ResultSet row = statement.executeQuery(query)) {
			return !row.next();
		}
	}

}
