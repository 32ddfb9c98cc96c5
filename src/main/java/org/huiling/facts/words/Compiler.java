package org.huiling.facts.words;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.huiling.facts.Code;
import org.huiling.facts.dictionary.Derived;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactList;
import org.huiling.facts.expression.Expression;
import org.huiling.facts.expression.ValueType;
import org.huiling.facts.expression.ValueType.Kind;
import org.huiling.facts.record.RecordShape;
import org.huiling.facts.type.CodeType;
import org.huiling.facts.type.Trait;
import org.huiling.facts.type.Validity;
import org.huiling.facts.words.value.Conversion;
import org.huiling.facts.words.value.PossibleAmounts;
import org.jspecify.annotations.Nullable;

/**
 * Makes the readers of one dictionary's facts. Whatever names a fact gets the same
 * reader, so that what is kept of a person is worked out once.
 */
final class Compiler {

	private final Dictionary dictionary;

	private final RecordShape shape;

	private final Map<String, Node> facts = new HashMap<>();

	private final Map<String, Node> recorded = new HashMap<>();

	private final Map<String, Node> fields = new HashMap<>();

	private final Map<String, Node> derived = new HashMap<>();

	private int kept;

	Compiler(Dictionary dictionary) {
		this.dictionary = dictionary;
		this.shape = dictionary.shape();
	}

	Dictionary dictionary() {
		return this.dictionary;
	}

	/** How many values are kept of a person. */
	int kept() {
		return this.kept;
	}

	/** What a name of an expression reads. */
	Node name(String path, @Nullable String list) {
		if (list != null && this.dictionary.fact(list + "[]." + path) != null) {
			return field(list, path);
		}
		CoreValue core = CoreValue.of(path);
		return (core != null) ? core.node() : fact(path);
	}

	/** A fact of the person as rules see it. */
	Node fact(String path) {
		Fact fact = this.dictionary.fact(path);
		if (fact != null && fact.list() == null) {
			Node known = this.facts.get(path);
			if (known == null) {
				known = valid(fact);
				this.facts.put(path, known);
			}
			return known;
		}
		FactList list = this.dictionary.list(path);
		if (list != null) {
			return list(list, this.facts, true);
		}
		Derived one = this.dictionary.derived(path);
		return (one != null) ? derived(one) : itemField(path);
	}

	private Node valid(Fact fact) {
		Node held = person(fact, true);
		Validity validity = fact.validity();
		if (validity == null) {
			return (Conversion.of(fact.type()) == Conversion.NONE) ? held : keep(held);
		}
		Node begun = new Days.Begun(recorded(validity.from(), null), validity.from());
		Node last = (validity.to() != null) ? recorded(validity.to(), null) : null;
		return keep(new ValidValue(held, begun, last, outside(fact, validity), fact.path()));
	}

	private static Object outside(Fact fact, Validity validity) {
		CodeType codes = fact.codes();
		return (validity.outside() != null && codes != null) ? Code.of(codes.name(), validity.outside())
				: NotThere.VALUE;
	}

	private Node person(Fact fact, boolean noted) {
		return new PersonValue(fact.path(), this.shape.slot(fact.path()), Conversion.of(fact.type()),
				absence(fact, null), PossibleAmounts.of(this.dictionary, this.shape, fact), noted);
	}

	private Absence absence(Fact fact, @Nullable String list) {
		return absence(fact.path(), fact.is(Trait.ABSENT_IS_NONE), fact.asking().when(), list);
	}

	private Absence absence(String path, boolean none, @Nullable Expression when, @Nullable String list) {
		Node applies = (when != null) ? new Expressions(this, list, true).node(when) : null;
		return new Absence(path, none, (applies != null && list == null) ? keep(applies) : applies);
	}

	private Node keep(Node node) {
		return new Kept(node, this.kept++);
	}

	/** A fact as it is recorded, in an item if it is a field of its list; not noted. */
	Node recorded(String path, @Nullable String list) {
		String field = (list != null) ? list + "[]." : "[]";
		if (list != null && path.startsWith(field)) {
			return asRecorded(list, path.substring(field.length()));
		}
		if (list != null && this.dictionary.fact(field + path) != null) {
			return asRecorded(list, path);
		}
		Node known = this.recorded.get(path);
		if (known == null) {
			FactList whole = this.dictionary.list(path);
			known = (whole != null) ? list(whole, this.recorded, false)
					: person(Objects.requireNonNull(this.dictionary.fact(path)), false);
			this.recorded.put(path, known);
		}
		return known;
	}

	private Node list(FactList list, Map<String, Node> made, boolean noted) {
		Node known = made.get(list.path());
		if (known == null) {
			Absence absence = absence(list.path(), list.is(Trait.ABSENT_IS_NONE), list.asking().when(), null);
			known = new PersonValue(list.path(), this.shape.slot(list.path()), Conversion.NONE, absence, null, noted);
			made.put(list.path(), known);
		}
		return known;
	}

	/** A field of an item as rules see it. */
	Node field(String list, String name) {
		Node known = this.fields.get(list + "[]." + name);
		if (known == null) {
			Fact fact = Objects.requireNonNull(this.dictionary.fact(list + "[]." + name));
			Node held = asRecorded(list, name);
			Validity validity = fact.validity();
			known = held;
			if (validity != null) {
				Node begun = new Days.Begun(recorded(validity.from(), list), null);
				Node last = (validity.to() != null) ? recorded(validity.to(), list) : null;
				known = new ValidValue(held, begun, last, outside(fact, validity), null);
			}
			this.fields.put(fact.path(), known);
		}
		return known;
	}

	private Node asRecorded(String list, String name) {
		String path = list + "[]." + name;
		Node known = this.recorded.get(path);
		if (known == null) {
			Fact fact = Objects.requireNonNull(this.dictionary.fact(path));
			RecordShape items = Objects.requireNonNull(this.shape.items(list));
			known = new FieldValue(items.slot(name), Conversion.of(fact.type()), absence(fact, list),
					PossibleAmounts.of(this.dictionary, items, fact));
			this.recorded.put(path, known);
		}
		return known;
	}

	private Node derived(Derived derived) {
		Node known = this.derived.get(derived.path());
		if (known == null) {
			CoreValue core = derived.isCore() ? CoreValue.of(derived.path()) : null;
			known = (core != null) ? core.node() : keep(defined(derived));
			this.derived.put(derived.path(), known);
		}
		return known;
	}

	private Node defined(Derived derived) {
		List<LocalDate> from = List.copyOf(derived.is().keySet());
		Node[] is = derived.is()
			.values()
			.stream()
			.map((one) -> new Expressions(this, null, false).value(one, derived.type()))
			.toArray(Node[]::new);
		return new DerivedValue(derived.path(), from.toArray(LocalDate[]::new), is, derived.type().kind() != Kind.ITEM);
	}

	private Node itemField(String path) {
		String group = path.substring(0, path.lastIndexOf('.'));
		Derived picked = Objects.requireNonNull(this.dictionary.derived(group), path);
		ValueType type = picked.type();
		return new ItemField(path, derived(picked),
				field(Objects.requireNonNull(type.of()), path.substring(group.length() + 1)));
	}

}
