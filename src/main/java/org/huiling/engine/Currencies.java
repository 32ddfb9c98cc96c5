package org.huiling.engine;

import java.util.Currency;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * 货币: what jurisdictions pay in, by the codes of ISO 4217. Amounts are counted in
 * hundredths, so that a currency with other minor units is not admitted.
 */
public final class Currencies {

	/** What a jurisdiction pays in that says nothing. */
	public static final String DEFAULT = "CNY";

	private static final int HUNDREDTHS = 2;

	private Currencies() {
	}

	/** Why a currency is not admitted. */
	public enum Flaw {

		/** No currency has that code. */
		UNKNOWN,

		/** Its minor unit is no hundredth. */
		NOT_IN_HUNDREDTHS

	}

	/**
	 * What keeps a currency from being paid in.
	 * @param code such as {@code CNY}
	 * @return null if nothing does
	 */
	public static @Nullable Flaw flaw(String code) {
		Optional<Currency> currency = named(code);
		if (currency.isEmpty()) {
			return Flaw.UNKNOWN;
		}
		return (currency.get().getDefaultFractionDigits() == HUNDREDTHS) ? null : Flaw.NOT_IN_HUNDREDTHS;
	}

	/**
	 * Whether a unit is one of money, in whichever jurisdiction.
	 * @param unit such as {@code CNY} or {@code years}
	 * @return false if no currency has that code
	 */
	public static boolean isCurrency(String unit) {
		return named(unit).isPresent();
	}

	private static Optional<Currency> named(String code) {
		return Currency.getAvailableCurrencies()
			.stream()
			.filter((currency) -> currency.getCurrencyCode().equals(code))
			.findFirst();
	}

}
