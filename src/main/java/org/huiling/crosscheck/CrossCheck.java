package org.huiling.crosscheck;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.huiling.task.TaskKind;
import org.jspecify.annotations.Nullable;

/**
 * A list that is matched with the register, and how far it came.
 *
 * @param id its id
 * @param state how far it is
 * @param kind what the list is of
 * @param jurisdiction whose people
 * @param asOf the day of the list
 * @param lines how many rows it has, refused ones too
 * @param accepted how many of them are matched
 * @param refused how many cannot be read
 * @param done how many of those accepted were matched so far
 * @param matched how many of them mean somebody on file
 * @param tasks how many tasks it opened, by kind
 * @param ignoredColumns of which nothing is read
 * @param orderedBy the account
 * @param orderedAt when
 * @param endedAt when it came to its end, null before
 * @param keptUntil the last day on which the list itself is kept, sealed
 */
public record CrossCheck(UUID id, CrossCheckState state, CrossCheckKind kind, String jurisdiction, LocalDate asOf,
		int lines, int accepted, int refused, int done, int matched, Map<TaskKind, Integer> tasks,
		List<String> ignoredColumns, String orderedBy, Instant orderedAt, @Nullable Instant endedAt,
		LocalDate keptUntil) {

	/** What its tasks say they come from. */
	String source() {
		return "CROSS_CHECK:" + this.id;
	}

}
