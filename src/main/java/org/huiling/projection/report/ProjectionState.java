package org.huiling.projection.report;

/** How far a projection is. */
public enum ProjectionState {

	/** Ordered; whom it is about is being found. */
	STARTING,

	/** People are assessed. */
	RUNNING,

	/** Somebody stopped it. */
	STOPPED,

	/** Everybody is assessed. */
	COMPLETED,

	/** It cannot go on. */
	FAILED;

	/**
	 * Whether it is under way.
	 * @return false once it stopped, was completed or failed
	 */
	public boolean isOpen() {
		return this == STARTING || this == RUNNING;
	}

}
