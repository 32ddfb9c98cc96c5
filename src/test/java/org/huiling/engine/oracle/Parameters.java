package org.huiling.engine.oracle;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.huiling.engine.oracle.Formula.Kind;

/** The parameters of a program, drawn where they are asked for. */
public final class Parameters implements Constants {

	/** The day from which the second of two values by date holds. */
	static final LocalDate CHANGE = LocalDate.of(2013, 4, 15);

	private static final LocalDate START = LocalDate.of(2013, 1, 1);

	private static final List<String> AMOUNTS = List.of("0.01", "0.99", "1.00", "10.00", "33.33", "50.00", "100.00",
			"120.50", "250.05", "500.00", "999.99", "1000.00", "3000.00", "0.00");

	private static final List<String> SHARES = List.of("50", "75", "33.333333", "12.5", "100", "0.7", "150");

	private static final List<Integer> NUMBERS = List.of(0, 1, 2, 3, 5, 7, 12, 40, 1000);

	/**
	 * A parameter.
	 *
	 * @param name its name
	 * @param value as in {@code policy.yaml}, empty if it stands in a file of its own
	 * @param unit its unit and what else is said of it
	 * @param rows the rows of that file, or the standard that it is taken from, or empty
	 */
	public record Written(String name, String value, String unit, String rows) {

		/** Whether it is taken from a standard. */
		public boolean isShared() {
			return this.unit.equals(SHARED);
		}

	}

	private static final String SHARED = "standard";

	private final Chance chance;

	private final Bounds bounds;

	private final List<Written> written = new ArrayList<>();

	private final Map<String, List<Formula>> simple = new TreeMap<>();

	Parameters(Chance chance, Bounds bounds) {
		this.chance = chance;
		this.bounds = bounds;
	}

	List<Written> written() {
		return this.written;
	}

	@Override
	public Formula money() {
		return this.chance.oneIn(12) ? shared() : simple(Kind.MONEY, "CNY", () -> amount(this.chance.any(AMOUNTS)));
	}

	/** An amount of a standard, or several times or a share of it. */
	private Formula shared() {
		String name = name();
		String first = this.chance.any(AMOUNTS);
		String second = this.chance.any(AMOUNTS);
		boolean corrected = this.chance.oneIn(4);
		String times = this.chance.of("", "2", "24", "1.5");
		String share = this.chance.of("", "150", "33.333");
		Fraction factor = (times.isEmpty() ? Fraction.of("1") : Fraction.of(times))
			.times(share.isEmpty() ? Fraction.of("1") : Fraction.of(share).over(Fraction.of("100")));
		Fraction before = Fraction.of(first).times(factor);
		Fraction after = Fraction.of(second).times(factor);
		this.bounds.add(Kind.MONEY, Fraction.Rounding.USUAL.round(before));
		this.bounds.add(Kind.MONEY, Fraction.Rounding.USUAL.round(after));
		this.written.add(new Written(name, "standards."
				+ name + (times.isEmpty() ? "" : ", times: " + times) + (share.isEmpty() ? "" : ", share: " + share),
				SHARED,
				name + ": {title: {zh: 标准, en: Standard}, basis: 通知, value: {" + START + ": "
						+ (corrected ? "7.00, " + START + ".2: " + first : first) + ", " + CHANGE + ": " + second
						+ "}}\n"));
		return new Formula(Kind.MONEY, "", "P." + name, Set.of(Formula.DAY),
				(situation) -> situation.factDay().isBefore(CHANGE) ? before : after);
	}

	/** An amount that is more than nothing. */
	@Override
	public Formula unit() {
		return simple(Kind.MONEY, "CNY ", () -> amount(this.chance.of("0.10", "1.00", "5.00", "50.00", "100.00")));
	}

	@Override
	public Formula share() {
		return simple(Kind.SHARE, "percent", this::drawnShare);
	}

	@Override
	public Formula number(String unit) {
		return simple(Kind.NUMBER, unit, () -> number(unit, this.chance.any(NUMBERS)));
	}

	@Override
	public Formula date() {
		return simple(Kind.DATE, "date", () -> {
			LocalDate day = this.chance.of(START, CHANGE, LocalDate.of(2010, 7, 15), LocalDate.of(2013, 3, 10));
			this.bounds.add(Kind.DATE, day);
			return new Drawn(day.toString(), day);
		});
	}

	/** A value as it is written and as it is meant. */
	private record Drawn(String text, Object value) {
	}

	private Drawn amount(String text) {
		this.bounds.add(Kind.MONEY, Fraction.of(text));
		return new Drawn(text, Fraction.of(text));
	}

	private Drawn number(String unit, int number) {
		int value = switch (unit) {
			case "level" -> number % 4;
			case "years" -> 60 + number % 40;
			default -> number;
		};
		this.bounds.add(Kind.NUMBER, BigInteger.valueOf(value));
		return new Drawn(String.valueOf(value), BigInteger.valueOf(value));
	}

	private Drawn drawnShare() {
		String text = this.chance.any(SHARES);
		return new Drawn(text, Fraction.of(text).over(Fraction.of("100")));
	}

	private Drawn drawn(Kind kind) {
		return switch (kind) {
			case MONEY -> amount(this.chance.any(AMOUNTS));
			case SHARE -> drawnShare();
			default -> number("count", this.chance.any(NUMBERS));
		};
	}

	/** One that is there already, or another. */
	private Formula simple(Kind kind, String unit, Supplier<Drawn> value) {
		List<Formula> known = this.simple.computeIfAbsent(unit, (any) -> new ArrayList<>());
		if (!known.isEmpty() && (known.size() > 2 || this.chance.oneIn(2))) {
			return this.chance.any(known);
		}
		Drawn first = value.get();
		Drawn second = this.chance.oneIn(5) ? value.get() : null;
		String name = name();
		this.written.add(new Written(name, dated(first.text(), (second != null) ? second.text() : ""),
				unit.strip() + ((second != null) ? ", byDate: true" : ""), ""));
		Formula formula = new Formula(kind, (kind == Kind.NUMBER) ? unit : "", "P." + name,
				(second != null) ? Set.of(Formula.DAY) : Set.of(),
				(situation) -> (second != null && !situation.factDay().isBefore(CHANGE)) ? second.value()
						: first.value());
		known.add(formula);
		return formula;
	}

	private static String dated(String first, String second) {
		return second.isEmpty() ? first : "{" + START + ": " + first + ", " + CHANGE + ": " + second + "}";
	}

	private String name() {
		return "p" + (this.written.size() + 1);
	}

	/** Several codes of a type, to be {@code memberOf}. */
	Formula among(Field field, boolean in) {
		List<String> codes = new ArrayList<>(field.codes());
		codes.remove(this.chance.below(codes.size()));
		String name = name();
		String unit = field.unit().substring(0, 1).toLowerCase(java.util.Locale.ROOT) + field.unit().substring(1);
		this.written.add(new Written(name, codes.toString(), unit, ""));
		return Words.among(Formula.fact(field), codes, in,
				field.path() + (in ? " memberOf P." : " not memberOf P.") + name);
	}

	/** {@code P.bands.at(key)} of a key that is an amount, a number or a day. */
	Formula bands(Formula key, Kind kind) {
		TreeMap<Object, Drawn> rows = new TreeMap<>();
		rows.put(lowest(key, this.chance.oneIn(6)), drawn(kind));
		for (int i = 1 + this.chance.below(3); i > 0; i--) {
			rows.put(from(key), drawn(kind));
		}
		String name = name();
		String by = switch (key.kind()) {
			case MONEY -> "";
			case NUMBER -> ", by: " + key.unit();
			default -> ", by: date";
		} + switch (kind) {
			case MONEY -> "";
			case SHARE -> ", of: percent";
			default -> ", of: count";
		};
		boolean inFile = this.chance.oneIn(3);
		this.written
			.add(new Written(name,
					inFile ? "" : rows.entrySet()
						.stream()
						.map((row) -> "{from: " + text(row.getKey()) + ", value: " + row.getValue().text() + "}")
						.collect(Collectors.joining(", ", "[", "]")),
					"bands" + by,
					inFile ? rows.entrySet()
						.stream()
						.map((row) -> text(row.getKey()) + "," + row.getValue().text() + "\n")
						.collect(Collectors.joining("", "from,value\n", "")) : ""));
		return at(kind, name, key, (value) -> {
			Map.Entry<Object, Drawn> row = rows.floorEntry(value);
			return (row != null) ? row.getValue().value() : Gone.FAULT;
		});
	}

	private static Object lowest(Formula key, boolean open) {
		return switch (key.kind()) {
			case MONEY -> Fraction.of(open ? "5.00" : "0.00");
			case NUMBER -> BigInteger.ZERO;
			default -> LocalDate.of(1900, 1, 1);
		};
	}

	private Object from(Formula key) {
		Drawn drawn = switch (key.kind()) {
			case MONEY -> amount(this.chance.of("60.00", "100.00", "250.50", "999.99", "4000.00"));
			case NUMBER -> number(key.unit(), this.chance.any(NUMBERS));
			default -> new Drawn("", this.chance.of(START, CHANGE, LocalDate.of(2010, 7, 15)));
		};
		this.bounds.add(key.kind(), drawn.value());
		return drawn.value();
	}

	private static String text(Object value) {
		return (value instanceof Fraction amount) ? amount.inFen().toPlainString() : value.toString();
	}

	/** {@code P.table.at(key)} of a code or of a number with a table key. */
	Formula table(Formula key, Field field, Kind kind) {
		Map<Object, Drawn> rows = new LinkedHashMap<>();
		Drawn otherwise = null;
		if (field.kind() == Kind.CODE || field == World.STAGE) {
			this.bounds.of(field).forEach((row) -> rows.put(row, drawn(kind)));
			if (field == World.STAGE && this.chance.oneIn(2)) {
				rows.remove(BigInteger.valueOf(this.chance.below(4)));
				otherwise = drawn(kind);
			}
		}
		else {
			for (int i = 1; i <= 1 + this.chance.below(3); i++) {
				rows.put(BigInteger.valueOf(i), drawn(kind));
			}
			otherwise = drawn(kind);
		}
		String by = (field == World.STAGE) ? "trialStage"
				: (field == World.NEED) ? "need" : (field == World.SIZE) ? "householdSize" : "hukouType";
		String last = (field == World.SIZE && this.chance.oneIn(2)) ? (rows.size() + 1) + "+" : "else";
		String text = rows.entrySet()
			.stream()
			.map((row) -> row.getKey() + ": " + row.getValue().text())
			.collect(Collectors.joining(", "));
		String name = name();
		this.written.add(new Written(name,
				"{" + text + ((otherwise != null) ? ", " + last + ": " + otherwise.text() : "") + "}",
				((kind == Kind.MONEY) ? "CNY" : (kind == Kind.SHARE) ? "percent" : "count") + ", by: " + by, ""));
		Object rest = (otherwise != null) ? otherwise.value() : Gone.FAULT;
		return at(kind, name, key, (value) -> rows.containsKey(value) ? rows.get(value).value() : rest);
	}

	private static Formula at(Kind kind, String name, Formula key, Function<Object, Object> value) {
		return new Formula(kind, (kind == Kind.NUMBER) ? "count" : "", "P." + name + ".at(" + key + ")", key.reads(),
				(situation) -> {
					Object of = key.of(situation);
					return (of instanceof Gone) ? of : value.apply(of);
				});
	}

	/** A parameter written by somebody else. */
	String add(String value, String unit) {
		String name = name();
		this.written.add(new Written(name, value, unit, ""));
		return name;
	}

	Bounds bounds() {
		return this.bounds;
	}

}
