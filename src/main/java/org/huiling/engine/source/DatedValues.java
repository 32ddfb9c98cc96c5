package org.huiling.engine.source;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;

import org.huiling.engine.source.yaml.Scalars;
import org.huiling.engine.source.yaml.YamlMapping;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A parameter's value with days in it: wherever all keys are days, the value of a day is
 * that of the last of them before it or on it.
 */
final class DatedValues {

	private DatedValues() {
	}

	/** The value by day, null if the keys of a mapping are no days. */
	private static @Nullable NavigableMap<LocalDate, Node> byDay(Node node) {
		if (!(node instanceof MappingNode mapping) || mapping.getValue().isEmpty()) {
			return null;
		}
		NavigableMap<LocalDate, Node> days = new TreeMap<>();
		for (NodeTuple tuple : mapping.getValue()) {
			LocalDate day = (tuple.getKeyNode() instanceof ScalarNode key)
					? Scalars.date(key.getValue(), YamlMapping.FIRST_YEAR, YamlMapping.LAST_YEAR) : null;
			if (day == null) {
				return null;
			}
			days.put(day, tuple.getValueNode());
		}
		return days;
	}

	/** Takes every day at which a value begins. */
	static void days(Node value, SortedSet<LocalDate> taken) {
		NavigableMap<LocalDate, Node> days = byDay(value);
		if (days != null) {
			taken.addAll(days.keySet());
		}
		else if (value instanceof MappingNode mapping) {
			mapping.getValue().forEach((tuple) -> days(tuple.getValueNode(), taken));
		}
		else if (value instanceof SequenceNode rows) {
			rows.getValue().forEach((row) -> days(row, taken));
		}
	}

	/** A day that stands a second time beside itself, null if none does. */
	static @Nullable Node twice(Node value) {
		if (value instanceof SequenceNode rows) {
			return rows.getValue().stream().map(DatedValues::twice).filter(Objects::nonNull).findFirst().orElse(null);
		}
		if (!(value instanceof MappingNode mapping)) {
			return null;
		}
		NavigableMap<LocalDate, Node> days = byDay(value);
		Set<String> seen = new HashSet<>();
		for (NodeTuple tuple : mapping.getValue()) {
			Node inner = twice(tuple.getValueNode());
			if (inner != null) {
				return inner;
			}
			if (days != null && !seen.add(((ScalarNode) tuple.getKeyNode()).getValue())) {
				return tuple.getKeyNode();
			}
		}
		return null;
	}

	/** The value of a day; null if there is none yet. */
	static @Nullable Node on(Node value, LocalDate day) {
		NavigableMap<LocalDate, Node> days = byDay(value);
		if (days != null) {
			Map.Entry<LocalDate, Node> last = days.floorEntry(day);
			return (last != null) ? last.getValue() : null;
		}
		if (value instanceof SequenceNode rows) {
			List<Node> of = new ArrayList<>();
			for (Node row : rows.getValue()) {
				Node one = on(row, day);
				if (one == null) {
					return null;
				}
				of.add(one);
			}
			return new SequenceNode(rows.getTag(), true, of, rows.getStartMark(), rows.getEndMark(),
					rows.getFlowStyle());
		}
		if (!(value instanceof MappingNode mapping)) {
			return value;
		}
		List<NodeTuple> tuples = new ArrayList<>();
		for (NodeTuple tuple : mapping.getValue()) {
			Node one = on(tuple.getValueNode(), day);
			if (one == null) {
				return null;
			}
			tuples.add(new NodeTuple(tuple.getKeyNode(), one));
		}
		return new MappingNode(mapping.getTag(), true, tuples, mapping.getStartMark(), mapping.getEndMark(),
				mapping.getFlowStyle());
	}

	/** As the service shows it: with its days. */
	static Object shown(Node value) {
		if (value instanceof MappingNode mapping) {
			Map<String, Object> shown = new LinkedHashMap<>();
			mapping.getValue()
				.forEach(
						(tuple) -> shown.put(Objects.toString(shown(tuple.getKeyNode())), shown(tuple.getValueNode())));
			return shown;
		}
		if (value instanceof SequenceNode sequence) {
			return sequence.getValue().stream().map(DatedValues::shown).toList();
		}
		String text = (value instanceof ScalarNode scalar) ? scalar.getValue() : "";
		return text.matches("\\d+(\\.\\d+)?") ? new BigDecimal(text) : text;
	}

}
