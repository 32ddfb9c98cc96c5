package org.huiling;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.huiling.facts.ApplicantRecord;
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

	private static final ClassValue<Shape> SHAPES = new ClassValue<>() {

		@Override
		protected Shape computeValue(Class<?> type) {
			return Shape.of(type);
		}

	};

	/** The fields of a group in their order, and how it is made. */
	private record Shape(Map<String, Type> fields, Constructor<?> constructor) {

		static Shape of(Class<?> type) {
			Map<String, Type> fields = new LinkedHashMap<>();
			for (RecordComponent one : type.getRecordComponents()) {
				fields.put(one.getName(), one.getGenericType());
			}
			Class<?>[] types = Stream.of(type.getRecordComponents())
				.map(RecordComponent::getType)
				.toArray(Class<?>[]::new);
			try {
				return new Shape(fields, type.getDeclaredConstructor(types));
			}
			catch (NoSuchMethodException ex) {
				throw new IllegalStateException(ex);
			}
		}

		Type field(String name) {
			Type field = this.fields.get(name);
			if (field == null) {
				throw new IllegalArgumentException("no fact " + name + " among " + this.fields.keySet());
			}
			return field;
		}

	}

	private FactShape() {
	}

	/** A value as JSON, as it may stand at a path. */
	static JsonNode value(String path, Object value) {
		return node(type(path), value, path);
	}

	/** Refuses a path that names no fact. */
	static void exists(String path) {
		type(path);
	}

	private static Type type(String path) {
		Type type = ApplicantRecord.class;
		for (String step : path.split("\\.")) {
			int bracket = step.indexOf('[');
			type = group(type, path).field((bracket < 0) ? step : step.substring(0, bracket));
			if (bracket >= 0) {
				type = item(type, path);
			}
		}
		return type;
	}

	/** A person as JSON. */
	static ObjectNode person(TestPerson.Facts facts) {
		return node(ApplicantRecord.class, facts, "person").asObject();
	}

	/** The record of a person's facts. */
	static ApplicantRecord record(ObjectNode facts) {
		return (ApplicantRecord) read(ApplicantRecord.class, facts);
	}

	private static Shape group(Type type, String path) {
		if (type instanceof Class<?> group && group.isRecord()) {
			return SHAPES.get(group);
		}
		throw new IllegalArgumentException("no fact " + path + ": something on the way to it is no group");
	}

	private static Type item(Type type, String path) {
		if (type instanceof ParameterizedType list) {
			return list.getActualTypeArguments()[0];
		}
		throw new IllegalArgumentException("no fact " + path + ": something on the way to it is no list");
	}

	private static JsonNode node(Type type, Object value, String path) {
		if (type instanceof ParameterizedType && value instanceof Collection<?> items) {
			ArrayNode list = NODES.arrayNode();
			items.forEach((one) -> list.add(node(item(type, path), one, path + "[]")));
			return list;
		}
		if (value instanceof TestPerson.Facts facts) {
			return node(type, facts.fields(), path);
		}
		if (value instanceof Map<?, ?> fields) {
			Shape shape = group(type, path);
			fields.keySet().forEach((name) -> shape.field((String) name));
			ObjectNode object = NODES.objectNode();
			shape.fields().forEach((name, field) -> {
				if (fields.get(name) != null) {
					object.set(name, node(field, fields.get(name), path + "." + name));
				}
			});
			return object;
		}
		try {
			JsonNode node = (value instanceof JsonNode json) ? json : leaf(type, value);
			read(type, node);
			return node;
		}
		catch (RuntimeException ex) {
			throw new IllegalArgumentException(path + " cannot be " + value + ": " + ex.getMessage(), ex);
		}
	}

	private static JsonNode leaf(Type type, Object value) {
		if (type == BigDecimal.class) {
			return NODES.numberNode(new BigDecimal(value.toString()).setScale(2, RoundingMode.UNNECESSARY));
		}
		if (value instanceof Integer number) {
			return NODES.numberNode(number);
		}
		return (value instanceof Boolean bool) ? NODES.booleanNode(bool) : NODES.stringNode(value.toString());
	}

	private static Object read(Type type, JsonNode node) {
		if (type instanceof ParameterizedType list) {
			List<Object> items = new ArrayList<>(node.size());
			for (JsonNode one : node.asArray()) {
				items.add(read(list.getActualTypeArguments()[0], one));
			}
			return items;
		}
		Class<?> wanted = (Class<?>) type;
		return wanted.isRecord() ? group(wanted, node.asObject()) : leaf(wanted, node);
	}

	private static Object group(Class<?> type, ObjectNode facts) {
		Shape shape = SHAPES.get(type);
		@Nullable Object[] values = new Object[shape.fields().size()];
		int known = 0;
		int i = 0;
		for (Map.Entry<String, Type> field : shape.fields().entrySet()) {
			JsonNode value = facts.get(field.getKey());
			known += (value != null) ? 1 : 0;
			values[i++] = (value == null || value.isNull()) ? null : read(field.getValue(), value);
		}
		if (known < facts.size()) {
			facts.propertyNames().forEach(shape::field);
		}
		try {
			return shape.constructor().newInstance(values);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private static Object leaf(Class<?> type, JsonNode node) {
		if (type == Integer.class) {
			return node.intValue();
		}
		if (type == Boolean.class) {
			return node.booleanValue();
		}
		if (type == BigDecimal.class) {
			return node.decimalValue();
		}
		String text = node.stringValue();
		if (type == LocalDate.class) {
			return LocalDate.parse(text);
		}
		return type.isEnum() ? Enum.valueOf((Class) type, text) : text;
	}

}
