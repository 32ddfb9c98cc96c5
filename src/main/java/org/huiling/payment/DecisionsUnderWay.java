package org.huiling.payment;

import java.util.Optional;

/** Runs that are deciding about many people, as far as rosters have to wait for them. */
@FunctionalInterface
public interface DecisionsUnderWay {

	/**
	 * A run that has begun to decide for a jurisdiction and is not through.
	 * @param jurisdiction its id
	 * @return the run's id
	 */
	Optional<String> of(String jurisdiction);

}
