package org.huiling.facts.record;

import java.util.List;

import org.huiling.facts.Code;
import org.jspecify.annotations.Nullable;

/** What is recorded, as it is recorded: of a person, or of one item of a list. */
public interface RecordedFacts {

	/**
	 * A recorded value.
	 * @param name of a person the path of a fact, of an item the name of its field
	 * @return {@link Boolean}, {@link Integer} or {@link Long},
	 * {@link java.math.BigDecimal} (yuan for an amount), {@link java.time.LocalDate}, a
	 * text for a region, a text or a code's name, a {@link Code} for a code, or a
	 * collection of codes; null if nothing is recorded
	 */
	@Nullable Object value(String name);

	/**
	 * The recorded items of a list.
	 * @param list its path
	 * @return them, null if nothing is recorded of the list
	 */
	@Nullable List<? extends RecordedFacts> items(String list);

}
