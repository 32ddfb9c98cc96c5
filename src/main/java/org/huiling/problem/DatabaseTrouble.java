package org.huiling.problem;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

import org.jspecify.annotations.Nullable;

import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * What can be wrong with the database itself, as a code for those who have to see to it.
 */
public enum DatabaseTrouble {

	/** It cannot be reached, or ended the connection. */
	DATABASE_GONE,

	/** It has no room left. */
	DISK_FULL,

	/** It takes no changes: a standby, or set so by hand. */
	DATABASE_READ_ONLY;

	/** The HTTP status that says it. */
	static final int STATUS = 503;

	private static final String CONNECTION = "08";

	private static final String SHUTDOWN = "57P0";

	private static final String NO_ROOM = "53100";

	private static final String NO_CHANGES = "25006";

	/**
	 * What is wrong with the database, if that is why something failed.
	 * @param thrown what was thrown
	 * @return null if the database is not to blame
	 */
	public static @Nullable DatabaseTrouble of(Throwable thrown) {
		DatabaseTrouble found = null;
		for (Throwable cause = thrown; cause != null && found == null; cause = beneath(cause)) {
			found = (cause instanceof SQLTransientConnectionException) ? DATABASE_GONE
					: (cause instanceof SQLException sql) ? ofState(sql.getSQLState())
							: (cause instanceof CannotCreateTransactionException || lostInCommit(cause)) ? DATABASE_GONE
									: null;
		}
		return found;
	}

	/** Where rolling back failed too, what was rolled back for. */
	private static @Nullable Throwable beneath(Throwable thrown) {
		return (thrown instanceof TransactionSystemException failed && failed.getApplicationException() != null)
				? failed.getApplicationException() : thrown.getCause();
	}

	/**
	 * A commit failed and rolling back what it left did too: nothing is known but that
	 * the pool had closed the connection, which it does only with broken ones.
	 */
	private static boolean lostInCommit(Throwable thrown) {
		return thrown instanceof TransactionSystemException failed && failed.getApplicationException() == null
				&& failed.getCause() instanceof SQLException sql && sql.getSQLState() == null;
	}

	/** Codes of Appendix A of PostgreSQL's manual. */
	private static @Nullable DatabaseTrouble ofState(@Nullable String state) {
		if (state == null) {
			return null;
		}
		if (state.startsWith(CONNECTION) || state.startsWith(SHUTDOWN)) {
			return DATABASE_GONE;
		}
		return switch (state) {
			case NO_ROOM -> DISK_FULL;
			case NO_CHANGES -> DATABASE_READ_ONLY;
			default -> null;
		};
	}

}
