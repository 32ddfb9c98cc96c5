package org.huiling.facts.type;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One code of a list of codes.
 *
 * @param name such as {@code RURAL}
 * @param label what it is called
 * @param phrase inside a sentence, null if that is the label
 * @param aliases what people write for it in tables
 * @param withdrawn whether it is still read but offered no more
 */
public record CodeValue(String name, Label label, @Nullable Label phrase, List<String> aliases, boolean withdrawn) {

	public CodeValue {
		aliases = List.copyOf(aliases);
	}

	/**
	 * What it is called inside a sentence.
	 * @return the phrase, or the label
	 */
	public Label inSentence() {
		return (this.phrase != null) ? this.phrase : this.label;
	}

}
