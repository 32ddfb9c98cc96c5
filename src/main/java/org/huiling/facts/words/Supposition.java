package org.huiling.facts.words;

import java.util.ArrayList;
import java.util.List;

import org.huiling.facts.FactRecord;
import org.huiling.facts.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is taken in place of what is unknown, to find out whether it matters: every amount
 * of which bounds are known lies at one of them, and one corner after the other is tried.
 * Belongs to one thread.
 */
public final class Supposition {

	private static final int MOST = 3;

	private final List<Object> met = new ArrayList<>(MOST);

	private int corner;

	private int read;

	private Supposition() {
	}

	/**
	 * That everything lies at its lowest.
	 * @return the first corner
	 */
	public static Supposition lowest() {
		return new Supposition();
	}

	/**
	 * That everything lies at its highest.
	 * @return the last corner
	 */
	public static Supposition highest() {
		Supposition highest = new Supposition();
		highest.corner = (1 << MOST) - 1;
		return highest;
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
		return at(unknown, unknown.node().range(person, item));
	}

	/**
	 * The bound at which an amount lies in this corner. What reads something twice may
	 * turn between its bounds, and a number may be the key of a table.
	 */
	@Nullable Object at(Object what, @Nullable Range range) {
		if (range == null || !(range.low() instanceof Money)) {
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
