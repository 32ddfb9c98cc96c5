package org.huiling.web;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.huiling.dictionary.FactNames;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Fields of the HTTP contract by their names in the reader's language. */
@Component
public class FieldNames {

	private static final Pattern MENTION = Pattern
		.compile("([(（])([A-Za-z][A-Za-z0-9]*(?:\\[\\d+]|\\.[A-Za-z][A-Za-z0-9]*)*)([)）])");

	private static final Pattern NUMBER = Pattern.compile("\\[(\\d{1,4})]");

	private final MessageSource messages;

	private final FactNames facts;

	FieldNames(MessageSource messages, FactNames facts) {
		this.messages = messages;
		this.facts = facts;
	}

	/**
	 * A message in which facts that it mentions in brackets are called by their names.
	 * @param message such as {@code …（facts.household.dibao）…}
	 * @param locale the reader's
	 * @return the message; an item of a list by its name and number
	 */
	public String in(String message, Locale locale) {
		return MENTION.matcher(message).replaceAll((mention) -> {
			String path = mention.group(2);
			String name = of(path, locale);
			Matcher number = NUMBER.matcher(path);
			String item = number.find() ? " " + (Integer.parseInt(number.group(1)) + 1) : "";
			return Matcher.quoteReplacement(
					name.equals(path) ? mention.group() : mention.group(1) + name + item + mention.group(3));
		});
	}

	/**
	 * The name of a field.
	 * @param path such as {@code household.size}, {@code applicant.statuses[0].from} or
	 * {@code facts.sex}
	 * @param locale the reader's
	 * @return its name; the path where it has none
	 */
	public String of(String path, Locale locale) {
		String general = path.replaceAll("\\[[^]]*]", "").replaceFirst("^(applicant|facts)\\.", "");
		String fact = Objects.requireNonNullElse(this.facts.phrase(general, locale), path);
		String proposed = this.messages.getMessage("proposals.value." + general, null, fact, locale);
		return Objects.requireNonNull(this.messages.getMessage("field." + general, null, proposed, locale));
	}

	/**
	 * The name of a field as the form of a page has it.
	 * @param area the first part of the page's address, such as {@code runs}
	 * @param path as above
	 * @param locale the reader's
	 * @return the form's name for it; as everywhere where it has none of its own
	 */
	public String on(String area, String path, Locale locale) {
		String general = of(path, locale);
		String own = path.replaceAll("\\[[^]]*]", "");
		return Objects.requireNonNull(this.messages.getMessage("field." + area + "." + own, null, general, locale));
	}

	/**
	 * A key of a table or of a standard.
	 * @param by what the keys are, such as {@code dibaoType}; null if that is not said
	 * @param key as written, null if there is none
	 * @param locale the reader's
	 * @return the code's phrase; the key as written where it is a number
	 */
	public @Nullable String key(@Nullable String by, @Nullable String key, Locale locale) {
		String phrase = (by != null && key != null) ? this.facts.code(StringUtils.capitalize(by), key, locale) : null;
		return (phrase != null) ? phrase : key;
	}

}
