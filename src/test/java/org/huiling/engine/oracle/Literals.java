package org.huiling.engine.oracle;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Set;

import org.huiling.engine.oracle.Formula.Kind;

/** Values as they are written in fact files. */
final class Literals implements Constants {

	private final Chance chance;

	private final Bounds bounds;

	Literals(Chance chance, Bounds bounds) {
		this.chance = chance;
		this.bounds = bounds;
	}

	private Formula literal(Kind kind, String unit, String text, Object value) {
		this.bounds.add(kind, value);
		return new Formula(kind, unit, text, Set.of(), (situation) -> value);
	}

	private Formula amount(String text) {
		return literal(Kind.MONEY, "", text, Fraction.of(text));
	}

	@Override
	public Formula money() {
		return amount(this.chance.of("100", "250.5", "1000", "0", "33.33"));
	}

	@Override
	public Formula unit() {
		return amount(this.chance.of("10", "50", "0.5", "1000"));
	}

	@Override
	public Formula share() {
		return number("count");
	}

	@Override
	public Formula number(String unit) {
		int number = this.chance.of(0, 1, 2, 3, 7, 12, 1000);
		return literal(Kind.NUMBER, unit, String.valueOf(number), BigInteger.valueOf(number));
	}

	@Override
	public Formula date() {
		LocalDate day = this.chance.of(LocalDate.of(2013, 4, 1), LocalDate.of(2010, 7, 15));
		return literal(Kind.DATE, "", "\"" + day + "\"", day);
	}

}
