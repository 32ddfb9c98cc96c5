package org.huiling.recalculation;

/** How far a run is. */
enum RunState {

	/** Ordered; whom it reviews is being found. */
	STARTING,

	/** Reviewing. */
	RUNNING,

	/** Asked to stop; the slices under way are finished first. */
	STOPPING,

	/** Stopped; it can be restarted. */
	STOPPED,

	/** Everybody is reviewed. */
	COMPLETED,

	/** Something was in the way; it can be restarted. */
	FAILED;

	boolean isOpen() {
		return this == STARTING || this == RUNNING || this == STOPPING;
	}

}
