package org.huiling.recalculation.run;

import org.springframework.modulith.NamedInterface;

/** How far a run is. */
@NamedInterface("run")
public enum RunState {

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

	/**
	 * Whether it is under way.
	 * @return false once it stopped, was completed or failed
	 */
	public boolean isOpen() {
		return this == STARTING || this == RUNNING || this == STOPPING;
	}

}
