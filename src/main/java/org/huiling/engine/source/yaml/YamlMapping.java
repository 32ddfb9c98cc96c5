package org.huiling.engine.source.yaml;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.huiling.engine.Bilingual;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One mapping of a YAML file. Every getter notes what is missing or wrong at its line and
 * answers with something harmless, so that reading goes on and all is told at once.
 */
public final class YamlMapping {

	/** No policy is older. */
	public static final int FIRST_YEAR = 1900;

	/** No policy looks further ahead. */
	public static final int LAST_YEAR = 2199;

	private final String file;

	private final MappingNode node;

	private final Problems problems;

	private final Map<String, Node> values = new LinkedHashMap<>();

	public YamlMapping(String file, MappingNode node, Problems problems) {
		this.file = file;
		this.node = node;
		this.problems = problems;
		for (NodeTuple tuple : node.getValue()) {
			String key = (tuple.getKeyNode() instanceof ScalarNode scalar) ? scalar.getValue() : "?";
			if (this.values.put(key, tuple.getValueNode()) != null) {
				problems.error(Yaml.place(file, tuple.getKeyNode()), "DUPLICATE_KEY", "键 " + key + " 重复",
						"the key " + key + " stands twice");
			}
		}
	}

	/**
	 * Refuses keys that are not known.
	 * @param known every key that may stand here
	 */
	public void allow(String... known) {
		this.values.forEach((key, value) -> {
			if (!Arrays.asList(known).contains(key)) {
				String near = Nearest.to(key, List.of(known));
				this.problems.error(keyPlace(key), "UNKNOWN_KEY", "未知的键 " + key, "unknown key " + key,
						(near != null) ? Nearest.hint(near) : null);
			}
		});
	}

	/**
	 * Where a key itself stands.
	 * @param key the key
	 * @return its place, or that of the mapping
	 */
	public FilePlace keyPlace(String key) {
		return this.node.getValue()
			.stream()
			.map(NodeTuple::getKeyNode)
			.filter((one) -> one instanceof ScalarNode scalar && scalar.getValue().equals(key))
			.findFirst()
			.map((one) -> Yaml.place(this.file, one))
			.orElseGet(() -> Yaml.place(this.file, this.node));
	}

	/**
	 * The keys of this mapping.
	 * @return in the order of the file
	 */
	public Iterable<String> keys() {
		return this.values.keySet();
	}

	/**
	 * Whether a key has a value other than null.
	 * @param key the key
	 * @return true if it is there
	 */
	public boolean has(String key) {
		Node value = this.values.get(key);
		return value != null && !Tag.NULL.equals(value.getTag());
	}

	public MappingNode self() {
		return this.node;
	}

	/**
	 * Where a character of a text stands.
	 * @param key the key of the text
	 * @param offset the index of the character
	 * @param excerpt what stands there
	 * @return its place; where the text begins if it runs over several lines
	 */
	public FilePlace placeWithin(String key, int offset, String excerpt) {
		FilePlace start = place(key);
		if (!(this.values.get(key) instanceof ScalarNode scalar)
				|| scalar.getEndMark().getLine() > scalar.getStartMark().getLine()) {
			return new FilePlace(this.file, start.line(), start.column(), excerpt);
		}
		int quote = (scalar.getScalarStyle() == ScalarStyle.PLAIN) ? 0 : 1;
		return new FilePlace(this.file, start.line(), start.column() + quote + offset, excerpt);
	}

	/**
	 * Whether a value is a mapping.
	 * @param key the key
	 * @return false if it is absent or something else
	 */
	public boolean isMapping(String key) {
		return this.values.get(key) instanceof MappingNode;
	}

	/**
	 * Whether a value is a list.
	 * @param key the key
	 * @return false if it is absent or something else
	 */
	public boolean isList(String key) {
		return this.values.get(key) instanceof SequenceNode;
	}

	/**
	 * The file it stands in.
	 * @return its path
	 */
	public String file() {
		return this.file;
	}

	public @Nullable Node node(String key) {
		return has(key) ? this.values.get(key) : null;
	}

	/**
	 * Where a key's value stands.
	 * @param key the key
	 * @return its place, or that of the mapping
	 */
	public FilePlace place(String key) {
		Node value = this.values.get(key);
		return Yaml.place(this.file, (value != null) ? value : this.node);
	}

	/**
	 * A text that must be there.
	 * @param key the key
	 * @return the text, empty if it is missing
	 */
	public String text(String key) {
		String text = optionalText(key);
		if (text == null || text.isBlank()) {
			missing(key);
			return "";
		}
		return text;
	}

	/**
	 * A text that may be absent.
	 * @param key the key
	 * @return the text or null
	 */
	public @Nullable String optionalText(String key) {
		Node value = node(key);
		if (value == null) {
			return null;
		}
		if (value instanceof ScalarNode scalar) {
			return scalar.getValue();
		}
		wrong(key, "应为文字", "must be a text");
		return "";
	}

	/**
	 * A date that may be absent.
	 * @param key the key
	 * @return the date or null
	 */
	public @Nullable LocalDate date(String key) {
		String text = optionalText(key);
		if (text == null) {
			return null;
		}
		LocalDate date = Scalars.date(text, FIRST_YEAR, LAST_YEAR);
		if (date == null) {
			wrong(key, "应为 2013-01-31 形式的日期，" + FIRST_YEAR + " 年至 " + LAST_YEAR + " 年",
					"must be a date such as 2013-01-31, of the years " + FIRST_YEAR + " to " + LAST_YEAR);
		}
		return date;
	}

	/**
	 * A whole number.
	 * @param key the key
	 * @param least the smallest that makes sense
	 * @param most the largest
	 * @return the number, or the least if it is missing or wrong
	 */
	public int number(String key, int least, int most) {
		String text = text(key);
		Integer number = Scalars.whole(text);
		if (number != null && number >= least && number <= most) {
			return number;
		}
		if (!text.isEmpty()) {
			wrong(key, "应为 " + least + " 至 " + most + " 的整数", "must be a whole number from " + least + " to " + most);
		}
		return least;
	}

	/**
	 * One of a closed set of codes.
	 * @param <E> the set
	 * @param key the key
	 * @param type the set
	 * @param otherwise what stands for an absent or wrong one; null makes the key
	 * required
	 * @return the code
	 */
	public <E extends Enum<E>> E code(String key, Class<E> type, @Nullable E otherwise) {
		String text = (otherwise != null) ? optionalText(key) : text(key);
		for (E constant : type.getEnumConstants()) {
			if (constant.name().equals(text)) {
				return constant;
			}
		}
		if (text != null && !text.isEmpty()) {
			wrong(key, "应为 " + Arrays.toString(type.getEnumConstants()) + " 之一",
					"must be one of " + Arrays.toString(type.getEnumConstants()));
		}
		return (otherwise != null) ? otherwise : type.getEnumConstants()[0];
	}

	/**
	 * A text in both languages, {@code {zh: …, en: …}}.
	 * @param key the key
	 * @return the text
	 */
	public Bilingual bilingual(String key) {
		YamlMapping both = mapping(key);
		if (both == null) {
			missing(key);
			return new Bilingual("", "");
		}
		both.allow("zh", "en");
		return new Bilingual(both.text("zh"), both.text("en"));
	}

	/**
	 * A mapping below a key.
	 * @param key the key
	 * @return the mapping, or null if it is absent or no mapping
	 */
	public @Nullable YamlMapping mapping(String key) {
		Node value = node(key);
		if (value instanceof MappingNode mapping) {
			return new YamlMapping(this.file, mapping, this.problems);
		}
		if (value != null) {
			wrong(key, "应为“键: 值”", "must be a mapping");
		}
		return null;
	}

	/**
	 * The mappings of a list below a key.
	 * @param key the key
	 * @return them in order; empty if the key is absent
	 */
	public List<YamlMapping> mappings(String key) {
		Node value = node(key);
		if (value instanceof SequenceNode sequence) {
			return mappings(this.file, sequence, this.problems);
		}
		if (value != null) {
			wrong(key, "应为列表", "must be a list");
		}
		return List.of();
	}

	/** The mappings of a list; whatever else stands in it is a problem at its line. */
	public static List<YamlMapping> mappings(String file, SequenceNode sequence, Problems problems) {
		List<YamlMapping> mappings = new ArrayList<>();
		for (Node item : sequence.getValue()) {
			if (item instanceof MappingNode mapping) {
				mappings.add(new YamlMapping(file, mapping, problems));
			}
			else {
				problems.error(Yaml.place(file, item), "WRONG_VALUE", "这里应为“键: 值”", "a mapping is expected here");
			}
		}
		return mappings;
	}

	/**
	 * A list of texts that may be absent.
	 * @param key the key
	 * @return the texts, or null
	 */
	public @Nullable List<String> texts(String key) {
		Node value = node(key);
		if (value == null) {
			return null;
		}
		List<String> texts = new ArrayList<>();
		for (Node item : (value instanceof SequenceNode sequence) ? sequence.getValue() : List.of(value)) {
			if (value instanceof SequenceNode && item instanceof ScalarNode scalar) {
				texts.add(scalar.getValue());
			}
			else {
				this.problems.error(Yaml.place(this.file, item), "WRONG_VALUE", key + " 应为文字的列表",
						key + " must be a list of texts");
			}
		}
		return texts;
	}

	/**
	 * Tells that a value is wrong, at its place.
	 * @param key the key, which the message begins with
	 * @param zh what is wrong, in Chinese
	 * @param en what is wrong, in English
	 */
	public void wrong(String key, String zh, String en) {
		this.problems.error(place(key), "WRONG_VALUE", key + " " + zh, key + " " + en);
	}

	/**
	 * Tells that a key is missing, at the mapping's first key.
	 * @param key the key
	 */
	public void missing(String key) {
		FilePlace place = Yaml.place(this.file, this.node);
		String first = this.values.keySet().stream().findFirst().orElse(null);
		this.problems.error((first != null) ? place.naming(first) : place, "MISSING_KEY", "缺少 " + key,
				key + " is missing");
	}

}
