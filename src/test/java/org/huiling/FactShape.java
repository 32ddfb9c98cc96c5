package org.huiling;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.huiling.facts.Code;
import org.huiling.facts.dictionary.Entry;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactGroup;
import org.huiling.facts.dictionary.FactList;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.record.RecordShape;
import org.huiling.facts.type.CodeType;
import org.huiling.facts.type.FactType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which facts there are and what kind of value each takes, for {@link TestPerson}: the
 * one piece of the tests that knows how a record of them is made.
 */
final class FactShape {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private FactShape() {
	}

	/** A value as JSON, as it may stand at a path. */
	static JsonNode value(String path, Object value) {
		Entry entry = entry(path);
		return (entry instanceof FactList list && path.endsWith("]")) ? fields(list.fields(), value, path)
				: node(entry, value, path);
	}

	/** Refuses a path that names no fact. */
	static void exists(String path) {
		entry(path);
	}

	private static Entry entry(String path) {
		String declared = path.replaceAll("\\[\\d+]", "[]");
		Entry entry = TestFacts.DICTIONARY
			.entry(declared.endsWith("[]") ? declared.substring(0, declared.length() - 2) : declared);
		if (entry == null) {
			throw new IllegalArgumentException("no fact " + path);
		}
		return entry;
	}

	/** A person as JSON. */
	static ObjectNode person(TestPerson.Facts facts) {
		return fields(TestFacts.DICTIONARY.entries(), facts, "person");
	}

	/** The record of a person's facts. */
	static FactRecord record(ObjectNode facts) {
		return record(TestFacts.DICTIONARY.entries(), facts, TestFacts.DICTIONARY.shape());
	}

	private static FactRecord record(List<? extends Entry> entries, ObjectNode facts, RecordShape shape) {
		FactRecord.Builder record = shape.record();
		put(entries, facts, record, shape);
		return record.build();
	}

	private static void put(List<? extends Entry> entries, ObjectNode facts, FactRecord.Builder record,
			RecordShape shape) {
		Map<String, Entry> known = byName(entries);
		facts.properties().forEach((field) -> {
			Entry entry = field(known, field.getKey());
			JsonNode value = field.getValue();
			if (value.isNull()) {
				return;
			}
			if (entry instanceof FactGroup group) {
				record.put(group.path(), Boolean.TRUE);
				put(group.entries(), value.asObject(), record, shape);
			}
			else if (entry instanceof FactList list) {
				List<FactRecord> items = new ArrayList<>();
				RecordShape ofItems = Objects.requireNonNull(shape.items(list.path()));
				value.asArray().forEach((item) -> items.add(record(list.fields(), item.asObject(), ofItems)));
				record.put(list.path(), items);
			}
			else {
				Fact fact = (Fact) entry;
				record.put((fact.list() != null) ? fact.name() : fact.path(), read(fact, value));
			}
		});
	}

	private static Map<String, Entry> byName(List<? extends Entry> entries) {
		Map<String, Entry> byName = new LinkedHashMap<>();
		entries.forEach((entry) -> byName.put(entry.name(), entry));
		return byName;
	}

	private static Entry field(Map<String, Entry> known, String name) {
		Entry entry = known.get(name);
		if (entry == null) {
			throw new IllegalArgumentException("no fact " + name + " among " + known.keySet());
		}
		return entry;
	}

	private static JsonNode node(Entry entry, Object value, String path) {
		if (entry instanceof FactList list) {
			if (!(value instanceof Collection<?> items)) {
				throw new IllegalArgumentException(path + " cannot be " + value + ": it is a list");
			}
			ArrayNode array = NODES.arrayNode();
			items.forEach((one) -> array.add(fields(list.fields(), one, path + "[]")));
			return array;
		}
		if (entry instanceof FactGroup group) {
			return fields(group.entries(), value, path);
		}
		if (value instanceof Map || value instanceof TestPerson.Facts) {
			throw new IllegalArgumentException("no fact " + path + ": something on the way to it is no group");
		}
		try {
			Fact fact = (Fact) entry;
			JsonNode node = (value instanceof JsonNode json) ? json : leaf(fact, value);
			read(fact, node);
			return node;
		}
		catch (RuntimeException ex) {
			throw new IllegalArgumentException(path + " cannot be " + value + ": " + ex.getMessage(), ex);
		}
	}

	private static ObjectNode fields(List<? extends Entry> entries, Object value, String path) {
		if (value instanceof ObjectNode json) {
			put(entries, json, shape(entries).record(), shape(entries));
			return json;
		}
		if (!(value instanceof TestPerson.Facts || value instanceof Map)) {
			throw new IllegalArgumentException(path + " cannot be " + value + ": it is a group");
		}
		Map<?, ?> told = (value instanceof TestPerson.Facts facts) ? facts.fields() : (Map<?, ?>) value;
		Map<String, Entry> known = byName(entries);
		told.keySet().forEach((name) -> field(known, (String) name));
		ObjectNode object = NODES.objectNode();
		known.forEach((name, entry) -> {
			if (told.get(name) != null) {
				object.set(name, node(entry, told.get(name), path + "." + name));
			}
		});
		return object;
	}

	private static RecordShape shape(List<? extends Entry> entries) {
		boolean item = !entries.isEmpty() && entries.get(0) instanceof Fact fact && fact.list() != null;
		return item
				? Objects.requireNonNull(
						TestFacts.DICTIONARY.shape().items(Objects.requireNonNull(((Fact) entries.get(0)).list())))
				: TestFacts.DICTIONARY.shape();
	}

	private static JsonNode leaf(Fact fact, Object value) {
		if (fact.type() == FactType.MONEY) {
			return NODES.numberNode(new BigDecimal(value.toString()).setScale(2, RoundingMode.UNNECESSARY));
		}
		if (value instanceof Integer number) {
			return NODES.numberNode(number);
		}
		return (value instanceof Boolean bool) ? NODES.booleanNode(bool) : NODES.stringNode(value.toString());
	}

	private static @Nullable Object read(Fact fact, JsonNode node) {
		return switch (fact.type()) {
			case INTEGER -> node.intValue();
			case BOOLEAN -> node.booleanValue();
			case MONEY, DECIMAL -> node.decimalValue();
			case DATE -> LocalDate.parse(node.stringValue());
			case CODE -> code(Objects.requireNonNull(fact.codes()), node.stringValue());
			case CODES ->
				node.valueStream().map((one) -> code(Objects.requireNonNull(fact.codes()), one.stringValue())).toList();
			case TEXT, REGION -> node.stringValue();
		};
	}

	private static Object code(CodeType type, String code) {
		if (type.value(code) == null) {
			throw new IllegalArgumentException("no code " + code + " of " + type.name());
		}
		return Code.of(type.name(), code);
	}

}
