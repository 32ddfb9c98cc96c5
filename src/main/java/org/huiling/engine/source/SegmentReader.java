package org.huiling.engine.source;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.huiling.engine.source.yaml.Problems;
import org.huiling.engine.source.yaml.Scalars;
import org.huiling.engine.source.yaml.Yaml;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads a parameter of unit {@code segments}: a list of slices, lowest first, each with
 * its bound {@code upTo} (the last without) and one percentage for each code.
 */
final class SegmentReader {

	private static final String BOUND = "upTo";

	/** What the ratio of a segment is called that goes by nothing. */
	private static final String SHARE = "share";

	private final String file;

	private final Problems problems;

	private final Units units;

	SegmentReader(String file, Problems problems, Units units) {
		this.file = file;
		this.problems = problems;
		this.units = units;
	}

	record Read(String type, String source, Object shown) {
	}

	/** Segments that are the same for everybody. */
	@Nullable Read read(Node value) {
		List<Object> shown = new ArrayList<>();
		Map<String, Ratios> byKey = slices(value, shown);
		if (byKey == null) {
			return null;
		}
		Ratios share = byKey.get(SHARE);
		if (share == null || byKey.size() > 1) {
			return wrong(value, "不按类别的分段写 share：[{upTo: 1000.00, share: 50}, {share: 20}]；按类别的加 by",
					"segments that go by nothing give share: [{upTo: 1000.00, share: 50}, {share: 20}]; others say by");
		}
		return new Read("Segments", source(share), shown);
	}

	@Nullable Read read(String by, String keyType, Node value) {
		List<Object> shown = new ArrayList<>();
		Map<String, Ratios> byKey = slices(value, shown);
		if (byKey == null) {
			return null;
		}
		TableRows rows = new TableRows(this.file, this.problems, this.units, by, keyType);
		for (Ratios ratios : byKey.values()) {
			if (!rows.add(ratios.key(), source(ratios))) {
				return null;
			}
		}
		return rows.isWhole(value) ? new Read(rows.type("Segments"), rows.source("Segments"), shown) : null;
	}

	private static String source(Ratios ratios) {
		return "new Segments(List.of(" + String.join(", ", ratios.segments()) + "))";
	}

	private @Nullable Map<String, Ratios> slices(Node value, List<Object> shown) {
		if (!(value instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
			return refuse(value, "分段应为列表：[{upTo: 10000.00, COUNTY: 70}, {COUNTY: 75}]",
					"segments must be a list: [{upTo: 10000.00, COUNTY: 70}, {COUNTY: 75}]");
		}
		Map<String, Ratios> byKey = new LinkedHashMap<>();
		for (int i = 0; i < sequence.getValue().size(); i++) {
			boolean last = i == sequence.getValue().size() - 1;
			if (!(sequence.getValue().get(i) instanceof MappingNode slice) || !slice(slice, last, byKey, shown)) {
				return refuse(sequence.getValue().get(i), "每段写 upTo（末段不写）和各类比例",
						"each segment gives upTo (the last one none) and the ratios");
			}
		}
		BigDecimal below = BigDecimal.ZERO;
		for (Node slice : sequence.getValue()) {
			BigDecimal bound = bound((MappingNode) slice);
			if (bound != null && bound.compareTo(below) <= 0) {
				return refuse(slice, "各段的 upTo 应从低到高", "the bounds upTo must rise from segment to segment");
			}
			below = (bound != null) ? bound : below;
		}
		int slices = sequence.getValue().size();
		if (byKey.values().stream().anyMatch((ratios) -> ratios.segments().size() != slices)) {
			return refuse(value, "各段应列出同样的类别", "every segment must list the same codes");
		}
		return byKey;
	}

	/** The segments of one code, as Java source, and where the code stands first. */
	private record Ratios(Node key, List<String> segments) {
	}

	private static @Nullable BigDecimal bound(MappingNode slice) {
		for (NodeTuple tuple : slice.getValue()) {
			if (tuple.getKeyNode() instanceof ScalarNode key && BOUND.equals(key.getValue())
					&& tuple.getValueNode() instanceof ScalarNode value) {
				return Scalars.yuan(value.getValue());
			}
		}
		return null;
	}

	private boolean slice(MappingNode slice, boolean last, Map<String, Ratios> byKey, List<Object> shown) {
		Map<String, Object> row = new LinkedHashMap<>();
		String bound = null;
		for (NodeTuple tuple : slice.getValue()) {
			String key = (tuple.getKeyNode() instanceof ScalarNode scalar) ? scalar.getValue() : "";
			String text = (tuple.getValueNode() instanceof ScalarNode scalar) ? scalar.getValue() : "";
			if (BOUND.equals(key)) {
				bound = unit(this.units.money()).literal(text);
				row.put(key, unit(this.units.money()).shown(text));
			}
		}
		if (last != (bound == null)) {
			return false;
		}
		for (NodeTuple tuple : slice.getValue()) {
			String name = (tuple.getKeyNode() instanceof ScalarNode scalar) ? scalar.getValue() : "";
			if (BOUND.equals(name)) {
				continue;
			}
			String text = (tuple.getValueNode() instanceof ScalarNode scalar) ? scalar.getValue() : "";
			String ratio = unit("percent").literal(text);
			if (ratio == null) {
				return false;
			}
			byKey.computeIfAbsent(name, (one) -> new Ratios(tuple.getKeyNode(), new ArrayList<>()))
				.segments()
				.add("new Segments.Segment(" + bound + ", " + ratio + ")");
			row.put(name, unit("percent").shown(text));
		}
		shown.add(row);
		return true;
	}

	private Unit unit(String name) {
		Unit unit = this.units.named(name);
		if (unit == null) {
			throw new IllegalStateException(name);
		}
		return unit;
	}

	private @Nullable Read wrong(Node node, String zh, String en) {
		refuse(node, zh, en);
		return null;
	}

	private @Nullable Map<String, Ratios> refuse(Node node, String zh, String en) {
		this.problems.error(Yaml.place(this.file, node), "SEGMENTS", zh, en);
		return null;
	}

}
