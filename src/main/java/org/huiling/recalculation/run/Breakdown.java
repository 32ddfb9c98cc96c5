package org.huiling.recalculation.run;

import org.huiling.problem.DatabaseTrouble;

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

	static Breakdown of(Throwable thrown) {
		DatabaseTrouble trouble = DatabaseTrouble.of(thrown);
		if (trouble == null) {
			return UNEXPECTED;
		}
		return switch (trouble) {
			case DATABASE_GONE -> DATABASE_GONE;
			case DISK_FULL -> DISK_FULL;
			case DATABASE_READ_ONLY -> READ_ONLY;
		};
	}

}
