package org.huiling.changefeed;

import java.util.List;

/**
 * Some of what changed.
 *
 * @param items in the order in which it happened
 * @param next where to go on, also if nothing came
 * @param more whether there is more already
 */
record Changes(List<ChangeEvent> items, String next, boolean more) {

	Changes {
		items = List.copyOf(items);
	}

}
