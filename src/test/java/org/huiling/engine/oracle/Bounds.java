package org.huiling.engine.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.huiling.engine.oracle.Formula.Kind;

/** The values at which a program may change its mind, and those beside them. */
final class Bounds {

	private static final Fraction FEN = Fraction.of("0.01");

	private final Map<Kind, Set<Object>> values = new LinkedHashMap<>();

	/** One more bound: a {@link Fraction}, a {@code BigInteger} or a day. */
	void add(Kind kind, Object value) {
		Set<Object> all = this.values.computeIfAbsent(kind, (any) -> new TreeSet<>());
		all.add(value);
		if (value instanceof Fraction amount) {
			all.add(amount.minus(FEN));
			all.add(amount.plus(FEN));
		}
		else if (value instanceof BigInteger number) {
			all.add(number.subtract(BigInteger.ONE));
			all.add(number.add(BigInteger.ONE));
		}
		else if (value instanceof LocalDate day) {
			all.add(day.minusDays(1));
			all.add(day.plusDays(1));
		}
	}

	/** Those of others too. */
	void addAll(Bounds others) {
		others.values.forEach((kind, all) -> this.values.computeIfAbsent(kind, (any) -> new TreeSet<>()).addAll(all));
	}

	/** All values of a field that may matter; all there are if they are few. */
	List<Object> of(Field field) {
		List<Object> all = new ArrayList<>();
		switch (field.kind()) {
			case TRUTH -> all.addAll(List.of(true, false));
			case CODE -> all.addAll(field.codes());
			case DATE -> {
				all.addAll(this.values.getOrDefault(Kind.DATE, Set.of()));
				all.addAll(List.of(LocalDate.of(2012, 12, 31), LocalDate.of(2013, 2, 28), LocalDate.of(2013, 3, 1),
						LocalDate.of(2013, 3, 28), LocalDate.of(2013, 5, 2), LocalDate.of(2010, 7, 14)));
			}
			case NUMBER -> numbers(field, all);
			case MONEY -> amounts(field, all);
			default -> throw new IllegalArgumentException(field.path());
		}
		return all;
	}

	private void numbers(Field field, List<Object> all) {
		if (field.isSmall()) {
			for (long i = field.least(); i <= field.most(); i++) {
				all.add(BigInteger.valueOf(i));
			}
			return;
		}
		Set<Object> some = new TreeSet<>(this.values.getOrDefault(Kind.NUMBER, Set.of()));
		List.of(0L, 1L, 2L, 7L, field.most()).forEach((one) -> some.add(BigInteger.valueOf(one)));
		some.forEach((one) -> {
			long number = ((BigInteger) one).longValueExact();
			if (number >= field.least() && number <= field.most()) {
				all.add(one);
			}
		});
	}

	private void amounts(Field field, List<Object> all) {
		Set<Object> some = new TreeSet<>(this.values.getOrDefault(Kind.MONEY, Set.of()));
		List.of("0", "0.01", "333.33", "8181.53", "-250.50", "50000").forEach((one) -> some.add(Fraction.of(one)));
		some.add(Fraction.of(new BigDecimal(BigInteger.valueOf(field.least()), 2)));
		some.forEach((one) -> {
			BigInteger fen = ((Fraction) one).times(Fraction.of("100")).floor();
			if (fen.longValueExact() >= field.least() && fen.longValueExact() <= field.most()) {
				all.add(one);
			}
		});
	}

}
