package org.huiling.facts.words;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.huiling.facts.Money;
import org.huiling.facts.UnknownFact;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.words.value.Range;
import org.jspecify.annotations.Nullable;

/**
 * What is taken in place of what is unknown, to find out whether it matters: every amount
 * of which bounds are known lies at one of them, and one corner after the other is tried;
 * or everything is anything, to hear what else is unknown. Belongs to one thread.
 */
public final class Supposition {

	private static final int MOST = 3;

	private final List<Object> met = new ArrayList<>(MOST);

	/** What was met that is unknown, null if nobody wants to hear of it. */
	private final @Nullable Set<String> unknown;

	private int corner;

	private int read;

	private Supposition(@Nullable Set<String> unknown) {
		this.unknown = unknown;
	}

	/**
	 * That everything lies at its lowest.
	 * @return the first corner
	 */
	public static Supposition lowest() {
		return new Supposition(null);
	}

	/**
	 * That everything lies at its highest.
	 * @return the last corner
	 */
	public static Supposition highest() {
		Supposition highest = new Supposition(null);
		highest.corner = (1 << MOST) - 1;
		return highest;
	}

	/**
	 * That everything is as it happens to be, to hear what else of a calculation is
	 * unknown.
	 * @param unknown takes the paths of what is unknown
	 * @return values of the right kind, that mean nothing
	 */
	public static Supposition ofAnything(Set<String> unknown) {
		return new Supposition(unknown);
	}

	/**
	 * Goes back to where everything lies at its lowest, for another question.
	 * @return this
	 */
	public Supposition first() {
		this.met.clear();
		this.corner = 0;
		this.read = 0;
		return this;
	}

	/**
	 * Goes to the next corner.
	 * @return false if there is none
	 */
	public boolean next() {
		this.corner++;
		this.read = 0;
		return this.corner < 1 << this.met.size();
	}

	/** The value to be taken for an unknown word, null if there is none. */
	@Nullable Object instead(Word unknown, PersonFacts person, @Nullable FactRecord item) {
		if (this.unknown != null) {
			if (unknown.node().value(person, item) instanceof UnknownFact fact) {
				this.unknown.addAll(fact.fields());
			}
			return anything(unknown, person);
		}
		return at(unknown, unknown.node().range(person, item));
	}

	private static @Nullable Object anything(Word word, PersonFacts person) {
		return switch (word.type().kind()) {
			case MONEY -> Money.of("1.00");
			case WHOLE -> 1;
			case DECIMAL -> BigDecimal.ONE;
			case DATE -> person.factDay();
			case TRUTH -> false;
			default -> null;
		};
	}

	/**
	 * The bound at which an amount lies in this corner. What reads something twice may
	 * turn between its bounds, and a number may be the key of a table.
	 */
	@Nullable Object at(Object what, @Nullable Range range) {
		if (this.unknown != null || range == null || !(range.low() instanceof Money)) {
			return null;
		}
		int place = this.met.indexOf(what);
		if (place < 0) {
			place = this.met.size();
			this.met.add(what);
		}
		if (place >= MOST || (this.read >> place & 1) == 1) {
			return null;
		}
		this.read |= 1 << place;
		return ((this.corner >> place & 1) == 0) ? range.low() : range.high();
	}

}
