package org.huiling.engine.oracle;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.huiling.engine.oracle.Formula.Kind;
import org.huiling.engine.oracle.Fraction.Rounding;
import org.jspecify.annotations.Nullable;

/** Draws expressions over some facts: amounts, numbers, days. */
final class Drawing {

	private final Chance chance;

	private final Constants constants;

	private final List<Formula> leaves;

	private final Rounding rounding;

	private final Set<String> words;

	/** Null in fact files, where there are no tables. */
	private final @Nullable Parameters parameters;

	/** In a condition nothing is calculated with what a table gives. */
	private final boolean condition;

	Drawing(Chance chance, Constants constants, List<Formula> leaves, Rounding rounding, Set<String> words,
			boolean condition) {
		this.condition = condition;
		this.chance = chance;
		this.constants = constants;
		this.leaves = leaves;
		this.rounding = rounding;
		this.words = words;
		this.parameters = (constants instanceof Parameters all) ? all : null;
	}

	private @Nullable Formula leaf(Kind kind, String unit) {
		List<Formula> all = this.leaves.stream()
			.filter((one) -> one.kind() == kind && (kind != Kind.NUMBER || one.unit().equals(unit)))
			.toList();
		return all.isEmpty() ? null : this.chance.any(all);
	}

	private String word(String word) {
		this.words.add(word);
		return word;
	}

	/** A fact of the kind, or else a fixed amount. */
	private Formula anyMoney() {
		Formula leaf = leaf(Kind.MONEY, "");
		return (leaf != null && !this.chance.oneIn(4)) ? leaf : this.constants.money();
	}

	/** An amount. */
	Formula money(int depth) {
		if (depth == 0) {
			return anyMoney();
		}
		Formula one = money(depth - 1);
		return switch (this.chance.below((this.parameters == null) ? 12 : this.condition ? 13 : 16)) {
			case 0, 1 -> Words.amounts(word(this.chance.of("plus", "minus")), one, money(depth - 1));
			case 2 -> Words.amounts(word("above"), one, money(depth - 1));
			case 3 -> Words.amounts(word(this.chance.of("atMost", "atLeast")), one, money(depth - 1));
			case 4 -> Words.times(one, this.constants.share());
			case 5 -> Words.times(one, number(depth - 1));
			case 6, 7 -> {
				word("sharedBy");
				yield Words.sharedBy(one, number(0));
			}
			case 8 -> Words.amounts(word(this.chance.of("floorTo", "ceilTo")), one, this.constants.unit());
			case 9 -> {
				word("rounded");
				yield Words.rounded(one, this.rounding);
			}
			case 10 ->
				Words.extreme(word(this.chance.of("min", "max")), one, money(depth - 1), this.parameters == null);
			case 11 -> Words.times(this.constants.unit(), steps(one));
			case 12 -> {
				word("segments");
				yield Segments.of(one, parameters(), this.chance);
			}
			case 13, 14 -> looked(one, Kind.MONEY);
			default -> Words.times(one, looked(money(0), Kind.SHARE));
		};
	}

	private Parameters parameters() {
		return java.util.Objects.requireNonNull(this.parameters);
	}

	/** A whole number of persons or things. */
	Formula number(int depth) {
		if (depth == 0) {
			Formula leaf = leaf(Kind.NUMBER, "count");
			return (leaf != null && !this.chance.oneIn(4)) ? leaf : this.constants.number("count");
		}
		Formula one = number(depth - 1);
		return switch (this.chance.below((this.parameters != null && !this.condition) ? 7 : 6)) {
			case 0, 1 -> Words.numbers(word(this.chance.of("+", "-", "*")), one, number(depth - 1), true);
			case 2, 3 -> {
				word("whole");
				yield Words.whole(one, number(depth - 1));
			}
			case 4 -> Words.extreme(this.chance.of("min", "max"), one, number(depth - 1), this.parameters == null);
			case 5 -> steps(money(depth - 1));
			default -> looked(one, Kind.NUMBER);
		};
	}

	private Formula steps(Formula amount) {
		return Words.steps(word(this.chance.of("steps", "startedSteps")), amount, this.constants.unit());
	}

	/** The value by a band or in a table. */
	private Formula looked(Formula key, Kind kind) {
		Formula code = leaf(Kind.CODE, "");
		Formula date = leaf(Kind.DATE, "");
		Formula stage = leaf(Kind.NUMBER, "level");
		return switch (this.chance.below(5)) {
			case 0 -> {
				word("table by code");
				yield (code != null) ? parameters().table(code, field(code), kind) : bands(key, kind);
			}
			case 1 -> {
				word("table by number");
				yield (stage != null) ? parameters().table(stage, World.STAGE, kind) : bands(key, kind);
			}
			case 2 -> bands((date != null) ? date : key, kind);
			case 3 -> bands(number(0), kind);
			default -> bands(key, kind);
		};
	}

	private Formula bands(Formula key, Kind kind) {
		word("bands by " + key.kind());
		return parameters().bands(key, kind);
	}

	/** A binding stands for one field. */
	private static Field field(Formula leaf) {
		return World.field(leaf.reads().iterator().next());
	}

	/** A comparison that hangs on at least one fact. */
	Formula comparison(int depth) {
		List<Formula> sides = sides(depth);
		return Words.compared(sides.get(0), sign(), sides.get(1));
	}

	private String sign() {
		return this.chance.any(List.of("==", "!=", "<", "<=", ">", ">="));
	}

	/** {@code !( a >= b )}: where it is there, {@code a < b}. */
	Formula negated(int depth) {
		List<Formula> sides = sides(depth);
		Formula positive = Words.compared(sides.get(0), sign(), sides.get(1));
		return Logic.not(positive, "!( " + positive + " )");
	}

	private List<Formula> sides(int depth) {
		List<String> units = List.of("count", "level", "years");
		Formula one = switch (this.chance.below((this.parameters != null) ? 8 : 7)) {
			case 7 -> looked(money(this.chance.below(2)), Kind.MONEY);
			case 0, 1, 2 -> money(this.chance.below(depth + 1));
			case 3, 4 -> number(this.chance.below(depth + 1));
			case 5 -> some(leaf(Kind.NUMBER, this.chance.any(units)));
			default -> some(leaf(Kind.DATE, ""));
		};
		Formula other = switch (one.kind()) {
			case MONEY -> this.chance.oneIn(3) ? money(1) : this.constants.money();
			case NUMBER ->
				(one.unit().equals("count") && this.chance.oneIn(4)) ? number(1) : this.constants.number(one.unit());
			default -> this.constants.date();
		};
		return (facts(one).isEmpty() && facts(other).isEmpty()) ? sides(depth)
				: List.of(unbracketed(one), unbracketed(other));
	}

	/** A comparison needs no brackets around its sides. */
	static Formula unbracketed(Formula one) {
		return (one.text().startsWith("( ") && one.text().indexOf(" )") == one.text().length() - 2
				&& one.text().lastIndexOf("( ") == 0) ? one.written(one.text().substring(2, one.text().length() - 2))
						: one;
	}

	private Formula some(@Nullable Formula leaf) {
		return (leaf != null) ? leaf : money(1);
	}

	private static Set<String> facts(Formula one) {
		Set<String> facts = new TreeSet<>(one.reads());
		facts.remove(Formula.DAY);
		return facts;
	}

}
