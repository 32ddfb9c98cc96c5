package org.huiling;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.huiling.applicant.RecordJson;
import org.huiling.engine.ApplicantHistory;
import org.huiling.facts.record.FactRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody made up for a test, told fact by fact: paths of the HTTP contract and plain
 * values. What is not told is unknown. A path that names no fact and a value that its
 * fact cannot have are refused at once; whether facts contradict each other is not looked
 * at. Each change gives another person.
 */
public final class TestPerson implements ApplicantHistory {

	private static final Pattern STEP = Pattern.compile("(\\w+)(?:\\[(\\d+)])?");

	private final ObjectNode facts;

	private @Nullable FactRecord record;

	private TestPerson(ObjectNode facts) {
		this.facts = facts;
	}

	/**
	 * Somebody of whom the birth date is known.
	 * @param date as in JSON
	 * @return the person
	 */
	public static TestPerson born(String date) {
		return new TestPerson(JsonNodeFactory.instance.objectNode()).with("birthDate", date);
	}

	/**
	 * Somebody of whom the birth date is known.
	 * @param date the day
	 * @return the person
	 */
	public static TestPerson born(LocalDate date) {
		return born(date.toString());
	}

	/**
	 * Nothing yet: for somebody told group by group, as random people are.
	 * @return facts to be told
	 */
	public static Facts facts() {
		return new Facts();
	}

	/**
	 * The person of some facts.
	 * @param facts among them the birth date
	 * @return the person
	 */
	public static TestPerson of(Facts facts) {
		return new TestPerson(FactShape.person(facts));
	}

	/**
	 * The person of a JSON object of the contract.
	 * @param facts the object
	 * @return the person
	 */
	public static TestPerson of(JsonNode facts) {
		TestPerson person = new TestPerson(facts.asObject().deepCopy());
		person.record();
		return person;
	}

	/**
	 * The person that the service answers with.
	 * @param record a record
	 * @return the person
	 */
	public static TestPerson of(FactRecord record) {
		TestPerson person = new TestPerson(RecordJson.of(record));
		person.record = record;
		return person;
	}

	/**
	 * Another name.
	 * @param name the name
	 * @return the person so called
	 */
	public TestPerson named(String name) {
		return with("name", name);
	}

	/**
	 * Another value at a path; groups on the way to it are made.
	 * @param path such as {@code household.dibao.type}, {@code claims[0].eligibleCost} or
	 * {@code claims}
	 * @param value a text, a number, yes or no; a date, an amount and a code as a text or
	 * as what they are; a map for a group, a collection for a list; null for unknown
	 * @return the person of whom that is known
	 * @throws IllegalArgumentException if no fact is there or it cannot have that value
	 */
	public TestPerson with(String path, @Nullable Object value) {
		JsonNode node = (value != null) ? FactShape.value(path, value) : NullNode.instance;
		if (value == null) {
			FactShape.exists(path);
		}
		ObjectNode changed = this.facts.deepCopy();
		set(changed, path, node);
		return new TestPerson(changed);
	}

	/**
	 * Nothing known at some paths.
	 * @param paths as above
	 * @return the person of whom that is unknown
	 */
	public TestPerson without(String... paths) {
		TestPerson person = this;
		for (String path : paths) {
			person = person.with(path, null);
		}
		return person;
	}

	/**
	 * One more item of a list.
	 * @param list the list's path, such as {@code statuses}
	 * @param fields tells the fields of the item
	 * @return the person of whom that is known too
	 */
	public TestPerson and(String list, UnaryOperator<Facts> fields) {
		List<Object> items = new ArrayList<>();
		at(list).forEach(items::add);
		items.add(fields.apply(new Facts()));
		return with(list, items);
	}

	/**
	 * One more claim.
	 * @param fields tells the fields of the claim
	 * @return the person who claims that too
	 */
	public TestPerson claim(UnaryOperator<Facts> fields) {
		return and("claims", fields);
	}

	/**
	 * What is known at a path.
	 * @param path as above
	 * @return the value in JSON, missing if it is unknown
	 */
	public JsonNode at(String path) {
		JsonNode node = this.facts;
		for (String step : path.split("\\.")) {
			Matcher parts = step(step);
			node = node.path(parts.group(1));
			node = (parts.group(2) != null) ? node.path(Integer.parseInt(parts.group(2))) : node;
		}
		return node.isNull() ? MissingNode.getInstance() : node;
	}

	/**
	 * Every path at which something is known, groups, lists and items included.
	 * @return in the order of the facts
	 */
	public List<String> known() {
		List<String> paths = new ArrayList<>();
		collect("", this.facts, paths);
		return paths;
	}

	/**
	 * The person in the JSON of the contract.
	 * @return a copy
	 */
	public ObjectNode json() {
		return this.facts.deepCopy();
	}

	/**
	 * What the engine is told.
	 * @return the facts
	 */
	public FactRecord record() {
		if (this.record == null) {
			this.record = FactShape.record(this.facts);
		}
		return this.record;
	}

	/** So recorded from the beginning and for ever. */
	@Override
	public FactRecord on(LocalDate day) {
		return record();
	}

	private static void set(ObjectNode facts, String path, JsonNode value) {
		int dot = path.indexOf('.');
		Matcher step = step((dot < 0) ? path : path.substring(0, dot));
		String name = step.group(1);
		if (dot < 0) {
			put(facts, name, step.group(2), value);
			return;
		}
		String rest = path.substring(dot + 1);
		if (step.group(2) != null) {
			set(facts.required(name).required(Integer.parseInt(step.group(2))).asObject(), rest, value);
		}
		else if (facts.path(name).isObject()) {
			set(facts.get(name).asObject(), rest, value);
		}
		else if (!value.isNull()) {
			set(facts.putObject(name), rest, value);
		}
	}

	private static void put(ObjectNode facts, String name, @Nullable String index, JsonNode value) {
		if (index != null) {
			ArrayNode list = facts.required(name).asArray();
			list.set(Integer.parseInt(index), value);
		}
		else if (value.isNull()) {
			facts.remove(name);
		}
		else {
			facts.set(name, value.deepCopy());
		}
	}

	private static Matcher step(String step) {
		Matcher parts = STEP.matcher(step);
		if (!parts.matches()) {
			throw new IllegalArgumentException("no step of a path: " + step);
		}
		return parts;
	}

	private static void collect(String prefix, ObjectNode group, List<String> paths) {
		group.properties().forEach((field) -> {
			JsonNode value = field.getValue();
			String path = prefix + field.getKey();
			paths.add(path);
			if (value instanceof ObjectNode nested) {
				collect(path + ".", nested, paths);
			}
			for (int i = 0; value.isArray() && i < value.size(); i++) {
				collect(path + "[" + i + "].", value.get(i).asObject(), paths);
			}
		});
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof TestPerson person && this.facts.equals(person.facts);
	}

	@Override
	public int hashCode() {
		return this.facts.hashCode();
	}

	/** As JSON. */
	@Override
	public String toString() {
		return this.facts.toString();
	}

	/** The facts of a person, a group or the item of a list, while they are told. */
	public static final class Facts {

		private final Map<String, Object> fields = new LinkedHashMap<>();

		private Facts() {
		}

		/**
		 * One more fact.
		 * @param name its name
		 * @param value as for a person, or the facts of a group; null for unknown
		 * @return these facts
		 */
		public Facts with(String name, @Nullable Object value) {
			if (value != null) {
				this.fields.put(name, value);
			}
			return this;
		}

		Map<String, Object> fields() {
			return this.fields;
		}

	}

}
