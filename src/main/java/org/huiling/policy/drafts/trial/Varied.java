package org.huiling.policy.drafts.trial;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;

/**
 * A number of a program that is set to another in every version in force on some days.
 *
 * @param program the program's id
 * @param parameter the parameter's name
 * @param value the other value
 * @param days the days
 */
public record Varied(String program, String parameter, BigDecimal value, Collection<LocalDate> days) {
}
