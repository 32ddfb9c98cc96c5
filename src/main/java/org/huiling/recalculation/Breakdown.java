package org.huiling.recalculation;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Why a run broke down, by the code that is shown of it. */
enum Breakdown {

	/** The database cannot be reached, or ended the connection; it will be back. */
	DATABASE_GONE,

	/** The database has no room left. */
	DISK_FULL,

	/** The database takes no changes: a standby, or set so by hand. */
	READ_ONLY,

	/** Anything else; the log says what. */
	UNEXPECTED;

	private static final String CONNECTION = "08";

	private static final String SHUTDOWN = "57P0";

	private static final String NO_ROOM = "53100";

	private static final String NO_CHANGES = "25006";

	static Breakdown of(Throwable thrown) {
		Breakdown found = null;
		for (Throwable cause = thrown; cause != null && found == null; cause = beneath(cause)) {
			found = (cause instanceof SQLException sql) ? ofState(sql.getSQLState())
					: (cause instanceof CannotCreateTransactionException) ? DATABASE_GONE : null;
		}
		return (found != null) ? found : UNEXPECTED;
	}

	/** Where rolling back failed too, what was rolled back for. */
	private static @Nullable Throwable beneath(Throwable thrown) {
		return (thrown instanceof TransactionSystemException failed && failed.getApplicationException() != null)
				? failed.getApplicationException() : thrown.getCause();
	}

	/** Codes of Appendix A of PostgreSQL's manual. */
	private static @Nullable Breakdown ofState(@Nullable String state) {
		if (state == null) {
			return null;
		}
		if (state.startsWith(CONNECTION) || state.startsWith(SHUTDOWN)) {
			return DATABASE_GONE;
		}
		return switch (state) {
			case NO_ROOM -> DISK_FULL;
			case NO_CHANGES -> READ_ONLY;
			default -> null;
		};
	}

}
