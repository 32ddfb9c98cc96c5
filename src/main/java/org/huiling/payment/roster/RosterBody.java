package org.huiling.payment.roster;

import java.time.YearMonth;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.huiling.input.ReasonBody;
import org.jspecify.annotations.Nullable;

import org.springframework.modulith.NamedInterface;

/**
 * A roster as it is ordered.
 *
 * @param jurisdiction its id
 * @param month which month
 * @param skipping why months before it have no roster, null if none is missing
 */
@NamedInterface("roster")
@Schema(example = """
		{"jurisdiction": "model-district", "month": "2013-07"}""")
public record RosterBody(@Size(max = 64) String jurisdiction, YearMonth month,
		@Size(max = ReasonBody.LONGEST) @Nullable String skipping) {
}
