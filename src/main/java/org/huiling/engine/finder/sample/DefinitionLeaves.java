package org.huiling.engine.finder.sample;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import org.huiling.engine.finder.sample.Setting.Birthday;
import org.huiling.engine.finder.sample.Setting.On;
import org.huiling.engine.finder.sample.Setting.Since;
import org.huiling.facts.Code;
import org.huiling.facts.Money;
import org.huiling.facts.dictionary.Derived;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactList;
import org.huiling.facts.expression.Expression;
import org.huiling.facts.expression.ValueType;
import org.huiling.facts.type.FactType;
import org.jspecify.annotations.Nullable;

/**
 * The recorded facts of a definition, with what each is compared with there, and whether
 * every side of it can be tried so.
 */
final class DefinitionLeaves {

	private static final int MONTHS_A_YEAR = 12;

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

	private final DeclaredGenerators generators;

	private final Setup setup;

	private final Dictionary dictionary;

	private final Map<String, Generator> made;

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

	DefinitionLeaves(DeclaredGenerators generators, Setup setup, Map<String, Generator> made) {
		this.generators = generators;
		this.setup = setup;
		this.dictionary = setup.vocabulary().dictionary();
		this.made = made;
	}

	void read(Expression expression) {
		read(expression, List.of());
	}

	/**
	 * The other fields of an item on which a condition hangs, with what each is compared
	 * with.
	 */
	Map<String, Set<Object>> ofItem(FactList list, Expression condition) {
		this.within = list;
		read(condition);
		this.within = null;
		return this.fields.getOrDefault(list.path(), Map.of());
	}

	/** Whether fields of items are all it hangs on, and every side of it can be tried. */
	boolean isOfItemsAlone() {
		return this.whole && this.wanted.isEmpty();
	}

	/** A fact that is made by hand may hang together with others. */
	boolean isWhole() {
		return this.whole && this.wanted.keySet()
			.stream()
			.noneMatch((path) -> this.made.containsKey(this.setup.own(path)) && this.dictionary.fact(path) != null
					&& !DeclaredGenerators.SINCE.containsKey(path) && !BY_THEMSELVES.contains(path));
	}

	/** Whether lists of more kinds would have to be made than are. */
	boolean isTooMany() {
		return this.tooMany;
	}

	/** Whether it hangs on what lies in one month, quarter or year. */
	boolean isByCalendar() {
		return this.byCalendar;
	}

	void generate(List<Object> compared, BiConsumer<Dimension, Object> dimensions) {
		this.wanted.forEach((path, values) -> {
			Generator generator = this.generators.generator(path);
			if (generator == null) {
				return;
			}
			List<Object> all = new ArrayList<>(values);
			all.addAll(compared);
			generator.generate(all, List.of(), dimensions);
			Fact fact = this.dictionary.fact(path);
			if (this.spans.contains(path) && fact != null) {
				spans(all, DeclaredGenerators.SINCE.getOrDefault(path, Dimension.of(fact)), dimensions);
			}
		});
		generateLists(compared, dimensions);
	}

	private void generateLists(List<Object> compared, BiConsumer<Dimension, Object> dimensions) {
		this.fields.forEach((path, told) -> {
			FactList list = Objects.requireNonNull(this.dictionary.list(path));
			ListVariants items = this.generators.items(list);
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
				&& word.value() instanceof Expression.Name name && this.dictionary.fact(name.path()) != null
				&& !constants(word.arguments()).isEmpty();
	}

	/** All its facts have few values, each of which is tried. */
	private boolean isFinite(Expression expression) {
		if (expression instanceof Expression.Name name) {
			Fact fact = (this.within == null) ? this.dictionary.fact(name.path()) : null;
			return fact != null && (fact.type() == FactType.BOOLEAN || fact.type() == FactType.CODE
					|| this.setup.numbers(this.setup.own(name.path())) != null);
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
		Derived other = this.dictionary.derived(path);
		if (other != null && this.made.containsKey(this.setup.own(path))) {
			this.wanted.computeIfAbsent(path, (first) -> new LinkedHashSet<>()).addAll(beside);
			this.whole &= other.type().kind() == ValueType.Kind.TRUTH || "firstDay".equals(path);
		}
		else if (other != null && !other.isCore()) {
			other.is().values().forEach((one) -> read(one, beside));
		}
		else if (this.dictionary.fact(path) != null) {
			this.wanted.computeIfAbsent(path, (first) -> new LinkedHashSet<>()).addAll(beside);
		}
		else if (other != null) {
			this.whole &= "firstDay".equals(path);
		}
	}

	private void call(Expression.Call call, List<Object> beside) {
		List<Expression> arguments = call.arguments();
		FactList list = (!arguments.isEmpty() && arguments.get(0) instanceof Expression.Name name)
				? this.dictionary.list(name.path()) : null;
		if (list != null) {
			items(call.function(), list, arguments.subList(1, arguments.size()));
			return;
		}
		boolean span = SPANS.contains(call.function());
		this.byCalendar |= CALENDAR.contains(call.function());
		for (Expression argument : arguments) {
			if (span && argument instanceof Expression.Name name && this.dictionary.fact(name.path()) != null) {
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
			.<Object>flatMap((prefix) -> Stream.of(RegionValues.inside(prefix), RegionValues.outside(prefix)))
			.toList();
	}

	private void items(String function, FactList list, List<Expression> rest) {
		this.fields.computeIfAbsent(list.path(), (path) -> new LinkedHashMap<>());
		this.whole &= !Portrait.LISTS.contains(list.path()) && !this.setup.isOver(list.path())
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

}
