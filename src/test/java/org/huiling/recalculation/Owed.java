package org.huiling.recalculation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Whom something is owed, and for what.
 *
 * @param applicant the file
 * @param program its id
 * @param period a month or a year
 * @param claim null for what is not paid by claims
 */
record Owed(UUID applicant, String program, String period, @Nullable String claim) {

	private static final int YEAR = 4;

	static Owed of(ResultSet row) throws SQLException {
		return new Owed(row.getObject("applicant", UUID.class), row.getString("program"), row.getString("period"),
				row.getString("claim"));
	}

	/** Whether what is decided for a month goes on until something else is. */
	boolean goesOn() {
		return this.claim == null && this.period.length() > YEAR;
	}

	Owed in(String other) {
		return new Owed(this.applicant, this.program, other, this.claim);
	}

}
