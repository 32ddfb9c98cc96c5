package org.huiling.command.sync;

import org.huiling.engine.Bilingual;

/**
 * What differs between a rules directory and a service.
 *
 * @param place the path from the rules directory
 * @param state how they differ
 * @param message what that means and what to do
 */
record SyncItem(String place, State state, Bilingual message) {

	/** How a directory and a service differ in one place. */
	enum State {

		/** Only the directory has it. */
		ONLY_HERE,

		/** Only the service has it. */
		ONLY_THERE,

		/**
		 * Its jurisdiction or program waits in the service for somebody to confirm it.
		 */
		PROPOSED,

		/** The directory has it, and the service a draft of it. */
		DRAFTED,

		/** The directory has what the service has taken back. */
		WITHDRAWN,

		/** The directory has a fact file otherwise than it is in force. */
		CHANGED,

		/** Something was published, and the directory has something else of that name. */
		DIFFERS,

		/** The directory cannot be read. */
		BROKEN;

		boolean refused() {
			return this == DIFFERS || this == BROKEN;
		}

	}

}
