package org.huiling.storage;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Tells the operator that the configured database cannot be used, and why, without a
 * stack trace. Only failures to connect (SQL state 08) and to log in (28) are meant, and
 * a database that does not exist (3D).
 */
class UnreachableDatabaseAnalyzer extends AbstractFailureAnalyzer<SQLException> {

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
		String state = String.valueOf(cause.getSQLState());
		if (!state.startsWith("08") && !state.startsWith("28") && !state.startsWith("3D")) {
			return null;
		}
		return new FailureAnalysis("The database cannot be used: " + cause.getMessage(),
				"Check spring.datasource.url, spring.datasource.username and spring.datasource.password, and that the"
						+ " server is running and lets this machine in. Without spring.datasource.url the service"
						+ " starts a PostgreSQL of its own.",
				cause);
	}

}
