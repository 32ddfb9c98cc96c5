package org.huiling.engine.drools.language;

import org.huiling.engine.Bilingual;
import org.huiling.engine.source.yaml.FilePlace;

/**
 * A rule as its author wrote it.
 *
 * @param place where it begins: its line, or the cell of its name in a table
 * @param order its place among all rules of the version: files by name, then lines
 * @param name its Chinese name, and the English one of {@code @en}
 * @param basis the article behind it
 * @param consequence the text between {@code then} and {@code end}
 */
public record RuleText(FilePlace place, int order, Bilingual name, String basis, String consequence) {

	/**
	 * The file it stands in.
	 * @return its path inside the version's directory
	 */
	public String file() {
		return this.place.file();
	}

	/**
	 * What Drools knows the rule by: its name is for people and never part of a program.
	 * @return a name of our own
	 */
	public String key() {
		return key(this.order);
	}

	public static String key(int order) {
		return "r" + order;
	}

	/**
	 * Where it begins.
	 * @return the line of {@code rule}, or its row in a table
	 */
	public int line() {
		return this.place.line();
	}

}
