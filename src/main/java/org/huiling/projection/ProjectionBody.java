package org.huiling.projection;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.huiling.input.Checked;
import org.huiling.input.JsonFields;
import org.huiling.input.ReadBy;
import org.huiling.input.ReasonBody;
import org.huiling.projection.report.ProjectionFault;
import org.huiling.projection.report.Vary;
import org.jspecify.annotations.Nullable;

/**
 * A projection as it is ordered.
 *
 * @param jurisdiction its id: its people, all of them
 * @param from the first month
 * @param to the last month, at most {@value #MOST_MONTHS} months in all
 * @param draft ids of drafts that are put over what is in force, one or several; null for
 * a forecast
 * @param programs ids of programs, null for all
 * @param vary a number that is set to others in turn, null for none
 * @param appliedOnly whether only what is applied for counts, as it does for decisions;
 * else what is not is taken as applied for in time
 * @param reason why, for the record
 */
@Schema(example = """
		{"jurisdiction": "model-district", "from": "2014-01", "to": "2014-12", "reason": "编制预算"}""")
public record ProjectionBody(@Size(max = 64) String jurisdiction, YearMonth from, YearMonth to,
		@ReadBy(DraftIds.class) @Size(max = DraftIds.MOST) @Nullable List<@Size(max = 36) String> draft,
		@Size(max = 100) @Nullable List<@Size(max = 64) String> programs, @Nullable Vary vary,
		@Nullable Boolean appliedOnly, @Size(max = ReasonBody.LONGEST) String reason) implements Checked {

	static final int MOST_MONTHS = 36;

	public ProjectionBody {
		draft = (draft != null) ? List.copyOf(draft) : null;
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
