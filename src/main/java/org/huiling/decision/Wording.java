package org.huiling.decision;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.huiling.engine.ConditionResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.context.MessageSource;

/**
 * Puts conditions of rules into words: facts by their names in the reader's language,
 * parameters by their values. What has no name stays as the author wrote it.
 */
public final class Wording {

	private static final Pattern WORD = Pattern.compile("(P\\.)?[\\p{L}_][\\p{L}\\p{N}_.]*");

	private static final Pattern IS_TRUE = Pattern.compile("^([\\p{L}_][\\p{L}\\p{N}_.]*) == true$");

	private static final Map<String, String> SIGNS = signs();

	private final MessageSource messages;

	private final Locale locale;

	/**
	 * The words of a language.
	 * @param messages where they stand
	 * @param locale the reader's
	 */
	public Wording(MessageSource messages, Locale locale) {
		this.messages = messages;
		this.locale = locale;
	}

	private static Map<String, String> signs() {
		Map<String, String> signs = new LinkedHashMap<>();
		signs.put(">=", "≥");
		signs.put("<=", "≤");
		signs.put("!=", "≠");
		signs.put("==", "=");
		return signs;
	}

	String of(String key, Object... arguments) {
		return Objects.requireNonNull(this.messages.getMessage(key, arguments, this.locale));
	}

	/**
	 * A condition, with the values it read.
	 * @param condition as it came out for one person
	 * @return such as {@code 期末周岁 ≥ 90（您的情况：期末周岁 80）}
	 */
	public String condition(ConditionResult condition) {
		ObjectNode kept = DecisionView.STORED.createObjectNode();
		kept.put("text", condition.text());
		kept.set("actual", DecisionView.STORED.valueToTree(condition.actual()));
		return condition(kept);
	}

	/**
	 * A condition that is not met, with the values it read.
	 * @param condition as it is kept with a decision: text, actual
	 * @return such as {@code 期末周岁 ≥ 90（您的情况：期末周岁 80）}
	 */
	String condition(JsonNode condition) {
		String text = condition.get("text").asString();
		JsonNode actual = condition.get("actual");
		Set<String> parameters = new TreeSet<>();
		Matcher isTrue = IS_TRUE.matcher(text);
		String worded = isTrue.matches() ? fact(isTrue.group(1)) : worded(text, actual, parameters);
		String values = actual.properties()
			.stream()
			.filter((value) -> !parameters.contains(value.getKey()))
			.map((value) -> fact(value.getKey()) + " " + value(value.getKey(), value.getValue()))
			.collect(Collectors.joining("; "));
		return values.isEmpty() ? worded : worded + " (" + of("notice.actual", values) + ")";
	}

	private String worded(String text, JsonNode actual, Set<String> parameters) {
		String worded = WORD.matcher(text)
			.replaceAll((found) -> Matcher.quoteReplacement(word(found.group(), actual, parameters)));
		for (Map.Entry<String, String> sign : SIGNS.entrySet()) {
			worded = worded.replace(sign.getKey(), sign.getValue());
		}
		return worded;
	}

	private String word(String word, JsonNode actual, Set<String> parameters) {
		if (word.startsWith("P.")) {
			String name = word.substring(2);
			parameters.add(name);
			JsonNode value = actual.path(name);
			return value.isValueNode() && !value.isNull() ? value(value) : name;
		}
		if ("true".equals(word) || "false".equals(word)) {
			return of("true".equals(word) ? "notice.yes" : "notice.no");
		}
		return fact(word);
	}

	private String fact(String name) {
		return Objects.requireNonNull(this.messages.getMessage("fact." + name, null, name, this.locale));
	}

	/** A value of a fact: codes by the names that forms have for them. */
	private String value(String fact, JsonNode value) {
		if (value.isArray()) {
			return value.isEmpty() ? of("notice.none")
					: value.valueStream().map((item) -> value(fact, item)).collect(Collectors.joining(", "));
		}
		String plain = value(value);
		return Objects
			.requireNonNull(this.messages.getMessage("option." + fact + "." + plain, null, plain, this.locale));
	}

	private String value(JsonNode value) {
		if (value.isNull()) {
			return of("notice.unknown");
		}
		if (value.isBoolean()) {
			return of(value.booleanValue() ? "notice.yes" : "notice.no");
		}
		return value.isNumber() ? value.decimalValue().toPlainString()
				: value.isString() ? value.stringValue() : value.toString();
	}

}
