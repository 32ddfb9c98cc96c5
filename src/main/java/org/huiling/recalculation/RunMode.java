package org.huiling.recalculation;

/** What a run may write. */
public enum RunMode {

	/** Nothing but its report. */
	DRY_RUN,

	/** Decisions where something differs. */
	COMMIT

}
