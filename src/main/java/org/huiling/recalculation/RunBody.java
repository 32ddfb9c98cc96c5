package org.huiling.recalculation;

import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

import org.huiling.input.Codes;
import org.huiling.input.InputErrors;
import org.huiling.input.JsonFields;
import org.huiling.problem.InvalidInput;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A run as it is ordered.
 *
 * @param jurisdiction its id; null for all that the caller reaches
 * @param programs their ids; null for all
 * @param from the first month; null only with a withdrawn version, whose decisions say it
 * @param to the last month, at most {@value #MOST_MONTHS} months in all; null for this
 * month with a withdrawn version
 * @param withdrawn only those with a decision under it, from its period on; null for
 * everybody
 * @param touchedSince only people of whom something was recorded after it; null for
 * everybody
 * @param mode what it may write
 * @param reason why, for the record
 */
record RunBody(@Nullable String jurisdiction, @Nullable List<String> programs, @Nullable YearMonth from,
		@Nullable YearMonth to, @Nullable WithdrawnVersion withdrawn, @Nullable Instant touchedSince, RunMode mode,
		String reason) {

	static final int MOST_MONTHS = 120;

	private static final Set<String> NAMES = Set.of("jurisdiction", "programs", "from", "to", "withdrawnVersion",
			"touchedSince", "mode", "reason");

	/** What a withdrawn version says by itself. */
	private static final List<String> ALONE = List.of("jurisdiction", "from", "touchedSince");

	private static final Codes<RunMode> MODES = Codes.of(RunMode.class);

	private static final int LONGEST_ID = 64;

	private static final int LONGEST_REASON = 1000;

	private static final int MOST_PROGRAMS = 100;

	RunBody {
		programs = (programs != null) ? List.copyOf(programs) : null;
	}

	/**
	 * Reads an order.
	 * @throws InvalidInput 400 naming each field that cannot be read
	 */
	static RunBody read(JsonNode body) {
		InputErrors errors = new InputErrors();
		JsonFields fields = JsonFields.of(body, NAMES, errors);
		String jurisdiction = fields.text("jurisdiction", LONGEST_ID);
		List<String> programs = fields.texts("programs", MOST_PROGRAMS, LONGEST_ID);
		WithdrawnVersion withdrawn = WithdrawnVersion.read(fields);
		boolean everybody = !fields.has("withdrawnVersion");
		YearMonth from = everybody ? fields.required("from", fields::month) : fields.month("from");
		YearMonth to = everybody ? fields.required("to", fields::month) : fields.month("to");
		if (!everybody) {
			ALONE.stream().filter(fields::has).forEach((name) -> fields.refuse(name, RunFault.SAID_BY_VERSION));
		}
		RunMode mode = fields.required("mode", (name) -> fields.code(name, MODES));
		String reason = fields.required("reason", (name) -> fields.text(name, LONGEST_REASON));
		Instant touchedSince = fields.instant("touchedSince");
		if (from != null && to != null) {
			if (to.isBefore(from)) {
				fields.refuse("to", RunFault.BEFORE_FROM);
			}
			else if (ChronoUnit.MONTHS.between(from, to) >= MOST_MONTHS) {
				fields.refuse("to", RunFault.TOO_MANY_MONTHS, MOST_MONTHS);
			}
		}
		errors.throwIfAny();
		if (mode == null || reason == null) {
			throw new IllegalStateException("a field is missing and no error");
		}
		return new RunBody((withdrawn != null) ? withdrawn.jurisdiction() : jurisdiction, programs, from, to, withdrawn,
				touchedSince, mode, reason);
	}

}
