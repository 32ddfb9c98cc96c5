package org.huiling.engine.source;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.huiling.engine.Bilingual;
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
 * that is absent or null is unknown; an unknown name, a wrong value and a contradiction
 * is a problem at its line.
 */
final class FactReader {

	/** No day on file is earlier or later. */
	private static final int FIRST_YEAR = 1850;

	private static final int LAST_YEAR = 9999;

	private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

	private final String file;

	private final Problems problems;

	/** What several examples have in common is told once and keeps all of them out. */
	private boolean refused;

	/** Where each field stands, by its path. */
	private final Map<String, Node> places = new HashMap<>();

	FactReader(String file, Problems problems) {
		this.file = file;
		this.problems = problems;
	}

	/**
	 * Fields of the example over common ones: each top-level field given replaces the
	 * whole.
	 */
	@Nullable ApplicantRecord applicant(YamlMapping example, @Nullable Node common, @Nullable Node own) {
		Map<String, NodeTuple> fields = new HashMap<>();
		for (Node node : Arrays.asList(common, own)) {
			if (node instanceof MappingNode mapping) {
				fields.putAll(fields(mapping));
			}
			else if (node != null) {
				wrong(node, "mapping");
			}
		}
		Object read = record(ApplicantRecord.class, fields, "");
		if (!(read instanceof ApplicantRecord applicant) || this.refused) {
			return null;
		}
		if (applicant.birthDate() == null) {
			error(Yaml.place(this.file, (own != null) ? own : example.self()), "EXAMPLE_VALUE", "缺少 birthDate",
					"birthDate is missing", null);
			return null;
		}
		Contradictions.find(applicant, LocalDate.now(CHINA), this::refuse);
		return this.refused ? null : applicant;
	}

	/**
	 * At the field itself, or at the item that lacks it. Of two fields that contradict
	 * each other at the later: what several examples have in common stands above them.
	 */
	private void refuse(String path, @Nullable String other, String zh, String en) {
		Place at = place(path);
		Place otherAt = (other != null) ? place(other) : at;
		error((otherAt.line() > at.line()) ? otherAt : at, "EXAMPLE_VALUE", path + " " + zh, path + " " + en, null);
	}

	private Place place(String path) {
		Node node = this.places.get(path);
		int dot = path.lastIndexOf('.');
		if (node != null) {
			return Yaml.place(this.file, node);
		}
		return (dot < 0) ? Place.of(this.file) : place(path.substring(0, dot));
	}

	private Map<String, NodeTuple> fields(MappingNode mapping) {
		Map<String, NodeTuple> fields = new HashMap<>();
		for (NodeTuple tuple : mapping.getValue()) {
			String name = (tuple.getKeyNode() instanceof ScalarNode scalar) ? scalar.getValue() : "?";
			if (fields.put(name, tuple) != null) {
				error(Yaml.place(this.file, tuple.getKeyNode()), "DUPLICATE_KEY", "键 " + name + " 重复",
						"the key " + name + " stands twice", null);
			}
		}
		return fields;
	}

	private @Nullable Object record(Class<?> type, Map<String, NodeTuple> fields, String path) {
		RecordComponent[] components = type.getRecordComponents();
		List<String> names = Arrays.stream(components).map(RecordComponent::getName).toList();
		fields.forEach((name, tuple) -> {
			if (!names.contains(name)) {
				String near = Nearest.to(name, names);
				error(Yaml.place(this.file, tuple.getKeyNode()), "UNKNOWN_FIELD", "未知的字段 " + name,
						"unknown field " + name, (near != null) ? Nearest.hint(near) : null);
			}
		});
		Object[] values = new Object[components.length];
		Class<?>[] types = new Class<?>[components.length];
		for (int i = 0; i < components.length; i++) {
			String name = components[i].getName();
			NodeTuple tuple = fields.get(name);
			types[i] = components[i].getType();
			values[i] = (tuple != null) ? value(components[i].getGenericType(), tuple.getValueNode(),
					path.isEmpty() ? name : path + "." + name) : null;
		}
		try {
			return type.getDeclaredConstructor(types).newInstance(values);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private @Nullable Object value(Type type, Node node, String path) {
		this.places.put(path, node);
		if (Tag.NULL.equals(node.getTag())) {
			return null;
		}
		if (type instanceof ParameterizedType list) {
			return list(list.getActualTypeArguments()[0], node, path);
		}
		Class<?> wanted = (Class<?>) type;
		if (wanted.isRecord()) {
			return (node instanceof MappingNode mapping) ? record(wanted, fields(mapping), path)
					: wrong(node, "mapping");
		}
		return (node instanceof ScalarNode scalar) ? scalar(wanted, scalar) : wrong(node, expected(wanted));
	}

	private @Nullable Object list(Type item, Node node, String path) {
		if (!(node instanceof SequenceNode sequence)) {
			return wrong(node, "list");
		}
		List<Object> items = new ArrayList<>();
		for (Node one : sequence.getValue()) {
			Object read = value(item, one, path + "[" + items.size() + "]");
			if (read != null) {
				items.add(read);
			}
			else if (Tag.NULL.equals(one.getTag())) {
				wrong(one, "mapping");
			}
		}
		return items;
	}

	private @Nullable Object scalar(Class<?> type, ScalarNode node) {
		String text = node.getValue();
		Object value = null;
		if (type == String.class) {
			value = text;
		}
		else if (type == Integer.class) {
			value = Scalars.whole(text);
		}
		else if (type == BigDecimal.class) {
			value = Scalars.yuan(text);
		}
		else if (type == LocalDate.class) {
			value = Scalars.date(text, FIRST_YEAR, LAST_YEAR);
		}
		else if (type == Boolean.class) {
			value = List.of("true", "false").contains(text) ? Boolean.valueOf(text) : null;
		}
		else if (type.isEnum()) {
			value = Arrays.stream(type.getEnumConstants())
				.filter((constant) -> constant.toString().equals(text))
				.findFirst()
				.orElse(null);
		}
		return (value != null) ? value : wrong(node, expected(type));
	}

	private @Nullable Object wrong(Node node, String expected) {
		error(Yaml.place(this.file, node), "EXAMPLE_VALUE", "这里应为 " + word(expected, true),
				word(expected, false) + " expected here", null);
		return null;
	}

	private void error(Place at, String code, String zh, String en, @Nullable Bilingual hint) {
		this.refused = true;
		this.problems.error(at, code, zh, en, hint);
	}

	private static String expected(Class<?> type) {
		return type.isEnum() ? Arrays.toString(type.getEnumConstants()) : type.getSimpleName();
	}

	private static String word(String type, boolean chinese) {
		return switch (type) {
			case "LocalDate" -> chinese ? "2013-01-31 形式的日期，" + FIRST_YEAR + " 年以后"
					: "a date such as 2013-01-31, of " + FIRST_YEAR + " or later,";
			case "BigDecimal" -> chinese ? "不小于零、最多两位小数的金额" : "an amount of zero or more with at most two decimals";
			case "Integer" -> chinese ? "整数" : "a whole number";
			case "Boolean" -> "true / false";
			case "String" -> chinese ? "文字" : "a text";
			case "list" -> chinese ? "列表" : "a list";
			case "mapping" -> chinese ? "“键: 值”" : "a mapping";
			default -> type;
		};
	}

}
