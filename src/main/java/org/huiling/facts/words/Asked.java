package org.huiling.facts.words;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;

import org.huiling.facts.CalculationFault;
import org.huiling.facts.Money;
import org.huiling.facts.UnknownFact;
import org.jspecify.annotations.Nullable;

/** What can be asked of a person or an item, by the kind of value a word has. */
public abstract sealed class Asked permits PersonFacts, ItemFacts {

	Asked() {
	}

	/** What a word comes to: a value, unknown, or not there. */
	abstract Object value(Word word);

	/** What is taken in place of an unknown word, null if nothing is. */
	abstract @Nullable Object instead(Word word);

	private Object known(Word word) {
		Object value = value(word);
		if (value instanceof UnknownFact unknown) {
			Object instead = instead(word);
			if (instead == null) {
				throw unknown;
			}
			value = instead;
		}
		if (value == NotThere.VALUE) {
			throw word.absent();
		}
		return value;
	}

	/**
	 * Yes or no.
	 * @param word of that type
	 * @return which
	 * @throws UnknownFact if it is unknown
	 * @throws NotThere if it is not there
	 */
	public final boolean truth(Word word) {
		return (Boolean) known(word);
	}

	/**
	 * A whole number.
	 * @param word of that type
	 * @return the number
	 * @throws UnknownFact if it is unknown
	 * @throws NotThere if it is not there
	 * @throws CalculationFault if it is beyond what a whole number of rules holds
	 */
	public final int number(Word word) {
		if (known(word) instanceof Integer number) {
			return number;
		}
		throw CalculationFault.beyondEveryNumber(word.path());
	}

	/**
	 * An exact number with decimals.
	 * @param word of that type
	 * @return the number
	 * @throws UnknownFact if it is unknown
	 * @throws NotThere if it is not there
	 */
	public final BigDecimal decimal(Word word) {
		return (BigDecimal) known(word);
	}

	/**
	 * An amount.
	 * @param word of that type
	 * @return the exact amount
	 * @throws UnknownFact if it is unknown
	 * @throws NotThere if it is not there
	 */
	public final Money money(Word word) {
		return (Money) known(word);
	}

	/**
	 * A day.
	 * @param word of that type
	 * @return the day
	 * @throws UnknownFact if it is unknown
	 * @throws NotThere if it is not there
	 */
	public final LocalDate day(Word word) {
		return (LocalDate) known(word);
	}

	/**
	 * A region.
	 * @param word of that type
	 * @return its code
	 * @throws UnknownFact if it is unknown
	 * @throws NotThere if it is not there
	 */
	public final String region(Word word) {
		return (String) known(word);
	}

	/**
	 * A code.
	 * @param word of that type
	 * @return the code as records have it
	 * @throws UnknownFact if it is unknown
	 * @throws NotThere if it is not there
	 */
	public final Object code(Word word) {
		return known(word);
	}

	/**
	 * Several codes.
	 * @param word of that type
	 * @return the codes as records have them
	 * @throws UnknownFact if they are unknown
	 * @throws NotThere if they are not there
	 */
	@SuppressWarnings("unchecked") // a word of that type reads nothing else
	public final Set<Object> codes(Word word) {
		return (Set<Object>) known(word);
	}

}
