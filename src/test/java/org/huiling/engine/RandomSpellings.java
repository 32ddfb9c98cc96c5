package org.huiling.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import org.huiling.facts.Code;
import org.huiling.facts.DibaoType;
import org.huiling.facts.HukouType;
import org.huiling.facts.Scheme;

/**
 * Conditions over the whole admitted grammar, spelled at random: brackets, names, sides,
 * negations, {@code or}, {@code not}, {@code exists}, calculations, groups and tables.
 */
final class RandomSpellings {

	private static final Map<GridFact, List<Integer>> WHOLES = Map.of(GridFact.AGE, List.of(60, 65, 70, 80, 81, 90),
			GridFact.SIZE, List.of(1, 2, 3, 4, 5), GridFact.MONTHS, List.of(6, 12, 13, 24), GridFact.CARE,
			List.of(0, 1, 2, 3));

	private static final Map<GridFact, String> UNITS = Map.of(GridFact.AGE, "years", GridFact.SIZE, "count",
			GridFact.MONTHS, "months", GridFact.CARE, "level");

	private static final List<Integer> AMOUNTS = List.of(100, 200, 350, 500, 1000);

	private static final Map<Object, Integer> BY_LEVEL = Map.of(0, 1000, 1, 500);

	private static final Set<Code> GROUP = Set.of(Scheme.NCMS, Scheme.RESIDENT);

	private static final List<String> SIGNS = List.of("==", "!=", "<", "<=", ">", ">=");

	private static final Map<String, String> MIRRORED = Map.of("==", "==", "!=", "!=", "<", ">", "<=", ">=", ">", "<",
			">=", "<=");

	private static final Map<String, String> OPPOSITES = Map.of("==", "!=", "!=", "==", "<", ">=", ">=", "<", ">", "<=",
			"<=", ">");

	private final Random random;

	private int names;

	/** One side of a comparison of numbers. */
	private record Side(String text, Function<GridPerson, BigDecimal> value, Set<GridFact> facts, boolean calculated) {
	}

	RandomSpellings(long seed) {
		this.random = new Random(seed);
	}

	/** The parameters that the conditions read. */
	static TinyPolicy parameters(TinyPolicy policy) {
		UNITS.forEach((fact, unit) -> WHOLES.get(fact)
			.forEach((value) -> policy.parameter(name(fact, value), String.valueOf(value), unit)));
		AMOUNTS.forEach((yuan) -> policy.parameter("yuan" + yuan, yuan + ".00", "CNY"));
		List.of(1, 2, 3).forEach((more) -> policy.parameter("more" + more, String.valueOf(more), "count"));
		return policy.parameter("half", "50", "percent")
			.parameter("twice", "200", "percent")
			.parameter("schemes", "[NCMS, RESIDENT]", "scheme")
			.parameter("standard", "{URBAN: 500.00, RURAL: 200.00}", "CNY, by: hukouType")
			.parameter("byLevel", "{0: 1000.00, 1: 500.00, 2: 350.00, 3: 350.00}", "CNY, by: careLevel")
			.parameter("amount", "50.00", "CNY");
	}

	private static String name(GridFact fact, int value) {
		return UNITS.get(fact) + value;
	}

	private <T> T any(List<T> all) {
		return all.get(this.random.nextInt(all.size()));
	}

	private boolean oneIn(int many) {
		return this.random.nextInt(many) == 0;
	}

	/** The conditions of a rule over some facts. */
	SpelledRule rule(List<GridFact> facts) {
		this.names = 0;
		SpelledRule rule = pattern(facts, true);
		if (oneIn(4)) {
			rule = rule.and(pattern(facts, false).or(pattern(facts, false)), "\n    ");
		}
		if (oneIn(5)) {
			SpelledRule inside = oneIn(3) ? pattern(facts, false).or(pattern(facts, false)) : pattern(facts, false);
			rule = rule.and(oneIn(3) ? inside.written("exists " + inside.text()) : inside.not(), "\n    ");
		}
		return rule;
	}

	private SpelledRule pattern(List<GridFact> facts, boolean first) {
		SpelledRule inside = condition(any(facts));
		while (oneIn(first ? 2 : 3)) {
			inside = inside.and(condition(any(facts)), ", ");
		}
		return inside.written("Applicant( " + inside.text() + " )");
	}

	private SpelledRule condition(GridFact fact) {
		if (fact.isWhole()) {
			return oneIn(10) ? oneOf(fact) : numbers(whole(fact), wholeConstant(fact));
		}
		if (fact.isAmount()) {
			return amounts(fact);
		}
		return (fact.all().get(0) instanceof Boolean) ? truth(fact) : code(fact);
	}

	// whole numbers

	private Side whole(GridFact fact) {
		Side plain = plain(fact);
		int more = any(List.of(1, 2, 3));
		String constant = (more == 1 && oneIn(2)) ? "1" : "P.more" + more;
		BigDecimal number = BigDecimal.valueOf(more);
		return switch (this.random.nextInt(12)) {
			case 0 -> side(plain.text() + " + " + constant, (p) -> plain.value().apply(p).add(number), fact);
			case 1 -> side(constant + " + " + plain.text() + " - 1",
					(p) -> number.add(plain.value().apply(p)).subtract(BigDecimal.ONE), fact);
			case 2 -> side(plain.text() + " * " + constant, (p) -> plain.value().apply(p).multiply(number), fact);
			case 3 -> side("( " + plain.text() + " + " + constant + " ) * " + constant,
					(p) -> plain.value().apply(p).add(number).multiply(number), fact);
			case 4 -> side(plain.text() + " - " + constant + " * " + constant,
					(p) -> plain.value().apply(p).subtract(number.multiply(number)), fact);
			case 5 -> side(plain.text() + " - ( " + constant + " - 1 )",
					(p) -> plain.value().apply(p).subtract(number.subtract(BigDecimal.ONE)), fact);
			default -> plain;
		};
	}

	private Side plain(GridFact fact) {
		String text = fact.path();
		if (oneIn(6)) {
			String last = text.substring(text.lastIndexOf('.') + 1);
			text = text.substring(0, text.lastIndexOf('.') + 1) + "get" + Character.toUpperCase(last.charAt(0))
					+ last.substring(1) + "()";
		}
		return new Side(text, (person) -> person.number(fact), EnumSet.of(fact), false);
	}

	private static Side side(String text, Function<GridPerson, BigDecimal> value, GridFact fact) {
		return new Side(text, value, EnumSet.of(fact), true);
	}

	private Side wholeConstant(GridFact fact) {
		int value = any(WHOLES.get(fact));
		int more = any(List.of(1, 2, 3));
		String name = "P." + name(fact, value);
		return switch (this.random.nextInt(6)) {
			case 0 -> constant(name + " + P.more" + more, value + more);
			case 1 -> constant("P.more" + more + " * " + name, value * more);
			case 2 -> constant("( " + name + " - 1 )", value - 1);
			default -> constant(name, value);
		};
	}

	private static Side constant(String text, int value) {
		return new Side(text, (person) -> BigDecimal.valueOf(value), EnumSet.noneOf(GridFact.class), true);
	}

	private SpelledRule oneOf(GridFact fact) {
		int one = any(WHOLES.get(fact));
		int other = any(WHOLES.get(fact));
		boolean not = oneIn(3);
		Predicate<GridPerson> among = (person) -> person.get(fact).equals(one) || person.get(fact).equals(other + 1);
		String text = fact.path() + (not ? " not" : "") + " in ( P." + name(fact, one) + ", P." + name(fact, other)
				+ " + 1 )";
		return wrapped(new SpelledRule(text, not ? among.negate() : among, EnumSet.of(fact), 1));
	}

	// amounts

	private SpelledRule amounts(GridFact fact) {
		Side income = plain(fact);
		int yuan = any(AMOUNTS);
		int line = any(AMOUNTS);
		BigDecimal amount = BigDecimal.valueOf(yuan);
		String name = "P.yuan" + yuan;
		Side left = switch (this.random.nextInt(12)) {
			case 0 -> side(income.text() + ".plus(" + name + ")", (p) -> income.value().apply(p).add(amount), fact);
			case 1 ->
				side(income.text() + ".minus(" + name + ")", (p) -> income.value().apply(p).subtract(amount), fact);
			case 2 -> side(income.text() + ".times(P.half)",
					(p) -> income.value().apply(p).multiply(new BigDecimal("0.5")), fact);
			case 3 -> side(income.text() + ".times(P.more2)",
					(p) -> income.value().apply(p).multiply(BigDecimal.valueOf(2)), fact);
			case 4 -> side(income.text() + ".above(" + name + ")",
					(p) -> income.value().apply(p).subtract(amount).max(BigDecimal.ZERO), fact);
			case 5 ->
				side(name + ".minus(" + income.text() + ")", (p) -> amount.subtract(income.value().apply(p)), fact);
			case 6 -> side(income.text() + ".atMost(" + name + ")", (p) -> income.value().apply(p).min(amount), fact);
			case 7 -> side(income.text() + ".atLeast(" + name + ").minus(P.yuan100)",
					(p) -> income.value().apply(p).max(amount).subtract(BigDecimal.valueOf(100)), fact);
			default -> income;
		};
		Side right = switch (this.random.nextInt(8)) {
			case 0 -> constant("P.yuan" + line + ".times(P.twice)", line * 2);
			case 1 -> constant("P.yuan" + line + ".plus(" + name + ")", line + yuan);
			case 2 -> constant("Money.ZERO", 0);
			case 3 -> new Side("P.standard.at(hukou.type)",
					(p) -> BigDecimal.valueOf((p.get(GridFact.HUKOU) == HukouType.URBAN) ? 500 : 200),
					EnumSet.of(GridFact.HUKOU), true);
			case 4 -> new Side("P.byLevel.at(careLevel)",
					(p) -> BigDecimal.valueOf(BY_LEVEL.getOrDefault(p.get(GridFact.CARE), 350)),
					EnumSet.of(GridFact.CARE), true);
			default -> constant("P.yuan" + line, line);
		};
		return numbers(left, right);
	}

	// comparisons

	private SpelledRule numbers(Side left, Side right) {
		String sign = any(SIGNS);
		Set<GridFact> facts = EnumSet.copyOf(left.facts());
		facts.addAll(right.facts());
		Predicate<GridPerson> holds = (person) -> compare(left.value().apply(person), sign,
				right.value().apply(person));
		return spelled(left.text(), left.calculated(), sign, right.text(), holds, facts);
	}

	private static boolean compare(BigDecimal left, String sign, BigDecimal right) {
		int side = left.compareTo(right);
		return switch (sign) {
			case "==" -> side == 0;
			case "!=" -> side != 0;
			case "<" -> side < 0;
			case "<=" -> side <= 0;
			case ">" -> side > 0;
			default -> side >= 0;
		};
	}

	private SpelledRule spelled(String left, boolean calculated, String sign, String right, Predicate<GridPerson> holds,
			Set<GridFact> facts) {
		String name = "$v" + (++this.names);
		String text = switch (this.random.nextInt(9)) {
			case 0 -> right + " " + MIRRORED.get(sign) + " " + left;
			case 1 -> "( " + left + " ) " + sign + " (( " + right + " ))";
			case 2 -> "!( " + left + " " + OPPOSITES.get(sign) + " " + right + " )";
			case 3 -> name + " : " + (calculated ? "( " + left + " )" : left) + ", " + name + " " + sign + " " + right;
			case 4 -> calculated ? name + " : ( " + left + " ), " + right + " " + MIRRORED.get(sign) + " " + name
					: name + " : " + left + " " + sign + " " + right;
			default -> left + " " + sign + " " + right;
		};
		SpelledRule written = new SpelledRule(text, holds, facts, 1);
		return text.startsWith("$") ? written : wrapped(written);
	}

	private SpelledRule wrapped(SpelledRule condition) {
		return switch (this.random.nextInt(8)) {
			case 0 -> condition.written("( " + condition.text() + " )");
			case 1 -> condition.written("(( " + condition.text() + " ))");
			default -> condition;
		};
	}

	// codes and truths

	private SpelledRule truth(GridFact fact) {
		boolean wanted = this.random.nextBoolean();
		String path = fact.path();
		Predicate<GridPerson> holds = (person) -> person.get(fact).equals(wanted);
		List<String> spellings = new ArrayList<>(List.of(path + " == " + wanted, wanted + " == " + path,
				path + " != " + !wanted, (wanted ? "" : "!") + path, "!( " + path + " == " + !wanted + " )",
				"( " + (wanted ? "" : "!") + "( " + path + " ) )"));
		return wrapped(new SpelledRule(any(spellings), holds, EnumSet.of(fact), 1));
	}

	private SpelledRule code(GridFact fact) {
		if (fact == GridFact.SCHEME && oneIn(2)) {
			boolean in = this.random.nextBoolean();
			String path = fact.path();
			String text = any(in
					? List.of(path + " memberOf P.schemes", "P.schemes contains " + path,
							"!( " + path + " not memberOf P.schemes )", path + " in ( Scheme.RESIDENT, Scheme.NCMS )")
					: List.of(path + " not memberOf P.schemes", "P.schemes excludes " + path,
							"P.schemes not contains " + path, path + " not in ( Scheme.RESIDENT, Scheme.NCMS )"));
			return wrapped(
					new SpelledRule(text, (person) -> GROUP.contains(person.get(fact)) == in, EnumSet.of(fact), 1));
		}
		if (fact == GridFact.DIBAO && oneIn(3)) {
			boolean on = this.random.nextBoolean();
			return wrapped(new SpelledRule(on ? "onDibao" : "!onDibao",
					(person) -> (person.get(fact) != DibaoType.NONE) == on, EnumSet.of(fact), 1));
		}
		if (fact == GridFact.DIBAO && oneIn(3)) {
			return wrapped(new SpelledRule("poor == true",
					(person) -> person.get(fact) != DibaoType.NONE || person.get(GridFact.TEKUN).equals(true),
					EnumSet.of(fact, GridFact.TEKUN), 1));
		}
		Object code = any(fact.all());
		String sign = any(List.of("==", "!="));
		String written = ((Code) code).type() + "." + ((Code) code).name();
		return spelled(fact.path(), false, sign, written,
				(person) -> person.get(fact).equals(code) == sign.equals("=="), EnumSet.of(fact));
	}

}
