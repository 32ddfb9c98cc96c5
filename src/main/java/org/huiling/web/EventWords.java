package org.huiling.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What the trail says of an event, in words: {@code audit.detail.<name>} and
 * {@code audit.word.<name>.<code>}. What has none stays as it was recorded.
 */
@Component
public class EventWords {

	/** How many items of a list are shown. */
	private static final int MOST = 5;

	/** Whose ids are no use to a reader. */
	private static final String PEOPLE = "applicants";

	private static final String PAGE = "page";

	/** Codes that have words elsewhere. */
	private static final Map<String, String> TEXTS = Map.of("as", "role.", "roles", "role.", "action", "proposal.",
			"because", "cause.");

	private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z");

	private static final JsonMapper JSON = new JsonMapper();

	private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {
	};

	private final MessageSource messages;

	private final Dates dates;

	EventWords(MessageSource messages, Dates dates) {
		this.messages = messages;
		this.dates = dates;
	}

	/**
	 * Details of an event.
	 * @param details as recorded
	 * @param locale of the reader
	 * @return values by their names; empty ones are left out
	 */
	public Map<String, String> of(Map<String, ?> details, Locale locale) {
		Map<String, String> words = new LinkedHashMap<>();
		details.forEach((name, value) -> {
			String said = said(name, value, locale);
			if (!said.isEmpty()) {
				words.put(text("audit.detail." + name, name, locale), said);
			}
		});
		return words;
	}

	/**
	 * One detail.
	 * @param name of the detail
	 * @param recorded its value
	 * @param locale of the reader
	 * @return empty if nothing is said
	 */
	public String said(String name, Object recorded, Locale locale) {
		JsonNode value = JSON.valueToTree(recorded);
		if (PEOPLE.equals(name) && value.isArray()) {
			return Integer.toString(value.size());
		}
		if (value.isObject()) {
			return of(JSON.convertValue(value, DETAILS), locale).entrySet()
				.stream()
				.map((inner) -> inner.getKey() + " " + inner.getValue())
				.collect(Collectors.joining(", "));
		}
		if (!value.isArray()) {
			return word(name, value, locale);
		}
		if (value.size() > 1 && value.valueStream().allMatch((one) -> ID.matcher(one.asString("")).matches())) {
			return Objects.requireNonNull(this.messages.getMessage("audit.ids", new Object[] { value.size() }, locale));
		}
		List<String> items = value.valueStream().limit(MOST).map((one) -> word(name, one, locale)).toList();
		Stream<String> more = (value.size() > MOST) ? Stream.of("… (" + value.size() + ")") : Stream.of();
		return Stream.concat(items.stream(), more).collect(Collectors.joining(", "));
	}

	private String word(String name, JsonNode value, Locale locale) {
		if (PAGE.equals(name) && value.isIntegralNumber()) {
			return Long.toString(value.longValue() + 1);
		}
		String plain = value.isValueNode() ? value.asString("") : value.toString();
		if (plain.isEmpty() || plain.indexOf(' ') >= 0) {
			return plain;
		}
		if (INSTANT.matcher(plain).matches()) {
			return this.dates.minute(Instant.parse(plain));
		}
		return text(TEXTS.getOrDefault(name, "audit.word." + name + ".") + plain, plain, locale);
	}

	private String text(String key, String otherwise, Locale locale) {
		return Objects.requireNonNull(this.messages.getMessage(key, null, otherwise, locale));
	}

}
