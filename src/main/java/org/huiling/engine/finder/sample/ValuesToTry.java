package org.huiling.engine.finder.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

import org.huiling.engine.FactDay;
import org.huiling.engine.drools.condition.Clause;
import org.huiling.engine.drools.condition.RuleShape;
import org.huiling.engine.drools.language.Comparison;
import org.huiling.engine.drools.language.Comparison.Term;
import org.huiling.engine.finder.sample.Setting.Beside;
import org.huiling.engine.finder.sample.Setting.Birthday;
import org.huiling.engine.finder.sample.Setting.Income;
import org.huiling.engine.finder.sample.Setting.On;
import org.huiling.engine.finder.sample.Setting.Since;
import org.huiling.facts.Period;

/** Which values of which dimensions a version tells apart. */
public final class ValuesToTry {

	private static final int HEADS = 2;

	private static final Set<String> AGES = Set.of("ageOnLastDay", "ageBeforePeriod", "ageOnClaimDate");

	private final Map<Dimension, List<Object>> values = new TreeMap<>();

	private final Map<Clause, Set<Dimension>> dimensions = new HashMap<>();

	private final Set<Clause> notJudged = new HashSet<>();

	/** Those that conditions read. */
	private final Set<String> ages = new TreeSet<>();

	private final Set<Integer> ageBounds = new TreeSet<>();

	private final List<ItemLine> itemLines = new ArrayList<>();

	private final Period period;

	private final FactDay factDay;

	public ValuesToTry(List<RuleShape> shapes, Generators generators, Setup setup, Trial trial) {
		this.period = setup.firstPeriod();
		this.factDay = setup.factDay();
		PatternItems patterns = new PatternItems(generators, setup, trial);
		for (RuleShape shape : shapes) {
			shape.branches().forEach((clauses) -> clauses.forEach((clause) -> collect(clause, generators, patterns)));
		}
		patterns.make(
				(clause, dimension) -> this.dimensions.computeIfAbsent(clause, (one) -> new TreeSet<>()).add(dimension),
				this::add);
		this.notJudged.addAll(patterns.notJudged());
		this.itemLines.addAll(patterns.lines());
		order();
	}

	/** Properties that only consequences read. */
	public void add(Set<String> names, Generators generators) {
		names.forEach((name) -> generators.generate(name, this::add));
		order();
	}

	private void order() {
		this.values.forEach((dimension, all) -> {
			if (dimension.ordered()) {
				all.sort(Comparator.comparing((value) -> place(value)));
				dropEqual(all);
			}
		});
	}

	private void add(Dimension dimension, Object value) {
		// somebody is made who completes the years compared with on each day
		if (value instanceof Birthday birthday && birthday.on() == On.LAST_DAY) {
			this.ageBounds.add(birthday.years());
		}
		List<Object> all = this.values.computeIfAbsent(dimension, (one) -> new ArrayList<>());
		if (!all.contains(value)) {
			all.add(value);
		}
	}

	private void collect(Clause clause, Generators generators, PatternItems patterns) {
		if (clause.items() != null) {
			patterns.collect(clause, clause.items());
			return;
		}
		Set<Dimension> own = this.dimensions.computeIfAbsent(clause, (one) -> new TreeSet<>());
		boolean judged = clause.readable();
		for (Comparison comparison : clause.comparisons()) {
			comparison.terms().stream().map(Term::path).filter(AGES::contains).forEach(this.ages::add);
			judged &= generators.generate(comparison, (dimension, value) -> {
				own.add(dimension);
				add(dimension, value);
			});
		}
		if (!judged) {
			this.notJudged.add(clause);
		}
	}

	/** Whether there are values on every side of a condition. */
	public boolean judges(Clause clause) {
		return !this.notJudged.contains(clause);
	}

	/** Whether there are for all conditions of a rule. */
	public boolean judges(RuleShape shape) {
		return shape.branches().stream().flatMap(List::stream).allMatch(this::judges);
	}

	/**
	 * Of values that lie at the same place in every period one does. A day that goes with
	 * the period is the same as a fixed one in one period and another in the next.
	 */
	private void dropEqual(List<Object> all) {
		List<Period> periods = of(Dimension.PERIOD).stream().map(Period.class::cast).toList();
		Set<List<BigDecimal>> seen = new HashSet<>();
		all.removeIf((value) -> !seen.add(places(value, periods)));
	}

	private List<BigDecimal> places(Object value, List<Period> periods) {
		List<BigDecimal> places = new ArrayList<>(List.of(place(value)));
		periods.forEach((period) -> places.add(place(value, period, this.factDay.within(period), HEADS)));
		return places;
	}

	/**
	 * Where a value of an ordered dimension lies on its line; the elder is the greater.
	 */
	private BigDecimal place(Object value) {
		return place(value, this.period, this.factDay.within(this.period), HEADS);
	}

	/**
	 * The same beside somebody: days that go with the period lie elsewhere in another,
	 * and what many share is more in all.
	 */
	public static BigDecimal place(Object value, Sample beside) {
		return place(value, beside.period(), beside.factDay(), beside.get(Dimension.SIZE, HEADS));
	}

	private static BigDecimal place(Object value, Period period, LocalDate factDay, int heads) {
		if (value instanceof Birthday birthday) {
			return BigDecimal.valueOf(-birthday.born(period).toEpochDay());
		}
		if (value instanceof Since since) {
			return BigDecimal.valueOf(-since.day(factDay).toEpochDay());
		}
		if (value instanceof Beside beside) {
			return BigDecimal.valueOf(-beside.day(period).toEpochDay());
		}
		if (value instanceof LocalDate day) {
			return BigDecimal.valueOf(-day.toEpochDay());
		}
		if (value instanceof Income income) {
			return income.of(heads).stripTrailingZeros();
		}
		if (value instanceof Period one) {
			return BigDecimal.valueOf(one.firstDay().toEpochDay());
		}
		if (value instanceof Integer number) {
			return BigDecimal.valueOf(number);
		}
		return (value instanceof BigDecimal yuan) ? yuan.stripTrailingZeros() : BigDecimal.ZERO;
	}

	/** The dimensions that matter to this version. */
	public Set<Dimension> dimensions() {
		return this.values.keySet();
	}

	/** The dimensions that a condition hangs on. */
	public Set<Dimension> dimensions(Clause clause) {
		return this.dimensions.getOrDefault(clause, Set.of());
	}

	/** The values of a dimension, ordered ones in order. */
	public List<Object> of(Dimension dimension) {
		return this.values.getOrDefault(dimension, List.of());
	}

	/** The fields of items that lie on a line. */
	public List<ItemLine> itemLines() {
		return this.itemLines;
	}

	/** Which ages the conditions read. */
	public Set<String> ages() {
		return this.ages;
	}

	/** What ages are compared with. */
	public Set<Integer> ageBounds() {
		return this.ageBounds;
	}

	/** Of neighbouring values that a version does not tell apart only the outer two. */
	public void thin(Dimension dimension, Function<Object, Object> told) {
		List<Object> all = of(dimension);
		List<Object> kept = new ArrayList<>();
		for (int i = 0; i < all.size(); i++) {
			Object here = told.apply(all.get(i));
			boolean first = i == 0 || !here.equals(told.apply(all.get(i - 1)));
			boolean last = i == all.size() - 1 || !here.equals(told.apply(all.get(i + 1)));
			if (first || last) {
				kept.add(all.get(i));
			}
		}
		if (!all.isEmpty()) {
			this.values.put(dimension, kept);
		}
	}

}
