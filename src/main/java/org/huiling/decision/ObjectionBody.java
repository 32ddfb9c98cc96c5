package org.huiling.decision;

import java.time.LocalDate;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * An objection that is recorded.
 *
 * @param date the day it was made
 * @param grounds why, null if not said
 */
public record ObjectionBody(LocalDate date, @Size(max = 4000) @Nullable String grounds) {
}
