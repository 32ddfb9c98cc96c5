package org.huiling.engine.source;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.huiling.facts.ApplicantRecord;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads the applicant of a worked example, in the shape of the HTTP contract. A field
 * that is absent or null is unknown; an unknown name or a wrong value is a problem at its
 * line.
 */
final class FactReader {

	private final String file;

	private final Problems problems;

	FactReader(String file, Problems problems) {
		this.file = file;
		this.problems = problems;
	}

	/**
	 * Fields of the example over common ones: each top-level field given replaces the
	 * whole.
	 */
	@Nullable ApplicantRecord applicant(@Nullable Node common, @Nullable Node own) {
		Map<String, NodeTuple> fields = new HashMap<>();
		for (Node node : Arrays.asList(common, own)) {
			if (node instanceof MappingNode mapping) {
				mapping.getValue().forEach((tuple) -> fields.put(scalar(tuple.getKeyNode()), tuple));
			}
			else if (node != null) {
				wrong(node, "applicant");
			}
		}
		int before = this.problems.all().size();
		Object read = record(ApplicantRecord.class, fields);
		return (this.problems.all().size() == before && read instanceof ApplicantRecord applicant
				&& fields.containsKey("birthDate")) ? applicant : null;
	}

	private @Nullable Object record(Class<?> type, Map<String, NodeTuple> fields) {
		RecordComponent[] components = type.getRecordComponents();
		List<String> names = Arrays.stream(components).map(RecordComponent::getName).toList();
		fields.forEach((name, tuple) -> {
			if (!names.contains(name)) {
				String near = Nearest.to(name, names);
				this.problems.error(Yaml.place(this.file, tuple.getKeyNode()), "UNKNOWN_FIELD", "未知的字段 " + name,
						"unknown field " + name, (near != null) ? Nearest.hint(near) : null);
			}
		});
		Object[] values = new Object[components.length];
		Class<?>[] types = new Class<?>[components.length];
		for (int i = 0; i < components.length; i++) {
			NodeTuple tuple = fields.get(components[i].getName());
			types[i] = components[i].getType();
			values[i] = (tuple != null) ? value(components[i].getGenericType(), tuple.getValueNode()) : null;
		}
		try {
			return type.getDeclaredConstructor(types).newInstance(values);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private @Nullable Object value(Type type, Node node) {
		if (Tag.NULL.equals(node.getTag())) {
			return null;
		}
		if (type instanceof ParameterizedType list) {
			return list(list.getActualTypeArguments()[0], node);
		}
		Class<?> wanted = (Class<?>) type;
		if (wanted.isRecord()) {
			if (node instanceof MappingNode mapping) {
				Map<String, NodeTuple> fields = new HashMap<>();
				mapping.getValue().forEach((tuple) -> fields.put(scalar(tuple.getKeyNode()), tuple));
				return record(wanted, fields);
			}
			return wrong(node, wanted.getSimpleName());
		}
		return (node instanceof ScalarNode scalar) ? scalar(wanted, scalar) : wrong(node, wanted.getSimpleName());
	}

	private @Nullable Object list(Type item, Node node) {
		if (!(node instanceof SequenceNode sequence)) {
			return wrong(node, "list");
		}
		List<Object> items = new ArrayList<>();
		for (Node one : sequence.getValue()) {
			Object read = value(item, one);
			if (read != null) {
				items.add(read);
			}
		}
		return items;
	}

	private @Nullable Object scalar(Class<?> type, ScalarNode node) {
		String text = node.getValue();
		try {
			if (type == String.class) {
				return text;
			}
			if (type == Integer.class) {
				return Integer.valueOf(text);
			}
			if (type == BigDecimal.class) {
				return new BigDecimal(text);
			}
			if (type == LocalDate.class) {
				return LocalDate.parse(text);
			}
			if (type == Boolean.class && List.of("true", "false").contains(text)) {
				return Boolean.valueOf(text);
			}
			if (type.isEnum()) {
				return Arrays.stream(type.getEnumConstants())
					.filter((constant) -> constant.toString().equals(text))
					.findFirst()
					.orElseThrow(() -> new IllegalArgumentException(text));
			}
		}
		catch (RuntimeException ex) {
			return wrong(node, expected(type));
		}
		return wrong(node, expected(type));
	}

	private @Nullable Object wrong(Node node, String expected) {
		this.problems.error(Yaml.place(this.file, node), "EXAMPLE_VALUE", "这里应为 " + word(expected, true),
				word(expected, false) + " expected here");
		return null;
	}

	private static String expected(Class<?> type) {
		return type.isEnum() ? Arrays.toString(type.getEnumConstants()) : type.getSimpleName();
	}

	private static String word(String type, boolean chinese) {
		return switch (type) {
			case "LocalDate" -> chinese ? "2013-01-31 形式的日期" : "a date such as 2013-01-31";
			case "BigDecimal" -> chinese ? "金额" : "an amount";
			case "Integer" -> chinese ? "整数" : "a whole number";
			case "Boolean" -> "true / false";
			case "String" -> chinese ? "文字" : "a text";
			case "list" -> chinese ? "列表" : "a list";
			default -> type;
		};
	}

	private static String scalar(Node node) {
		return (node instanceof ScalarNode scalar) ? scalar.getValue() : "?";
	}

}
