package org.huiling.engine.source;

import java.math.BigDecimal;
import java.util.List;

import org.huiling.engine.source.yaml.Scalars;
import org.huiling.engine.source.yaml.YamlMapping;
import org.jspecify.annotations.Nullable;

/**
 * A unit of parameters: which values it takes, and what they become in rules.
 *
 * @param name as {@code policy.yaml} writes it
 * @param type the Java type a rule sees
 * @param codes the codes it takes, empty for numbers and dates
 * @param decimals how many decimals an amount has at most
 */
record Unit(String name, String type, List<String> codes, int decimals) {

	private static final int FEN = 2;

	/** What is worked out of an amount has them all. */
	private static final int EXACT = 16;

	Unit(String name, String type, List<String> codes) {
		this(name, type, codes, FEN);
	}

	/** The same for values that are worked out and not rounded. */
	Unit exact() {
		return new Unit(this.name, this.type, this.codes, EXACT);
	}

	/** The largest whole number of a table. */
	static final int LARGEST = 999;

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
			case "Money" ->
				text.matches("\\d{1,12}(\\.\\d{1," + this.decimals + "})?") ? "Money.of(\"" + text + "\")" : null;
			case "Ratio" -> text.matches("\\d{1,4}(\\.\\d{1,6})?") ? "Ratio.percent(\"" + text + "\")" : null;
			case "int" -> text.matches("\\d{1,6}") ? "Integer.valueOf(" + Integer.parseInt(text) + ")" : null;
			case "LocalDate" -> (Scalars.date(text, YamlMapping.FIRST_YEAR, YamlMapping.LAST_YEAR) != null)
					? "LocalDate.parse(\"" + text + "\")" : null;
			case "Regions" -> text.matches("\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") ? text : null;
			case "String" -> text.matches("[a-z][a-z0-9-]{0,63}") ? "\"" + text + "\"" : null;
			default -> null;
		};
	}

	/** The value as the service shows it: a number where it is one. */
	Object shown(String text) {
		return text.matches("\\d+(\\.\\d+)?") ? new BigDecimal(text) : text;
	}

}
