package org.huiling.engine.source.yaml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import org.huiling.engine.Bilingual;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads YAML into nodes that know their place; builds no object of its own accord. */
public final class Yaml {

	private static final int NESTING = 20;

	private static final int ALIASES = 50;

	/** What is written without a tag. */
	private static final Set<Tag> PLAIN = Set.of(Tag.MAP, Tag.SEQ, Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL,
			Tag.TIMESTAMP);

	private Yaml() {
	}

	/**
	 * Reads a file whose top is a mapping.
	 * @param file its path
	 * @param bytes UTF-8
	 * @param problems takes what is wrong
	 * @return the mapping, or null if the file cannot be read
	 */
	public static @Nullable YamlMapping mapping(String file, byte[] bytes, Problems problems) {
		Node top = read(file, bytes, problems);
		if (top instanceof MappingNode mapping) {
			return new YamlMapping(file, mapping, problems);
		}
		if (top != null) {
			problems.error(place(file, top), "NOT_A_MAPPING", "文件应由“键: 值”组成", "the file must consist of `key: value`");
		}
		return null;
	}

	/**
	 * Reads a file whose top is a mapping and in which everything is written out: without
	 * anchors, aliases and tags, so that what is read is no larger than what is written.
	 * @param file its path
	 * @param bytes UTF-8
	 * @param problems takes what is wrong
	 * @return the mapping, or null if the file cannot be read
	 */
	public static @Nullable YamlMapping plainMapping(String file, byte[] bytes, Problems problems) {
		YamlMapping mapping = mapping(file, bytes, problems);
		Node reference = (mapping != null) ? reference(mapping.self()) : null;
		if (reference != null) {
			problems.error(place(file, reference), "YAML_LIMIT", "这里不能用 & 锚点、* 引用和 ! 标签",
					"anchors &, aliases * and tags ! are not admitted here");
			return null;
		}
		return mapping;
	}

	/**
	 * The first node with an anchor or a tag of its own, null if there is none. What an
	 * alias stands for has an anchor, so the first of them is met before anything twice.
	 */
	private static @Nullable Node reference(Node node) {
		if (node.getAnchor() != null || !PLAIN.contains(node.getTag())) {
			return node;
		}
		if (node instanceof MappingNode mapping) {
			for (NodeTuple tuple : mapping.getValue()) {
				Node key = reference(tuple.getKeyNode());
				Node found = (key != null) ? key : reference(tuple.getValueNode());
				if (found != null) {
					return found;
				}
			}
		}
		else if (node instanceof SequenceNode sequence) {
			for (Node one : sequence.getValue()) {
				Node found = reference(one);
				if (found != null) {
					return found;
				}
			}
		}
		return null;
	}

	private static LoaderOptions options() {
		LoaderOptions options = new LoaderOptions();
		options.setNestingDepthLimit(NESTING);
		options.setMaxAliasesForCollections(ALIASES);
		options.setAllowDuplicateKeys(false);
		options.setAllowRecursiveKeys(false);
		return options;
	}

	public static @Nullable Node read(String file, byte[] bytes, Problems problems) {
		String text = text(file, bytes, problems);
		if (text == null) {
			return null;
		}
		LoaderOptions options = options();
		try {
			Node top = new org.yaml.snakeyaml.Yaml(new SafeConstructor(options))
				.compose(new java.io.StringReader(text));
			if (top == null) {
				problems.error(FilePlace.of(file), "EMPTY_FILE", "文件是空的", "the file is empty");
			}
			return top;
		}
		catch (MarkedYAMLException ex) {
			FilePlace open = openedBefore(file, text, options);
			if (open != null) {
				problems.error(open, "UNCLOSED_STRING", "从这里开始的引号没有在本行结束",
						"the text that opens here is not closed on its line",
						new Bilingual("补上结束的引号", "close it with the same quotation mark"));
				return null;
			}
			var mark = ex.getProblemMark();
			FilePlace place = (mark != null)
					? new FilePlace(file, mark.getLine() + 1, mark.getColumn() + 1, lineOf(text, mark.getLine()))
					: FilePlace.of(file);
			problems.error(place, "YAML_SYNTAX", "YAML 格式错误：检查缩进、冒号和引号",
					"not valid YAML: check indentation, colons and quotes");
		}
		catch (YAMLException ex) {
			problems.error(FilePlace.of(file), "YAML_LIMIT", "YAML 嵌套过深或引用过多",
					"YAML is nested too deeply or has too many aliases");
		}
		return null;
	}

	/**
	 * Where the quotation opens that runs over the end of its line, if that is what the
	 * file breaks at.
	 */
	private static @Nullable FilePlace openedBefore(String file, String text, LoaderOptions options) {
		Mark last = null;
		try {
			for (Event event : new org.yaml.snakeyaml.Yaml(new SafeConstructor(options))
				.parse(new java.io.StringReader(text))) {
				boolean quoted = event instanceof ScalarEvent scalar
						&& (scalar.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED
								|| scalar.getScalarStyle() == ScalarStyle.SINGLE_QUOTED);
				boolean over = quoted && event.getEndMark().getLine() > event.getStartMark().getLine();
				last = over ? event.getStartMark() : (event instanceof ScalarEvent) ? null : last;
			}
		}
		catch (MarkedYAMLException ex) {
			boolean quotation = String.valueOf(ex.getContext()).contains("quoted scalar");
			last = (quotation && ex.getContextMark() != null) ? ex.getContextMark() : last;
		}
		catch (YAMLException ex) {
			return null;
		}
		return (last != null)
				? new FilePlace(file, last.getLine() + 1, last.getColumn() + 1, lineOf(text, last.getLine())) : null;
	}

	/**
	 * Decodes UTF-8 strictly.
	 * @param file the file's path
	 * @param bytes its bytes
	 * @param problems takes what is wrong
	 * @return the text without a byte-order mark, or null if it is not UTF-8
	 */
	public static @Nullable String text(String file, byte[] bytes, Problems problems) {
		try {
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
			return text.startsWith("\uFEFF") ? text.substring(1) : text;
		}
		catch (CharacterCodingException ex) {
			problems.error(FilePlace.of(file), "NOT_UTF8", "文件不是 UTF-8 编码，请另存为 UTF-8",
					"the file is not UTF-8: save it as UTF-8");
			return null;
		}
	}

	public static FilePlace place(String file, Node node) {
		var mark = node.getStartMark();
		String excerpt = (node instanceof org.yaml.snakeyaml.nodes.ScalarNode scalar) ? scalar.getValue() : null;
		return new FilePlace(file, mark.getLine() + 1, mark.getColumn() + 1, excerpt);
	}

	private static String lineOf(String text, int line) {
		List<String> lines = text.lines().toList();
		return (line < lines.size()) ? lines.get(line).strip() : "";
	}

}
