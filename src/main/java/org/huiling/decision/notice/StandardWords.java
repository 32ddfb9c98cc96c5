package org.huiling.decision.notice;

import java.util.Locale;

import org.huiling.decision.store.WhyView.StandardView;
import org.huiling.dictionary.FactNames;
import org.huiling.engine.Bilingual;
import org.huiling.engine.reason.SharedValue;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says which value of a standard an amount goes by, on pages and notices. */
@Component
public class StandardWords {

	private final MessageSource messages;

	private final FactNames names;

	StandardWords(MessageSource messages, FactNames names) {
		this.messages = messages;
		this.names = names;
	}

	/**
	 * A value that somebody is answered by.
	 * @param value the value
	 * @param locale the reader's
	 * @return such as {@code 最低生活保障标准（城镇）：自 2013-07-01 起 485.00（通知）}
	 */
	public String line(SharedValue value, Locale locale) {
		return line(value.title(), value.by(), value.key(), value.from().toString(), value.worked(), value.basis(),
				locale);
	}

	/**
	 * The same of a decision.
	 * @param value the value
	 * @param locale the reader's
	 * @return as above
	 */
	public String line(StandardView value, Locale locale) {
		return line(new Bilingual(value.title(), value.titleEn()), value.by(), value.key(), value.from().toString(),
				value.text(), value.basis(), locale);
	}

	private String line(Bilingual title, @Nullable String by, @Nullable String key, String from, String worked,
			String basis, Locale locale) {
		String named = title.in(locale);
		if (key != null) {
			named = this.messages.getMessage("standard.for", new Object[] { named, name(by, key, locale) }, locale);
		}
		return this.messages.getMessage("standard.line", new Object[] { named, from, worked, basis }, locale);
	}

	/** A code by its name; a number as it is. */
	private String name(@Nullable String by, String key, Locale locale) {
		String type = (by != null) ? Character.toUpperCase(by.charAt(0)) + by.substring(1) : "";
		String name = this.names.code(type, key, locale);
		return (name != null) ? name : key;
	}

}
