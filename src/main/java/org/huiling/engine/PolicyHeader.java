package org.huiling.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.huiling.engine.problem.Finding;
import org.huiling.engine.standard.Standard;
import org.jspecify.annotations.Nullable;

/**
 * What {@code policy.yaml} says about a version besides its rules.
 *
 * @param title in both languages
 * @param basis the document the version rests on
 * @param effectiveFrom the first day it governs
 * @param effectiveTo the last day it governs, null if it runs until the next version
 * @param published the day the notice was published, null if not said
 * @param rounding how an amount is rounded, once, at the end
 * @param wins what several rules that grant come to
 * @param lateApplication what a late application costs, null if the program needs none
 * @param lifeCheckMonths how long a passed life check is valid, null if none is asked for
 * @param assumptions what the source does not say and this version assumes
 * @param parameters every number that a notice may change
 * @param accepted findings of the check that are meant to be so
 * @param deducts the programs whose awards {@code ownPayment} takes off, null if it is
 * not said: those by claim of a lower order then
 * @param uses the programs whose awards its rules read
 * @param factDay on which day of a period, or for it, a person's record is read
 */
public record PolicyHeader(Bilingual title, String basis, LocalDate effectiveFrom, @Nullable LocalDate effectiveTo,
		@Nullable LocalDate published, Rounding rounding, Wins wins, @Nullable LateApplication lateApplication,
		@Nullable Integer lifeCheckMonths, List<Bilingual> assumptions, List<Parameter> parameters,
		List<Accepted> accepted, @Nullable List<OtherProgram> deducts, List<OtherProgram> uses, FactDay factDay) {

	/** What several rules that grant come to. */
	public enum Wins {

		/** An error: one of them alone was meant. */
		NONE,

		/** The highest of them. */
		HIGHEST,

		/** Their sum: they are components. */
		SUM

	}

	/**
	 * Another program of the same jurisdiction.
	 *
	 * @param id its id
	 * @param basis the article that names it, null if none is given
	 * @param line where it stands
	 */
	public record OtherProgram(String id, @Nullable String basis, int line) {
	}

	/**
	 * Whether the version says whose awards it looks at.
	 * @return false if it looks at none, or only at those before it in order
	 */
	public boolean namesOthers() {
		return this.deducts != null || !this.uses.isEmpty();
	}

	/**
	 * What its parameters are counted in.
	 * @return units by the names of the parameters
	 */
	public Map<String, String> units() {
		return this.parameters.stream().collect(Collectors.toMap(Parameter::name, Parameter::unit));
	}

	/**
	 * Whether a standard that the version goes by may have been set, for some day up to
	 * another, after the version was written: a notice may come late, so also for a day
	 * before the version's first one.
	 * @param day the other day
	 * @return true if any value but the first of its key begins by then, or was corrected
	 */
	public boolean isSetSince(LocalDate day) {
		return this.parameters.stream()
			.map(Parameter::from)
			.filter(Objects::nonNull)
			.map(Shared::values)
			.anyMatch((values) -> values.stream()
				.anyMatch((value) -> !value.from().isAfter(day) && (value.issue() > 1 || isLater(value, values))));
	}

	private static boolean isLater(Standard.Value value, List<Standard.Value> values) {
		return values.stream().anyMatch((one) -> one.isFor(value.key()) && one.from().isBefore(value.from()));
	}

	/**
	 * One parameter.
	 *
	 * @param name as rules read it: {@code P.name}
	 * @param value a number, text, list, or a table by code, as written
	 * @param unit {@code CNY}, {@code percent}, {@code years} …
	 * @param basis the article behind it
	 * @param from the standard that it is taken from, null if it is the version's own
	 */
	public record Parameter(String name, Object value, String unit, String basis, @Nullable Shared from) {
	}

	/**
	 * 共用标准: where a parameter's values come from.
	 *
	 * @param standard as {@code policy.yaml} names it: {@code standards.dibaoStandard}
	 * @param title what people call it, in both languages
	 * @param times how many times the standard it is, null for once
	 * @param share how many percent of the standard it is, null for all of it
	 * @param by what the keys of its values are, such as {@code hukouType}; null without
	 * keys
	 * @param values those of the standard that count, before any of this
	 */
	public record Shared(String standard, Bilingual title, @Nullable BigDecimal times, @Nullable BigDecimal share,
			@Nullable String by, List<Standard.Value> values) {
	}

	/**
	 * A finding that is meant to be so.
	 *
	 * @param kind the kind of finding
	 * @param rules the rules it names, in any order
	 * @param reason why it is right
	 * @param line where it stands
	 */
	public record Accepted(Finding.Kind kind, List<String> rules, Bilingual reason, int line) {
	}

	/**
	 * The rounding a policy states.
	 *
	 * @param unit the fen or the whole yuan
	 * @param mode half up, up (见角进元), or down
	 */
	public record Rounding(Unit unit, RoundingMode mode) {

		/** What an amount is rounded to. */
		public enum Unit {

			FEN, YUAN

		}

		/**
		 * The decimal places that stay.
		 * @return 2 for the fen, 0 for the yuan
		 */
		public int decimals() {
			return (this.unit == Unit.FEN) ? 2 : 0;
		}

	}

	/**
	 * 逾期申请: up to so many whole months after the first eligible month everything is paid
	 * back; later, payment begins with the month of application.
	 *
	 * @param withinMonths whole months
	 * @param basis the article
	 */
	public record LateApplication(int withinMonths, String basis) {
	}

}
