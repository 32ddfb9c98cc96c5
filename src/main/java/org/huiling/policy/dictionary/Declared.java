package org.huiling.policy.dictionary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.huiling.facts.dictionary.Derived;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.Entry;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactFile;
import org.huiling.facts.dictionary.FactGroup;
import org.huiling.facts.dictionary.FactList;
import org.huiling.facts.expression.Expression;
import org.huiling.facts.expression.ExpressionText;
import org.huiling.facts.expression.ValueType.Kind;
import org.huiling.facts.type.CodeType;
import org.huiling.facts.type.Naming;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a dictionary declares: exactly one of a recorded entry and a derived
 * fact.
 *
 * @param path the way to it
 * @param entry what is recorded, null for a derived fact
 * @param derived the derived fact, null for what is recorded
 * @param codes its list of codes, null if it has none
 * @param file where it is declared
 */
public record Declared(String path, @Nullable Entry entry, @Nullable Derived derived, @Nullable CodeType codes,
		FactFile file) {

	/**
	 * Everything that a dictionary declares.
	 * @param dictionary the dictionary
	 * @return recorded facts in its order, groups and lists before what they hold; then
	 * derived facts by path; people's before those of organisations, which share what is
	 * called alike
	 */
	@SuppressWarnings("ReferenceEquality") // each is one of its own
	static List<Declared> all(Dictionary dictionary) {
		List<Declared> all = new ArrayList<>();
		for (Dictionary one : dictionary.all()) {
			of(one).stream().filter((declared) -> dictionary.declaring(declared.path()) == one).forEach(all::add);
		}
		return all;
	}

	private static List<Declared> of(Dictionary dictionary) {
		List<Declared> all = new ArrayList<>();
		dictionary.entries().forEach((entry) -> add(all, dictionary, entry));
		dictionary.derived()
			.stream()
			.map((derived) -> new Declared(derived.path(), null, derived, codes(dictionary, derived),
					file(dictionary, derived.path())))
			.sorted((one, other) -> one.path().compareTo(other.path()))
			.forEach(all::add);
		return all;
	}

	private static void add(List<Declared> all, Dictionary dictionary, Entry entry) {
		all.add(new Declared(entry.path(), entry, null, (entry instanceof Fact fact) ? fact.codes() : null,
				file(dictionary, entry.path())));
		if (entry instanceof FactGroup group) {
			group.entries().forEach((one) -> add(all, dictionary, one));
		}
		else if (entry instanceof FactList list) {
			list.fields().forEach((one) -> add(all, dictionary, one));
		}
	}

	private static FactFile file(Dictionary dictionary, String path) {
		String name = dictionary.fileOf(path);
		return dictionary.files().stream().filter((file) -> file.name().equals(name)).findFirst().orElseThrow();
	}

	private static @Nullable CodeType codes(Dictionary dictionary, Derived derived) {
		String of = derived.type().of();
		boolean coded = derived.type().kind() == Kind.CODE || derived.type().kind() == Kind.CODES;
		return (coded && of != null) ? dictionary.codeType(of) : null;
	}

	/**
	 * What it is called.
	 * @return in both languages
	 */
	public Naming naming() {
		return (this.derived != null) ? this.derived.naming() : Objects.requireNonNull(this.entry).naming();
	}

	/**
	 * What kind of value it has.
	 * @return as {@link FactView#type()} says it
	 */
	public String type() {
		if (this.derived != null) {
			return switch (this.derived.type().kind()) {
				case TRUTH -> "boolean";
				case WHOLE, NUMBER -> "integer";
				default -> this.derived.type().kind().name().toLowerCase(Locale.ROOT);
			};
		}
		return (this.entry instanceof Fact fact) ? fact.type().word()
				: (this.entry instanceof FactList) ? "list" : "group";
	}

	/**
	 * The unit of the parameters that it compares with.
	 * @param money what amounts are in
	 * @return null where nothing compares
	 */
	public @Nullable String unit(String money) {
		if (this.codes != null) {
			return this.codes.unit();
		}
		if (this.derived != null) {
			Kind kind = this.derived.type().kind();
			return (kind == Kind.WHOLE || kind == Kind.DECIMAL) ? this.derived.type().of()
					: (kind == Kind.MONEY) ? money : null;
		}
		return (this.entry instanceof Fact fact) ? unit(fact, money) : null;
	}

	private static @Nullable String unit(Fact fact, String money) {
		return switch (fact.type()) {
			case MONEY -> money;
			case DATE -> "date";
			case INTEGER, DECIMAL -> (fact.unit() != null) ? fact.unit() : "count";
			default -> fact.unit();
		};
	}

	/**
	 * How it is worked out on a day.
	 * @param day the fact day
	 * @return the definition that counts then, or else the first; null if it is recorded
	 * or the program itself works it out
	 */
	public @Nullable String is(LocalDate day) {
		if (this.derived == null || this.derived.isCore()) {
			return null;
		}
		Expression is = this.derived.on(day);
		return ExpressionText.of((is != null) ? is : this.derived.is().firstEntry().getValue());
	}

}
