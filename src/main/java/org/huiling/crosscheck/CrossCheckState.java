package org.huiling.crosscheck;

/** How far a cross-check is. */
public enum CrossCheckState {

	/** The list is read, and nothing of it matched. */
	STARTING,

	/** Lines are matched. */
	RUNNING,

	/** Somebody stopped it. */
	STOPPED,

	/** Every line is matched. */
	COMPLETED,

	/** It cannot go on. */
	FAILED

}
