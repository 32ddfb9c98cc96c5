package org.huiling.engine.source;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import org.huiling.engine.source.yaml.Nearest;
import org.huiling.engine.source.yaml.Scalars;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.reading.FactSource;
import org.huiling.facts.type.Bounds;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The facts of an applicant, a group or an item as a YAML file tells them. */
final class YamlFacts implements FactSource {

	/** No day on file is earlier or later. */
	private static final int FIRST_YEAR = 1850;

	private static final int LAST_YEAR = 9999;

	private static final int LONGEST_TEXT = 1000;

	private static final Pattern REGION = Pattern.compile("[0-9]{6,12}");

	private final YamlPerson person;

	private final Map<String, NodeTuple> fields;

	private final String path;

	YamlFacts(YamlPerson person, Map<String, NodeTuple> fields, String path, Map<String, Integer> places) {
		this.person = person;
		this.fields = fields;
		this.path = path;
		fields.forEach((name, tuple) -> {
			if (!places.containsKey(name)) {
				String near = Nearest.to(name, List.copyOf(places.keySet()));
				person.error(tuple.getKeyNode(), "UNKNOWN_FIELD", "未知的字段 " + name, "unknown field " + name,
						(near != null) ? Nearest.hint(near) : null);
			}
		});
	}

	@Override
	public boolean has(String field) {
		NodeTuple tuple = this.fields.get(field);
		return tuple != null && !Tag.NULL.equals(tuple.getValueNode().getTag());
	}

	/** Where it stands is noted too: it may be told of although it is not there. */
	@Override
	public boolean has(String field, int place) {
		return node(field) != null;
	}

	private @Nullable Node node(String field) {
		NodeTuple tuple = this.fields.get(field);
		if (tuple == null) {
			return null;
		}
		this.person.stands(path(field), tuple.getValueNode());
		return has(field) ? tuple.getValueNode() : null;
	}

	private String path(String field) {
		return this.path.isEmpty() ? field : this.path + "." + field;
	}

	@Override
	public @Nullable FactSource group(String field, Map<String, Integer> places) {
		Node node = node(field);
		if (node instanceof MappingNode mapping) {
			return new YamlFacts(this.person, this.person.fields(mapping), path(field), places);
		}
		return (FactSource) wrong(node, "应为“键: 值”", "a mapping");
	}

	@Override
	public @Nullable List<@Nullable FactSource> items(String field, int most, Map<String, Integer> places) {
		Node node = node(field);
		if (node != null && !(node instanceof SequenceNode)) {
			wrong(node, "应为列表", "a list");
		}
		if (!(node instanceof SequenceNode sequence)) {
			return null;
		}
		if (sequence.getValue().size() > most) {
			wrong(node, "多于 " + most + " 项", "a list of at most " + most + " items");
			return null;
		}
		List<@Nullable FactSource> items = new ArrayList<>();
		for (Node one : sequence.getValue()) {
			String at = path(field) + "[" + items.size() + "]";
			this.person.stands(at, one);
			items.add((one instanceof MappingNode mapping)
					? new YamlFacts(this.person, this.person.fields(mapping), at, places)
					: (FactSource) wrong(one, "应为“键: 值”", "a mapping"));
		}
		return items;
	}

	@Override
	public @Nullable Object value(Fact fact, String field) {
		Node node = node(field);
		if (node == null) {
			return null;
		}
		return switch (fact.type()) {
			case CODES -> codes(fact, node);
			case CODE -> code(fact, node);
			default -> (node instanceof ScalarNode scalar) ? scalar(fact, scalar) : wrong(node, zh(fact), en(fact));
		};
	}

	private @Nullable Object scalar(Fact fact, ScalarNode node) {
		String text = node.getValue();
		Bounds bounds = fact.bounds();
		Object value = switch (fact.type()) {
			case BOOLEAN -> List.of("true", "false").contains(text) ? Boolean.valueOf(text) : null;
			case INTEGER -> within(bounds, Scalars.whole(text));
			case DECIMAL -> decimal(bounds, text, bounds.decimals());
			case MONEY -> decimal(bounds, text, 2);
			case DATE -> Scalars.date(text, FIRST_YEAR, LAST_YEAR);
			case REGION -> REGION.matcher(text).matches() ? text : null;
			default -> fits(bounds, text) ? text : null;
		};
		return (value != null) ? value : wrong(node, zh(fact), en(fact));
	}

	private static boolean usual(Bounds bounds) {
		return bounds.min() == null && bounds.max() == null;
	}

	private static boolean atLeastZero(Bounds bounds) {
		return bounds.min() == null || bounds.min().signum() == 0;
	}

	private static @Nullable Integer within(Bounds bounds, @Nullable Integer whole) {
		return (whole != null && bounds.contains(BigDecimal.valueOf(whole))) ? whole : null;
	}

	private static @Nullable BigDecimal decimal(Bounds bounds, String text, int decimals) {
		BigDecimal number = Scalars.decimal(text, decimals);
		return (number != null && bounds.contains(number)) ? number : null;
	}

	private static boolean fits(Bounds bounds, String text) {
		int longest = (bounds.longest() > 0) ? bounds.longest() : LONGEST_TEXT;
		return !text.isBlank() && text.length() <= longest
				&& (bounds.pattern() == null || Pattern.matches(bounds.pattern(), text));
	}

	private @Nullable Object codes(Fact fact, Node node) {
		if (!(node instanceof SequenceNode sequence)) {
			return wrong(node, "应为列表", "a list");
		}
		List<Object> codes = new ArrayList<>();
		for (Node one : sequence.getValue()) {
			Object code = code(fact, one);
			if (code != null) {
				codes.add(code);
			}
		}
		return codes;
	}

	private @Nullable Object code(Fact fact, Node node) {
		List<String> names = Objects.requireNonNull(fact.codes()).names();
		boolean known = node instanceof ScalarNode scalar && names.contains(scalar.getValue());
		return known ? ((ScalarNode) node).getValue() : wrong(node, "应为 " + names, String.valueOf(names));
	}

	private static String zh(Fact fact) {
		Bounds bounds = fact.bounds();
		return switch (fact.type()) {
			case BOOLEAN -> "应为 true / false";
			case INTEGER -> usual(bounds) ? "应为整数" : "应为 " + bounds.min() + " 至 " + bounds.max() + " 的整数";
			case MONEY -> atLeastZero(bounds) ? "应为不小于零、最多两位小数的金额" : "应为最多两位小数的金额";
			case DECIMAL -> "应为最多 " + bounds.decimals() + " 位小数的数";
			case DATE -> "应为 2013-01-31 形式的日期，" + FIRST_YEAR + " 年以后";
			case REGION -> "应为六至十二位行政区划代码";
			default -> "应为不超过 " + bounds.longest() + " 个字符的文字";
		};
	}

	private static String en(Fact fact) {
		Bounds bounds = fact.bounds();
		return switch (fact.type()) {
			case BOOLEAN -> "true / false";
			case INTEGER -> "a whole number" + (usual(bounds) ? "" : " from " + bounds.min() + " to " + bounds.max());
			case MONEY -> "an amount " + (atLeastZero(bounds) ? "of zero or more " : "") + "with at most two decimals";
			case DECIMAL -> "a number with at most " + bounds.decimals() + " decimals";
			case DATE -> "a date such as 2013-01-31, of " + FIRST_YEAR + " or later,";
			case REGION -> "a region code of six to twelve digits";
			default -> "a text of at most " + bounds.longest() + " characters";
		};
	}

	private @Nullable Object wrong(@Nullable Node node, String zh, String en) {
		if (node != null) {
			this.person.error(node, "EXAMPLE_VALUE", "这里" + zh, en + " expected here", null);
		}
		return null;
	}

}
