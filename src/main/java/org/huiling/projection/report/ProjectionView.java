package org.huiling.projection.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * A projection as it is answered.
 *
 * @param id its id
 * @param state how far it is
 * @param jurisdiction whose people and policies
 * @param from the first month
 * @param to the last month
 * @param programs ids of programs, null for all
 * @param appliedOnly whether only what is applied for counts
 * @param vary a number that is set to others in turn, null for none
 * @param reason why
 * @param orderedBy by whom
 * @param orderedAt when
 * @param knownAt as of when facts and policies are known
 * @param digests of the files of each draft that is put over what is in force, by its id
 * @param people how many people it is about, null before they are counted
 * @param done how many of them are assessed
 * @param failed of them, whose facts or policies are broken; they are in no sum
 * @param secondsLeft until the end, null if that is not known or past
 * @param startedAt when it began, null if it did not yet
 * @param finishedAt when it ended, null before
 * @param error why it failed
 * @param currency what amounts are in, a code of ISO 4217
 * @param total what is paid in all, null before the end, as is all that follows
 * @param months what is paid by month and program; a quarter or a year with its first
 * month that is projected
 * @param changes how many people change how, by their sum over the months
 * @param by the same of people who are counted together
 * @param histogram how many people change by how much a month
 * @param variants what each varied value comes to, in the order of the values
 */
public record ProjectionView(UUID id, ProjectionState state, String jurisdiction, YearMonth from, YearMonth to,
		@Nullable List<String> programs, boolean appliedOnly, @Nullable Vary vary, String reason, String orderedBy,
		Instant orderedAt, Instant knownAt, Map<UUID, String> digests, @Nullable Integer people, int done, int failed,
		@Nullable Long secondsLeft, @Nullable Instant startedAt, @Nullable Instant finishedAt, @Nullable String error,
		String currency, @Nullable Total total, @Nullable List<Month> months, @Nullable Changes changes,
		@Nullable By by, @Nullable List<Bar> histogram, @Nullable List<Variant> variants) {

	/**
	 * What is paid in all.
	 *
	 * @param before by what is in force
	 * @param after with what is tried, null where it changes something for so few people
	 * that this is not told
	 * @param difference of the two, null likewise
	 */
	public record Total(BigDecimal before, @Nullable BigDecimal after, @Nullable BigDecimal difference) {
	}

	/**
	 * What is paid of a program in a month; nothing where it is about nobody, or cannot
	 * be told of anybody. Each month has one of each program that is paid or open in any.
	 *
	 * @param month the month
	 * @param program the program's id
	 * @param before by what is in force, null where it is about so few people that this
	 * is not told
	 * @param after with what is tried, null likewise, or where it changes something for
	 * few
	 */
	public record Month(YearMonth month, String program, @Nullable BigDecimal before, @Nullable BigDecimal after) {
	}

	/**
	 * How many people change how; null where so few are not told.
	 *
	 * @param gains who get more
	 * @param loses who get less
	 * @param begins who get something, and nothing before
	 * @param ends who get nothing, and something before
	 * @param same who get as much
	 * @param lacking of whom nobody can tell
	 */
	public record Changes(@JsonProperty("GAINS") @Nullable Long gains, @JsonProperty("LOSES") @Nullable Long loses,
			@JsonProperty("NEW") @Nullable Long begins, @JsonProperty("ENDS") @Nullable Long ends,
			@JsonProperty("SAME") @Nullable Long same, @JsonProperty("NEEDS_INFORMATION") @Nullable Long lacking) {

		static Changes of(Sums.Sum sum) {
			return new Changes(sum.people(Change.GAINS), sum.people(Change.LOSES), sum.people(Change.NEW),
					sum.people(Change.ENDS), sum.people(Change.SAME), sum.people(Change.NEEDS_INFORMATION));
		}

	}

	/**
	 * People who are counted together.
	 *
	 * @param key such as a region; UNKNOWN if it is not known
	 * @param people how many
	 * @param changes of them
	 * @param before what they are paid by what is in force
	 * @param after what they are paid with what is tried; null, as what is paid before,
	 * where so few are not told
	 */
	public record Row(String key, @Nullable Long people, @JsonUnwrapped Changes changes, @Nullable BigDecimal before,
			@Nullable BigDecimal after) {
	}

	/**
	 * Lists of people who are counted together.
	 *
	 * @param program who get something of a program, or may; somebody may be in several
	 * @param region by the region of the hukou in the first month here
	 * @param ageBand by ten years of age in that month
	 * @param sex by sex
	 */
	public record By(List<Row> program, List<Row> region, List<Row> ageBand, List<Row> sex) {
	}

	/**
	 * People whose change lies between two amounts a month.
	 *
	 * @param from the lower one, null if there is none
	 * @param to the upper one, null if there is none
	 * @param people how many; null where everything is about so few that this is not told
	 */
	public record Bar(@JsonInclude @Nullable BigDecimal from, @JsonInclude @Nullable BigDecimal to,
			@Nullable Long people) {
	}

	/**
	 * What a varied value comes to.
	 *
	 * @param value the value
	 * @param after what is paid with it, and with the drafts; null where it changes
	 * something for so few that this is not told
	 * @param changes how many people change how against what is in force
	 */
	public record Variant(BigDecimal value, @Nullable BigDecimal after, @JsonUnwrapped Changes changes) {
	}

}
