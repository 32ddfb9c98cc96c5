package org.huiling.applicant.register.recording;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactList;
import org.huiling.facts.type.CodeType;
import org.huiling.facts.type.FactType;
import org.jspecify.annotations.Nullable;

/**
 * Which facts of a person's own file tell the same as the fields of an item that stands
 * for the person: those of the same name, numbers that tables look up by the field's
 * name, and codes of a list that one fact of a person alone has.
 */
final class LinkedFields {

	private final Dictionary dictionary;

	LinkedFields(Dictionary dictionary) {
		this.dictionary = dictionary;
	}

	/** The path of the fact by the name of the field, where there is one. */
	Map<String, String> of(FactList list) {
		Map<String, String> same = new LinkedHashMap<>();
		for (Fact field : list.fields()) {
			String path = path(field);
			if (path != null) {
				same.put(field.name(), path);
			}
		}
		return same;
	}

	private @Nullable String path(Fact field) {
		Fact named = this.dictionary.fact(field.name());
		if (named != null && named.type() == field.type() && Objects.equals(type(named), type(field))) {
			return named.path();
		}
		List<String> alike = this.dictionary.facts()
			.stream()
			.filter((fact) -> fact.list() == null && fact.type() == field.type() && isAlike(fact, field))
			.map(Fact::path)
			.toList();
		return (alike.size() == 1) ? alike.get(0) : null;
	}

	private static boolean isAlike(Fact fact, Fact field) {
		return (field.type() == FactType.CODE) ? Objects.equals(type(fact), type(field))
				: field.name().equals(fact.tableKey());
	}

	private static @Nullable String type(Fact fact) {
		CodeType codes = fact.codes();
		return (codes != null) ? codes.name() : null;
	}

}
