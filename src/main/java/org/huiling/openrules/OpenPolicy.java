package org.huiling.openrules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.huiling.engine.Bilingual;
import org.huiling.engine.Cycle;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.PaidTo;
import org.huiling.engine.PolicyHeader;
import org.huiling.engine.example.Example;
import org.huiling.engine.reason.RuleTree;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is published of a program.
 *
 * @param jurisdiction whose it is
 * @param program its id
 * @param name in both languages
 * @param cycle how often it is due
 * @param unit the currency of its amounts
 * @param paidTo who receives it
 * @param subject whom it is about
 * @param appliesBelow whether it applies in jurisdictions below as well
 * @param parameters every number, over time
 * @param versions from the first to the last, those to come included
 */
public record OpenPolicy(Jurisdiction jurisdiction, String program, Bilingual name, Cycle cycle, String unit,
		PaidTo paidTo, String subject, boolean appliesBelow, List<Series> parameters, List<Version> versions) {

	/**
	 * A program in a list.
	 *
	 * @param jurisdiction whose it is, its id
	 * @param program its id
	 * @param name in both languages
	 * @param cycle how often it is due
	 * @param unit the currency of its amounts
	 * @param versions from the first to the last
	 */
	public record Item(String jurisdiction, String program, Bilingual name, Cycle cycle, String unit,
			List<VersionItem> versions) {
	}

	/**
	 * A version in a list.
	 *
	 * @param version its name
	 * @param digest of its files
	 * @param effectiveFrom the first day it governs
	 * @param effectiveTo the last day, null while it is open
	 */
	public record VersionItem(String version, String digest, LocalDate effectiveFrom, @Nullable LocalDate effectiveTo) {
	}

	/**
	 * A parameter over time, as rules read it: {@code P.name}.
	 *
	 * @param name its name
	 * @param unit of the last of its values
	 * @param values from the first on
	 */
	public record Series(String name, String unit, List<Dated> values) {
	}

	/**
	 * A value with the days for which it counts.
	 *
	 * @param from the first day
	 * @param to the last day, null while it is open
	 * @param value a number, text, list or table by code
	 * @param unit its unit
	 * @param basis the article behind it
	 * @param version the version that has it
	 * @param standard the shared standard that it comes from, null if it is the version's
	 * own
	 */
	public record Dated(LocalDate from, @Nullable LocalDate to, Object value, String unit, String basis, String version,
			@JsonInclude(Include.NON_NULL) @Nullable String standard) {
	}

	/**
	 * A version.
	 *
	 * @param version its name
	 * @param digest of its files
	 * @param title in both languages
	 * @param basis the document it rests on
	 * @param effectiveFrom the first day it governs
	 * @param effectiveTo the last day, null while it is open
	 * @param rounding how an amount is rounded, once, at the end
	 * @param wins what several rules that grant come to
	 * @param factDay on which day a record is read
	 * @param assumptions what the source does not say and the version assumes
	 * @param rules in order
	 * @param examples in order
	 */
	public record Version(String version, String digest, Bilingual title, String basis, LocalDate effectiveFrom,
			@Nullable LocalDate effectiveTo, PolicyHeader.Rounding rounding, PolicyHeader.Wins wins, String factDay,
			List<Bilingual> assumptions, List<Rule> rules, List<WorkedExample> examples) {
	}

	/**
	 * A rule.
	 *
	 * @param name in both languages
	 * @param basis the article behind it
	 * @param conditions all must hold
	 * @param text the same in words, with the numbers of the version's first day
	 * @param consequence what follows, as its author wrote it
	 */
	public record Rule(Bilingual name, String basis, List<RuleTree> conditions, List<Bilingual> text,
			String consequence) {
	}

	/**
	 * A worked example: somebody made up, and what must come out.
	 *
	 * @param name what it shows
	 * @param period for which period
	 * @param claim which claim, null for programs that have none
	 * @param applicant as {@code POST /assessments} takes it, without name and numbers;
	 * null for rules about awards alone
	 * @param awards what other programs award, where it is stated
	 * @param expected what must come out; what is absent is not looked at
	 */
	public record WorkedExample(String name, String period, @JsonInclude(Include.NON_NULL) @Nullable String claim,
			@JsonInclude(Include.NON_NULL) @Nullable Map<String, Object> applicant,
			@JsonInclude(Include.NON_EMPTY) Map<String, Example.Award> awards,
			@JsonInclude(Include.NON_NULL) Example.Expected expected) {
	}

	/**
	 * The program as it stands in a list.
	 * @return its versions by name and days
	 */
	public Item item() {
		return new Item(this.jurisdiction.id(), this.program, this.name, this.cycle, this.unit,
				this.versions.stream()
					.map((one) -> new VersionItem(one.version(), one.digest(), one.effectiveFrom(), one.effectiveTo()))
					.toList());
	}

}
