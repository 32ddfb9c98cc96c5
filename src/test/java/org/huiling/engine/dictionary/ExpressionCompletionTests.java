package org.huiling.engine.dictionary;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

import org.huiling.Samples;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.facts.CalculationFault;
import org.huiling.facts.dictionary.AsRecorded;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.expression.Answer;
import org.huiling.facts.expression.DerivationContext;
import org.huiling.facts.expression.Evaluation;
import org.huiling.facts.expression.Expression;
import org.huiling.facts.expression.ExpressionReader;
import org.huiling.facts.expression.TypeCheck;
import org.huiling.facts.record.RecordedFacts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Expressions drawn at random over facts of which some are unknown: whatever is answered
 * is what every way to fill in the unknown ones answers.
 */
class ExpressionCompletionTests {

	private static final String FACTS = """
			name: {zh: 试, en: Try}
			facts:
			  a: {type: integer, zh: 甲, en: A}
			  b: {type: integer, askWhen: "a == 1", zh: 乙, en: B}
			  c: {type: boolean, zh: 丙, en: C}
			  d: {type: date, zh: 丁, en: D}
			  e: {type: date, absent: none, zh: 戊, en: E}
			  m: {type: money, zh: 己, en: M}
			  k: {type: code, codeType: Kind, codes: {X: {zh: 子, en: x}, Y: {zh: 丑, en: y}, Z: {zh: 寅, en: z}}, zh: 庚, en: K}
			  l:
			    type: list
			    key: [kk, f]
			    period: [f, t]
			    zh: 辛
			    en: L
			    fields:
			      kk: {type: code, codeType: Kind, required: true, zh: 类, en: kk}
			      f: {type: date, zh: 自, en: f}
			      t: {type: date, absent: none, zh: 至, en: t}
			      n: {type: money, zh: 额, en: n}
			""";

	private static final LocalDate DAY = LocalDate.of(2013, 7, 1);

	private static final List<Object> DAYS = List.of(DAY.minusMonths(2), DAY, DAY.plusDays(1));

	private static final List<Object> AMOUNTS = List.of(BigDecimal.ZERO, new BigDecimal("1.50"), new BigDecimal("3"));

	private static final List<Object> KINDS = List.of("X", "Y", "Z");

	private static final Map<String, List<Object>> DOMAINS = Map.of("a", List.of(0, 1, 2), "b", List.of(0, 1, 2), "c",
			List.of(true, false), "d", DAYS, "m", AMOUNTS, "k", KINDS, "f", DAYS, "n", AMOUNTS);

	private static final int MOST_COMPLETIONS = 3_000;

	private static final Answer FAULT = new Answer.Known("cannot be worked out");

	private static final Dictionary DICTIONARY = dictionary();

	private static Dictionary dictionary() {
		Problems problems = new Problems();
		Dictionary dictionary = new DictionaryReader(problems)
			.read(Map.of("try.yaml", FACTS.getBytes(StandardCharsets.UTF_8)));
		assertThat(problems.all()).isEmpty();
		return Objects.requireNonNull(dictionary);
	}

	/** Facts by name; what has no value is unknown. */
	private record Person(Map<String, Object> values, @Nullable List<Person> list) implements RecordedFacts {

		@Override
		public @Nullable Object value(String name) {
			return this.values.get(name);
		}

		@Override
		public @Nullable List<Person> items(String name) {
			return this.list;
		}

		Person with(String name, Object value) {
			Map<String, Object> more = new HashMap<>(this.values);
			more.put(name, value);
			return new Person(more, this.list);
		}

	}

	private final Random random = new Random(Samples.seed() * 31 + 51);

	@Test
	void whatIsAnsweredHoldsHoweverTheUnknownIsFilledIn() {
		int answered = 0;
		int needless = 0;
		int open = 0;
		for (int i = 0; i < Samples.of(60_000, 6_000); i++) {
			String text = new Draw(this.random).expression();
			Expression expression = ExpressionReader.read(text);
			List<String> faults = new ArrayList<>();
			TypeCheck.of(expression, DICTIONARY.vocabulary(), null, true, (fault) -> faults.add(fault.en()));
			// two written numbers say nothing: the one thing that is drawn and refused
			assertThat(faults).as(text).allMatch((fault) -> fault.equals("a number does not compare with a number"));
			if (!faults.isEmpty()) {
				continue;
			}
			Person person = person();
			Set<Person> completions = completions(person);
			if (completions.size() > MOST_COMPLETIONS) {
				continue;
			}
			Answer answer = answer(expression, person);
			Set<Answer> answers = new LinkedHashSet<>();
			completions.forEach((one) -> answers.add(answer(expression, one)));
			if (answer.isUnknown()) {
				open++;
				needless += (answers.size() == 1) ? 1 : 0;
				assertThat(answer.missingFields()).as(text).isNotEmpty();
			}
			else {
				answered += (completions.size() > 1) ? 1 : 0;
				assertThat(answers).as(text + " of " + person).containsExactly(answer);
			}
		}
		assertThat(answered).isGreaterThan(1_000);
		assertThat(open).isGreaterThan(1_000);
		assertThat((double) needless / (needless + answered)).as("asked needlessly").isLessThan(0.35);
	}

	/** A calculation that comes to nothing is an answer of its own. */
	private static Answer answer(Expression expression, Person person) {
		try {
			return value(expression, person);
		}
		catch (CalculationFault fault) {
			return FAULT;
		}
	}

	private static Answer value(Expression expression, Person person) {
		return Evaluation.of(DICTIONARY.vocabulary(), new AsRecorded(DICTIONARY, person),
				new DerivationContext(DAY, DAY.plusMonths(1).minusDays(1), null, "3799"), (field) -> {
				})
			.value(expression);
	}

	private Person person() {
		Map<String, Object> values = new HashMap<>();
		for (String name : List.of("a", "b", "c", "d", "e", "m", "k")) {
			if (this.random.nextInt(3) > 0) {
				values.put(name, of(DOMAINS.getOrDefault(name, DAYS)));
			}
		}
		return new Person(values, (this.random.nextInt(4) > 0) ? items() : null);
	}

	private List<Person> items() {
		List<Person> items = new ArrayList<>();
		for (int i = this.random.nextInt(3); i > 0; i--) {
			Map<String, Object> item = new HashMap<>(Map.of("kk", of(KINDS)));
			for (String name : List.of("f", "t", "n")) {
				if (this.random.nextBoolean()) {
					item.put(name, of(DOMAINS.getOrDefault(name, DAYS)));
				}
			}
			items.add(new Person(item, null));
		}
		return items;
	}

	private Object of(List<Object> values) {
		return values.get(this.random.nextInt(values.size()));
	}

	/** Every way to fill in what is unknown. What does not apply stays empty. */
	private static Set<Person> completions(Person person) {
		Set<Person> all = Set.of(person);
		for (String name : List.of("a", "b", "c", "d", "m", "k")) {
			Set<Person> more = new LinkedHashSet<>();
			for (Person one : all) {
				boolean none = "b".equals(name) && !Objects.equals(one.values().get("a"), 1);
				if (none || one.values().containsKey(name)) {
					more.add(one);
				}
				else {
					DOMAINS.get(name).forEach((value) -> more.add(one.with(name, value)));
				}
			}
			all = more;
		}
		Set<Person> whole = new LinkedHashSet<>();
		List<List<Person>> lists = lists(person.list());
		for (Person one : all) {
			lists.forEach((list) -> whole.add(new Person(one.values(), list)));
		}
		return whole;
	}

	private static List<List<Person>> lists(@Nullable List<Person> list) {
		Person x = new Person(Map.of("kk", "X", "f", DAY, "n", BigDecimal.ONE), null);
		Person y = new Person(Map.of("kk", "Y", "f", DAY.plusDays(1), "n", BigDecimal.ZERO), null);
		if (list == null) {
			return List.of(List.of(), List.of(x), List.of(y), List.of(x, y), List.of(x, x));
		}
		List<List<Person>> all = List.of(list);
		for (int i = 0; i < list.size(); i++) {
			for (String name : List.of("f", "n")) {
				List<List<Person>> more = new ArrayList<>();
				for (List<Person> one : all) {
					if (one.get(i).values().containsKey(name)) {
						more.add(one);
						continue;
					}
					for (Object value : DOMAINS.get(name)) {
						List<Person> filled = new ArrayList<>(one);
						filled.set(i, one.get(i).with(name, value));
						more.add(filled);
					}
				}
				all = more;
			}
		}
		return all;
	}

	/** Draws expressions of every kind, but {@code begun}, which assumes. */
	private record Draw(Random random) {

		String expression() {
			return switch (this.random.nextInt(5)) {
				case 0 -> whole(3, false);
				case 1 -> money(3, false);
				case 2 -> day(2, false);
				default -> truth(3, false);
			};
		}

		private String of(String... values) {
			return values[this.random.nextInt(values.length)];
		}

		String truth(int depth, boolean item) {
			if (depth == 0) {
				return item ? of("kk == Kind.X", "n > 1", "f <= firstDay", "c")
						: of("c", "a == 1", "m > 1", "k == Kind.X", "d <= firstDay", "e >= d", "true");
			}
			int next = depth - 1;
			return switch (this.random.nextInt(item ? 8 : 12)) {
				case 0 -> "(" + truth(next, item) + " and " + truth(next, item) + ")";
				case 1 -> "(" + truth(next, item) + " or " + truth(next, item) + ")";
				case 2 -> "not (" + truth(next, item) + ")";
				case 3 -> whole(next, item) + of(" == ", " != ", " < ", " >= ") + whole(next, item) + "";
				case 4 -> money(next, item) + of(" == ", " != ", " <= ", " > ") + money(next, item);
				case 5 -> day(next, item) + of(" == ", " != ", " < ", " >= ") + day(next, item);
				case 6 -> "none(" + of("b", "e", "a") + ")";
				case 7 -> of("k", item ? "kk" : "k") + " in (Kind.X, " + of("Kind.Y", "k") + ")";
				case 8 -> "any(l, " + truth(next, true) + ")";
				case 9 -> "holds(l, Kind." + of("X", "Y") + ")";
				case 10 -> "held(" + day(next, false) + ", " + day(next, false) + ")";
				default -> "when(" + truth(next, item) + ", " + truth(next, item) + ", " + truth(next, item) + ")";
			};
		}

		String whole(int depth, boolean item) {
			if (depth == 0) {
				return of("a", "b", "0", "1", "2");
			}
			int next = depth - 1;
			if (this.random.nextInt(8) == 0) {
				return money(next, item) + of(".steps(2)", ".startedSteps(0.5)");
			}
			return switch (this.random.nextInt(item ? 5 : 7)) {
				case 0 -> "(" + whole(next, item) + of(" + ", " - ", " * ") + whole(next, item) + ")";
				case 1 -> of("min", "max") + "(" + whole(next, item) + ", " + whole(next, item) + ")";
				case 2 -> "when(" + truth(next, item) + ", " + whole(next, item) + ", " + whole(next, item) + ")";
				case 3 -> "whole(" + whole(next, item) + " / " + whole(next, item) + ")";
				case 4 -> of("a", "b", "1");
				case 5 -> "count(l)";
				default -> "count(l, " + truth(next, true) + ")";
			};
		}

		String money(int depth, boolean item) {
			if (depth == 0) {
				return of("m", item ? "n" : "m");
			}
			int next = depth - 1;
			if (this.random.nextInt(8) == 0) {
				return money(next, item) + of(".floorTo(2)", ".ceilTo(0.5)", ".rounded()");
			}
			return switch (this.random.nextInt(item ? 6 : 8)) {
				case 0 -> money(next, item) + of(".plus(", ".minus(", ".above(", ".atMost(", ".atLeast(")
						+ money(next, item) + ")";
				case 1 -> money(next, item) + ".times(" + whole(next, item) + ")";
				case 2 -> money(next, item) + ".sharedBy(" + whole(next, item) + ")";
				case 3 -> of("min", "max") + "(" + money(next, item) + ", " + money(next, item) + ")";
				case 4 -> "when(" + truth(next, item) + ", " + money(next, item) + ", " + money(next, item) + ")";
				case 5 -> of("m", item ? "n" : "m");
				case 6 -> "sum(l, " + money(next, true) + ")";
				default -> "sum(l, n, " + truth(next, true) + ")";
			};
		}

		String day(int depth, boolean item) {
			if (depth == 0) {
				return of("d", "e", "firstDay", item ? "f" : "d", item ? "t" : "lastDay");
			}
			int next = depth - 1;
			return switch (this.random.nextInt(3)) {
				case 0 -> of("min", "max") + "(" + day(next, item) + ", " + day(next, item) + ")";
				case 1 -> day(next, item) + ".plusMonths(" + of("a", "b", "1") + ")";
				default -> of("d", "e", "dayBefore");
			};
		}

	}

}
