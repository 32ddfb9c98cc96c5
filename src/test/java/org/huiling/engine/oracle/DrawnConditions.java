package org.huiling.engine.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huiling.engine.oracle.Formula.Kind;
import org.huiling.engine.oracle.Fraction.Rounding;

/** The conditions of a rule, and what it binds for its consequence. */
final class DrawnConditions {

	private final Chance chance;

	private final Parameters parameters;

	private final List<Formula> facts;

	private final Drawing drawing;

	private final Set<String> words;

	private final List<Formula> bound = new ArrayList<>();

	private final List<Formula> truths = new ArrayList<>();

	private final StringBuilder text = new StringBuilder();

	DrawnConditions(Chance chance, Parameters parameters, List<Formula> facts, Rounding rounding, Set<String> words,
			boolean items) {
		this.chance = chance;
		this.parameters = parameters;
		this.facts = facts;
		this.words = words;
		this.drawing = new Drawing(chance, parameters, facts, rounding, words, true);
		List<Formula> conditions = new ArrayList<>();
		for (int i = 1 + chance.below(3); i > 0; i--) {
			conditions.add(chance.oneIn(8) ? boundAndCompared() : condition());
		}
		bind(chance.below(4));
		this.truths.addAll(conditions);
		this.text.append("Applicant( ")
			.append(Stream.concat(conditions.stream(), bindings()).map(Formula::text).collect(Collectors.joining(", ")))
			.append(" )");
		more(items);
	}

	private Stream<Formula> bindings() {
		return this.bound.stream()
			.map((one) -> one.written(one.text() + " : " + source(one)))
			.filter((one) -> !one.text().endsWith(" : "));
	}

	private String source(Formula binding) {
		return this.facts.stream()
			.filter((fact) -> fact.meaning() == binding.meaning())
			.map(Formula::text)
			.findFirst()
			.orElse("");
	}

	private void bind(int many) {
		for (int i = 0; i < many; i++) {
			Formula fact = this.chance.any(this.facts);
			if (fact.kind() != Kind.TRUTH && this.bound.stream().noneMatch((one) -> one.meaning() == fact.meaning())) {
				this.bound.add(fact.written("$v" + (this.bound.size() + 1)));
			}
		}
	}

	/** {@code $x : ( a + b ), $x >= P.n}. */
	private Formula boundAndCompared() {
		this.words.add("binding compared");
		Formula number = this.drawing.number(1);
		if (number.reads().stream().allMatch(Formula.DAY::equals) || !number.text().startsWith("( ")) {
			return condition();
		}
		String name = "$v" + (this.bound.size() + 1);
		Formula binding = number.written(name);
		this.bound.add(binding);
		Formula compared = Words.compared(binding, this.chance.of("<", ">=", "!="), this.parameters.number("count"));
		return compared.written(name + " : " + number + ", " + compared);
	}

	private Formula condition() {
		return switch (this.chance.below(9)) {
			case 0, 1 -> yesOrNo();
			case 2 -> code();
			case 3 -> this.drawing.negated(1);
			default -> this.drawing.comparison(this.chance.below(3));
		};
	}

	private Formula yesOrNo() {
		Formula fact = this.chance.any(this.facts.stream().filter((one) -> one.kind() == Kind.TRUTH).toList());
		Formula no = Logic.not(fact, "!" + fact);
		Formula yes = new Formula(Kind.TRUTH, "", "true", Set.of(), (situation) -> true);
		Formula plain = Logic.all(List.of(fact), "");
		return this.chance.of(plain, no, Words.compared(fact, "==", yes),
				Words.compared(fact, "==", new Formula(Kind.TRUTH, "", "false", Set.of(), (situation) -> false)),
				Words.compared(fact, "!=", yes));
	}

	private Formula code() {
		Field field = this.chance.of(World.NEED, World.HUKOU);
		if (this.chance.oneIn(2)) {
			this.words.add("memberOf");
			return this.parameters.among(field, this.chance.oneIn(2));
		}
		String code = this.chance.any(field.codes());
		boolean is = this.chance.oneIn(2);
		return Words.among(Formula.fact(field), List.of(code), is,
				field.path() + (is ? " == " : " != ") + field.unit() + "." + code);
	}

	/** Beside the first pattern: alternatives, what must not be, an item of the list. */
	private void more(boolean items) {
		Formula one = condition();
		Formula other = condition();
		switch (this.chance.below(items ? 7 : 3)) {
			case 0 -> {
				this.words.add("or");
				Formula both = Logic.all(List.of(other, this.drawing.comparison(0)), ", ");
				add("( Applicant( " + one + " )\n      or Applicant( " + both + " ) )",
						Logic.any(List.of(one, both), ""));
			}
			case 1 -> {
				this.words.add("not Applicant");
				Formula both = Logic.all(List.of(one, other), ", ");
				add("not Applicant( " + both + " )", Logic.not(both, ""));
			}
			case 2 -> {
				this.words.add("exists Applicant");
				add("exists Applicant( " + one + " )", one);
			}
			case 3 -> {
				this.words.add("exists item");
				boolean not = this.chance.oneIn(2);
				Formula item = item();
				String pattern = "TrialBill( " + item + " )";
				Formula exists = Logic.exists(World.BILLS, item, pattern);
				add((not ? "not " : "exists ") + pattern, not ? Logic.not(exists, "") : exists);
			}
			default -> {
			}
		}
	}

	private Formula item() {
		Formula amount = Words.compared(Formula.fact(World.AMOUNT), this.chance.of("<", ">="), this.parameters.money());
		return this.chance.oneIn(2) ? amount
				: Logic.all(
						List.of(Words.among(Formula.fact(World.SORT), List.of("WARD"), true, "sort == Sort.WARD"),
								Words.compared(Formula.fact(World.PIECES), ">", this.parameters.number("count"))),
						", ");
	}

	private void add(String pattern, Formula truth) {
		this.text.append("\n    ").append(pattern);
		this.truths.add(truth);
	}

	String text() {
		return this.text.toString();
	}

	Formula truth() {
		return Logic.all(this.truths, ", ");
	}

	List<Formula> bound() {
		return this.bound;
	}

}
