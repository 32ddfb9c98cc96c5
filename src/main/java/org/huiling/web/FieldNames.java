package org.huiling.web;

import java.util.Locale;
import java.util.Objects;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Fields of the HTTP contract by their names in the reader's language. */
@Component
public class FieldNames {

	private final MessageSource messages;

	FieldNames(MessageSource messages) {
		this.messages = messages;
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
		String fact = Objects.requireNonNull(this.messages.getMessage("fact." + general, null, path, locale));
		return Objects.requireNonNull(this.messages.getMessage("field." + general, null, fact, locale));
	}

}
