package org.huiling.facts.type;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What an entry is called.
 *
 * @param label on forms, in tables and lists
 * @param help what to mind when it is filled in, null if nothing
 * @param phrase inside a sentence of a reason, null if that is the label
 * @param not inside a sentence when it does not hold, null if nothing is said of that
 * @param alone outside of its list, null if that is the phrase
 * @param column the Chinese header of a table, null if that is the label
 * @param aliases other headers of a table, or other ways to write a code
 */
public record Naming(Label label, @Nullable Label help, @Nullable Label phrase, @Nullable Label not,
		@Nullable Label alone, @Nullable String column, List<String> aliases) {

	public Naming {
		aliases = List.copyOf(aliases);
	}

	/**
	 * What it is called inside a sentence.
	 * @return the phrase, or the label
	 */
	public Label inSentence() {
		return (this.phrase != null) ? this.phrase : this.label;
	}

	/**
	 * The Chinese header of a table.
	 * @return the column's name, or the label
	 */
	public String header() {
		return (this.column != null) ? this.column : this.label.zh();
	}

}
