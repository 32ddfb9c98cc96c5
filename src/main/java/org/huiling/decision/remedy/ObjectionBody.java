package org.huiling.decision.remedy;

import java.time.LocalDate;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * An objection that is recorded.
 *
 * @param date the day it was made
 * @param grounds why, null if not said
 */
@Schema(example = """
		{"date": "2013-08-01", "grounds": "少算了"}""")
public record ObjectionBody(LocalDate date, @Size(max = 4000) @Nullable String grounds) {
}
