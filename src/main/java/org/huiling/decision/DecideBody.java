package org.huiling.decision;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.huiling.decision.assessment.RequestFault;
import org.huiling.decision.assessment.RequestPeriods;
import org.huiling.facts.Period;
import org.huiling.input.FieldReader;
import org.huiling.input.JsonFields;
import org.huiling.input.ReadBy;
import org.huiling.input.ReasonBody;
import org.jspecify.annotations.Nullable;

/**
 * What is to be decided.
 *
 * @param period the month, quarter or year
 * @param programs their ids, each once; null for all
 * @param jurisdiction its id; null for the one of the person's hukou, or else of what
 * stands
 * @param reason why it is decided, for the record; null if not said
 */
@Schema(example = """
		{"period": "2013-07", "programs": ["old-age-allowance"], "reason": "窗口申请"}""")
public record DecideBody(@ReadBy(MonthOrYear.class) Period period,
		@Size(max = 100) @Nullable List<@Size(max = 64) String> programs, @Size(max = 64) @Nullable String jurisdiction,
		@Size(max = ReasonBody.LONGEST) @Nullable String reason) {

	public DecideBody {
		programs = (programs != null) ? List.copyOf(programs) : null;
	}

	/** Within years that the service can answer for. */
	static final class MonthOrYear implements FieldReader<Period> {

		@Override
		public @Nullable Period read(JsonFields fields, String name) {
			String text = fields.string(name);
			Period period = (text != null) ? RequestPeriods.period(text) : null;
			if (text != null && period == null) {
				fields.refuse(name, RequestFault.INVALID_PERIOD);
			}
			return period;
		}

	}

}
