package org.huiling.engine.oracle;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.huiling.engine.oracle.Formula.Kind;
import org.huiling.engine.oracle.Fraction.Rounding;

/** Derived facts drawn at random, each perhaps over those before it. */
final class DrawnFacts {

	private final Chance chance;

	private final Bounds bounds = new Bounds();

	private final Literals literals;

	private final Set<String> words = new TreeSet<>();

	private final List<Formula> facts = new ArrayList<>();

	private final Map<String, String> definitions = new TreeMap<>();

	private final StringBuilder text = new StringBuilder("derived:\n");

	DrawnFacts(Chance chance, int many) {
		this.chance = chance;
		this.literals = new Literals(chance, this.bounds);
		for (int i = 1; i <= many; i++) {
			String name = "drawn" + i;
			Formula is = drawn();
			this.text.append("  %s: {is: \"%s\", zh: 试算%d, en: Drawn %d}\n".formatted(name,
					is.text().replace("\"", "\\\""), i, i));
			this.facts.add(is.written(name));
			this.definitions.put(name, is.text());
		}
	}

	/** The fact file. */
	String text() {
		return World.FACTS + this.text;
	}

	/** How each is defined. */
	Map<String, String> definitions() {
		return this.definitions;
	}

	/** What rules may read. */
	List<Formula> facts() {
		return this.facts;
	}

	Bounds bounds() {
		return this.bounds;
	}

	Set<String> words() {
		return this.words;
	}

	private Drawing drawing() {
		List<Formula> leaves = new ArrayList<>(World.OF_PERSON.stream().map(Formula::fact).toList());
		leaves.add(Formula.fact(Situation.AGE));
		leaves.addAll(this.facts);
		return new Drawing(this.chance, this.literals, leaves, Rounding.USUAL, this.words, false);
	}

	private Formula drawn() {
		return switch (this.chance.below(12)) {
			case 0, 1, 2 -> hanging(drawing().money(1 + this.chance.below(2)));
			case 3, 4 -> hanging(Drawing.unbracketed(drawing().number(1 + this.chance.below(2))));
			case 5, 6 -> truth(2);
			case 7 -> chosen();
			case 8 -> ofDays();
			default -> ofBills();
		};
	}

	private Formula hanging(Formula one) {
		return one.reads().isEmpty() ? drawn() : one;
	}

	private Formula chosen() {
		this.words.add("when");
		return this.chance.oneIn(2) ? Logic.when(truth(1), drawing().money(1), drawing().money(0))
				: Logic.when(truth(1), Drawing.unbracketed(drawing().number(1)), drawing().number(0)).in("count");
	}

	private Formula truth(int depth) {
		if (depth > 0 && this.chance.oneIn(2)) {
			boolean and = this.chance.oneIn(2);
			List<Formula> parts = List.of(truth(depth - 1), truth(depth - 1));
			Formula both = and ? Logic.all(parts, " and ") : Logic.any(parts, " or ");
			return both.written("(" + both + ")");
		}
		return switch (this.chance.below(7)) {
			case 0 -> Formula.fact(this.chance.of(World.FLAG, World.OTHER));
			case 1 -> {
				this.words.add("not");
				Formula one = truth(0);
				yield Logic.not(one, "not (" + one + ")");
			}
			case 2 -> {
				this.words.add("none");
				yield Logic.none(Formula.fact(this.chance.of(World.BONUS, World.SERVED, World.COST)));
			}
			case 3 -> {
				List<String> codes = this.chance.of(List.of("FRAIL"), List.of("ABLE", "BOUND"));
				yield Words.among(Formula.fact(World.NEED), codes, true, "trial.need in "
						+ codes.stream().map((code) -> "Need." + code).collect(Collectors.joining(", ", "(", ")")));
			}
			default -> drawing().comparison(1);
		};
	}

	private Formula ofDays() {
		Formula since = Formula.fact(World.SINCE);
		Formula day = day(this.chance.of("firstDay", "lastDay", "factDay"));
		return switch (this.chance.below(4)) {
			case 0 -> Words
				.days(since, day, Kind.NUMBER, "days(trial.since, " + day + ")",
						(from, to) -> BigInteger.valueOf(ChronoUnit.DAYS.between((LocalDate) from, (LocalDate) to)))
				.in("days");
			case 1 -> {
				int months = this.chance.of(1, 6, 32);
				Formula later = new Formula(Kind.DATE, "", "trial.since.plusMonths(" + months + ")", since.reads(),
						(situation) -> (since.of(situation) instanceof LocalDate known) ? known.plusMonths(months)
								: since.of(situation));
				yield Words.compared(later, this.chance.of("<=", ">"), day);
			}
			case 2 -> same(since, day);
			default ->
				Words
					.days(since, day, Kind.NUMBER, "fullMonths(trial.since, " + day + ")",
							(from, to) -> BigInteger
								.valueOf(Period.between((LocalDate) from, (LocalDate) to).toTotalMonths()))
					.in("months");
		};
	}

	private static Formula day(String word) {
		return new Formula(Kind.DATE, "", word, Set.of(Formula.DAY), (situation) -> switch (word) {
			case "firstDay" -> situation.firstDay();
			case "lastDay" -> situation.lastDay();
			default -> situation.factDay();
		});
	}

	private Formula same(Formula one, Formula day) {
		String word = this.chance.of("sameMonth", "sameQuarter", "sameYear");
		this.words.add(word);
		return Words.same(one, day, word + "(" + one + ", " + day + ")", (left, right) -> {
			LocalDate a = (LocalDate) left;
			LocalDate b = (LocalDate) right;
			return a.getYear() == b.getYear() && switch (word) {
				case "sameMonth" -> a.getMonth() == b.getMonth();
				case "sameQuarter" -> (a.getMonthValue() + 2) / 3 == (b.getMonthValue() + 2) / 3;
				default -> true;
			};
		});
	}

	private Formula ofBills() {
		Formula item = switch (this.chance.below(4)) {
			case 0 -> same(Formula.fact(World.DAY), day(this.chance.of("firstDay", "lastDay", "factDay")));
			case 1 -> Words.among(Formula.fact(World.SORT), List.of("HOME"), true, "sort == Sort.HOME");
			case 2 -> Words.compared(Formula.fact(World.AMOUNT), this.chance.of("<", ">="), this.literals.money());
			default -> Logic.all(List.of(same(Formula.fact(World.DAY), day("firstDay")),
					Words.compared(Formula.fact(World.PIECES), ">", this.literals.number("count"))), " and ");
		};
		String list = World.BILLS;
		return switch (this.chance.below(5)) {
			case 0 -> Logic.count(list, item, "count(" + list + ", " + item + ")");
			case 1 -> Logic.exists(list, item, "any(" + list + ", " + item + ")");
			default -> Logic.sum(list, Formula.fact(World.AMOUNT), item, "sum(" + list + ", amount, " + item + ")",
					Kind.MONEY);
		};
	}

}
