package org.huiling.dictionary;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;

import org.huiling.facts.dictionary.Derived;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.Entry;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactList;
import org.huiling.facts.record.RecordedClaim;
import org.huiling.facts.type.CodeType;
import org.huiling.facts.type.CodeValue;
import org.huiling.facts.type.Label;
import org.huiling.facts.type.Naming;
import org.huiling.facts.type.ValueName;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Facts, codes and values as people call them, in the words of the dictionary. A fact is
 * named by its path, in which lists have no brackets ({@code claims.date}), or as rules
 * have it: of a claim the field alone ({@code date}), of another list with its pattern
 * ({@code Member.relation}). An item is told by its key ({@code members[1].relation}).
 */
@Component
public final class FactNames {

	private final Supplier<Dictionary> dictionary;

	@Autowired
	FactNames(DictionaryInForce inForce) {
		this(inForce::current);
	}

	private FactNames(Supplier<Dictionary> dictionary) {
		this.dictionary = dictionary;
	}

	/**
	 * The names that one dictionary has.
	 * @param dictionary whether in force or not
	 * @return its names
	 */
	public static FactNames of(Dictionary dictionary) {
		return new FactNames(() -> dictionary);
	}

	/**
	 * A fact inside a sentence.
	 * @param fact its path or word
	 * @param locale the reader's
	 * @return its phrase; null if the dictionary does not have it
	 */
	public @Nullable String phrase(String fact, Locale locale) {
		Dictionary declaring = declaring(fact);
		Naming naming = naming(fact, declaring);
		if (naming == null) {
			return null;
		}
		ItemPath item = ItemPath.of(fact, declaring);
		if (item != null) {
			return item.phrase(naming.inSentence(), locale);
		}
		Label alone = naming.alone();
		return ((alone != null && isBesideItsList(fact, declaring)) ? alone : naming.inSentence()).in(locale);
	}

	/**
	 * What is said of a fact that does not hold.
	 * @param fact its path or word
	 * @param locale the reader's
	 * @return null if nothing is
	 */
	public @Nullable String denied(String fact, Locale locale) {
		Naming naming = naming(fact, declaring(fact));
		return (naming != null && naming.not() != null) ? naming.not().in(locale) : null;
	}

	/**
	 * A code inside a sentence.
	 * @param type its list of codes, such as {@code HukouType}
	 * @param code its name
	 * @param locale the reader's
	 * @return its phrase; null if there is no such code
	 */
	public @Nullable String code(String type, String code, Locale locale) {
		CodeType codes = this.dictionary.get().codeType(type);
		CodeValue value = (codes != null) ? codes.value(code) : null;
		return (value != null) ? value.inSentence().in(locale) : null;
	}

	/**
	 * A value of a fact of the person, or of an item told by its key, as forms offer it.
	 * @param fact its path
	 * @param value as JSON writes it, without quotes
	 * @param locale the reader's
	 * @return its label; null if it has none
	 */
	public @Nullable String value(String fact, String value, Locale locale) {
		Dictionary declaring = declaring(fact);
		ItemPath item = ItemPath.of(fact, declaring);
		Entry entry = declaring.entry((item != null) ? item.field() : fact);
		CodeType codes = codes(entry);
		CodeValue code = (codes != null) ? codes.value(value) : null;
		if (code != null) {
			return code.label().in(locale);
		}
		return (entry instanceof Fact one) ? one.names()
			.stream()
			.filter((name) -> name.value().equals(value))
			.map(ValueName::label)
			.filter(Objects::nonNull)
			.map((label) -> label.in(locale))
			.findFirst()
			.orElse(null) : null;
	}

	/**
	 * The list of codes that a fact has.
	 * @param fact its path or word; a list has that of its items
	 * @return its name, null if it has none
	 */
	public @Nullable String codeType(String fact) {
		CodeType codes = codes(entry(fact, declaring(fact)));
		return (codes != null) ? codes.name() : null;
	}

	private static @Nullable CodeType codes(@Nullable Entry entry) {
		List<Fact> facts = (entry instanceof Fact fact) ? List.of(fact)
				: (entry instanceof FactList list) ? list.fields() : List.of();
		return facts.stream().map(Fact::codes).filter(Objects::nonNull).findFirst().orElse(null);
	}

	/** What declares it: of organisations where people do not have it. */
	private Dictionary declaring(String fact) {
		Dictionary current = this.dictionary.get();
		return current.all().stream().filter((one) -> naming(fact, one) != null).findFirst().orElse(current);
	}

	private static @Nullable Naming naming(String fact, Dictionary dictionary) {
		Derived derived = dictionary.derived(fact);
		if (derived != null) {
			return derived.naming();
		}
		Entry entry = entry(fact, dictionary);
		return (entry != null) ? entry.naming() : null;
	}

	/** Whether a path goes through a list, so that what it names stands alone. */
	private static boolean isBesideItsList(String fact, Dictionary dictionary) {
		int dot = fact.indexOf('.');
		return dot > 0 && dictionary.list(fact.substring(0, dot)) != null;
	}

	private static @Nullable Entry entry(String fact, Dictionary current) {
		Entry entry = current.entry(fact);
		if (entry != null) {
			return entry;
		}
		ItemPath item = ItemPath.of(fact, current);
		if (item != null) {
			return current.entry(item.field());
		}
		int dot = fact.indexOf('.');
		if (dot > 0) {
			return current.entry(list(fact.substring(0, dot), current) + "[]" + fact.substring(dot));
		}
		FactList whole = current.list(list(fact, current));
		FactList claims = current.list(RecordedClaim.LIST);
		return (whole != null) ? whole : (claims != null) ? claims.field(fact) : null;
	}

	/** The list by its path, or by what rules call an item. */
	private static String list(String name, Dictionary current) {
		return current.lists()
			.stream()
			.filter((list) -> name.equals(list.shape().pattern()))
			.map(FactList::path)
			.findFirst()
			.orElse(name);
	}

}
