package org.huiling.changefeed;

import java.time.Instant;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * Something that changed, before it is known what else was read with it.
 *
 * @param step from the cursor before it to the one after it
 */
record Happened(ChangeType type, String action, String id, Instant at, @Nullable String jurisdiction,
		@Nullable String program, @Nullable String period, UnaryOperator<Cursor> step) {

	ChangeEvent after(Cursor cursor) {
		return new ChangeEvent(cursor.toString(), this.type.code(), this.action, this.id, this.at, this.jurisdiction,
				this.program, this.period);
	}

}
