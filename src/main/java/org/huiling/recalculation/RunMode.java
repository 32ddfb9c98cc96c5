package org.huiling.recalculation;

/** What a run may write. */
enum RunMode {

	/** Nothing but its report. */
	DRY_RUN,

	/** Decisions where something differs. */
	COMMIT

}
