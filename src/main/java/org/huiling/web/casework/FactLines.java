package org.huiling.web.casework;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Facts in the JSON of the HTTP contract, line by line in the words of a page. */
@Component
class FactLines {

	private static final Set<String> LEFT_OUT = Set.of("id", "claims");

	/** What is not among them comes last. */
	private static final List<String> ORDER = Stream
		.concat(Stream.of("residentId", "name", "birthDate"), Fields.ALL.stream().map(Field::path))
		.toList();

	private final MessageSource messages;

	FactLines(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * One fact.
	 *
	 * @param path as the HTTP contract names it
	 * @param name its name
	 * @param value what is known of it
	 */
	record Line(String path, String name, String value) {
	}

	/** Every fact but claims, which have a table of their own. */
	List<Line> of(JsonNode facts, Locale locale) {
		List<Line> lines = new ArrayList<>();
		add("", facts, lines, locale);
		lines.sort(Comparator.comparingInt((line) -> place(line.path())));
		return lines;
	}

	private static int place(String path) {
		int place = ORDER.indexOf(path);
		return (place < 0) ? ORDER.size() : place;
	}

	private void add(String prefix, JsonNode facts, List<Line> lines, Locale locale) {
		for (Map.Entry<String, JsonNode> field : facts.properties()) {
			String path = prefix + field.getKey();
			JsonNode value = field.getValue();
			if (prefix.isEmpty() && LEFT_OUT.contains(path)) {
				continue;
			}
			if (value.isObject()) {
				add(path + ".", value, lines, locale);
			}
			else {
				lines.add(new Line(path, name(path, locale), value(path, value, locale)));
			}
		}
	}

	private String name(String path, Locale locale) {
		return text("field." + path, path, locale);
	}

	private String value(String path, JsonNode value, Locale locale) {
		if (value.isNull()) {
			return text("fact.unknown", "", locale);
		}
		if (value.isBoolean()) {
			return text(value.booleanValue() ? "web.true" : "web.false", "", locale);
		}
		if (value.isArray()) {
			return value.isEmpty() ? text("fact.none", "", locale)
					: value.valueStream().map((item) -> item(path, item, locale)).collect(Collectors.joining("; "));
		}
		String plain = value.isNumber() ? value.decimalValue().toPlainString() : value.asString();
		return text("option." + path + "." + plain, plain, locale);
	}

	private String item(String path, JsonNode item, Locale locale) {
		String what = item.has("kind") ? text("option." + path + "." + item.get("kind").asString(), "", locale)
				: item.path("program").asString();
		String from = item.path("from").asString(item.path("date").asString(""));
		String to = item.path("to").asString("");
		return (from + to).isEmpty() ? what : what + " (" + from + (to.isEmpty() ? "" : " – " + to) + ")";
	}

	private String text(String key, String otherwise, Locale locale) {
		return Objects.requireNonNull(this.messages.getMessage(key, null, otherwise, locale));
	}

}
