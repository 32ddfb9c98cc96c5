package org.huiling.engine.source;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import javax.lang.model.SourceVersion;

import org.huiling.engine.Bilingual;
import org.huiling.engine.PolicyHeader.Parameter;
import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.engine.source.yaml.Yaml;
import org.huiling.engine.source.yaml.YamlMapping;
import org.huiling.facts.Regions;
import org.huiling.facts.Thing;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads {@code parameters} of {@code policy.yaml}: each with its value, unit and basis,
 * and as a line of Java for the class {@code P} that rules read. Only values that match
 * their unit to the letter get into that source.
 */
final class ParameterReader {

	/** Quarters of thirty years. */
	private static final int MOST_DAYS = 120;

	private static final int MOST_REGIONS = 1_000;

	private final String file;

	private final Problems problems;

	private final Units units;

	private final Map<String, byte[]> files;

	private final SharedNumbers shared;

	private final Set<String> filesRead = new HashSet<>();

	private final Map<String, Object> values = new LinkedHashMap<>();

	private LocalDate day = LocalDate.EPOCH;

	private final List<Parameter> parameters = new ArrayList<>();

	private final Map<String, String> types = new LinkedHashMap<>();

	private final Map<String, String> given = new LinkedHashMap<>();

	private final StringBuilder constants = new StringBuilder();

	ParameterReader(String file, Problems problems, Units units, Map<String, byte[]> files, SharedNumbers shared) {
		this.shared = shared;
		this.file = file;
		this.problems = problems;
		this.units = units;
		this.files = files;
	}

	/**
	 * Parameters whose values differ from those of the days before.
	 *
	 * @param from the first day
	 * @param constants Java source, as for the days before
	 * @param shown the values by name
	 */
	record Later(LocalDate from, String constants, Map<String, Object> shown) {
	}

	/** Reads them as they are on a day, and on each later one on which some change. */
	List<Later> read(@Nullable YamlMapping all, LocalDate from) {
		if (all == null) {
			return List.of();
		}
		SortedSet<LocalDate> days = new TreeSet<>();
		for (String name : all.keys()) {
			YamlMapping written = all.isMapping(name) ? all.mapping(name) : null;
			YamlMapping parameter = (written != null) ? this.shared.resolved(name, written, from) : null;
			Node value = (parameter != null) ? parameter.node("value") : null;
			if (parameter != null && value != null && isByDate(parameter)) {
				DatedValues.days(value, days);
			}
		}
		this.day = from;
		readAll(all);
		List<Later> later = new ArrayList<>();
		for (LocalDate day : days.tailSet(from.plusDays(1))) {
			if (later.size() == MOST_DAYS) {
				this.problems.error(all.place(all.keys().iterator().next()), "TOO_LARGE",
						"参数的值在多于 " + MOST_DAYS + " 天变化",
						"values of parameters change on more than " + MOST_DAYS + " days",
						new Bilingual("另立一个版本", "make another version"));
				return later;
			}
			ParameterReader on = new ParameterReader(this.file, this.problems, this.units, this.files, this.shared);
			on.day = day;
			on.readAll(all);
			later.add(new Later(day, on.constants(), on.shown()));
		}
		return later;
	}

	private static boolean isByDate(YamlMapping parameter) {
		return "true".equals(parameter.optionalText("byDate"));
	}

	private void readAll(YamlMapping all) {
		for (String name : all.keys()) {
			YamlMapping parameter = all.mapping(name);
			if (parameter == null) {
				this.problems.error(all.place(name), "PARAMETER_FORM", "参数 " + name + " 应写作 {value, unit, basis}",
						"the parameter " + name + " must be {value, unit, basis}");
			}
			else if (isName(name)) {
				YamlMapping resolved = this.shared.resolved(name, parameter, this.day);
				if (resolved != null) {
					read(name, resolved);
				}
			}
			else {
				this.problems.error(all.keyPlace(name), "PARAMETER_NAME", "参数名 " + name + " 应为英文小写字母开头的字母和数字",
						"the parameter name " + name + " must be letters and digits, beginning in lower case");
			}
		}
		this.files.keySet()
			.stream()
			.filter((path) -> path.endsWith(BandReader.ENDING) && !this.filesRead.contains(path))
			.forEach((path) -> this.problems
				.error(FilePlace.of(path), "FILE_NAME", "没有参数读这个文件", "no parameter reads this file", new Bilingual(
						"文件名是参数名加 .bands.csv，参数写 unit: bands，不写 value",
						"its name is the parameter's with .bands.csv; the parameter has unit: bands and no value")));
	}

	static boolean isName(String name) {
		return name.matches("[a-z][A-Za-z0-9]{0,63}") && !SourceVersion.isKeyword(name);
	}

	private void read(String name, YamlMapping parameter) {
		parameter.allow("value", "unit", "basis", "by", "of", "byDate");
		String basis = parameter.text("basis");
		String unitName = parameter.text("unit");
		Node written = parameter.node("value");
		Node value = onTheDay(parameter, written);
		Unit named = this.units.named(unitName);
		Unit unit = (named != null && this.shared.of(name) != null) ? named.exact() : named;
		if (unit == null) {
			if (this.units.isOtherCurrency(unitName)) {
				otherCurrency(parameter, "unit");
			}
			else if (!unitName.isEmpty()) {
				parameter.wrong("unit", "应为 " + this.units.names() + " 之一", "must be one of " + this.units.names());
			}
			return;
		}
		byte[] rows = "Bands".equals(unit.type()) ? this.files.get(name + BandReader.ENDING) : null;
		if (written == null && rows == null) {
			parameter.text("value");
			return;
		}
		if (written != null && value == null) {
			return;
		}
		Constant constant = constant(name, parameter, unit, value);
		if (constant != null) {
			Object shown = (written != null && isByDate(parameter)) ? DatedValues.shown(written) : constant.shown();
			this.parameters.add(new Parameter(name, shown, unitName, basis, this.shared.of(name)));
			this.values.put(name, constant.shown());
			this.types.put(name, constant.type());
			this.constants.append("\tpublic static final ")
				.append(TableRows.javaType(constant.type(), this.units))
				.append(' ')
				.append(name)
				.append(" = ")
				.append(constant.source())
				.append(";\n");
		}
	}

	/** The value of the day; null if something is wrong, which is told. */
	private @Nullable Node onTheDay(YamlMapping parameter, @Nullable Node written) {
		if (written == null) {
			return null;
		}
		SortedSet<LocalDate> days = new TreeSet<>();
		DatedValues.days(written, days);
		if (!isByDate(parameter)) {
			String flag = parameter.optionalText("byDate");
			if (!days.isEmpty() || flag != null) {
				parameter.wrong(days.isEmpty() ? "byDate" : "value",
						"值按日期变化的写 byDate: true，值写成 {2023-01-01: 甲, 2023-04-01: 乙}",
						"a value that changes by date has byDate: true and is written {2023-01-01: a, 2023-04-01: b}");
				return null;
			}
			return written;
		}
		Node again = DatedValues.twice(written);
		if (again != null) {
			twice(again);
			return null;
		}
		Node value = DatedValues.on(written, this.day);
		if (value == null || days.isEmpty()) {
			parameter.wrong("value", "施行之日 " + this.day + " 还没有值：第一个日期不晚于施行之日",
					"there is no value yet on " + this.day + ", the first day of the version");
			return null;
		}
		return value;
	}

	private @Nullable Constant constant(String name, YamlMapping parameter, Unit unit, @Nullable Node value) {
		if ("Bands".equals(unit.type())) {
			return bands(name, parameter, value);
		}
		if ("Thing".equals(unit.type())) {
			return thing(parameter);
		}
		String of = parameter.optionalText("of");
		if (of != null) {
			parameter.wrong("of", "只有 unit: bands 和 unit: thing 才写 of",
					"of goes with unit: bands and unit: thing only");
		}
		if (value == null) {
			return null;
		}
		String by = parameter.optionalText("by");
		if ("Regions".equals(unit.type())) {
			if (by != null) {
				parameter.wrong("by", "区划代码的列表不写 by", "a list of regions goes by nothing");
				return null;
			}
			return regions(unit, value);
		}
		if (by != null) {
			return table(parameter, by, unit, value);
		}
		if ("Segments".equals(unit.type())) {
			return constant(new SegmentReader(this.file, this.problems, this.units).read(value));
		}
		return plain(unit, value);
	}

	/** Always a list: one code by itself would be compared digit by digit. */
	private @Nullable Constant regions(Unit unit, Node value) {
		if (!(value instanceof SequenceNode sequence) || sequence.getValue().isEmpty()
				|| sequence.getValue().size() > MOST_REGIONS) {
			this.problems.error(Yaml.place(this.file, value), "PARAMETER_VALUE",
					"区划代码写成列表，至多 " + MOST_REGIONS + " 个，例如 [\"379901003\", \"379902\"]",
					"regions are a list of at most " + MOST_REGIONS + " codes, such as [\"379901003\", \"379902\"]");
			return null;
		}
		Map<String, String> codes = new LinkedHashMap<>();
		for (Node item : sequence.getValue()) {
			String code = (item instanceof ScalarNode scalar) ? literal(unit, scalar) : wrongValue(unit, item);
			if (code == null || (codes.put(Regions.significant(code), code) != null && twice(item))) {
				return null;
			}
		}
		List<Object> shown = List.copyOf(codes.values());
		return new Constant(unit.type(), "Regions.of(\"" + String.join(" ", codes.values()) + "\")", shown);
	}

	private static @Nullable Constant constant(SegmentReader.@Nullable Read read) {
		return (read != null) ? new Constant(read.type(), read.source(), read.shown()) : null;
	}

	/** Amounts by amounts where nothing else is said. */
	private @Nullable Constant bands(String name, YamlMapping parameter, @Nullable Node value) {
		Unit by = unit(parameter, "by");
		Unit of = unit(parameter, "of");
		if (by == null || of == null || !BandReader.hasLines(by) || !BandReader.hasValues(of)) {
			boolean lines = by == null || !BandReader.hasLines(by);
			String written = parameter.optionalText(lines ? "by" : "of");
			if (written != null && this.units.isOtherCurrency(written)) {
				otherCurrency(parameter, lines ? "by" : "of");
				return null;
			}
			parameter.wrong(lines ? "by" : "of", lines ? "应为金额、整数或日期的单位" : "应为金额、比例、整数或日期的单位",
					lines ? "must be a unit of amounts, whole numbers or dates"
							: "must be a unit of amounts, shares, whole numbers or dates");
			return null;
		}
		this.given.put(name, of.name());
		BandReader reader = new BandReader(this.problems, by, of);
		BandReader.Read read = (value != null) ? reader.list(this.file, value) : csv(reader, name + BandReader.ENDING);
		return (read != null) ? new Constant(read.type(), read.source(), read.shown()) : null;
	}

	/**
	 * What is granted in kind, by its name in both languages and what it is counted in.
	 */
	private @Nullable Constant thing(YamlMapping parameter) {
		if (parameter.has("by") || parameter.has("byDate")) {
			parameter.wrong(parameter.has("by") ? "by" : "byDate", "unit: thing 的参数不写 by、byDate",
					"a parameter of unit: thing has no by and no byDate");
			return null;
		}
		String named = parameter.optionalText("of");
		Unit of = this.units.named((named != null) ? named : "pieces");
		if (of == null || !"int".equals(of.type())) {
			parameter.wrong("of", "应为整数的单位，如 pieces、cards、hours、days",
					"must be a unit of whole numbers, such as pieces, cards, hours, days");
			return null;
		}
		if (!parameter.isMapping("value")) {
			parameter.wrong("value", "应写作 {zh: 名称, en: name}", "must be {zh: name in Chinese, en: name}");
			return null;
		}
		Bilingual name = parameter.bilingual("value");
		String source = "Thing.written(\"" + Thing.digits(name.zh()) + "\", \"" + Thing.digits(name.en()) + "\", \""
				+ of.name() + "\")";
		Map<String, Object> shown = new LinkedHashMap<>();
		shown.put("zh", name.zh());
		shown.put("en", name.en());
		shown.put("of", of.name());
		return new Constant("Thing", source, shown);
	}

	private BandReader.@Nullable Read csv(BandReader reader, String path) {
		this.filesRead.add(path);
		return reader.csv(path, Objects.requireNonNull(this.files.get(path)));
	}

	private @Nullable Unit unit(YamlMapping parameter, String key) {
		String named = parameter.optionalText(key);
		return this.units.named((named != null) ? named : this.units.money());
	}

	private void otherCurrency(YamlMapping parameter, String key) {
		String money = this.units.money();
		parameter.wrong(key, "应为 " + money + "：本辖区的金额都用这种货币（见 jurisdiction.yaml 的 currency）", "must be " + money
				+ ": all amounts of the jurisdiction are in that currency (currency in jurisdiction.yaml)");
	}

	private record Constant(String type, String source, Object shown) {
	}

	private @Nullable Constant plain(Unit unit, Node value) {
		if (value instanceof ScalarNode scalar) {
			String literal = literal(unit, scalar);
			return (literal != null) ? new Constant(unit.type(), literal, unit.shown(scalar.getValue())) : null;
		}
		if (value instanceof SequenceNode sequence && (unit.isCode() || "String".equals(unit.type()))) {
			List<String> literals = new ArrayList<>();
			List<Object> shown = new ArrayList<>();
			for (Node item : sequence.getValue()) {
				String literal = (item instanceof ScalarNode scalar) ? literal(unit, scalar) : wrongValue(unit, item);
				if (literal == null || (literals.contains(literal) && twice(item))) {
					return null;
				}
				literals.add(literal);
				shown.add(((ScalarNode) item).getValue());
			}
			return new Constant("Set<" + unit.type() + ">", "Set.of(" + String.join(", ", literals) + ")", shown);
		}
		wrongValue(unit, value);
		return null;
	}

	private @Nullable Constant table(YamlMapping parameter, String by, Unit unit, Node value) {
		String keyType = this.units.keyType(by);
		if (keyType == null) {
			parameter.wrong("by", "应为 " + this.units.keys() + " 之一", "must be one of " + this.units.keys());
			return null;
		}
		if ("Segments".equals(unit.type())) {
			return constant(new SegmentReader(this.file, this.problems, this.units).read(by, keyType, value));
		}
		if (!(value instanceof MappingNode mapping)) {
			wrongValue(unit, value);
			return null;
		}
		TableRows rows = new TableRows(this.file, this.problems, this.units, by, keyType);
		Map<String, Object> shown = new LinkedHashMap<>();
		for (NodeTuple tuple : mapping.getValue()) {
			String literal = (tuple.getValueNode() instanceof ScalarNode scalar) ? literal(unit, scalar)
					: wrongValue(unit, tuple.getValueNode());
			if (literal == null || !rows.add(tuple.getKeyNode(), literal)) {
				return null;
			}
			shown.put(((ScalarNode) tuple.getKeyNode()).getValue(),
					unit.shown(((ScalarNode) tuple.getValueNode()).getValue()));
		}
		return rows.isWhole(mapping) ? new Constant(rows.type(unit.boxedType()), rows.source(unit.boxedType()), shown)
				: null;
	}

	private boolean twice(Node node) {
		String text = ((ScalarNode) node).getValue();
		this.problems.error(Yaml.place(this.file, node), "DUPLICATE_KEY", text + " 重复", text + " stands twice");
		return true;
	}

	private @Nullable String literal(Unit unit, ScalarNode scalar) {
		String literal = unit.literal(scalar.getValue());
		return (literal != null) ? literal : wrongValue(unit, scalar);
	}

	private @Nullable String wrongValue(Unit unit, Node node) {
		String expected = unit.isCode() ? unit.codes().toString()
				: "Regions".equals(unit.type()) ? "2 / 4 / 6 / 9 / 12 digits" : unit.name();
		this.problems.error(Yaml.place(this.file, node), "PARAMETER_VALUE", "值与单位不符，应为 " + expected,
				"the value does not fit its unit: " + expected + " expected");
		return null;
	}

	List<Parameter> parameters() {
		return this.parameters;
	}

	/** The values of the day as the service shows them, by name. */
	Map<String, Object> shown() {
		return this.values;
	}

	/** The Java type of each parameter. */
	Map<String, String> types() {
		return this.types;
	}

	/** The unit of what bands give, by their names. */
	Map<String, String> given() {
		return this.given;
	}

	/** The body of the class that rules read parameters from. */
	String constants() {
		return this.constants.toString();
	}

}
