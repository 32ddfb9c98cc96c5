package org.huiling.engine.drools.condition;

import java.util.List;

import org.huiling.engine.drools.language.RuleText;

/**
 * A compiled rule as its conditions show it.
 *
 * @param rule as written
 * @param branches the ways in which it can hold, one for each alternative of an
 * {@code or}: all clauses of one must hold
 */
public record RuleShape(RuleText rule, List<List<Clause>> branches) {
}
