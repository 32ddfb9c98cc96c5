package org.huiling.web.casework;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.huiling.dictionary.DictionaryInForce;
import org.huiling.facts.dictionary.Asking;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactList;
import org.huiling.web.casework.Field.Kind;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/**
 * The facts that forms ask for, in the order of a conversation, as the dictionary says.
 */
@Component
class AskedFields {

	private static final String BIRTH = "birthDate";

	private static final String STATUSES = "statuses";

	private static final String APPLICATIONS = "applications";

	private final DictionaryInForce dictionary;

	AskedFields(DictionaryInForce dictionary) {
		this.dictionary = dictionary;
	}

	/** All but the birth date, which comes first everywhere, and applications. */
	List<Field> all() {
		Dictionary current = this.dictionary.current();
		TreeMap<Integer, Field> asked = new TreeMap<>(Comparator.naturalOrder());
		for (Fact fact : current.facts()) {
			Integer place = fact.asking().turn();
			if (place != null && !BIRTH.equals(fact.path())) {
				asked.put(place, field(fact));
			}
		}
		FactList statuses = current.list(STATUSES);
		if (statuses != null && statuses.asking().turn() != null) {
			Fact kind = Objects.requireNonNull(statuses.field(statuses.shape().key().get(0)));
			asked.put(statuses.asking().turn(), new Field(STATUSES, Kind.STATUSES, codes(kind), null));
		}
		return List.copyOf(asked.values());
	}

	private static Field field(Fact fact) {
		Asking asking = fact.asking();
		return switch (fact.type()) {
			case BOOLEAN -> new Field(fact.path(), Kind.YES_NO, List.of(), asking.after());
			case INTEGER -> !isEveryValueNamed(fact) ? new Field(fact.path(), Kind.NUMBER, List.of(), asking.after())
					: new Field(fact.path(), Kind.CHOICE, fact.names().stream().map((one) -> one.value()).toList(),
							asking.after());
			case DECIMAL, MONEY -> new Field(fact.path(), Kind.NUMBER, List.of(), asking.after());
			case DATE -> new Field(fact.path(), Kind.DATE, List.of(), asking.after());
			case REGION -> new Field(fact.path(), Kind.REGION, List.of(), asking.after());
			case CODE -> new Field(fact.path(), Kind.CHOICE, codes(fact), asking.after());
			case CODES, TEXT -> new Field(fact.path(), Kind.TEXT, List.of(), asking.after());
		};
	}

	/** Where only some values have words, the others could not be chosen. */
	private static boolean isEveryValueNamed(Fact fact) {
		BigDecimal min = fact.bounds().min();
		BigDecimal max = fact.bounds().max();
		return min != null && max != null && !fact.names().isEmpty()
				&& max.subtract(min).add(BigDecimal.ONE).intValue() == fact.names().size();
	}

	private static List<String> codes(Fact fact) {
		return Objects.requireNonNull(fact.codes())
			.values()
			.stream()
			.filter((code) -> !code.withdrawn())
			.map((code) -> code.name())
			.toList();
	}

	/**
	 * What a form may change about somebody: not what it could not show, such as a status
	 * held twice or two applications for one program.
	 * @param programs that may be applied for
	 */
	List<Field> changeable(JsonNode facts, Collection<String> programs) {
		List<Field> fields = new ArrayList<>(all());
		if (isTwice(facts.path(STATUSES), "kind")) {
			fields.removeIf((field) -> field.kind() == Kind.STATUSES);
		}
		if (!isTwice(facts.path(APPLICATIONS), "program")) {
			Set<String> options = new LinkedHashSet<>(programs);
			facts.path(APPLICATIONS).forEach((one) -> options.add(one.path("program").asString()));
			fields.add(new Field(APPLICATIONS, Kind.APPLICATIONS, List.copyOf(options), null));
		}
		return List.copyOf(fields);
	}

	private static boolean isTwice(JsonNode items, String name) {
		List<String> values = items.valueStream().map((one) -> one.path(name).asString()).toList();
		return new HashSet<>(values).size() < values.size();
	}

	/** The field that a missing path asks for; parts of statuses are asked as a whole. */
	Optional<Field> asked(String missing) {
		String path = missing.startsWith(STATUSES) ? STATUSES : missing;
		return all().stream().filter((field) -> field.path().equals(path)).findFirst();
	}

}
