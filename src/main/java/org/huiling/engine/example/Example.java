package org.huiling.engine.example;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.huiling.engine.InKind;
import org.huiling.engine.Outcome;
import org.huiling.facts.record.FactRecord;
import org.jspecify.annotations.Nullable;

/**
 * A worked example of {@code examples.yaml}.
 *
 * @param name what it shows
 * @param line where it stands
 * @param period the month, quarter or year, or the year whose claims are looked at
 * @param claim the claim that is expected, for CLAIM programs
 * @param applicant the person, null for stacking
 * @param stated what other programs award, by claim or by program; null where it is not
 * stated and they are asked themselves
 * @param expected what must come out
 */
public record Example(String name, int line, String period, @Nullable String claim, @Nullable FactRecord applicant,
		@Nullable Map<String, Award> stated, Expected expected) {

	/**
	 * What other programs award, as far as it is stated.
	 * @return by claim or by program; empty if nothing is stated
	 */
	public Map<String, Award> awards() {
		return (this.stated != null) ? this.stated : Map.of();
	}

	/**
	 * An award of another program.
	 *
	 * @param amount yuan, null if it is not certain
	 * @param missing the fields that would make it certain
	 * @param atMost the most it could be, null if that is not known
	 * @param inKind what it is where it is no money, else null
	 */
	public record Award(@Nullable BigDecimal amount, Set<String> missing, @Nullable BigDecimal atMost,
			@Nullable InKind inKind) {

		public Award(@Nullable BigDecimal amount, Set<String> missing, @Nullable BigDecimal atMost) {
			this(amount, missing, atMost, null);
		}

	}

	/**
	 * What must come out; a null component is not looked at.
	 *
	 * @param outcome the outcome
	 * @param amount yuan
	 * @param rules names of the rules in {@code why}
	 * @param missing the missing fields, exactly
	 * @param withheld for stacking: the programs withheld, exactly
	 * @param undecided for stacking: fields needed, by program, exactly
	 * @param inKind what is granted in kind, exactly
	 */
	public record Expected(@Nullable Outcome outcome, @Nullable BigDecimal amount, @Nullable List<String> rules,
			@Nullable List<String> missing, @Nullable List<String> withheld,
			@Nullable Map<String, List<String>> undecided, @Nullable List<InKind> inKind) {

		public Expected(@Nullable Outcome outcome, @Nullable BigDecimal amount, @Nullable List<String> rules,
				@Nullable List<String> missing, @Nullable List<String> withheld,
				@Nullable Map<String, List<String>> undecided) {
			this(outcome, amount, rules, missing, withheld, undecided, null);
		}

	}

	/**
	 * How an example came out.
	 *
	 * @param example the example
	 * @param passed whether everything expected came out
	 * @param actual what came out
	 */
	public record Result(Example example, boolean passed, Expected actual) {
	}

}
