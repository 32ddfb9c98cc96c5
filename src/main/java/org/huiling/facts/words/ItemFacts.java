package org.huiling.facts.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.huiling.facts.UnknownFact;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.record.RecordShape;
import org.huiling.facts.words.value.Fitting;
import org.jspecify.annotations.Nullable;

/**
 * One item of a list of a person, on the fact day of a period. Belongs to one thread.
 */
public final class ItemFacts extends Asked {

	private final PersonFacts person;

	private final String list;

	/** What stands before the names of its fields where they are noted. */
	private final String before;

	private FactRecord item;

	/**
	 * The facts of an item.
	 * @param person whose list it is of
	 * @param item what is recorded of it
	 * @param list the path of the list
	 */
	public ItemFacts(PersonFacts person, FactRecord item, String list) {
		this(person, item, list, "");
	}

	/** The same, whose fields are noted with something before their names. */
	ItemFacts(PersonFacts person, FactRecord item, String list, String before) {
		this.before = before;
		this.person = person;
		this.item = item;
		this.list = list;
	}

	/**
	 * Whose list it is of.
	 * @return the person
	 */
	public PersonFacts person() {
		return this.person;
	}

	/**
	 * The list it is of.
	 * @return its path
	 */
	public String list() {
		return this.list;
	}

	/**
	 * What tells it from the other items, where that may be said.
	 * @return the values of its key; null if one of them is sealed or not recorded
	 */
	public @Nullable String key() {
		List<String> values = new ArrayList<>();
		for (String field : this.person.words().key(this.list)) {
			Object value = this.item.value(field);
			if (value == null) {
				return null;
			}
			values.add(value.toString());
		}
		return values.isEmpty() ? null : String.join(" ", values);
	}

	/** A field is noted by its own name, behind what stands before it. */
	@Override
	@SuppressWarnings("ReferenceEquality") // an equal shape is only fitted anew
	Object value(Word word) {
		Word own = this.person.words().own(word);
		RecordShape shape = Objects.requireNonNull(own.items(), own.path());
		if (this.item.shape() != shape) {
			this.item = Fitting.fit(this.item, shape);
		}
		Object value = own.node().value(this.person, this.item);
		if (value != NotThere.VALUE && this.person.reads() != null) {
			this.person.note(this.before + own.name(), shown(value));
		}
		return value;
	}

	@Override
	@Nullable Object instead(Word word) {
		Word own = this.person.words().own(word);
		Supposition supposed = this.person.supposed();
		return (supposed != null) ? supposed.instead(own, this.person, this.item) : null;
	}

	private static @Nullable Object shown(Object value) {
		return (value instanceof UnknownFact) ? null : (value instanceof Set<?> codes) ? List.copyOf(codes) : value;
	}

}
