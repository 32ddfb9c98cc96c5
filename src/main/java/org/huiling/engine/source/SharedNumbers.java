package org.huiling.engine.source;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.huiling.engine.Bilingual;
import org.huiling.engine.PolicyHeader.Shared;
import org.huiling.engine.source.yaml.Nearest;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.engine.source.yaml.Scalars;
import org.huiling.engine.source.yaml.YamlMapping;
import org.huiling.engine.standard.Standard;
import org.huiling.engine.standard.Standards;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Parameters that are taken from a standard, {@code {from: standards.dibaoStandard}}: as
 * if the values of the standard were written there with their days. All places are that
 * of the reference.
 */
final class SharedNumbers {

	/** The key of the reference. */
	static final String FROM = "from";

	private static final int DECIMALS = 6;

	private static final BigDecimal LARGEST = new BigDecimal("9999");

	private final String file;

	private final Problems problems;

	private final Units units;

	private final Standards standards;

	private final Map<String, Shared> shared = new HashMap<>();

	SharedNumbers(String file, Problems problems, Units units, Standards standards) {
		this.file = file;
		this.problems = problems;
		this.units = units;
		this.standards = standards;
	}

	/** The standard that a parameter was found to be taken from; null if it is not. */
	@Nullable Shared of(String name) {
		return this.shared.get(name);
	}

	/**
	 * A parameter with its value, unit and basis; as it is written where it has its own.
	 * Null if something is wrong, which is told.
	 * @param first the first day of the version
	 */
	@Nullable YamlMapping resolved(String name, YamlMapping parameter, LocalDate first) {
		if (!parameter.has(FROM)) {
			return parameter;
		}
		parameter.allow(FROM, "times", "share", "basis", "by");
		String reference = Objects.requireNonNullElse(parameter.optionalText(FROM), "");
		Standard standard = this.standards.named(reference);
		if (standard == null) {
			unknown(parameter, reference);
			return null;
		}
		Unit unit = this.units.named(standard.unit());
		if (this.units.isOtherCurrency(standard.unit())) {
			otherCurrency(parameter, standard);
			return null;
		}
		BigDecimal times = number(parameter, "times");
		BigDecimal share = number(parameter, "share");
		if (unit == null || !canBe(unit, parameter, times)) {
			return null;
		}
		List<Standard.Value> values = standard.inForce();
		String by = by(parameter, standard, values);
		this.shared.put(name, new Shared(reference, standard.title(), times, share, by, values));
		if (!hasBegun(parameter, standard, values, first)) {
			return null;
		}
		Node at = Objects.requireNonNull(parameter.node(FROM));
		String basis = parameter.optionalText("basis");
		List<NodeTuple> tuples = new ArrayList<>();
		tuples.add(tuple(at, "value", values(at, values, unit, times, share)));
		tuples.add(tuple(at, "unit", text(at, unit.name())));
		tuples.add(tuple(at, "basis", text(at, (basis != null) ? basis : basis(values, first))));
		tuples.add(tuple(at, "byDate", text(at, "true")));
		if (by != null) {
			tuples.add(tuple(at, "by", text(at, by)));
		}
		return new YamlMapping(this.file, mapping(at, tuples), this.problems);
	}

	private void unknown(YamlMapping parameter, String reference) {
		List<String> names = this.standards.names();
		String last = reference.substring(reference.lastIndexOf('.') + 1);
		String near = names.stream().filter((one) -> one.endsWith("." + last)).findFirst().orElse(null);
		near = (near != null) ? near : Nearest.to(reference, names);
		this.problems.error(parameter.place(FROM), "UNKNOWN_STANDARD", "没有标准 " + reference,
				"there is no standard " + reference,
				(near != null) ? Nearest.hint(near) : names.isEmpty()
						? new Bilingual("本辖区和上级辖区都没有 standards.yaml",
								"neither this jurisdiction nor one that encloses it has a standards.yaml")
						: new Bilingual("有的标准：" + String.join("、", names), "there are " + String.join(", ", names)));
	}

	/** Of an enclosing jurisdiction that pays in another, or of one that does not say. */
	private void otherCurrency(YamlMapping parameter, Standard standard) {
		String money = this.units.money();
		this.problems.error(parameter.place(FROM), "WRONG_VALUE",
				"标准 " + standard.name() + " 以 " + standard.unit() + " 计（不写 unit 就是 CNY），本辖区的货币是 " + money,
				"the standard " + standard.name() + " is in " + standard.unit()
						+ " (CNY where it has no unit), the jurisdiction pays in " + money,
				new Bilingual("标准写 unit: " + money, "give the standard unit: " + money));
	}

	/** How many times, or percent; null if it is not said, or wrong. */
	private @Nullable BigDecimal number(YamlMapping parameter, String key) {
		String text = parameter.optionalText(key);
		if (text == null) {
			return null;
		}
		BigDecimal number = Scalars.decimal(text, DECIMALS);
		if (number == null || number.signum() <= 0 || number.compareTo(LARGEST) > 0) {
			parameter.wrong(key, "应为大于 0、至多 " + LARGEST + " 的数", "must be a number above 0, up to " + LARGEST);
			return null;
		}
		return number.stripTrailingZeros();
	}

	private static boolean canBe(Unit unit, YamlMapping parameter, @Nullable BigDecimal times) {
		boolean amount = "Money".equals(unit.type());
		boolean whole = "int".equals(unit.type());
		if (parameter.has("share") && !amount) {
			parameter.wrong("share", "只用于金额的标准", "goes with standards in money only");
			return false;
		}
		if (parameter.has("times") && !amount && !(whole && times != null && times.scale() <= 0)) {
			parameter.wrong("times", "只用于金额的标准；整数的标准只能乘整数",
					"goes with standards in money, whole numbers with those of whole numbers");
			return false;
		}
		return (!parameter.has("times") || times != null);
	}

	/** For everybody there must be a value on the first day of the version. */
	private boolean hasBegun(YamlMapping parameter, Standard standard, List<Standard.Value> values, LocalDate first) {
		Map<String, LocalDate> begins = new LinkedHashMap<>();
		values.forEach((value) -> begins.merge(Objects.requireNonNullElse(value.key(), ""), value.from(),
				(one, other) -> one.isBefore(other) ? one : other));
		for (Map.Entry<String, LocalDate> one : begins.entrySet()) {
			if (one.getValue().isAfter(first)) {
				String key = one.getKey().isEmpty() ? "" : " " + one.getKey();
				this.problems.error(parameter.place(FROM), "NO_STANDARD_YET",
						"施行之日 " + first + " 还没有值：标准 " + standard.name() + key + " 从 " + one.getValue() + " 起才有",
						"there is no value yet on " + first + ", the first day of the version: the standard "
								+ standard.name() + key + " begins on " + one.getValue());
				return false;
			}
		}
		return !begins.isEmpty();
	}

	private @Nullable String by(YamlMapping parameter, Standard standard, List<Standard.Value> values) {
		String by = parameter.has("by") ? parameter.optionalText("by") : standard.by();
		List<String> keys = values.stream().map(Standard.Value::key).filter(Objects::nonNull).distinct().toList();
		return (by != null || keys.isEmpty()) ? by : this.units.codesOf(keys);
	}

	/** The basis of what is in force on the first day. */
	private static String basis(List<Standard.Value> values, LocalDate first) {
		return values.stream()
			.filter((value) -> !value.from().isAfter(first))
			.reduce((earlier, later) -> later.from().isBefore(earlier.from()) ? earlier : later)
			.map(Standard.Value::basis)
			.orElse("");
	}

	private static Node values(Node at, List<Standard.Value> values, Unit unit, @Nullable BigDecimal times,
			@Nullable BigDecimal share) {
		Map<String, List<NodeTuple>> series = new LinkedHashMap<>();
		for (Standard.Value value : values) {
			series.computeIfAbsent(Objects.requireNonNullElse(value.key(), ""), (key) -> new ArrayList<>())
				.add(tuple(at, value.from().toString(), text(at, worked(value.value(), unit, times, share))));
		}
		if (series.keySet().equals(Set.of(""))) {
			return mapping(at, Objects.requireNonNull(series.get("")));
		}
		List<NodeTuple> rows = new ArrayList<>();
		series.forEach((key, dated) -> rows.add(tuple(at, key, mapping(at, dated))));
		return mapping(at, rows);
	}

	/** Exact: nothing is rounded before an amount is. */
	private static String worked(String value, Unit unit, @Nullable BigDecimal times, @Nullable BigDecimal share) {
		if ((times == null && share == null) || unit.literal(value) == null) {
			return value;
		}
		BigDecimal worked = new BigDecimal(value);
		worked = (times != null) ? worked.multiply(times) : worked;
		worked = (share != null) ? worked.multiply(share).movePointLeft(2) : worked;
		BigDecimal plain = worked.stripTrailingZeros();
		int least = "Money".equals(unit.type()) ? 2 : 0;
		return plain.setScale(Math.max(plain.scale(), least)).toPlainString();
	}

	private static NodeTuple tuple(Node at, String key, Node value) {
		return new NodeTuple(text(at, key), value);
	}

	private static ScalarNode text(Node at, String text) {
		return new ScalarNode(Tag.STR, text, at.getStartMark(), at.getEndMark(), ScalarStyle.PLAIN);
	}

	private static MappingNode mapping(Node at, List<NodeTuple> tuples) {
		return new MappingNode(Tag.MAP, true, tuples, at.getStartMark(), at.getEndMark(), FlowStyle.BLOCK);
	}

}
