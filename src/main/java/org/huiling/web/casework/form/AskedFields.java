package org.huiling.web.casework.form;

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

import org.huiling.applicant.RecordJson;
import org.huiling.dictionary.DictionaryInForce;
import org.huiling.facts.Subject;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactList;
import org.huiling.facts.type.FactType;
import org.huiling.facts.type.Trait;
import org.huiling.web.casework.form.Field.Kind;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/**
 * The facts that forms ask for, in the order of a conversation, as the dictionary says.
 */
@Component
public class AskedFields {

	private static final String STATUSES = "statuses";

	private static final String APPLICATIONS = "applications";

	/** The lists that forms know by name. */
	static final Set<String> KNOWN = Set.of(STATUSES, APPLICATIONS);

	private final DictionaryInForce dictionary;

	AskedFields(DictionaryInForce dictionary) {
		this.dictionary = dictionary;
	}

	/**
	 * All but the birth date or opening, which comes first everywhere, and applications.
	 * @param subject whom the form is about
	 */
	public List<Field> all(Subject subject) {
		Dictionary current = this.dictionary.current().of(subject);
		if (current == null) {
			return List.of();
		}
		List<Turn> asked = new ArrayList<>();
		for (Fact fact : current.facts()) {
			Integer turn = fact.asking().turn();
			if (turn != null && !subject.beginning().equals(fact.path()) && !fact.is(Trait.RETIRED)) {
				asked.add(new Turn(turn, field(fact)));
			}
		}
		FactList statuses = current.list(STATUSES);
		if (statuses != null && statuses.asking().turn() != null) {
			Fact kind = Objects.requireNonNull(statuses.field(statuses.shape().key().get(0)));
			asked.add(new Turn(statuses.asking().turn(), new Field(STATUSES, Kind.STATUSES, codes(kind), null)));
		}
		// of two files that chose one turn, neither takes it from the other
		return asked.stream().sorted(Comparator.comparingInt(Turn::number)).map(Turn::field).toList();
	}

	/** When a field has its turn. */
	private record Turn(int number, Field field) {
	}

	/** A fact as a form asks for it. */
	static Field field(Fact fact) {
		boolean chosen = fact.type() == FactType.INTEGER && isEveryValueNamed(fact);
		// a text may be one of the values that have names, and any other
		boolean named = chosen || fact.type() == FactType.TEXT;
		List<String> options = (fact.codes() != null) ? codes(fact)
				: named ? fact.names().stream().map((one) -> one.value()).toList() : List.of();
		return new Field(fact.path(), kind(fact.type(), chosen), options, fact.asking().after());
	}

	private static Kind kind(FactType type, boolean chosen) {
		return switch (type) {
			case BOOLEAN -> Kind.YES_NO;
			case INTEGER -> chosen ? Kind.CHOICE : Kind.NUMBER;
			case DECIMAL, MONEY -> Kind.NUMBER;
			case DATE -> Kind.DATE;
			case REGION -> Kind.REGION;
			case CODE -> Kind.CHOICE;
			case CODES -> Kind.CODES;
			case TEXT -> Kind.TEXT;
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
	public List<Field> changeable(JsonNode facts, Collection<String> programs) {
		List<Field> fields = new ArrayList<>(all(RecordJson.subject(facts)));
		if (isTwice(facts.path(STATUSES), "kind")) {
			fields.removeIf((field) -> field.kind() == Kind.STATUSES);
		}
		if (!isTwice(facts.path(APPLICATIONS), "program")) {
			Set<String> options = new LinkedHashSet<>(programs);
			facts.path(APPLICATIONS).forEach((one) -> options.add(one.path("program").asString()));
			fields.add(new Field(APPLICATIONS, Kind.APPLICATIONS, List.copyOf(options), null));
		}
		return fields.stream().map((field) -> holding(field, facts)).toList();
	}

	/** What is on file is shown, though its code be offered no more. */
	static Field holding(Field field, JsonNode facts) {
		if (field.kind() != Kind.CHOICE && field.kind() != Kind.CODES) {
			return field;
		}
		JsonNode held = facts.at("/" + field.path().replace('.', '/'));
		return field.offering(held.isArray() ? held.valueStream().map((one) -> one.asString("")).toList()
				: (held.isMissingNode() || held.isNull()) ? List.of() : List.of(held.asString("")));
	}

	private static boolean isTwice(JsonNode items, String name) {
		List<String> values = items.valueStream().map((one) -> one.path(name).asString()).toList();
		return new HashSet<>(values).size() < values.size();
	}

	/**
	 * The field that a missing path of a person asks for; parts of statuses are asked as
	 * a whole.
	 */
	public Optional<Field> asked(String missing) {
		return asked(all(Subject.PERSON), missing);
	}

	/** Likewise, among some fields. */
	public static Optional<Field> asked(List<Field> fields, String missing) {
		String path = missing.startsWith(STATUSES) ? STATUSES : missing;
		return fields.stream().filter((field) -> field.path().equals(path)).findFirst();
	}

}
