package org.huiling.payment;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What is decided about a person and what was paid.
 *
 * @param person whose file goes on
 * @param decided what stands, also under files merged into it
 * @param booked what was paid, settled or failed
 * @param suspended what an earlier roster left open for want of a life check
 * @param death when they died, null if they did not
 * @param lastPassed their last life check, null if none is known
 */
record PersonAccount(UUID person, List<DecidedPoint> decided, List<Booked> booked, Set<Item> suspended,
		@Nullable LocalDate death, @Nullable LocalDate lastPassed) {

	PersonAccount {
		decided = List.copyOf(decided);
		booked = List.copyOf(booked);
		suspended = Set.copyOf(suspended);
	}

}
