package org.huiling.engine.source;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.huiling.facts.ClaimKind;
import org.huiling.facts.DibaoType;
import org.huiling.facts.DisabilityCategory;
import org.huiling.facts.HospitalTier;
import org.huiling.facts.HukouType;
import org.huiling.facts.Scheme;
import org.huiling.facts.Sex;
import org.huiling.facts.StackingKind;
import org.huiling.facts.StatusKind;
import org.huiling.facts.UpliftKind;
import org.jspecify.annotations.Nullable;

/**
 * A unit of parameters: which values it takes, and what they become in rules.
 *
 * @param name as {@code policy.yaml} writes it
 * @param type the Java type a rule sees
 * @param codes the codes it takes, empty for numbers and dates
 */
record Unit(String name, String type, List<String> codes) {

	private static final Map<String, Unit> ALL = new LinkedHashMap<>();

	private static final Map<String, String> KEYS = new LinkedHashMap<>();

	static {
		add("CNY", "Money");
		add("percent", "Ratio");
		List.of("years", "months", "hours", "level", "grade", "count").forEach((name) -> add(name, "int"));
		add("date", "LocalDate");
		add("programs", "String");
		add("segments", "Segments");
		for (Class<? extends Enum<?>> code : List.of(HukouType.class, DibaoType.class, HospitalTier.class,
				ClaimKind.class, StatusKind.class, Scheme.class, DisabilityCategory.class, UpliftKind.class,
				StackingKind.class, Sex.class)) {
			String type = code.getSimpleName();
			String name = Character.toLowerCase(type.charAt(0)) + type.substring(1);
			ALL.put(name, new Unit(name, type,
					Arrays.stream(code.getEnumConstants()).map((constant) -> constant.name()).toList()));
			KEYS.put(name, type);
		}
		List.of("careLevel", "disabilityGrade", "householdSize").forEach((name) -> KEYS.put(name, "Integer"));
	}

	private static void add(String name, String type) {
		ALL.put(name, new Unit(name, type, List.of()));
	}

	static @Nullable Unit named(String name) {
		return ALL.get(name);
	}

	static Iterable<String> names() {
		return ALL.keySet();
	}

	/** The Java type of a table's keys, or null if a table cannot go by that. */
	static @Nullable String keyType(String by) {
		return KEYS.get(by);
	}

	static Iterable<String> keys() {
		return KEYS.keySet();
	}

	/** The least number of a table that goes by numbers. */
	static int least(String by) {
		return "householdSize".equals(by) ? 1 : 0;
	}

	/** The largest number of a table that goes by numbers. */
	static int most(String by) {
		return switch (by) {
			case "careLevel" -> 3;
			case "disabilityGrade" -> 4;
			default -> 999;
		};
	}

	/** Whether no table can have a row for each number. */
	static boolean isUnbounded(String by) {
		return "householdSize".equals(by);
	}

	boolean isCode() {
		return !this.codes.isEmpty();
	}

	String boxedType() {
		return "int".equals(this.type) ? "Integer" : this.type;
	}

	/**
	 * Java source of one value, or null if the text is none of this unit's. A whole
	 * number is no constant to the compiler, which would calculate with it and wrap.
	 */
	@Nullable String literal(String text) {
		if (isCode()) {
			return this.codes.contains(text) ? this.type + "." + text : null;
		}
		return switch (this.type) {
			case "Money" -> text.matches("\\d{1,12}(\\.\\d{1,2})?") ? "Money.of(\"" + text + "\")" : null;
			case "Ratio" -> text.matches("\\d{1,4}(\\.\\d{1,6})?") ? "Ratio.percent(\"" + text + "\")" : null;
			case "int" -> text.matches("\\d{1,6}") ? "Integer.valueOf(" + Integer.parseInt(text) + ")" : null;
			case "LocalDate" -> (Scalars.date(text, YamlMapping.FIRST_YEAR, YamlMapping.LAST_YEAR) != null)
					? "LocalDate.parse(\"" + text + "\")" : null;
			case "String" -> text.matches("[a-z][a-z0-9-]{0,63}") ? "\"" + text + "\"" : null;
			default -> null;
		};
	}

	/** The value as the service shows it: a number where it is one. */
	Object shown(String text) {
		return text.matches("\\d+(\\.\\d+)?") ? new BigDecimal(text) : text;
	}

}
