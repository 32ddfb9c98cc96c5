package org.huiling.engine.finder.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

import org.huiling.engine.finder.sample.Setting.Absent;
import org.huiling.engine.finder.sample.Setting.Since;
import org.huiling.facts.dictionary.Derived;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactList;
import org.huiling.facts.expression.Expression;
import org.huiling.facts.type.DayLimit;
import org.huiling.facts.type.FactType;
import org.huiling.facts.type.Trait;
import org.huiling.facts.type.Validity;
import org.jspecify.annotations.Nullable;

/**
 * Generators for facts that are known by their declaration alone: the values of a
 * recorded fact come from its type and bounds, those of a derived one from what it is
 * worked out of.
 */
final class DeclaredGenerators {

	/** Tried where a number ends nowhere before it. */
	private static final int MUCH = 1_000_000;

	/** The days of facts that are made by hand. */
	static final Map<String, Dimension> SINCE = Map.of("birthDate", Dimension.BIRTH, "hukou.since",
			Dimension.HUKOU_SINCE, "residence.since", Dimension.RESIDENCE_SINCE);

	private final Setup setup;

	private final Dictionary dictionary;

	private final Map<String, Generator> made;

	private final Map<String, Generator> generators = new LinkedHashMap<>();

	/** What is told apart of lists so far. */
	private final Map<String, ListVariants> items = new HashMap<>();

	/** Properties that turn at values which their generator may miss. */
	private final Set<String> partial = new TreeSet<>();

	private DeclaredGenerators(Setup setup, Map<String, Generator> made) {
		this.setup = setup;
		this.made = made;
		Set<String> known = made.keySet();
		this.dictionary = setup.vocabulary().dictionary();
		for (Fact fact : this.dictionary.facts()) {
			if (fact.isReadable() && !known.contains(setup.own(fact.path()))) {
				this.generators.put(setup.own(fact.path()), applying(fact, recorded(fact)));
			}
		}
		for (Derived derived : this.dictionary.derived()) {
			if (!derived.isCore() && !known.contains(setup.own(derived.path()))) {
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
	ListVariants items(FactList list) {
		return this.items.computeIfAbsent(list.path(), (first) -> new ListVariants(list, this.setup));
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
		DefinitionLeaves leaves = leaves();
		Map<String, Set<Object>> others = leaves.ofItem(list, when);
		others.forEach((name, values) -> asked.ask(Objects.requireNonNull(list.field(name)), values));
		return isTried(field) && leaves.isOfItemsAlone()
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
				DefinitionLeaves leaves = leaves();
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
		DefinitionLeaves leaves = leaves();
		leaves.ofItem(list, when)
			.forEach((name, values) -> recorded(Objects.requireNonNull(list.field(name))).generate(List.copyOf(values),
					List.of(), dimensions));
	}

	private DefinitionLeaves leaves() {
		return new DefinitionLeaves(this, this.setup, this.made);
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
	private Generator days(Fact fact, Dimension dimension) {
		Generator days = Boundaries.days(dimension, this.setup);
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
		DefinitionLeaves leaves = leaves();
		derived.is().values().forEach(leaves::read);
		String property = this.setup.own(derived.path());
		if (!leaves.isWhole()) {
			this.partial.add(property);
		}
		List<Object> days = new ArrayList<>(derived.is().keySet());
		days.remove(LocalDate.MIN);
		if (leaves.isByCalendar()) {
			// at the end of a year there is most of it before the period
			days.add(this.setup.from().with(TemporalAdjusters.lastDayOfYear()));
		}
		this.generators.put(property, (wanted, arguments, dimensions) -> {
			leaves.generate(wanted, dimensions);
			if (leaves.isTooMany()) {
				this.partial.add(property);
			}
			if (!days.isEmpty()) {
				Boundaries.periods(this.setup).generate(days, List.of(), dimensions);
			}
		});
	}

	/** Of a fact that is declared, or one that is made by hand. */
	@Nullable Generator generator(String path) {
		Generator own = this.generators.get(this.setup.own(path));
		return (own != null) ? own : this.made.get(this.setup.own(path));
	}

}
