package org.huiling.facts.type;

import java.util.Locale;

/**
 * A text in both languages.
 *
 * @param zh Chinese
 * @param en English
 */
public record Label(String zh, String en) {

	/**
	 * The text in one language.
	 * @param locale the language asked for
	 * @return English for English, Chinese otherwise
	 */
	public String in(Locale locale) {
		return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? this.en : this.zh;
	}

}
