package org.huiling.engine.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.huiling.engine.oracle.Fraction.Rounding;

/** A program drawn at random, with its meaning beside its text. */
public final class DrawnProgram {

	private final Chance chance;

	private final DrawnFacts facts;

	private final boolean claims;

	private final Wins wins;

	private final Rounding rounding;

	private final boolean usualRounding;

	private final FactDays.Said factDay;

	private final Bounds bounds = new Bounds();

	private final Parameters parameters;

	private final List<DrawnRule> rules = new ArrayList<>();

	private final Set<String> words = new TreeSet<>();

	/** What happens where several rules hold. */
	public enum Wins {

		/** They add up. */
		SUM,

		/** The highest counts. */
		HIGHEST,

		/** An error. */
		NONE

	}

	DrawnProgram(Chance chance, DrawnFacts facts) {
		this.chance = chance;
		this.facts = facts;
		this.claims = chance.oneIn(6);
		this.wins = chance.of(Wins.SUM, Wins.SUM, Wins.HIGHEST, Wins.HIGHEST, Wins.NONE);
		this.factDay = this.claims ? chance.of(FactDays.Said.FIRST_DAY, FactDays.Said.EVENT_DAY)
				: chance.of(FactDays.Said.FIRST_DAY, FactDays.Said.FIRST_DAY, FactDays.Said.LAST_DAY,
						FactDays.Said.APPLICATION_DAY);
		this.words.add(this.factDay.name());
		this.usualRounding = chance.oneIn(2);
		this.rounding = this.usualRounding ? Rounding.USUAL
				: new Rounding(chance.of(Fraction.Unit.values()), chance.of(Fraction.Mode.values()));
		this.parameters = new Parameters(chance, this.bounds);
		for (int i = 1 + chance.below((this.wins == Wins.NONE) ? 3 : 5); i > 0; i--) {
			rule(readable(facts));
		}
	}

	/** What its rules may read: a few, so that they meet. */
	private List<Formula> readable(DrawnFacts facts) {
		List<Formula> all = new ArrayList<>();
		all.add(Formula.fact(World.FLAG));
		for (int i = 4 + this.chance.below(4); i > 0; i--) {
			all.add(Formula.fact(this.chance.any(World.OF_PERSON)));
		}
		all.add(Formula.fact(World.INCOME));
		if (!this.claims) {
			all.add(Formula.fact(Situation.AGE));
			for (int i = this.chance.below(4); i > 0; i--) {
				all.add(this.chance.any(facts.facts()));
			}
		}
		return all.stream().distinct().toList();
	}

	private void rule(List<Formula> readable) {
		DrawnConditions conditions = new DrawnConditions(this.chance, this.parameters, readable, this.rounding,
				this.words, !this.claims);
		List<Formula> truths = new ArrayList<>(List.of(conditions.truth()));
		List<Formula> bound = new ArrayList<>(conditions.bound());
		String when = conditions.text();
		Formula cost = Formula.fact(World.ELIGIBLE);
		if (this.claims) {
			when += claim(truths);
			bound.add(cost.written("$claim.getEligibleCost()"));
		}
		Formula truth = Logic.all(truths, "");
		String name = "规则" + (this.rules.size() + 1);
		if (this.chance.oneIn(9)) {
			this.words.add("decline");
			this.rules.add(new DrawnRule(name, when, "benefit.decline(\"已由别处支付\", \"paid elsewhere\");", truth, null,
					null, false));
			return;
		}
		Drawing drawing = new Drawing(this.chance, this.parameters, bound, this.rounding, this.words, false);
		StringBuilder then = new StringBuilder("benefit");
		Formula ceiling = null;
		boolean forKind = this.chance.oneIn(2);
		if (this.claims && !this.chance.oneIn(3)) {
			this.words.add("ceiling");
			ceiling = this.parameters.money();
			then.append(forKind ? ".yearlyCeilingForKind(" : ".yearlyCeiling(").append(ceiling).append(")");
		}
		Formula amount = amount(drawing, then, cost.written("$claim.getEligibleCost()"));
		this.rules.add(new DrawnRule(name, when, then.append(";").toString(), truth, amount, ceiling, forKind));
	}

	private String claim(List<Formula> truths) {
		StringBuilder claim = new StringBuilder("\n    $claim : Claim( $tier : hospitalTier");
		Formula kind = Formula.fact(World.CLAIM_KIND);
		if (this.chance.oneIn(2)) {
			String code = this.chance.any(World.CLAIM_KIND.codes());
			truths.add(Words.among(kind, List.of(code), true, "kind == ClaimKind." + code));
			claim.append(", kind == ClaimKind.").append(code);
		}
		if (this.chance.oneIn(2)) {
			Formula most = Words.compared(Formula.fact(World.ELIGIBLE), this.chance.of(">", "<="),
					this.parameters.money());
			truths.add(most);
			claim.append(", ").append(most);
		}
		return claim.append(" )").toString();
	}

	/** Limits, then the amount. */
	private Formula amount(Drawing drawing, StringBuilder then, Formula cost) {
		Formula least = null;
		Formula most = null;
		if (this.chance.oneIn(6)) {
			this.words.add("at least");
			least = this.parameters.money();
			then.append(".atLeast(").append(least).append(")");
		}
		else if (this.chance.oneIn(6)) {
			this.words.add("at most");
			most = this.parameters.money();
			then.append(".atMost(").append(most).append(")");
		}
		Formula amount = drawing.money(this.chance.below(4));
		if (this.claims && this.chance.oneIn(2)) {
			this.words.add("reimburse");
			amount = Segments.reimbursed(cost, Formula.fact(World.TIER).written("$tier"), this.parameters, this.chance);
			then.append(".reimburse(").append(amount).append(")");
		}
		else if (this.chance.oneIn(12)) {
			this.words.add("waive");
			Formula share = this.parameters.share();
			then.append(".waive(").append(amount).append(", ").append(share).append(")");
			amount = Words.times(amount, share);
		}
		else {
			then.append(".pay(").append(amount).append(")");
		}
		return (least != null) ? Words.amounts("atLeast", amount, least)
				: (most != null) ? Words.amounts("atMost", amount, most) : amount;
	}

	/** Lines of the header. */
	public List<String> header() {
		List<String> lines = new ArrayList<>();
		if (this.wins != Wins.NONE) {
			lines.add("wins: " + this.wins);
		}
		if (this.factDay != FactDays.Said.FIRST_DAY || this.usualRounding) {
			lines.add("factDay: " + this.factDay);
		}
		if (!this.usualRounding) {
			lines.add("rounding: {unit: " + this.rounding.unit() + ", mode: " + this.rounding.mode() + "}");
		}
		return lines;
	}

	/** What {@code policy.yaml} says of its parameters. */
	public List<Parameters.Written> parameters() {
		return this.parameters.written();
	}

	/** Its rules, in the order of the file. */
	public List<DrawnRule> rules() {
		return this.rules;
	}

	/** Whether it is paid by claim. */
	public boolean isByClaim() {
		return this.claims;
	}

	/** What happens where several rules hold. */
	public Wins wins() {
		return this.wins;
	}

	FactDays.Said factDay() {
		return this.factDay;
	}

	Rounding rounding() {
		return this.rounding;
	}

	Bounds bounds() {
		return this.bounds;
	}

	/** The words it is written with. */
	public Set<String> words() {
		return this.words;
	}

	/** Facts that its rules hang on. */
	public Set<String> reads() {
		Set<String> reads = new TreeSet<>();
		this.rules.forEach((rule) -> {
			reads.addAll(rule.truth().reads());
			if (rule.amount() != null) {
				reads.addAll(rule.amount().reads());
			}
		});
		return reads;
	}

	/** Its text, and that of the derived facts it reads. */
	@Override
	public String toString() {
		StringBuilder text = new StringBuilder(header().toString());
		String rules = this.rules.stream()
			.map((one) -> "\n  " + one.name() + ": " + one.when() + "\n      => " + one.then())
			.collect(Collectors.joining());
		this.facts.definitions().forEach((name, is) -> {
			if (rules.matches("(?s).*\\b" + name + "\\b.*")) {
				text.append("\n  ").append(name).append(": ").append(is);
			}
		});
		parameters().stream()
			.filter((one) -> rules.matches("(?s).*\\b" + one.name() + "\\b.*"))
			.forEach((one) -> text.append("\n  ")
				.append(one.name())
				.append(": ")
				.append(one.value())
				.append(one.rows().replace('\n', ' '))
				.append(" ")
				.append(one.unit()));
		return text.append(rules).toString();
	}

}
