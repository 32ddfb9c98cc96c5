package org.huiling.problem;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionSystemException;

import static org.assertj.core.api.Assertions.assertThat;

/** What the failures that reach us say of the database. */
class DatabaseTroubleTests {

	private static final SQLException ENDED = new SQLException("terminating connection", "57P01");

	private static final SQLException CLOSED = new SQLException("Connection is closed");

	@Test
	void aConnectionThatTheServerEndedIsGone() {
		assertThat(DatabaseTrouble.of(new DataAccessResourceFailureException("insert", ENDED)))
			.isEqualTo(DatabaseTrouble.DATABASE_GONE);
	}

	@Test
	void whatWasRolledBackForSaysMoreThanTheRollbackThatFailedToo() {
		TransactionSystemException failed = new TransactionSystemException("JDBC rollback failed", CLOSED);
		failed.initApplicationException(
				new DataAccessResourceFailureException("insert", new SQLException("could not extend file", "53100")));
		assertThat(DatabaseTrouble.of(failed)).isEqualTo(DatabaseTrouble.DISK_FULL);
	}

	@Test
	void aConnectionLostInACommitIsGoneThoughNothingElseIsToldOfIt() {
		assertThat(DatabaseTrouble.of(new TransactionSystemException("JDBC rollback failed", CLOSED)))
			.isEqualTo(DatabaseTrouble.DATABASE_GONE);
	}

	@Test
	void whatTheDatabaseIsNotToBlameForIsNoTrouble() {
		assertThat(DatabaseTrouble.of(new IllegalStateException("a defect"))).isNull();
		assertThat(DatabaseTrouble.of(new SQLException("duplicate key", "23505"))).isNull();
	}

}
