package org.huiling.input;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a JSON object as a record: its components say which properties there are, of what
 * type and within which bounds. One that is not {@link Nullable} must be there.
 *
 * <ul>
 * <li>{@code String}: not blank, at most as long as {@link Size} says</li>
 * <li>{@code BigDecimal}: yuan, not negative, at most two decimals</li>
 * <li>{@code Integer}: whole, from {@link Min} to {@link Max}</li>
 * <li>{@code Boolean}, {@link LocalDate} ({@code 2013-07-01}), {@link YearMonth}
 * ({@code 2013-07}), {@link Instant} (with its offset), codes of an enumeration, records,
 * lists of texts (at least one, none twice) or of records, at most as long as
 * {@link Size} says</li>
 * <li>a record with nothing but a {@link JsonNode}: whatever stands there, for somebody
 * else to read</li>
 * <li>whatever else {@link ReadBy} reads</li>
 * </ul>
 *
 * A property is called as its component, or as {@link JsonProperty} says.
 *
 * @param <T> the record
 */
public final class RecordReader<T extends Record> {

	private static final ClassValue<RecordReader<?>> READERS = new ClassValue<>() {

		@Override
		@SuppressWarnings({ "unchecked", "rawtypes" })
		protected RecordReader<?> computeValue(Class<?> type) {
			return new RecordReader(type);
		}

	};

	private final Class<T> type;

	private final List<Component> components;

	private final Set<String> names;

	private RecordReader(Class<T> type) {
		this.type = type;
		this.components = Stream.of(type.getRecordComponents()).map(RecordReader::component).toList();
		this.names = new LinkedHashSet<>(this.components.stream().map(Component::name).toList());
	}

	/**
	 * A property of the object.
	 *
	 * @param name of the property
	 * @param type of the record's component
	 * @param required whether it must be there
	 * @param value reads it, null where it is absent or wrong
	 */
	private record Component(String name, Class<?> type, boolean required, FieldReader<?> value) {

		@Nullable Object read(JsonFields fields) {
			return this.required ? fields.required(this.name, (name) -> this.value.read(fields, name))
					: this.value.read(fields, this.name);
		}

	}

	/**
	 * Reads an object.
	 * @param body the object
	 * @param type the record it says
	 * @param <T> its type
	 * @return the record
	 * @throws org.huiling.problem.InvalidInput naming each property that is unknown,
	 * missing or wrong
	 */
	public static <T extends Record> T read(JsonNode body, Class<T> type) {
		InputErrors errors = new InputErrors();
		RecordReader<T> reader = of(type);
		if (isDocument(type)) {
			return reader.make(new Object[] { body });
		}
		JsonFields fields = JsonFields.of(body, reader.names, errors);
		T record = reader.record(fields);
		errors.throwIfAny();
		return Objects.requireNonNull(record, "neither a record nor an error");
	}

	/**
	 * Reads a form as if it were sent as JSON: what was left empty is absent, and fields
	 * that are no component are not looked at.
	 * @param form the texts of its fields
	 * @param type the record it says, of texts, days, months and codes
	 * @param <T> its type
	 * @return the record
	 * @throws org.huiling.problem.InvalidInput naming each field that is missing or wrong
	 */
	public static <T extends Record> T form(Map<String, String> form, Class<T> type) {
		ObjectNode body = JsonNodeFactory.instance.objectNode();
		for (String name : of(type).names) {
			String text = form.getOrDefault(name, "").strip();
			if (!text.isEmpty()) {
				body.put(name, text);
			}
		}
		return read(body, type);
	}

	/**
	 * Reads values as if they were sent as JSON.
	 * @param values by name: texts, booleans, numbers, objects and lists of these
	 * @param type the record they say
	 * @param <T> its type
	 * @return the record
	 * @throws org.huiling.problem.InvalidInput naming each that is missing or wrong
	 */
	public static <T extends Record> T values(Map<String, ?> values, Class<T> type) {
		ObjectNode body = JsonNodeFactory.instance.objectNode();
		values.forEach((name, value) -> body.set(name, value(value)));
		return read(body, type);
	}

	private static JsonNode value(Object value) {
		JsonNodeFactory nodes = JsonNodeFactory.instance;
		if (value instanceof List<?> list) {
			return nodes.arrayNode().addAll(list.stream().map(RecordReader::value).toList());
		}
		if (value instanceof Map<?, ?> object) {
			ObjectNode fields = nodes.objectNode();
			object.forEach((name, part) -> fields.set(String.valueOf(name), value(part)));
			return fields;
		}
		if (value instanceof BigDecimal number) {
			return nodes.numberNode(number);
		}
		return (value instanceof Boolean bool) ? nodes.booleanNode(bool) : nodes.stringNode(value.toString());
	}

	@SuppressWarnings("unchecked")
	private static <T extends Record> RecordReader<T> of(Class<T> type) {
		return (RecordReader<T>) READERS.get(type);
	}

	/** Null if something is wrong, which is noted. */
	private @Nullable T record(JsonFields fields) {
		int before = fields.errors().count();
		Object[] values = this.components.stream().map((component) -> component.read(fields)).toArray();
		if (fields.errors().count() > before) {
			return null;
		}
		T record = make(values);
		if (record instanceof Checked checked) {
			checked.check(fields);
		}
		return record;
	}

	private T make(Object[] values) {
		try {
			Class<?>[] types = this.components.stream().map(Component::type).toArray(Class<?>[]::new);
			var constructor = this.type.getDeclaredConstructor(types);
			constructor.setAccessible(true);
			return constructor.newInstance(values);
		}
		catch (InvocationTargetException ex) {
			throw new IllegalStateException(this.type + " does not take what was read", ex.getCause());
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Component component(RecordComponent component) {
		boolean required = !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
		JsonProperty other = component.getAccessor().getAnnotation(JsonProperty.class);
		String name = (other != null) ? other.value() : component.getName();
		return new Component(name, component.getType(), required, value(component));
	}

	private static boolean isDocument(Class<?> type) {
		RecordComponent[] components = type.getRecordComponents();
		return components.length == 1 && components[0].getType() == JsonNode.class;
	}

	private static FieldReader<?> value(RecordComponent component) {
		Class<?> type = component.getType();
		ReadBy own = component.getAccessor().getAnnotation(ReadBy.class);
		if (own != null) {
			return instance(own.value());
		}
		if (type == String.class) {
			int longest = bounds(component).max();
			return (fields, name) -> fields.text(name, longest);
		}
		if (type == Integer.class || type == int.class) {
			Min least = component.getAccessor().getAnnotation(Min.class);
			Max most = component.getAccessor().getAnnotation(Max.class);
			int from = (least != null) ? Math.toIntExact(least.value()) : Integer.MIN_VALUE;
			int to = (most != null) ? Math.toIntExact(most.value()) : Integer.MAX_VALUE;
			return (fields, name) -> fields.whole(name, from, to);
		}
		if (List.class.isAssignableFrom(type)) {
			return list(component);
		}
		return scalar(type);
	}

	private static FieldReader<?> scalar(Class<?> type) {
		if (type == BigDecimal.class) {
			return JsonFields::money;
		}
		if (type == Boolean.class || type == boolean.class) {
			return JsonFields::bool;
		}
		if (type == LocalDate.class) {
			return JsonFields::date;
		}
		if (type == YearMonth.class) {
			return JsonFields::month;
		}
		if (type == Instant.class) {
			return JsonFields::instant;
		}
		if (type.isEnum()) {
			return code(type);
		}
		if (type == JsonNode.class) {
			return JsonFields::json;
		}
		if (type.isRecord() && isDocument(type)) {
			return (fields, name) -> document(type.asSubclass(Record.class), fields, name);
		}
		if (type.isRecord()) {
			return (fields, name) -> nested(type.asSubclass(Record.class), fields, name);
		}
		throw new IllegalArgumentException("no reader for " + type);
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private static FieldReader<?> code(Class<?> type) {
		Codes codes = Codes.of((Class<? extends Enum>) type);
		return (fields, name) -> fields.code(name, codes);
	}

	private static <R extends Record> @Nullable R document(Class<R> type, JsonFields fields, String name) {
		JsonNode json = fields.json(name);
		RecordReader<R> reader = of(type);
		return (json != null) ? reader.make(new Object[] { json }) : null;
	}

	private static <R extends Record> @Nullable R nested(Class<R> type, JsonFields fields, String name) {
		RecordReader<R> reader = of(type);
		JsonFields inside = fields.object(name, reader.names);
		return (inside != null) ? reader.record(inside) : null;
	}

	private static FieldReader<?> list(RecordComponent component) {
		int longest = bounds(component).max();
		Type item = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
		if (item == String.class) {
			AnnotatedType text = ((AnnotatedParameterizedType) component.getAnnotatedType())
				.getAnnotatedActualTypeArguments()[0];
			int longestText = Objects.requireNonNull(text.getAnnotation(Size.class), component::toString).max();
			return (fields, name) -> fields.texts(name, longest, longestText);
		}
		return listOf(((Class<?>) item).asSubclass(Record.class), longest);
	}

	private static <R extends Record> FieldReader<List<R>> listOf(Class<R> type, int longest) {
		return (fields, name) -> {
			RecordReader<R> reader = of(type);
			return fields.list(name, longest, reader.names, reader::record);
		};
	}

	/** Nothing that somebody sends is of any length. */
	private static Size bounds(RecordComponent component) {
		return Objects.requireNonNull(component.getAccessor().getAnnotation(Size.class),
				() -> "say how long it may be: " + component);
	}

	private static FieldReader<?> instance(Class<? extends FieldReader<?>> type) {
		try {
			var constructor = type.getDeclaredConstructor();
			constructor.setAccessible(true);
			return constructor.newInstance();
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
