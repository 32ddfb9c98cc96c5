package org.huiling.audit;

import java.util.List;

/**
 * Whether the trail is as it was written.
 *
 * @param intact true if nothing was found
 * @param checked how many rows were read
 * @param problems what was found, by number, at most a thousand
 */
public record Verification(boolean intact, long checked, List<Problem> problems) {

	/**
	 * What was done to one event behind the service's back.
	 *
	 * @param event its number; 0 is the mark of the trail's end
	 * @param kind what was done
	 */
	public record Problem(long event, Kind kind) {
	}

	/** What can be done to a row. */
	public enum Kind {

		/** It is not as it was written. */
		ALTERED,

		/** It is gone. */
		REMOVED,

		/** The service never wrote it. */
		INSERTED

	}

}
