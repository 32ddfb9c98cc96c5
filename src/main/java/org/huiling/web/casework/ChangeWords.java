package org.huiling.web.casework;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

import org.huiling.web.FieldNames;
import tools.jackson.databind.JsonNode;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Values of fields that change, in the words of a page. */
@Component
class ChangeWords {

	private final MessageSource messages;

	private final FieldNames names;

	ChangeWords(MessageSource messages, FieldNames names) {
		this.messages = messages;
		this.names = names;
	}

	/** A value in words; of an item or a group, field by field. */
	public String of(String path, JsonNode value, Locale locale) {
		String general = path.replaceAll("\\[[^]]*]", "");
		if (value.isObject()) {
			return value.propertyStream()
				.map((field) -> this.names.of(general + "." + field.getKey(), locale) + " "
						+ of(general + "." + field.getKey(), field.getValue(), locale))
				.collect(Collectors.joining("; "));
		}
		if (value.isArray()) {
			return value.isEmpty() ? text("fact.none", locale)
					: value.valueStream().map((item) -> of(general, item, locale)).collect(Collectors.joining(" · "));
		}
		if (value.isNull() || value.isMissingNode()) {
			return text("fact.unknown", locale);
		}
		if (value.isBoolean()) {
			return text(value.booleanValue() ? "web.true" : "web.false", locale);
		}
		String plain = value.isNumber() ? value.decimalValue().toPlainString() : value.asString();
		String known = text("option." + general + "." + plain, locale);
		String option = text("option." + general.replace(".kind", "") + "." + plain, locale);
		return known.startsWith("option.") ? option.startsWith("option.") ? plain : option : known;
	}

	private String text(String key, Locale locale) {
		return Objects.requireNonNull(this.messages.getMessage(key, null, key, locale));
	}

}
