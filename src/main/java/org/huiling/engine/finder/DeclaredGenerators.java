package org.huiling.engine.finder;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import org.huiling.engine.finder.Setting.Absent;
import org.huiling.engine.finder.Setting.Birthday;
import org.huiling.engine.finder.Setting.On;
import org.huiling.engine.finder.Setting.Since;
import org.huiling.facts.Code;
import org.huiling.facts.Money;
import org.huiling.facts.dictionary.DayLimit;
import org.huiling.facts.dictionary.Derived;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactList;
import org.huiling.facts.dictionary.FactType;
import org.huiling.facts.dictionary.Trait;
import org.huiling.facts.dictionary.Validity;
import org.huiling.facts.expression.Expression;
import org.huiling.facts.expression.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * Generators for facts that are known by their declaration alone: the values of a
 * recorded fact come from its type and bounds, those of a derived one from what it is
 * worked out of.
 */
final class DeclaredGenerators {

	private static final int MONTHS_A_YEAR = 12;

	/** Tried where a number ends nowhere before it. */
	private static final int MUCH = 1_000_000;

	/** The days of facts that are made by hand. */
	private static final Map<String, Dimension> SINCE = Map.of("birthDate", Dimension.BIRTH, "hukou.since",
			Dimension.HUKOU_SINCE, "residence.since", Dimension.RESIDENCE_SINCE);

	/** Facts made by hand that are turned by one dimension. */
	private static final Set<String> BY_THEMSELVES = Set.of("sex", "hukou.region", "hukou.type", "residence.region",
			"household.size", "insurance.scheme", "insurance.contributionPaid", "pension.monthlyAmount",
			"disability.grade");

	private static final Set<String> SPANS = Set.of("fullYears", "fullMonths", "days");

	/** Functions whose arguments are all tried on every side of what they come to. */
	private static final Set<String> KNOWN = Set.of("begun", "held", "within", "startsWith", "none", "when", "min",
			"max", "sameMonth", "sameQuarter", "sameYear");

	private static final Set<String> CALENDAR = Set.of("sameMonth", "sameQuarter", "sameYear");

	/** A day after the period, beside those in it and before it. */
	private static final List<Object> LATER = List.of(new Since(-1, 0));

	private static final Set<String> ITEMS = Set.of("holds", "any", "count", "sum");

	private final Setup setup;

	private final Dictionary dictionary;

	private final Map<String, Generator> made;

	private final Map<String, Generator> generators = new LinkedHashMap<>();

	/** What is told apart of lists so far. */
	private final Map<String, ListedItems> items = new HashMap<>();

	/** Properties that turn at values which their generator may miss. */
	private final Set<String> partial = new TreeSet<>();

	private DeclaredGenerators(Setup setup, Map<String, Generator> made) {
		this.setup = setup;
		this.made = made;
		Set<String> known = made.keySet();
		this.dictionary = setup.vocabulary().dictionary();
		for (Fact fact : this.dictionary.facts()) {
			if (fact.isReadable() && !known.contains("Applicant." + fact.path())) {
				this.generators.put("Applicant." + fact.path(), applying(fact, recorded(fact)));
			}
		}
		for (Derived derived : this.dictionary.derived()) {
			if (!derived.isCore() && !known.contains("Applicant." + derived.path())) {
				derived(derived);
			}
		}
		FactList over = setup.over();
		if (over != null && setup.isOver(over.path())) {
			over(over, known);
		}
		setup.vocabulary().properties().keySet().forEach((property) -> {
			if (!known.contains(property) && !this.generators.containsKey(property)) {
				this.generators.put(property, (wanted, arguments, dimensions) -> {
				});
				this.partial.add(property);
			}
		});
	}

	/**
	 * Makes them.
	 * @param setup where the search takes place
	 * @param made by hand, by the property
	 */
	static DeclaredGenerators of(Setup setup, Map<String, Generator> made) {
		return new DeclaredGenerators(setup, Map.copyOf(made));
	}

	/** By the property, such as {@code Applicant.joinedParty}. */
	Map<String, Generator> generators() {
		return this.generators;
	}

	Set<String> partial() {
		return this.partial;
	}

	/** What is told apart of a list. */
	ListedItems items(FactList list) {
		return this.items.computeIfAbsent(list.path(), (first) -> new ListedItems(list, this.setup));
	}

	/**
	 * A field of an item is compared with these; what it hangs on is asked as well.
	 * @return whether every side of it can be tried so
	 */
	boolean ask(FactList list, Fact field, List<Object> wanted) {
		AskedItems asked = items(list).asked();
		asked.ask(field, wanted);
		Expression when = field.asking().when();
		if (when == null) {
			return isTried(field);
		}
		Leaves leaves = new Leaves();
		leaves.within = list;
		leaves.read(when);
		Map<String, Set<Object>> others = leaves.fields.getOrDefault(list.path(), Map.of());
		others.forEach((name, values) -> asked.ask(Objects.requireNonNull(list.field(name)), values));
		return isTried(field) && leaves.whole && leaves.wanted.isEmpty()
				&& others.keySet()
					.stream()
					.map(list::field)
					.allMatch((other) -> other != null && other.asking().when() == null && isTried(other));
	}

	private static boolean isTried(Fact field) {
		return field.type() != FactType.DECIMAL && field.type() != FactType.TEXT && field.validity() == null;
	}

	/**
	 * Whether it is there, and what is read of it, hangs on other facts, which are turned
	 * as well.
	 */
	private Generator applying(Fact fact, Generator generator) {
		Expression when = fact.asking().when();
		Validity validity = fact.validity();
		return (wanted, arguments, dimensions) -> {
			generator.generate(wanted, arguments, dimensions);
			if (fact.is(Trait.ABSENT_IS_NONE)) {
				dimensions.accept(Dimension.of(fact), Absent.NONE);
			}
			if (when != null) {
				Leaves leaves = new Leaves();
				leaves.read(when);
				leaves.generate(List.of(), dimensions);
			}
			if (validity != null) {
				held(validity, dimensions);
			}
		};
	}

	/** Begun and not yet; never over, over after the day, and before it. */
	private void held(Validity validity, BiConsumer<Dimension, Object> dimensions) {
		Fact from = this.dictionary.fact(validity.from());
		if (from != null) {
			Boundaries.starts(SINCE.getOrDefault(from.path(), Dimension.of(from)), dimensions);
		}
		Fact to = (validity.to() != null) ? this.dictionary.fact(validity.to()) : null;
		if (to != null) {
			dimensions.accept(Dimension.of(to), Absent.NONE);
			dimensions.accept(Dimension.of(to), new Since(0, 0));
			dimensions.accept(Dimension.of(to), new Since(0, -1));
		}
	}

	/** The fields of the item that is evaluated; what they hang on is turned as well. */
	private void over(FactList list, Set<String> known) {
		for (Fact field : list.fields()) {
			String property = this.setup.claim(field.name());
			if (field.isReadable() && !known.contains(property)) {
				Generator generator = recorded(field);
				Expression when = field.asking().when();
				this.generators.put(property, (wanted, arguments, dimensions) -> {
					generator.generate(wanted, arguments, dimensions);
					if (field.is(Trait.ABSENT_IS_NONE)) {
						dimensions.accept(Dimension.of(field), Absent.NONE);
					}
					if (when != null) {
						beside(list, when, dimensions);
					}
				});
				if (field.validity() != null || field.type() == FactType.DECIMAL) {
					this.partial.add(property);
				}
			}
		}
	}

	/** Other fields of the item on which one hangs. */
	private void beside(FactList list, Expression when, BiConsumer<Dimension, Object> dimensions) {
		Leaves leaves = new Leaves();
		leaves.within = list;
		leaves.read(when);
		leaves.fields.getOrDefault(list.path(), Map.of())
			.forEach((name, values) -> recorded(Objects.requireNonNull(list.field(name))).generate(List.copyOf(values),
					List.of(), dimensions));
	}

	private Generator recorded(Fact fact) {
		Dimension dimension = Dimension.of(fact);
		return switch (fact.type()) {
			case BOOLEAN -> Generators.truth(dimension);
			case CODE ->
				Generators.values(dimension, this.setup.codes(Objects.requireNonNull(fact.codes()).name()).toArray());
			case CODES -> several(fact, dimension);
			case INTEGER -> numbers(fact, dimension);
			case MONEY -> amounts(fact, dimension);
			case DATE -> days(fact, dimension);
			case REGION -> Generators.region(this.setup, dimension);
			case DECIMAL, TEXT -> Generators.values(dimension);
		};
	}

	/** None, each by itself, and all. */
	private Generator several(Fact fact, Dimension dimension) {
		List<Object> codes = this.setup.codes(Objects.requireNonNull(fact.codes()).name());
		List<Object> values = new ArrayList<>(List.of(List.of()));
		codes.forEach((code) -> values.add(List.of(code)));
		values.add(codes);
		return Generators.values(dimension, values.toArray());
	}

	/** With the first and the last that can be recorded, and the days beside these. */
	private static Generator days(Fact fact, Dimension dimension) {
		Generator days = Boundaries.days(dimension);
		return (wanted, arguments, dimensions) -> {
			days.generate(wanted, arguments, dimensions);
			fact.bounds().notBefore().forEach((limit) -> ends(limit, 1, dimension, dimensions));
			fact.bounds().notAfter().forEach((limit) -> ends(limit, -1, dimension, dimensions));
		};
	}

	private static void ends(DayLimit limit, int inwards, Dimension dimension,
			BiConsumer<Dimension, Object> dimensions) {
		if (limit.day() != null) {
			dimensions.accept(dimension, limit.day());
			dimensions.accept(dimension, limit.day().plusDays(inwards));
		}
	}

	private static Generator numbers(Fact fact, Dimension dimension) {
		int least = bound(fact.bounds().min(), 0);
		int most = bound(fact.bounds().max(), Integer.MAX_VALUE);
		return (wanted, arguments, dimensions) -> {
			if (most - (long) least < Setup.FEW) {
				for (int value = least; value <= most; value++) {
					dimensions.accept(dimension, value);
				}
				return;
			}
			dimensions.accept(dimension, least);
			dimensions.accept(dimension, least + 1);
			if (most < MUCH) {
				dimensions.accept(dimension, most);
			}
			Boundaries.wholes(wanted, least, most, (value) -> dimensions.accept(dimension, value));
		};
	}

	private static int bound(@Nullable BigDecimal bound, int otherwise) {
		return (bound != null) ? bound.intValue() : otherwise;
	}

	private static Generator amounts(Fact fact, Dimension dimension) {
		BigDecimal least = (fact.bounds().min() != null) ? fact.bounds().min() : BigDecimal.ZERO;
		return (wanted, arguments, dimensions) -> {
			dimensions.accept(dimension, least);
			if (fact.bounds().max() != null && fact.bounds().max().compareTo(BigDecimal.valueOf(MUCH)) < 0) {
				dimensions.accept(dimension, fact.bounds().max());
			}
			Boundaries.yuan(wanted, least, (yuan) -> {
				if (fact.bounds().contains(yuan)) {
					dimensions.accept(dimension, yuan);
				}
			});
		};
	}

	/**
	 * Every recorded fact it is worked out of, with the values it is compared with there;
	 * of a span of time the days at which it comes to what is wanted.
	 */
	private void derived(Derived derived) {
		Leaves leaves = new Leaves();
		derived.is().values().forEach(leaves::read);
		String property = "Applicant." + derived.path();
		if (!leaves.isWhole()) {
			this.partial.add(property);
		}
		List<Object> days = new ArrayList<>(derived.is().keySet());
		days.remove(LocalDate.MIN);
		if (leaves.byCalendar) {
			// at the end of a year there is most of it before the period
			days.add(this.setup.from().with(TemporalAdjusters.lastDayOfYear()));
		}
		this.generators.put(property, (wanted, arguments, dimensions) -> {
			leaves.generate(wanted, dimensions);
			if (leaves.tooMany) {
				this.partial.add(property);
			}
			if (!days.isEmpty()) {
				Boundaries.periods(this.setup).generate(days, List.of(), dimensions);
			}
		});
	}

	private @Nullable Generator generator(String path) {
		Generator own = this.generators.get("Applicant." + path);
		return (own != null) ? own : this.made.get("Applicant." + path);
	}

	/** So many years, months and days before each day a span can end on. */
	private static void spans(List<Object> wanted, Dimension dimension, BiConsumer<Dimension, Object> dimensions) {
		for (Object one : wanted) {
			if (one instanceof Integer number && number >= 0 && number <= 2_000) {
				for (int count : new int[] { number, number + 1 }) {
					for (int days = 0; days <= 1; days++) {
						dimensions.accept(dimension, new Since(count, days));
						dimensions.accept(dimension, new Since(0, days - count));
						if (count * MONTHS_A_YEAR <= 3_000) {
							dimensions.accept(dimension, new Since(count * MONTHS_A_YEAR, days));
						}
					}
					if (count <= 200) {
						for (On on : On.values()) {
							dimensions.accept(dimension, new Birthday(count, on));
						}
					}
				}
			}
		}
	}

	/** The recorded facts of a definition, with what each is compared with. */
	private final class Leaves {

		private final Map<String, Set<Object>> wanted = new LinkedHashMap<>();

		private final Set<String> spans = new LinkedHashSet<>();

		/** Fields of items with what each is compared with, by list. */
		private final Map<String, Map<String, Set<Object>>> fields = new LinkedHashMap<>();

		private boolean tooMany;

		/** Whether it hangs on what lies in one month, quarter or year. */
		private boolean byCalendar;

		/** Fields that are added up. */
		private final Set<String> summed = new LinkedHashSet<>();

		/** The list whose items are looked at. */
		private @Nullable FactList within;

		/** Whether every side of it can be tried so. */
		private boolean whole = true;

		void read(Expression expression) {
			read(expression, List.of());
		}

		/** A fact that is made by hand may hang together with others. */
		boolean isWhole() {
			return this.whole && this.wanted.keySet()
				.stream()
				.noneMatch((path) -> DeclaredGenerators.this.made.containsKey("Applicant." + path)
						&& DeclaredGenerators.this.dictionary.fact(path) != null && !SINCE.containsKey(path)
						&& !BY_THEMSELVES.contains(path));
		}

		void generate(List<Object> compared, BiConsumer<Dimension, Object> dimensions) {
			this.wanted.forEach((path, values) -> {
				Generator generator = generator(path);
				if (generator == null) {
					return;
				}
				List<Object> all = new ArrayList<>(values);
				all.addAll(compared);
				generator.generate(all, List.of(), dimensions);
				Fact fact = DeclaredGenerators.this.dictionary.fact(path);
				if (this.spans.contains(path) && fact != null) {
					spans(all, SINCE.getOrDefault(path, Dimension.of(fact)), dimensions);
				}
			});
			generateLists(compared, dimensions);
		}

		private void generateLists(List<Object> compared, BiConsumer<Dimension, Object> dimensions) {
			this.fields.forEach((path, told) -> {
				FactList list = Objects.requireNonNull(DeclaredGenerators.this.dictionary.list(path));
				ListedItems items = DeclaredGenerators.this.items(list);
				told.forEach((name, values) -> {
					Fact field = Objects.requireNonNull(list.field(name));
					List<Object> wanted = new ArrayList<>(values);
					if (this.summed.contains(field.path())) {
						wanted.addAll(compared);
					}
					items.tell(field, wanted);
				});
				items.count(compared);
				items.lists().forEach((one) -> dimensions.accept(Dimension.of(list), one));
				this.tooMany |= items.isTooMany();
			});
		}

		private void read(Expression expression, List<Object> beside) {
			if (expression instanceof Expression.Name name) {
				name(name.path(), beside);
			}
			else if (expression instanceof Expression.Not not) {
				read(not.condition(), List.of());
			}
			else if (expression instanceof Expression.Joined joined) {
				joined.parts().forEach((part) -> read(part, List.of()));
			}
			else if (expression instanceof Expression.Comparison comparison) {
				read(comparison.left(), constants(List.of(comparison.right())));
				read(comparison.right(), constants(List.of(comparison.left())));
				this.whole &= isPlain(comparison.left()) && isPlain(comparison.right());
			}
			else if (expression instanceof Expression.In in) {
				read(in.value(), constants(in.among()));
				in.among().forEach((one) -> read(one, List.of()));
				this.whole &= isPlain(in.value());
			}
			else if (expression instanceof Expression.Call call) {
				call(call, beside);
			}
			else if (expression instanceof Expression.Arithmetic arithmetic) {
				read(arithmetic.left(), beside);
				read(arithmetic.right(), beside);
				this.whole &= isFinite(arithmetic);
			}
			else if (expression instanceof Expression.Word word) {
				word(word, beside);
			}
		}

		private void word(Expression.Word word, List<Object> beside) {
			if (isLaterDay(word)) {
				String path = ((Expression.Name) word.value()).path();
				this.spans.add(path);
				name(path, constants(word.arguments()));
				return;
			}
			read(word.value(), beside);
			word.arguments().forEach((one) -> read(one, beside));
			this.whole &= isFinite(word);
		}

		/** A recorded day and so many months. */
		private boolean isLaterDay(Expression expression) {
			return expression instanceof Expression.Word word && "plusMonths".equals(word.word())
					&& word.value() instanceof Expression.Name name
					&& DeclaredGenerators.this.dictionary.fact(name.path()) != null
					&& !constants(word.arguments()).isEmpty();
		}

		/** All its facts have few values, each of which is tried. */
		private boolean isFinite(Expression expression) {
			if (expression instanceof Expression.Name name) {
				Fact fact = (this.within == null) ? DeclaredGenerators.this.dictionary.fact(name.path()) : null;
				return fact != null && (fact.type() == FactType.BOOLEAN || fact.type() == FactType.CODE
						|| DeclaredGenerators.this.setup.numbers("Applicant." + name.path()) != null);
			}
			if (expression instanceof Expression.Arithmetic arithmetic) {
				return isFinite(arithmetic.left()) && isFinite(arithmetic.right());
			}
			return expression instanceof Expression.Numeral;
		}

		/** A fact, a constant or a day: its own generator tries every side of it. */
		private boolean isPlain(Expression expression) {
			return expression instanceof Expression.Name || !constants(List.of(expression)).isEmpty()
					|| isFinite(expression) || isLaterDay(expression)
					|| (expression instanceof Expression.Call call && SPANS.contains(call.function()));
		}

		private void name(String path, List<Object> beside) {
			if (this.within != null && this.within.field(path) != null) {
				this.fields.computeIfAbsent(this.within.path(), (list) -> new LinkedHashMap<>())
					.computeIfAbsent(path, (field) -> new LinkedHashSet<>())
					.addAll(beside);
				return;
			}
			Derived other = DeclaredGenerators.this.dictionary.derived(path);
			if (other != null && DeclaredGenerators.this.made.containsKey("Applicant." + path)) {
				this.wanted.computeIfAbsent(path, (first) -> new LinkedHashSet<>()).addAll(beside);
				this.whole &= other.type().kind() == ValueType.Kind.TRUTH || "firstDay".equals(path);
			}
			else if (other != null && !other.isCore()) {
				other.is().values().forEach((one) -> read(one, beside));
			}
			else if (DeclaredGenerators.this.dictionary.fact(path) != null) {
				this.wanted.computeIfAbsent(path, (first) -> new LinkedHashSet<>()).addAll(beside);
			}
			else if (other != null) {
				this.whole &= "firstDay".equals(path);
			}
		}

		private void call(Expression.Call call, List<Object> beside) {
			List<Expression> arguments = call.arguments();
			FactList list = (!arguments.isEmpty() && arguments.get(0) instanceof Expression.Name name)
					? DeclaredGenerators.this.dictionary.list(name.path()) : null;
			if (list != null) {
				items(call.function(), list, arguments.subList(1, arguments.size()));
				return;
			}
			boolean span = SPANS.contains(call.function());
			this.byCalendar |= CALENDAR.contains(call.function());
			for (Expression argument : arguments) {
				if (span && argument instanceof Expression.Name name
						&& DeclaredGenerators.this.dictionary.fact(name.path()) != null) {
					this.spans.add(name.path());
				}
				read(argument, beside(call, beside));
			}
			this.whole &= span || KNOWN.contains(call.function());
		}

		private static List<Object> beside(Expression.Call call, List<Object> otherwise) {
			if (CALENDAR.contains(call.function())) {
				return LATER;
			}
			return "startsWith".equals(call.function()) ? regions(call.arguments()) : otherwise;
		}

		/** Below the prefix and elsewhere. */
		private static List<Object> regions(List<Expression> arguments) {
			return arguments.stream()
				.filter(Expression.Text.class::isInstance)
				.map((text) -> ((Expression.Text) text).value())
				.<Object>flatMap((prefix) -> Stream.of(Regions.inside(prefix), Regions.outside(prefix)))
				.toList();
		}

		private void items(String function, FactList list, List<Expression> rest) {
			this.fields.computeIfAbsent(list.path(), (path) -> new LinkedHashMap<>());
			this.whole &= !Portrait.LISTS.contains(list.path()) && !DeclaredGenerators.this.setup.isOver(list.path())
					&& ITEMS.contains(function);
			FactList before = this.within;
			this.within = list;
			if ("sum".equals(function) && rest.get(0) instanceof Expression.Name added) {
				Fact field = list.field(added.path());
				this.whole &= field != null;
				this.summed.add(list.path() + "[]." + added.path());
			}
			if ("holds".equals(function)) {
				held(list);
			}
			rest.forEach(this::read);
			this.within = before;
		}

		/** A code that an item has from one day to another. */
		private void held(FactList list) {
			Stream
				.concat(list.fields().stream().filter((field) -> field.type() == FactType.CODE).map(Fact::name),
						Stream.of(String.valueOf(list.shape().from()), String.valueOf(list.shape().to())))
				.forEach((field) -> name(field, List.of()));
		}

		private List<Object> constants(List<Expression> expressions) {
			List<Object> constants = new ArrayList<>();
			for (Expression one : expressions) {
				Object value = constant(one);
				if (value != null) {
					constants.add(value);
					if (value instanceof Integer number) {
						constants.add(Money.of(BigDecimal.valueOf(number)));
					}
				}
			}
			return constants;
		}

		private @Nullable Object constant(Expression expression) {
			if (expression instanceof Expression.Numeral number) {
				boolean whole = number.value().stripTrailingZeros().scale() <= 0;
				return whole ? (Object) number.value().intValue() : Money.of(number.value());
			}
			if (expression instanceof Expression.Code code) {
				return Code.of(code.type(), code.name());
			}
			if (expression instanceof Expression.Bool bool) {
				return bool.value();
			}
			if (expression instanceof Expression.Text text) {
				try {
					return LocalDate.parse(text.value());
				}
				catch (DateTimeException noDay) {
					return text.value();
				}
			}
			return null;
		}

	}

}
