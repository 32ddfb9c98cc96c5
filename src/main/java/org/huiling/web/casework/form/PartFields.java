package org.huiling.web.casework.form;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.huiling.applicant.RecordJson;
import org.huiling.applicant.TypedApplicant;
import org.huiling.dictionary.DictionaryInForce;
import org.huiling.facts.Subject;
import org.huiling.facts.dictionary.AsRecorded;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.Entry;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactGroup;
import org.huiling.facts.dictionary.FactList;
import org.huiling.facts.expression.Expression;
import org.huiling.facts.type.Trait;
import org.huiling.problem.Refusal;
import org.huiling.web.casework.form.Field.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * What a small form asks of one part of a person's file: every fact of a group, or of an
 * item of a list, also those that no conversation asks for.
 */
@Component
public class PartFields {

	private static final Set<String> PROGRAMS = Set.of("applications[].program", "choices[].program");

	private static final String CLAIMS = "claims";

	private final DictionaryInForce dictionary;

	private final ApplyingFields applying;

	private final TypedApplicant reader;

	PartFields(DictionaryInForce dictionary, ApplyingFields applying, TypedApplicant reader) {
		this.dictionary = dictionary;
		this.applying = applying;
		this.reader = reader;
	}

	/**
	 * The parts that have a form of their own, groups and lists, in their order.
	 * @param subject whose they are
	 */
	public List<Entry> parts(Subject subject) {
		return declared(subject).entries().stream().filter((entry) -> !(entry instanceof Fact)).toList();
	}

	private Dictionary declared(Subject subject) {
		return Objects.requireNonNullElse(this.dictionary.current().of(subject), this.dictionary.current());
	}

	/**
	 * A part by its name.
	 * @param facts of whom it is, on file
	 * @throws Refusal 404 if there is no such group or list
	 */
	public Entry part(String name, JsonNode facts) {
		return parts(RecordJson.subject(facts)).stream()
			.filter((entry) -> entry.name().equals(name))
			.findFirst()
			.orElseThrow(() -> Refusal.notFound("FACT_NOT_FOUND", 0, ""));
	}

	/** The facts of a group, as far as they apply to what is known of the person. */
	public List<Field> group(FactGroup group, JsonNode person) {
		List<Field> fields = new ArrayList<>();
		add(group, person, fields);
		return this.applying.of(fields, person);
	}

	private void add(FactGroup group, JsonNode person, List<Field> fields) {
		for (Entry entry : group.entries()) {
			if (entry instanceof FactGroup inner) {
				add(inner, person, fields);
			}
			else if (entry instanceof Fact fact) {
				Field field = AskedFields.field(fact);
				if (!fact.is(Trait.RETIRED) || ApplyingFields.isKnown(field, person)) {
					fields.add(AskedFields.holding(field, person));
				}
			}
		}
	}

	/**
	 * The facts of an item, as far as they apply to it.
	 * @param person whose list it is
	 * @param item as it is on file, empty for a new one
	 * @param programs that may be chosen, by id
	 */
	public List<Field> item(FactList list, JsonNode person, JsonNode item, Map<String, String> programs) {
		List<Field> fields = list.fields()
			.stream()
			.filter((fact) -> !fact.is(Trait.RETIRED) || item.hasNonNull(fact.name()))
			.map((fact) -> PROGRAMS.contains(fact.path()) ? program(fact, item, programs)
					: AskedFields.field(fact).offering(held(fact, item)))
			.toList();
		if (list.fields().stream().allMatch((fact) -> fact.asking().when() == null)) {
			return fields;
		}
		Dictionary current = declared(RecordJson.subject(person));
		ObjectNode one = person.isObject() ? person.asObject().deepCopy() : JsonNodeFactory.instance.objectNode();
		one.putArray(list.path()).add(item);
		AsRecorded recorded = new AsRecorded(current, this.reader.soFar(one)).each(list.path()).get(0);
		AskedWhen conditions = new AskedWhen(current, list, recorded);
		return fields.stream().map((field) -> {
			Fact fact = current.fact(field.path());
			Expression when = (fact != null) ? fact.asking().when() : null;
			boolean fails = when != null && recorded.evaluation().condition(when).fails();
			return (fact == null || when == null) ? field
					: field.asked(conditions.of(when), fails && !item.hasNonNull(fact.name()));
		}).toList();
	}

	private static List<String> held(Fact fact, JsonNode item) {
		if (fact.codes() == null || !item.hasNonNull(fact.name())) {
			return List.of();
		}
		JsonNode held = item.path(fact.name());
		return held.isArray() ? held.valueStream().map((one) -> one.asString("")).toList() : List.of(held.asString(""));
	}

	private static Field program(Fact fact, JsonNode item, Map<String, String> programs) {
		Set<String> options = new LinkedHashSet<>(programs.keySet());
		if (item.hasNonNull(fact.name())) {
			options.add(item.path(fact.name()).asString());
		}
		return new Field(fact.path(), Kind.PROGRAM, List.copyOf(options), null);
	}

	/** Claims, as a conversation asks for them; nothing where none are declared. */
	public List<Field> claims() {
		JsonNode nothing = JsonNodeFactory.instance.objectNode();
		return declared(Subject.PERSON).lists()
			.stream()
			.filter((list) -> CLAIMS.equals(list.path()) && !list.is(Trait.RETIRED))
			.map((list) -> new Field(list.path(), Kind.ITEMS, item(list, nothing, nothing, Map.of())))
			.toList();
	}

	/**
	 * Lists that a conversation asks for beside those that forms know by name.
	 * @param about nothing, or whom the conversation is about
	 */
	public List<Field> askedLists(JsonNode about, Map<String, String> programs) {
		JsonNode nothing = JsonNodeFactory.instance.objectNode();
		return declared(RecordJson.subject(about)).lists()
			.stream()
			.filter((list) -> list.asking().turn() != null && !AskedFields.KNOWN.contains(list.path())
					&& !list.is(Trait.RETIRED))
			.map((list) -> new Field(list.path(), Kind.ITEMS, item(list, about, nothing, programs)))
			.toList();
	}

}
