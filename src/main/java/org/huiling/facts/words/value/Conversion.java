package org.huiling.facts.words.value;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;

import org.huiling.facts.Money;
import org.huiling.facts.type.FactType;

/** What becomes of a recorded value when rules read it. */
public enum Conversion {

	/** Nothing. */
	NONE,

	/** Yuan become an amount. */
	MONEY,

	/** Several codes become a set. */
	CODES;

	public static Conversion of(FactType type) {
		return switch (type) {
			case MONEY -> MONEY;
			case CODES -> CODES;
			default -> NONE;
		};
	}

	public Object read(Object recorded) {
		return switch (this) {
			case NONE -> recorded;
			case MONEY -> Money.of((BigDecimal) recorded);
			case CODES -> Collections.unmodifiableSet(new LinkedHashSet<>((Collection<?>) recorded));
		};
	}

}
