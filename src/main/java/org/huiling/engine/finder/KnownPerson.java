package org.huiling.engine.finder;

import org.huiling.facts.FactRecord;
import org.huiling.facts.Period;

/**
 * Somebody of a worked example, from whom a search may start.
 *
 * @param person what is known of them
 * @param period the month, quarter or year that is looked at
 */
public record KnownPerson(FactRecord person, Period period) {
}
