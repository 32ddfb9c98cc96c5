package org.huiling.decision.store;

import java.util.Locale;

/**
 * Whose policy something was decided by, where it is an enclosing jurisdiction's.
 *
 * @param jurisdiction its id, such as {@code china}
 * @param name its name
 * @param nameEn the same in English
 */
public record OwnerView(String jurisdiction, String name, String nameEn) {

	/**
	 * Its name for a reader.
	 * @param locale the reader's
	 * @return Chinese or English
	 */
	public String in(Locale locale) {
		return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? this.nameEn : this.name;
	}

}
