package org.huiling.web;

import java.util.Locale;
import java.util.Objects;

import org.huiling.dictionary.FactNames;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Fields of the HTTP contract by their names in the reader's language. */
@Component
public class FieldNames {

	private final MessageSource messages;

	private final FactNames facts;

	FieldNames(MessageSource messages, FactNames facts) {
		this.messages = messages;
		this.facts = facts;
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
		return Objects.requireNonNull(this.messages.getMessage("field." + general, null, fact, locale));
	}

}
