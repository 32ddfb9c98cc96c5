package org.huiling.recalculation;

import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.huiling.input.Checked;
import org.huiling.input.FieldReader;
import org.huiling.input.JsonFields;
import org.huiling.input.ReadBy;
import org.huiling.input.ReasonBody;
import org.huiling.recalculation.run.Run;
import org.huiling.recalculation.run.RunMode;
import org.huiling.recalculation.run.WithdrawnVersion;
import org.jspecify.annotations.Nullable;

/**
 * A run as it is ordered.
 *
 * @param jurisdiction its id; null for all that the caller reaches
 * @param programs their ids; null for all
 * @param withdrawnVersion only those with a decision under it, from its period on; null
 * for everybody
 * @param from the first month; null only with a withdrawn version, whose decisions say it
 * @param to the last month, at most {@value #MOST_MONTHS} months in all; null for this
 * month with a withdrawn version
 * @param mode what it may write
 * @param reason why, for the record
 * @param touchedSince only people of whom something was recorded after it; null for
 * everybody
 */
@Schema(example = """
		{"jurisdiction": "model-district", "from": "2013-01", "to": "2013-07", "mode": "DRY_RUN",
		 "reason": "每月复核"}""")
public record RunBody(@Size(max = 64) @Nullable String jurisdiction,
		@Size(max = 100) @Nullable List<@Size(max = 64) String> programs, @Nullable WithdrawnVersion withdrawnVersion,
		@ReadBy(MonthOfEverybody.class) @Nullable YearMonth from,
		@ReadBy(MonthOfEverybody.class) @Nullable YearMonth to, RunMode mode,
		@Size(max = ReasonBody.LONGEST) String reason, @Nullable Instant touchedSince) implements Checked {

	static final int MOST_MONTHS = 120;

	private static final String VERSION = "withdrawnVersion";

	public RunBody {
		programs = (programs != null) ? List.copyOf(programs) : null;
	}

	/** A month that must be there, unless a withdrawn version says which. */
	static final class MonthOfEverybody implements FieldReader<YearMonth> {

		@Override
		public @Nullable YearMonth read(JsonFields fields, String name) {
			return fields.has(VERSION) ? fields.month(name) : fields.required(name, fields::month);
		}

	}

	@Override
	public void check(JsonFields fields) {
		if (this.withdrawnVersion != null) {
			Stream.of("jurisdiction", "from", "touchedSince")
				.filter(fields::has)
				.forEach((name) -> fields.refuse(name, RunFault.SAID_BY_VERSION));
		}
		if (this.from == null || this.to == null) {
			return;
		}
		if (this.to.isBefore(this.from)) {
			fields.refuse("to", RunFault.BEFORE_FROM);
		}
		else if (ChronoUnit.MONTHS.between(this.from, this.to) >= MOST_MONTHS) {
			fields.refuse("to", RunFault.TOO_MANY_MONTHS, MOST_MONTHS);
		}
	}

	/** Whose people: the withdrawn version's, or the one asked for. */
	@Nullable String whose() {
		return (this.withdrawnVersion != null) ? this.withdrawnVersion.jurisdiction() : this.jurisdiction;
	}

	/** Whether another run was over the same people, months and programs. */
	boolean isOver(Run run) {
		String whose = whose();
		return (whose == null || run.jurisdictions().equals(List.of(whose)))
				&& Objects.equals(run.withdrawn(), this.withdrawnVersion)
				&& Objects.equals(run.touchedSince(), this.touchedSince)
				&& (this.from == null || this.from.equals(run.from())) && (this.to == null || this.to.equals(run.to()))
				&& Objects.equals(sorted(run.programs()), sorted(this.programs));
	}

	private static @Nullable Set<String> sorted(@Nullable List<String> programs) {
		return (programs != null) ? new TreeSet<>(programs) : null;
	}

}
