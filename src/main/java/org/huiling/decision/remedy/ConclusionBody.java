package org.huiling.decision.remedy;

import java.time.LocalDate;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.huiling.decision.store.Objection.Outcome;
import org.huiling.input.ReasonBody;

/**
 * What became of an objection.
 *
 * @param outcome what became of it
 * @param reason why
 * @param date the day of it
 */
@Schema(example = """
		{"outcome": "DISMISSED", "reason": "没有少算", "date": "2013-08-15"}""")
public record ConclusionBody(Outcome outcome, @Size(max = ReasonBody.LONGEST) String reason, LocalDate date) {
}
