package org.huiling.engine.source;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.huiling.engine.Bilingual;
import org.huiling.engine.Currencies;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.expression.ValueType;
import org.huiling.facts.type.CodeType;
import org.huiling.facts.type.Earlier;
import org.huiling.facts.type.FactType;
import org.jspecify.annotations.Nullable;

/**
 * The units of parameters, and what their tables can go by: amounts, shares, numbers and
 * days, and the codes and numbers that a dictionary declares.
 */
public final class Units {

	/** What rules see of an amount. */
	static final String MONEY = "Money";

	/** The type of the keys of a table that goes by numbers. */
	static final String NUMBERS = "Integer";

	/** A table can have a row for each number of so many. */
	private static final int MOST_ROWS = 100;

	/** What things are counted in, beside units of time. */
	private static final List<String> COUNTED = List.of("days", "pieces", "cards", "visits");

	private final Map<String, Unit> all = new LinkedHashMap<>();

	private final Map<String, Key> keys = new LinkedHashMap<>();

	/**
	 * What tables can go by: codes, or numbers from the least to the largest, which is
	 * that of an earlier standard for versions of before a day.
	 */
	private record Key(String type, int least, int most, @Nullable LocalDate before) {
	}

	private final Dictionary dictionary;

	/** What amounts are in; null where it is not known, so that it may be any. */
	private final @Nullable String currency;

	private Units(Dictionary dictionary, @Nullable String currency) {
		this.dictionary = dictionary;
		this.currency = currency;
		add(money(), MONEY);
		add("percent", "Ratio");
		List.of("years", "months", "hours", "level", "grade", "count").forEach((name) -> add(name, "int"));
		add("date", "LocalDate");
		add("programs", "String");
		add("segments", "Segments");
		add("bands", "Bands");
		add("thing", "Thing");
		COUNTED.forEach((name) -> add(name, "int"));
		add("region", "Regions");
		dictionary.codeTypes().forEach(this::add);
		dictionary.facts().forEach((fact) -> counted((fact.type() == FactType.INTEGER) ? fact.unit() : null));
		dictionary.derived()
			.forEach((one) -> counted((one.type().kind() == ValueType.Kind.WHOLE) ? one.type().of() : null));
		dictionary.facts().forEach(this::key);
		dictionary.lists().forEach((list) -> list.fields().forEach(this::key));
	}

	/**
	 * The units of a dictionary.
	 * @param dictionary what declares the facts
	 * @return the units that its facts compare with, and those of no fact
	 */
	public static Units of(Dictionary dictionary) {
		return new Units(dictionary, null);
	}

	/**
	 * The same units where amounts are in one currency.
	 * @param currency what the jurisdiction pays in
	 * @return units among which no other currency is
	 */
	public Units in(String currency) {
		return currency.equals(this.currency) ? this : new Units(this.dictionary, currency);
	}

	/** The unit of amounts where none is written. */
	String money() {
		return (this.currency != null) ? this.currency : Currencies.DEFAULT;
	}

	/** Whether a unit is a currency that is not paid in here. */
	boolean isOtherCurrency(String name) {
		return named(name) == null && Currencies.isCurrency(name);
	}

	private void add(String name, String type) {
		this.all.put(name, new Unit(name, type, List.of()));
	}

	/** Whole numbers are counted in whatever a fact is counted in. */
	private void counted(@Nullable String unit) {
		if (unit != null && !this.all.containsKey(unit)) {
			add(unit, "int");
		}
	}

	private void add(CodeType type) {
		this.all.put(type.unit(), new Unit(type.unit(), type.name(), List.copyOf(type.names())));
		this.keys.put(type.unit(), new Key(type.name(), 0, 0, null));
	}

	private void key(Fact fact) {
		if (fact.tableKey() == null || fact.type() != FactType.INTEGER) {
			return;
		}
		int least = (fact.bounds().min() != null) ? fact.bounds().min().intValue() : 0;
		int most = (fact.bounds().max() != null) ? fact.bounds().max().intValue() : Unit.LARGEST;
		Earlier earlier = fact.bounds().isOfBefore() ? fact.bounds().earlier() : null;
		this.keys.put(fact.tableKey(), new Key(NUMBERS, least, most, (earlier != null) ? earlier.before() : null));
	}

	@Nullable Unit named(String name) {
		Unit unit = this.all.get(name);
		return (unit == null && this.currency == null && Currencies.isCurrency(name)) ? new Unit(name, MONEY, List.of())
				: unit;
	}

	Iterable<String> names() {
		return this.all.keySet();
	}

	/** The type of a table's keys, or null if a table cannot go by that. */
	@Nullable String keyType(String by) {
		Key key = this.keys.get(by);
		return (key != null) ? key.type() : null;
	}

	/**
	 * The list of codes that some codes are of: the only one that consists of them, or
	 * else the only one that has them all.
	 * @param codes their names
	 * @return what a table by it goes by; null if that cannot be told
	 */
	@Nullable String codesOf(Collection<String> codes) {
		List<Unit> fitting = this.all.values()
			.stream()
			.filter((unit) -> unit.isCode() && unit.codes().containsAll(codes))
			.toList();
		List<Unit> whole = fitting.stream().filter((unit) -> codes.containsAll(unit.codes())).toList();
		List<Unit> best = whole.isEmpty() ? fitting : whole;
		return (best.size() == 1) ? best.get(0).name() : null;
	}

	Iterable<String> keys() {
		return this.keys.keySet();
	}

	/** Whether a type is a list of codes. */
	boolean isCodeType(String type) {
		return this.all.values().stream().anyMatch((unit) -> unit.isCode() && unit.type().equals(type));
	}

	/** The least number of a table that goes by numbers. */
	int least(String by) {
		return Objects.requireNonNull(this.keys.get(by)).least();
	}

	/** The largest number of a table that goes by numbers. */
	int most(String by) {
		return Objects.requireNonNull(this.keys.get(by)).most();
	}

	/** What the keys of a table that goes by numbers are, in words. */
	Bilingual range(String by) {
		Key key = Objects.requireNonNull(this.keys.get(by));
		String range = key.least() + "—" + key.most();
		return (key.before() == null) ? new Bilingual(by + " 是 " + range, by + " is " + key.least() + "-" + key.most())
				: new Bilingual(key.before() + " 以前施行的版本，" + by + " 是 " + range,
						by + " is " + key.least() + "-" + key.most() + " in versions in force before " + key.before());
	}

	/** Whether no table can have a row for each number. */
	boolean isUnbounded(String by) {
		return most(by) - least(by) >= MOST_ROWS;
	}

}
