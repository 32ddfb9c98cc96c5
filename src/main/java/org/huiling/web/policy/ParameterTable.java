package org.huiling.web.policy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The parameters of a {@code policy.yaml}, changed line by line so that everything else
 * of the file stays as its author laid it out.
 */
final class ParameterTable {

	/** {@code name: {value: …, unit: …, basis: …}}, on a line of its own. */
	private static final Pattern LINE = Pattern.compile("(?m)^(\\s+)([A-Za-z][A-Za-z0-9]*):(\\s*\\{\\s*value:\\s*)"
			+ "(\\[[^\\]\\n]*\\]|\"[^\"\\n]*\"|[^,{}\\n]+?)(\\s*,\\s*unit:\\s*)([^,{}\\n]+?)(\\s*,[^\\n]*)$");

	private ParameterTable() {
	}

	/**
	 * A parameter as its line says it.
	 *
	 * @param name as rules read it
	 * @param value as written
	 * @param unit such as {@code CNY}
	 */
	record Line(String name, String value, String unit) {
	}

	/**
	 * What a form's fields are called, so that no parameter is taken for another field.
	 */
	static final String FIELD = "parameter.";

	/** The values of a form, by the parameter's name. */
	static Map<String, String> sent(Map<String, String> form) {
		return form.entrySet()
			.stream()
			.filter((field) -> field.getKey().startsWith(FIELD))
			.collect(Collectors.toMap((field) -> field.getKey().substring(FIELD.length()), Map.Entry::getValue));
	}

	/** The parameters that stand on lines of their own; the others are edited as text. */
	static List<Line> read(String header) {
		return LINE.matcher(header)
			.results()
			.map((found) -> new Line(found.group(2), found.group(4), found.group(6)))
			.toList();
	}

	/** The units of the parameters that stand on lines of their own, by their names. */
	static Map<String, String> units(byte @Nullable [] header) {
		return (header == null) ? Map.of() : read(new String(header, StandardCharsets.UTF_8)).stream()
			.collect(Collectors.toMap(Line::name, Line::unit, (one, same) -> one));
	}

	/**
	 * Changes values.
	 * @param header the file
	 * @param values the new values by name; what has none stays
	 * @return the file with them
	 */
	static String write(String header, Map<String, String> values) {
		return LINE.matcher(header).replaceAll((found) -> {
			String value = values.getOrDefault(found.group(2), found.group(4)).strip();
			String safe = value.matches("\\[[^\\]\\n]*\\]|\"[^\"\\n]*\"|[^,{}\\[\\]\\n#:&*!|>'\"%@`]+") ? value
					: "\"" + value.replaceAll("[\"\\\\\\p{Cntrl}]", "") + "\"";
			return Matcher.quoteReplacement(found.group(1) + found.group(2) + ":" + found.group(3) + safe
					+ found.group(5) + found.group(6) + found.group(7));
		});
	}

}
