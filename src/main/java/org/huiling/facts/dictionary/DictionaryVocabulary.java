package org.huiling.facts.dictionary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.huiling.facts.expression.ValueType;
import org.huiling.facts.expression.ValueType.Kind;
import org.huiling.facts.expression.Vocabulary;
import org.huiling.facts.type.CodeType;
import org.jspecify.annotations.Nullable;

/**
 * What expressions may use of some declarations.
 *
 * @param entries everything recorded, by path
 * @param types the lists of codes by name
 * @param derived the type of a derived fact, null if there is none
 * @param derivedPaths the paths of derived facts
 */
public record DictionaryVocabulary(Map<String, Entry> entries, Map<String, CodeType> types,
		Function<String, @Nullable ValueType> derived, Collection<String> derivedPaths) implements Vocabulary {

	@Override
	public @Nullable ValueType fact(String path) {
		Entry entry = this.entries.get(path);
		if (entry instanceof FactList) {
			return new ValueType(Kind.LIST, path);
		}
		if (entry instanceof Fact fact && fact.list() == null) {
			return type(fact);
		}
		ValueType type = this.derived.apply(path);
		int dot = path.lastIndexOf('.');
		if (type != null || dot < 0) {
			return type;
		}
		ValueType group = this.derived.apply(path.substring(0, dot));
		return (group != null && group.kind() == Kind.ITEM)
				? field(Objects.requireNonNull(group.of()), path.substring(dot + 1)) : null;
	}

	@Override
	public @Nullable ValueType field(String list, String name) {
		Fact field = (this.entries.get(list) instanceof FactList found) ? found.field(name) : null;
		return (field != null) ? type(field) : null;
	}

	private static ValueType type(Fact fact) {
		return switch (fact.type()) {
			case BOOLEAN -> ValueType.TRUTH;
			case INTEGER -> ValueType.whole(unit(fact));
			case DECIMAL -> new ValueType(Kind.DECIMAL, unit(fact));
			case MONEY -> ValueType.MONEY;
			case DATE -> ValueType.DATE;
			case REGION -> ValueType.REGION;
			case CODE -> new ValueType(Kind.CODE, Objects.requireNonNull(fact.codes()).name());
			case CODES -> new ValueType(Kind.CODES, Objects.requireNonNull(fact.codes()).name());
			case TEXT -> ValueType.TEXT;
		};
	}

	private static String unit(Fact fact) {
		return (fact.unit() != null) ? fact.unit() : ValueType.COUNT;
	}

	@Override
	public @Nullable Collection<String> codes(String type) {
		CodeType codes = this.types.get(type);
		return (codes != null) ? codes.names() : null;
	}

	@Override
	public @Nullable String period(String list, boolean first) {
		if (!(this.entries.get(list) instanceof FactList found)) {
			return null;
		}
		return first ? found.shape().from() : found.shape().to();
	}

	@Override
	public Collection<String> names(@Nullable String list) {
		List<String> names = new ArrayList<>();
		if (list != null && this.entries.get(list) instanceof FactList found) {
			found.fields().forEach((field) -> names.add(field.name()));
		}
		this.entries.values().forEach((entry) -> {
			if (!(entry instanceof FactGroup) && !entry.path().contains("[]")) {
				names.add(entry.path());
			}
		});
		names.addAll(this.derivedPaths);
		return names;
	}

	@Override
	public Collection<String> codeTypes() {
		return this.types.keySet();
	}

}
