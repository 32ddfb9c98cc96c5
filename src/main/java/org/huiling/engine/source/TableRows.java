package org.huiling.engine.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.huiling.engine.Bilingual;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.engine.source.yaml.Yaml;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * The rows of one parameter table as they are read: each key once, numbers without a hole
 * and, where nobody knows the largest, a last row such as {@code 9+} for all above, or
 * {@code else} for every number that has no row.
 */
final class TableRows {

	private static final String ELSE = "else";

	private final String file;

	private final Problems problems;

	private final Units units;

	private final String by;

	private final String keyType;

	/** Java source of the values, by Java source of the key. */
	private final Map<String, String> rows = new LinkedHashMap<>();

	private final TreeSet<Integer> numbers = new TreeSet<>();

	private @Nullable Integer from;

	private @Nullable String more;

	private @Nullable String otherwise;

	TableRows(String file, Problems problems, Units units, String by, String keyType) {
		this.file = file;
		this.problems = problems;
		this.units = units;
		this.by = by;
		this.keyType = keyType;
	}

	/** Adds a row; false if its key is none of this table's or stands here already. */
	boolean add(Node key, String value) {
		String text = (key instanceof ScalarNode scalar) ? scalar.getValue() : "";
		if (!Units.NUMBERS.equals(this.keyType)) {
			Unit unit = this.units.named(this.by);
			String literal = (unit != null) ? unit.literal(text) : null;
			return (literal != null) ? put(key, text, literal, value) : none(key, text);
		}
		if (text.equals(ELSE)) {
			if (this.otherwise != null || this.from != null) {
				return twice(key, text);
			}
			this.otherwise = value;
			return true;
		}
		Integer number = text.matches("[0-9]{1,3}\\+?") ? Integer.valueOf(text.replace("+", "")) : null;
		if (number == null || number < this.units.least(this.by) || number > this.units.most(this.by)) {
			return none(key, text);
		}
		if (!text.endsWith("+")) {
			this.numbers.add(number);
			return put(key, text, number.toString(), value);
		}
		if (this.from != null || this.otherwise != null) {
			return twice(key, text);
		}
		this.from = number;
		this.more = value;
		return true;
	}

	private boolean put(Node key, String text, String literal, String value) {
		return this.rows.putIfAbsent(literal, value) == null || twice(key, text);
	}

	private boolean none(Node key, String text) {
		this.problems.error(Yaml.place(this.file, key), "TABLE_KEY", "表的键 " + text + " 不是 " + this.by,
				"the table key " + text + " is no " + this.by,
				Units.NUMBERS.equals(this.keyType) ? this.units.range(this.by) : null);
		return false;
	}

	private boolean twice(Node key, String text) {
		this.problems.error(Yaml.place(this.file, key), "DUPLICATE_KEY", text + " 重复", text + " stands twice");
		return false;
	}

	/** Whether numbers have no hole, and a last row where the fact can be larger. */
	boolean isWhole(Node table) {
		if (!Units.NUMBERS.equals(this.keyType)) {
			return true;
		}
		if (this.otherwise != null) {
			this.from = IntStream.rangeClosed(this.units.least(this.by), this.units.most(this.by))
				.filter((number) -> !this.numbers.contains(number))
				.findFirst()
				.orElse(this.units.most(this.by) + 1);
			this.more = this.otherwise;
			return true;
		}
		List<Integer> all = new ArrayList<>(this.numbers);
		if (this.from != null) {
			all.add(this.from);
		}
		for (int i = 1; i < all.size(); i++) {
			int next = all.get(i - 1) + 1;
			if (all.get(i) < next) {
				return open(table, this.from + "+ 应在其他各行之后", this.from + "+ must stand above all other rows");
			}
			if (all.get(i) > next) {
				return open(table, "表里缺 " + next, "the table lacks " + next);
			}
		}
		int last = all.isEmpty() ? 0 : all.get(all.size() - 1);
		if (this.from == null && this.units.isUnbounded(this.by)) {
			return open(table, this.by + " 可以大于 " + last + "，而表到这里为止",
					this.by + " can be more than " + last + ", where the table ends");
		}
		return true;
	}

	private boolean open(Node table, String zh, String en) {
		int next = (this.from != null) ? this.from : this.numbers.isEmpty() ? 1 : this.numbers.last() + 1;
		this.problems.error(Yaml.place(this.file, table), "TABLE_OPEN", zh, en,
				new Bilingual("各行连着写，最后一行写“" + next + "+: 值”，就是 " + next + " 及以上；或者写“else: 值”，就是没有列出的各个数",
						"one row after the other, the last `" + next + "+: value`, which is " + next
								+ " and more; or `else: value` for every number without a row"));
		return false;
	}

	/** The Java type. */
	String type(String valueType) {
		return "Table<" + this.keyType + ", " + valueType + ">";
	}

	private String keyType() {
		return javaType(this.keyType, this.units);
	}

	/** A type as Java source names it: a code is a {@code Code} whatever its list. */
	static String javaType(String type, Units units) {
		int open = type.indexOf('<');
		if (open < 0) {
			return units.isCodeType(type) ? "Code" : type;
		}
		List<String> inner = new ArrayList<>();
		for (String one : type.substring(open + 1, type.length() - 1).split(", ")) {
			inner.add(javaType(one, units));
		}
		return type.substring(0, open) + "<" + String.join(", ", inner) + ">";
	}

	/** The table as Java source. */
	String source(String valueType) {
		List<String> entries = new ArrayList<>();
		this.rows.forEach((key, value) -> entries.add("Map.entry(" + key + ", " + value + ")"));
		String last = (this.from != null) ? ", " + this.from + ", " + this.more : "";
		String map = "Map.<" + keyType() + ", " + javaType(valueType, this.units) + ">ofEntries("
				+ String.join(", ", entries) + ")";
		return "new " + javaType(type(valueType), this.units) + "(" + map + last + ")";
	}

}
