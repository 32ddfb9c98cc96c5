package org.huiling.engine.source;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.huiling.engine.InKind;
import org.huiling.engine.example.Example;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.engine.source.yaml.Yaml;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Writes into {@code examples.yaml} what came out in the place of what was expected.
 * Everything else of the file stays as its author laid it out, character by character.
 */
public final class ExampleWriter {

	/** What is the same text with and without quotation marks. */
	private static final Pattern PLAIN = Pattern
		.compile("[\\p{IsHan}A-Za-z][\\p{IsHan}A-Za-z0-9._—–-]*(?: [\\p{IsHan}A-Za-z0-9._—–-]+)*");

	/** Words that YAML takes for something else than a text. */
	private static final Set<String> OTHERS = Set.of("true", "false", "yes", "no", "on", "off", "null", "y", "n");

	private ExampleWriter() {
	}

	/**
	 * The file with some results accepted.
	 * @param file as it is
	 * @param accepted how examples came out, which is what they expect from now on; only
	 * what they looked at before is written
	 * @return the file as it is to be; an example that cannot be told apart in it, such
	 * as one by an alias, stays as it is
	 */
	public static byte[] accepting(byte[] file, Collection<Example.Result> accepted) {
		String text = new String(file, StandardCharsets.UTF_8);
		Node top = Yaml.read(ExampleReader.FILE, file, new Problems());
		Map<Integer, Example.Result> byLine = new HashMap<>();
		accepted.forEach((result) -> byLine.put(result.example().line(), result));
		List<Change> changes = new ArrayList<>();
		for (MappingNode item : items(top)) {
			Node name = value(item, "name");
			Example.Result result = (name != null) ? byLine.get(name.getStartMark().getLine() + 1) : null;
			if (result != null && value(item, "expect") instanceof MappingNode expect && expect.getAnchor() == null
					&& expect.getStartMark().getIndex() > item.getStartMark().getIndex()) {
				changes.add(new Change(index(text, expect.getStartMark().getIndex()), end(text, expect),
						written(expect, result.actual())));
			}
		}
		changes.sort(Comparator.comparingInt(Change::from).reversed());
		StringBuilder changed = new StringBuilder(text);
		changes.forEach((change) -> changed.replace(change.from(), change.to(), change.text()));
		return changed.toString().getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * A place of the file and what is to stand there.
	 *
	 * @param from the first character
	 * @param to the first after it
	 * @param text what is to stand there
	 */
	private record Change(int from, int to, String text) {
	}

	private static List<MappingNode> items(@Nullable Node top) {
		Node list = (top instanceof MappingNode mapping) ? value(mapping, "examples") : top;
		List<MappingNode> items = new ArrayList<>();
		if (list instanceof SequenceNode sequence) {
			sequence.getValue().forEach((one) -> {
				if (one instanceof MappingNode item) {
					items.add(item);
				}
			});
		}
		return items;
	}

	private static @Nullable Node value(MappingNode mapping, String key) {
		for (NodeTuple tuple : mapping.getValue()) {
			if (tuple.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
				return tuple.getValueNode();
			}
		}
		return null;
	}

	/** Marks count characters beyond the first plane once, Java twice. */
	private static int index(String text, int mark) {
		return text.offsetByCodePoints(0, mark);
	}

	/** A block ends with the last thing in it, not where the next one begins. */
	private static int end(String text, Node node) {
		if (node instanceof CollectionNode<?> collection && collection.getFlowStyle() == FlowStyle.BLOCK
				&& !collection.getValue().isEmpty()) {
			Object last = collection.getValue().get(collection.getValue().size() - 1);
			return end(text, (last instanceof NodeTuple tuple) ? tuple.getValueNode() : (Node) last);
		}
		return index(text, node.getEndMark().getIndex());
	}

	private static String written(MappingNode expect, Example.Expected actual) {
		Map<String, @Nullable String> values = new LinkedHashMap<>();
		for (NodeTuple tuple : expect.getValue()) {
			String key = ((ScalarNode) tuple.getKeyNode()).getValue();
			switch (key) {
				case "outcome" -> values.put(key, (actual.outcome() != null) ? actual.outcome().name() : null);
				case "amount", "inKind" -> {
					values.put("amount", amount(actual.amount()));
					values.put("inKind", things(actual.inKind()));
				}
				case "rules" -> values.put(key, list(actual.rules()));
				case "missing" -> values.put(key, list(actual.missing()));
				case "withheld" -> values.put(key, list(actual.withheld()));
				case "undecided" -> values.put(key, lists(actual.undecided()));
				default -> throw new IllegalStateException(key);
			}
		}
		return values.entrySet()
			.stream()
			.filter((value) -> value.getValue() != null)
			.map((value) -> value.getKey() + ": " + value.getValue())
			.collect(Collectors.joining(", ", "{", "}"));
	}

	private static @Nullable String amount(@Nullable BigDecimal amount) {
		return (amount != null) ? amount.toPlainString() : null;
	}

	private static @Nullable String things(@Nullable List<InKind> things) {
		return (things == null) ? null
				: things.stream()
					.map((one) -> "{what: " + quoted(one.what().zh()) + ", quantity: " + one.quantity()
							+ (one.unit().isEmpty() ? "" : ", unit: " + quoted(one.unit())) + "}")
					.collect(Collectors.joining(", ", "[", "]"));
	}

	private static @Nullable String list(@Nullable List<String> texts) {
		return (texts == null) ? null
				: texts.stream().map(ExampleWriter::quoted).collect(Collectors.joining(", ", "[", "]"));
	}

	private static @Nullable String lists(@Nullable Map<String, List<String>> lists) {
		return (lists == null) ? null
				: lists.entrySet()
					.stream()
					.map((one) -> quoted(one.getKey()) + ": " + list(one.getValue()))
					.collect(Collectors.joining(", ", "{", "}"));
	}

	private static String quoted(String text) {
		return (PLAIN.matcher(text).matches() && !OTHERS.contains(text.toLowerCase(Locale.ROOT))) ? text
				: "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
	}

}
