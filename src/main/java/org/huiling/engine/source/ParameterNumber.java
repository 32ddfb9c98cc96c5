package org.huiling.engine.source;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.huiling.engine.source.yaml.Problems;
import org.huiling.engine.source.yaml.Yaml;
import org.huiling.engine.source.yaml.YamlMapping;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Sets a number among the parameters of {@code policy.yaml} to another. */
public final class ParameterNumber {

	private static final String VALUE = "value";

	private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.(\\d+))?");

	private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

	private static final String STANDARD = "standards.";

	private ParameterNumber() {
	}

	/**
	 * Sets a parameter; its unit, basis and everything else stay as they are written.
	 * @param header the file
	 * @param parameter its name
	 * @param value the other value; for all days where it changes by date
	 * @return the file with it; null if there is no such parameter, or it is no number
	 */
	public static byte @Nullable [] set(byte[] header, String parameter, BigDecimal value) {
		Node said = value(header, parameter);
		Integer decimals = (said != null) ? decimals(said) : null;
		if (said == null || decimals == null) {
			return null;
		}
		BigDecimal written = (value.scale() < decimals) ? value.setScale(decimals) : value;
		String text = new String(header, StandardCharsets.UTF_8);
		String changed = text.substring(0, text.offsetByCodePoints(0, said.getStartMark().getIndex()))
				+ written.toPlainString() + text.substring(text.offsetByCodePoints(0, said.getEndMark().getIndex()));
		return changed.getBytes(StandardCharsets.UTF_8);
	}

	private static @Nullable Node value(byte[] header, String parameter) {
		YamlMapping yaml = Yaml.mapping(HeaderReader.FILE, header, new Problems());
		Node parameters = (yaml != null) ? entry(yaml.self(), "parameters") : null;
		Node one = (parameters != null) ? entry(parameters, parameter) : null;
		return (one != null) ? entry(one, VALUE) : null;
	}

	private static @Nullable Node entry(Node node, String key) {
		if (node instanceof MappingNode mapping) {
			for (NodeTuple tuple : mapping.getValue()) {
				if (tuple.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
					return tuple.getValueNode();
				}
			}
		}
		return null;
	}

	/** How many decimals its numbers are written with; null if it is no number. */
	private static @Nullable Integer decimals(Node value) {
		if (value instanceof ScalarNode scalar) {
			Matcher number = NUMBER.matcher(scalar.getValue());
			if (number.matches()) {
				return (number.group(1) != null) ? number.group(1).length() : 0;
			}
			return scalar.getValue().contains(STANDARD) ? 0 : null;
		}
		if (!(value instanceof MappingNode mapping) || mapping.getValue().isEmpty()) {
			return null;
		}
		Integer most = 0;
		for (NodeTuple tuple : mapping.getValue()) {
			boolean day = tuple.getKeyNode() instanceof ScalarNode key && DAY.matcher(key.getValue()).matches();
			Node dated = tuple.getValueNode();
			Node said = (dated instanceof MappingNode) ? entry(dated, VALUE) : dated;
			Integer decimals = (day && said instanceof ScalarNode) ? decimals(said) : null;
			if (decimals == null) {
				return null;
			}
			most = Math.max(most, decimals);
		}
		return most;
	}

}
