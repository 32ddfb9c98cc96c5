package org.huiling.web.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.huiling.facts.dictionary.Contradiction;
import org.huiling.facts.dictionary.Contradictions;
import org.huiling.facts.dictionary.Derived;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.Entry;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactGroup;
import org.huiling.facts.dictionary.FactList;
import org.huiling.facts.dictionary.FactSources;
import org.huiling.facts.expression.Expression;
import org.huiling.facts.expression.ExpressionText;
import org.huiling.facts.type.CodeValue;
import org.huiling.facts.type.Naming;
import org.huiling.policy.dictionary.DataDictionary;
import org.huiling.policy.dictionary.Declared;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the page of one entry says beside its name: everything that is declared of it. */
@Component
class FactDetails {

	private final DataDictionary dictionary;

	private final MessageSource messages;

	FactDetails(DataDictionary dictionary, MessageSource messages) {
		this.dictionary = dictionary;
		this.messages = messages;
	}

	/**
	 * Another entry that this one has to do with.
	 *
	 * @param path its path
	 * @param label its name
	 */
	record Other(String path, String label) {
	}

	/**
	 * How a fact is worked out.
	 *
	 * @param from the first fact day on which it counts, null if it always did
	 * @param is the expression
	 */
	record Definition(@Nullable LocalDate from, String is) {
	}

	/**
	 * What cannot be, or is odd.
	 *
	 * @param refused whether it is refused; else it is warned of
	 * @param code its stable code
	 * @param message what is said
	 * @param when the condition
	 */
	record Contradicted(boolean refused, String code, String message, String when) {
	}

	/** What is said of it in a line each. */
	List<SaidOfFact.Line> lines(Declared declared, Locale locale) {
		SaidOfFact said = new SaidOfFact(this.dictionary.current(), this.messages, locale);
		if (declared.entry() instanceof Fact fact) {
			said.of(fact);
		}
		else if (declared.entry() instanceof FactList list) {
			said.of(list);
		}
		said.names(declared.naming());
		if (declared.entry() != null && !(declared.entry() instanceof FactGroup)) {
			said.add("columns", columns(declared.path(), declared.naming()));
		}
		return said.lines();
	}

	/** The headers of tables; those of an item have its number behind them. */
	private static List<String> columns(String path, Naming naming) {
		String number = path.contains("[]") ? "[0]" : "";
		return Stream.concat(Stream.of(naming.header()), naming.aliases().stream())
			.map((header) -> header + number)
			.distinct()
			.toList();
	}

	List<Definition> definitions(Declared declared) {
		return (declared.derived() == null) ? List.of()
				: declared.derived()
					.is()
					.entrySet()
					.stream()
					.map((one) -> new Definition(one.getKey().equals(LocalDate.MIN) ? null : one.getKey(),
							ExpressionText.of(one.getValue())))
					.toList();
	}

	/** What it is worked out from. */
	List<Other> sources(Declared declared, Locale locale) {
		return (declared.derived() == null) ? List.of()
				: others(FactSources.of(this.dictionary.current(), declared.derived()), locale);
	}

	/** What is worked out from it. */
	List<Other> results(Declared declared, Locale locale) {
		Dictionary dictionary = this.dictionary.current();
		return others(dictionary.derived()
			.stream()
			.filter((one) -> FactSources.of(dictionary, one).contains(declared.path()))
			.map(Derived::path)
			.toList(), locale);
	}

	/** What a group or list holds. */
	List<Other> fields(Declared declared, Locale locale) {
		List<? extends Entry> held = (declared.entry() instanceof FactGroup group) ? group.entries()
				: (declared.entry() instanceof FactList list) ? list.fields() : List.of();
		return others(held.stream().map(Entry::path).toList(), locale);
	}

	private List<Other> others(Iterable<String> paths, Locale locale) {
		List<Other> others = new ArrayList<>();
		paths.forEach((path) -> others.add(new Other(path, this.dictionary.label(path).in(locale))));
		return others;
	}

	List<CodeValue> codes(Declared declared) {
		return (declared.codes() != null) ? declared.codes().values() : List.of();
	}

	/** What is refused or warned of at it, or for what it says. */
	List<Contradicted> contradictions(Declared declared, Locale locale) {
		return this.dictionary.current()
			.contradictions()
			.stream()
			.filter((one) -> one.field().equals(declared.path()) || names(one).contains(declared.path()))
			.map((one) -> new Contradicted(one.refused(), one.code(), Contradictions.told(one.message()).in(locale),
					ExpressionText.of(one.when())))
			.toList();
	}

	private static Set<String> names(Contradiction one) {
		Set<String> names = new TreeSet<>();
		one.when().walk((part) -> {
			if (part instanceof Expression.Name name) {
				names.add(name.path());
				if (one.list() != null) {
					names.add(one.list() + "[]." + name.path());
				}
			}
		});
		return names;
	}

}
