package org.huiling.engine.dictionary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

import org.huiling.engine.Bilingual;
import org.huiling.engine.dictionary.written.Definition;
import org.huiling.engine.dictionary.written.Reference;
import org.huiling.engine.dictionary.written.Written;
import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.engine.source.yaml.Nearest;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.facts.dictionary.Contradiction;
import org.huiling.facts.dictionary.Derived;
import org.huiling.facts.dictionary.DictionaryVocabulary;
import org.huiling.facts.dictionary.Entry;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactFile;
import org.huiling.facts.expression.Expression;
import org.huiling.facts.expression.TypeCheck;
import org.huiling.facts.expression.ValueType;
import org.huiling.facts.expression.ValueType.Kind;
import org.huiling.facts.expression.Vocabulary;
import org.huiling.facts.type.FactType;
import org.jspecify.annotations.Nullable;

/**
 * Looks the names up that declarations use of each other, and works out the types of
 * derived facts. Whatever needs itself is told with the way round.
 */
final class NameResolver {

	/** How many derived facts may rest on one another. */
	static final int DEPTH = 30;

	private final Declarations declared;

	private final Problems problems;

	private final Map<String, ValueType> types = new LinkedHashMap<>();

	/** Derived facts that are being worked out, in the order in which they are needed. */
	private final Set<String> open = new LinkedHashSet<>();

	/** How many derived facts lie below each, itself included. */
	private final Map<String, Integer> depths = new HashMap<>();

	/** The most of those that the one being worked out has needed so far. */
	private int below;

	private final Set<String> failed = new HashSet<>();

	private final Vocabulary vocabulary;

	NameResolver(Declarations declared) {
		this.declared = declared;
		this.problems = declared.problems();
		this.vocabulary = new DictionaryVocabulary(declared.entries(), declared.codeTypes(), this::typeOf,
				declared.definitions().keySet());
	}

	void judge() {
		this.declared.references().forEach(this::reference);
		this.declared.definitions().keySet().forEach(this::typeOf);
		this.declared.conditions()
			.forEach((condition) -> TypeCheck.condition(condition.written().expression(), recorded(), condition.list(),
					false, (fault) -> condition.written().tell(fault, this.problems)));
		this.declared.contradictions().forEach(this::owned);
		new Circles(this.declared).judge();
		new Divisors(this.declared).judge();
	}

	/** Nobody forbids with a file of one district what the files of others tell. */
	private void owned(Contradiction contradiction) {
		FilePlace place = this.declared.placed().get(contradiction);
		FactFile file = (place == null) ? null
				: this.declared.files()
					.stream()
					.filter((one) -> place.file().equals(one.name() + DictionaryReader.ENDING))
					.findFirst()
					.orElse(null);
		if (place == null || file == null || file.owner() == null) {
			return;
		}
		List<String> named = Named.in(contradiction.when(), contradiction.list(), this.declared);
		if (!isOf(file, contradiction.field()) || named.stream().noneMatch((path) -> isOf(file, path))) {
			this.problems.error(place, "FACT_NOT_OWN", "归一个辖区的文件，只能限制它自己声明的事实",
					"a file that belongs to a district refuses and warns of facts of its own alone",
					new Bilingual("field 写本文件的事实，when 里至少有一个本文件的事实",
							"name a fact of this file as field, and at least one of them in when"));
		}
	}

	private boolean isOf(FactFile file, String path) {
		return file.name().equals(this.declared.fileOf().get(path));
	}

	/** Conditions on what is recorded see no derived facts. */
	private Vocabulary recorded() {
		return new DictionaryVocabulary(this.declared.entries(), this.declared.codeTypes(), (path) -> null, Set.of());
	}

	private void reference(Reference reference) {
		Entry entry = this.declared.entries().get(reference.path());
		if (entry == null) {
			Collection<String> known = this.declared.entries().keySet();
			String near = Nearest.to(reference.path(), known);
			this.problems.error(reference.place(), "UNKNOWN_FACT", "没有事实 " + reference.path(),
					"there is no fact " + reference.path(), (near != null) ? Nearest.hint(near) : null);
		}
		else if (!reference.types().isEmpty()
				&& !(entry instanceof Fact fact && reference.types().contains(fact.type()))) {
			String words = String.join("/", reference.types().stream().map(FactType::word).sorted().toList());
			this.problems.error(reference.place(), "FACT_TYPE", reference.path() + " 应为 " + words,
					reference.path() + " must be of type " + words);
		}
	}

	/** The type of a derived fact; null if there is none, or it cannot be told. */
	private @Nullable ValueType typeOf(String path) {
		ValueType known = this.types.get(path);
		Definition definition = this.declared.definitions().get(path);
		if (known != null || definition == null || this.failed.contains(path)) {
			this.below = Math.max(this.below, this.depths.getOrDefault(path, 0));
			return known;
		}
		if (this.open.contains(path)) {
			circle(path);
			return null;
		}
		int siblings = this.below;
		this.below = 0;
		this.open.add(path);
		ValueType type = (definition.type() != null) ? definition.type() : worked(definition);
		this.open.remove(path);
		int depth = this.below + 1;
		this.depths.put(path, depth);
		this.below = Math.max(siblings, depth);
		if (depth > DEPTH && type != null) {
			this.problems.error(definition.place(), "FACT_LIMIT", "派生事实一个靠一个，多于 " + DEPTH + " 层",
					"more than " + DEPTH + " derived facts rest on one another",
					new Bilingual("少分几层", "use fewer levels"));
			type = null;
		}
		if (type == null) {
			this.failed.add(path);
			return null;
		}
		this.types.put(path, type);
		NavigableMap<LocalDate, Expression> is = new TreeMap<>();
		definition.is().forEach((day, written) -> is.put(day, written.expression()));
		this.declared.derived().add(new Derived(path, definition.naming(), is, type));
		return type;
	}

	private @Nullable ValueType worked(Definition definition) {
		ValueType type = null;
		if (this.open.size() > DEPTH) {
			this.below = DEPTH;
			return ValueType.TRUTH;
		}
		definition.is()
			.values()
			.forEach((written) -> Named.in(written.expression(), this.declared).forEach(this::needed));
		for (Written written : definition.is().values()) {
			ValueType one = TypeCheck.of(written.expression(), this.vocabulary, null, true, (fault) -> {
				if (!hasFailed(fault.excerpt())) {
					written.tell(fault, this.problems);
				}
			});
			if (one == null) {
				return null;
			}
			ValueType result = result(one, definition, written);
			if (type != null && result != null && !type.equals(result)) {
				this.problems.error(written.place(), "FACT_EXPRESSION", "与前一个日期的结果不是同一种量",
						"its result is of another kind than that of the day before");
			}
			type = result;
		}
		return type;
	}

	/** First what is named, so that a tower of facts is no tower of nested checks. */
	private void needed(String name) {
		int dot = name.lastIndexOf('.');
		if (typeOf(name) == null && dot > 0) {
			typeOf(name.substring(0, dot));
		}
	}

	/** What is wrong with a fact is told there, not wherever it is used. */
	private boolean hasFailed(String name) {
		return this.failed.contains(name) || this.failed.stream().anyMatch((path) -> name.startsWith(path + "."));
	}

	private @Nullable ValueType result(ValueType type, Definition definition, Written written) {
		if (type.kind() == Kind.LIST || type.kind() == Kind.TEXT || type.kind() == Kind.CODES) {
			this.problems.error(written.place(), "FACT_EXPRESSION", "派生事实不能是列表或文字",
					"a derived fact is no list and no text");
			return null;
		}
		boolean number = type.kind() == Kind.WHOLE || type.kind() == Kind.NUMBER || type.kind() == Kind.DECIMAL;
		if (definition.unit() != null && !number) {
			this.problems.error(written.place(), "FACT_TYPE", "unit 只用于数字", "unit is for numbers only");
			return null;
		}
		String unit = (definition.unit() != null) ? definition.unit() : type.of();
		boolean decimal = type.kind() == Kind.DECIMAL || !TypeCheck.isWholeNumber(written.expression());
		return number ? new ValueType(decimal ? Kind.DECIMAL : Kind.WHOLE, (unit != null) ? unit : ValueType.COUNT)
				: type;
	}

	private void circle(String path) {
		List<String> way = new ArrayList<>(this.open);
		way = new ArrayList<>(way.subList(way.indexOf(path), way.size()));
		way.add(path);
		Definition definition = this.declared.definitions().get(path);
		if (definition != null) {
			String circle = String.join(" → ", way);
			this.problems.error(definition.place(), "FACT_CIRCLE", "互相依赖：" + circle, "they need each other: " + circle,
					new Bilingual("其中一个要从登记的事实算起", "one of them must start from what is recorded"));
		}
		this.failed.addAll(way);
	}

}
