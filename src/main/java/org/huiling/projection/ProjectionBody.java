package org.huiling.projection;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.huiling.input.Checked;
import org.huiling.input.JsonFields;
import org.huiling.input.ReasonBody;
import org.jspecify.annotations.Nullable;

/**
 * A projection as it is ordered.
 *
 * @param jurisdiction its id: its people, all of them
 * @param from the first month
 * @param to the last month, at most {@value #MOST_MONTHS} months in all
 * @param programs ids of programs, null for all
 * @param appliedOnly whether only what is applied for counts, as it does for decisions;
 * else what is not is taken as applied for in time
 * @param reason why, for the record
 */
@Schema(example = """
		{"jurisdiction": "model-district", "from": "2014-01", "to": "2014-12", "reason": "编制预算"}""")
public record ProjectionBody(@Size(max = 64) String jurisdiction, YearMonth from, YearMonth to,
		@Size(max = 100) @Nullable List<@Size(max = 64) String> programs, @Nullable Boolean appliedOnly,
		@Size(max = ReasonBody.LONGEST) String reason) implements Checked {

	static final int MOST_MONTHS = 36;

	public ProjectionBody {
		programs = (programs != null) ? List.copyOf(programs) : null;
	}

	@Override
	public void check(JsonFields fields) {
		if (this.to.isBefore(this.from)) {
			fields.refuse("to", ProjectionFault.MONTHS_REVERSED);
		}
		else if (ChronoUnit.MONTHS.between(this.from, this.to) >= MOST_MONTHS) {
			fields.refuse("to", ProjectionFault.TOO_MANY_PROJECTED, MOST_MONTHS);
		}
	}

}
