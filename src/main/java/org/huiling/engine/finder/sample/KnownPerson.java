package org.huiling.engine.finder.sample;

import org.huiling.facts.Period;
import org.huiling.facts.record.FactRecord;

/**
 * Somebody of a worked example, from whom a search may start.
 *
 * @param person what is known of them
 * @param period the month, quarter or year that is looked at
 */
public record KnownPerson(FactRecord person, Period period) {
}
