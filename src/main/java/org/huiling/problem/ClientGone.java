package org.huiling.problem;

import java.sql.SQLException;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Tells whether whoever sent a request has gone away, so that nobody is left to answer. A
 * database that ends a connection throws the same at the bottom as a client that does:
 * what came by way of the database is never the client's.
 */
public final class ClientGone {

	private ClientGone() {
	}

	/**
	 * Whether the client is gone.
	 * @param thrown what was thrown
	 * @return true if the connection that broke is the client's
	 */
	public static boolean is(Throwable thrown) {
		for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException || cause instanceof DataAccessException
					|| cause instanceof TransactionException) {
				return false;
			}
		}
		return DisconnectedClientHelper.isClientDisconnectedException(thrown);
	}

}
