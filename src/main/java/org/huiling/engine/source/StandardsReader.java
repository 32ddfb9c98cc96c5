package org.huiling.engine.source;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.huiling.engine.Bilingual;
import org.huiling.engine.Currencies;
import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.engine.source.yaml.Scalars;
import org.huiling.engine.source.yaml.Yaml;
import org.huiling.engine.source.yaml.YamlMapping;
import org.huiling.engine.standard.Standard;
import org.huiling.engine.standard.StandardsFile;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads {@code standards.yaml}. */
public final class StandardsReader {

	private static final int MOST_BYTES = 512 << 10;

	private static final int MOST_STANDARDS = 200;

	/** Of one standard, for all its keys together. */
	private static final int MOST_VALUES = 1_000;

	private static final int MOST_TEXT = 500;

	private static final Set<String> OWN_KEYS = Set.of("title", "unit", "by", "basis", "value");

	/** The types of values that can be shared. */
	private static final Set<String> TYPES = Set.of("Money", "Ratio", "int", "LocalDate");

	private static final Pattern DAY = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})(?:\\.([2-9]|[1-9][0-9]))?");

	private final Problems problems;

	private final @Nullable Units units;

	private final Map<String, Integer> lines = new HashMap<>();

	/**
	 * A reader.
	 * @param problems takes what is wrong
	 * @param units of parameters; null where values were held to them before
	 */
	public StandardsReader(Problems problems, @Nullable Units units) {
		this.problems = problems;
		this.units = units;
	}

	/**
	 * Reads the standards of a jurisdiction.
	 * @param jurisdiction the jurisdiction's id
	 * @param bytes the file
	 * @return null if it cannot be read at all
	 */
	public @Nullable StandardsFile read(String jurisdiction, byte[] bytes) {
		if (bytes.length > MOST_BYTES) {
			this.problems.error(FilePlace.of(StandardsFile.NAME), "TOO_LARGE", "文件大于 512 KiB",
					"the file is larger than 512 KiB");
			return null;
		}
		YamlMapping all = Yaml.plainMapping(StandardsFile.NAME, bytes, this.problems);
		if (all == null) {
			return null;
		}
		Map<String, Standard> standards = new LinkedHashMap<>();
		for (String name : all.keys()) {
			if (standards.size() == MOST_STANDARDS) {
				this.problems.error(all.keyPlace(name), "TOO_LARGE", "标准多于 " + MOST_STANDARDS + " 个",
						"there are more than " + MOST_STANDARDS + " standards");
				break;
			}
			YamlMapping standard = all.isMapping(name) ? all.mapping(name) : null;
			if (!ParameterReader.isName(name)) {
				this.problems.error(all.keyPlace(name), "PARAMETER_NAME", "标准名 " + name + " 应为英文小写字母开头的字母和数字",
						"the name " + name + " must be letters and digits, beginning in lower case");
			}
			else if (standard == null) {
				this.problems.error(all.place(name), "STANDARD_FORM",
						"标准 " + name + " 应写作 {title, unit, basis, value: {日期: 值}}",
						"the standard " + name + " must be {title, unit, basis, value: {day: value}}");
			}
			else {
				this.lines.put(name, all.keyPlace(name).line());
				standards.put(name, standard(name, standard));
			}
		}
		return new StandardsFile(jurisdiction, standards);
	}

	/**
	 * Where everything stands.
	 * @return lines by the name of a standard, and by that and the place of a value
	 */
	public Map<String, Integer> lines() {
		return this.lines;
	}

	private Standard standard(String name, YamlMapping yaml) {
		boolean apart = yaml.has("value");
		if (apart) {
			yaml.allow(OWN_KEYS.toArray(String[]::new));
		}
		String unitName = Objects.requireNonNullElse(yaml.optionalText("unit"), Currencies.DEFAULT);
		Unit unit = unit(yaml, unitName);
		String by = yaml.optionalText("by");
		Bilingual title = title(name, yaml);
		String basis = yaml.optionalText("basis");
		tooLong(yaml, "basis", basis);
		List<Read> values = apart ? values(yaml, "value", basis) : beside(yaml, basis);
		if (values.isEmpty() && !this.problems.hasErrors()) {
			yaml.missing("value");
		}
		judge(values, unit);
		values.forEach((one) -> this.lines.put(name + " " + one.value().place(),
				Yaml.place(StandardsFile.NAME, one.day()).line()));
		if (this.units != null) {
			judgeKeys(yaml, by, values);
		}
		return new Standard(name, title, unitName, by, values.stream().map(Read::value).toList());
	}

	/** A value with the nodes that it stands in. */
	private record Read(Standard.Value value, @Nullable Node key, Node day, Node node) {
	}

	private @Nullable Unit unit(YamlMapping yaml, String name) {
		Units known = this.units;
		Unit unit = (known != null) ? known.named(name) : null;
		if (known != null && (unit == null || !TYPES.contains(unit.type()))) {
			yaml.wrong("unit", "应为金额、比例、整数或日期的单位，如 CNY、percent、years、count、date",
					"must be a unit of amounts, shares, whole numbers or days, such as CNY, percent, years, count, date");
			return null;
		}
		return unit;
	}

	private Bilingual title(String name, YamlMapping yaml) {
		if (!yaml.has("title")) {
			this.problems.warning(yaml.keyPlace("title"), "MISSING_KEY", "缺少 title，说明和答案里只好写 " + name,
					"title is missing: answers can only call it " + name);
			return new Bilingual(name, name);
		}
		Bilingual title = yaml.bilingual("title");
		tooLong(yaml, "title", title.zh() + title.en());
		return title;
	}

	private void tooLong(YamlMapping yaml, String key, @Nullable String text) {
		if (text != null && text.length() > MOST_TEXT) {
			yaml.wrong(key, "超过 " + MOST_TEXT + " 字", "has more than " + MOST_TEXT + " characters");
		}
	}

	/** Values that stand beside title and unit. */
	private List<Read> beside(YamlMapping yaml, @Nullable String basis) {
		List<NodeTuple> tuples = new ArrayList<>();
		for (NodeTuple tuple : yaml.self().getValue()) {
			if (!OWN_KEYS.contains(text(tuple.getKeyNode()))) {
				tuples.add(tuple);
			}
		}
		return values(tuples, basis);
	}

	private List<Read> values(YamlMapping yaml, String key, @Nullable String basis) {
		if (!(yaml.node(key) instanceof MappingNode mapping)) {
			yaml.wrong(key, "应写作 {日期: 值}，例如 {2013-01-01: 450.00, 2013-07-01: 485.00}",
					"must be {day: value}, such as {2013-01-01: 450.00, 2013-07-01: 485.00}");
			return List.of();
		}
		return values(mapping.getValue(), basis);
	}

	private List<Read> values(List<NodeTuple> tuples, @Nullable String basis) {
		List<Read> values = new ArrayList<>();
		boolean dated = tuples.stream().allMatch((one) -> DAY.matcher(text(one.getKeyNode())).matches());
		for (NodeTuple tuple : tuples) {
			if (dated) {
				add(values, null, tuple, basis);
			}
			else if (tuple.getValueNode() instanceof MappingNode series) {
				series.getValue().forEach((one) -> add(values, tuple.getKeyNode(), one, basis));
			}
			else {
				this.problems.error(Yaml.place(StandardsFile.NAME, tuple.getValueNode()), "STANDARD_FORM",
						"每个值从哪一天起，要写出来：" + text(tuple.getKeyNode()) + ": {2013-01-01: 值}",
						"each value begins on a day: write " + text(tuple.getKeyNode()) + ": {2013-01-01: value}");
			}
			if (values.size() > MOST_VALUES) {
				this.problems.error(Yaml.place(StandardsFile.NAME, tuple.getKeyNode()), "TOO_LARGE",
						"一个标准的值多于 " + MOST_VALUES + " 个", "a standard has more than " + MOST_VALUES + " values");
				return List.of();
			}
		}
		return values;
	}

	private void add(List<Read> values, @Nullable Node key, NodeTuple tuple, @Nullable String ofAll) {
		Matcher day = DAY.matcher(text(tuple.getKeyNode()));
		LocalDate from = day.matches() ? Scalars.date(day.group(1), YamlMapping.FIRST_YEAR, YamlMapping.LAST_YEAR)
				: null;
		if (from == null) {
			this.problems.error(Yaml.place(StandardsFile.NAME, tuple.getKeyNode()), "STANDARD_FORM",
					"应为值开始的日期，例如 2013-07-01", "must be the day a value begins, such as 2013-07-01");
			return;
		}
		Node node = tuple.getValueNode();
		String basis = ofAll;
		if (node instanceof MappingNode mapping) {
			YamlMapping own = new YamlMapping(StandardsFile.NAME, mapping, this.problems);
			own.allow("value", "basis");
			node = Objects.requireNonNullElse(own.node("value"), node);
			basis = own.has("basis") ? own.optionalText("basis") : ofAll;
			tooLong(own, "basis", basis);
		}
		if (basis == null || basis.isBlank()) {
			this.problems.error(Yaml.place(StandardsFile.NAME, tuple.getKeyNode()), "MISSING_KEY",
					"缺少 basis：整个标准写一次，或这个值写成 {value, basis}",
					"basis is missing: write it once for the standard, or this value as {value, basis}");
			basis = "";
		}
		if (!(node instanceof ScalarNode scalar)) {
			this.problems.error(Yaml.place(StandardsFile.NAME, node), "STANDARD_FORM", "应为一个值，或 {value, basis}",
					"must be one value, or {value, basis}");
			return;
		}
		int issue = (day.group(2) != null) ? Integer.parseInt(day.group(2)) : 1;
		values.add(new Read(new Standard.Value((key != null) ? text(key) : null, from, issue, scalar.getValue(), basis),
				key, tuple.getKeyNode(), node));
	}

	/** Each value is one of its unit, and each issue follows the one before it. */
	private void judge(List<Read> values, @Nullable Unit unit) {
		Set<Standard.Value> seen = new HashSet<>();
		for (Read one : values) {
			Standard.Value value = one.value();
			if (unit != null && unit.literal(value.value()) == null) {
				this.problems.error(Yaml.place(StandardsFile.NAME, one.node()), "PARAMETER_VALUE",
						"值与单位不符，应为 " + unit.name(), "the value does not fit its unit: " + unit.name() + " expected");
			}
			boolean twice = !seen.add(new Standard.Value(value.key(), value.from(), value.issue(), "", ""));
			if (twice) {
				this.problems.error(Yaml.place(StandardsFile.NAME, one.day()), "DUPLICATE_KEY", value.place() + " 重复",
						value.place() + " stands twice");
			}
			boolean follows = value.issue() == 1 || values.stream()
				.anyMatch((other) -> other.value().isBeside(value) && other.value().issue() == value.issue() - 1);
			if (!follows) {
				String before = new Standard.Value(value.key(), value.from(), value.issue() - 1, "", "").place();
				this.problems.error(Yaml.place(StandardsFile.NAME, one.day()), "STANDARD_FORM",
						"没有 " + before + " 可以更正", "there is no " + before + " that it could correct");
			}
		}
	}

	private void judgeKeys(YamlMapping yaml, @Nullable String by, List<Read> values) {
		Units known = Objects.requireNonNull(this.units);
		Set<Node> nodes = new LinkedHashSet<>();
		values.stream().map(Read::key).filter(Objects::nonNull).forEach(nodes::add);
		if (nodes.isEmpty()) {
			if (by != null) {
				yaml.wrong("by", "只有按代码或数分列的标准才写 by", "goes with values by code or number only");
			}
			return;
		}
		String named = (by != null) ? by : known.codesOf(nodes.stream().map(StandardsReader::text).toList());
		String keyType = (named != null) ? known.keyType(named) : null;
		if (named == null || keyType == null) {
			FilePlace place = (by != null) ? yaml.place("by") : Yaml.place(StandardsFile.NAME, nodes.iterator().next());
			this.problems.error(place, "WRONG_VALUE", "看不出按什么分列：写 by，应为 " + known.keys() + " 之一",
					"what it goes by cannot be told: write by, one of " + known.keys());
			return;
		}
		TableRows rows = new TableRows(StandardsFile.NAME, this.problems, known, named, keyType);
		boolean right = true;
		for (Node node : nodes) {
			right &= rows.add(node, "");
		}
		if (right) {
			rows.isWhole(
					nodes.stream().min(Comparator.comparingInt((one) -> one.getStartMark().getLine())).orElseThrow());
		}
	}

	private static String text(Node node) {
		return (node instanceof ScalarNode scalar) ? scalar.getValue() : "";
	}

}
