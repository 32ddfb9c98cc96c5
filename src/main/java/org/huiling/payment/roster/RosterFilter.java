package org.huiling.payment.roster;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huiling.input.IsoDays;
import org.huiling.input.ShapeFault;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * Which rosters are listed.
 *
 * @param jurisdiction whose, null for those of all
 * @param month of which month, null for any
 * @param state how far they are, null for any
 */
public record RosterFilter(@Nullable String jurisdiction, @Nullable YearMonth month, @Nullable RosterState state) {

	static final RosterFilter NONE = new RosterFilter(null, null, null);

	/**
	 * Reads what is asked for.
	 * @throws InvalidInput 400 naming each parameter that cannot be read
	 */
	public static RosterFilter read(@Nullable String jurisdiction, @Nullable String month, @Nullable String state) {
		List<FieldError> errors = new ArrayList<>();
		YearMonth asked = (month != null) ? IsoDays.month(month) : null;
		if (month != null && asked == null) {
			errors.add(FieldError.of("month", ShapeFault.INVALID_MONTH.name()));
		}
		RosterState known = Stream.of(RosterState.values())
			.filter((one) -> one.name().equals(state))
			.findFirst()
			.orElse(null);
		if (state != null && known == null) {
			errors.add(FieldError.of("state", RosterFault.UNKNOWN_STATE.name(),
					Stream.of(RosterState.values()).map(Enum::name).collect(Collectors.joining(", "))));
		}
		if (!errors.isEmpty()) {
			throw new InvalidInput(RosterFault.UNKNOWN_STATE.status(), errors);
		}
		return new RosterFilter(jurisdiction, asked, known);
	}

}
