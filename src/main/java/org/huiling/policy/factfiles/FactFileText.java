package org.huiling.policy.factfiles;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a fact file, to which declarations are added as its author could have
 * written them: everything else stays as it is, comments too.
 *
 * @param text the file
 */
public record FactFileText(String text) {

	private static final Pattern CHILD = Pattern.compile("^( +)[^\\s#].*");

	private static final Pattern EMPTY = Pattern.compile("\\s*(\\{\\s*}|~|null)?\\s*(#.*)?");

	/** Where declarations stand. */
	public enum Section {

		/** What is recorded. */
		FACTS("facts"),

		/** What is worked out. */
		DERIVED("derived");

		private final String key;

		Section(String key) {
			this.key = key;
		}

	}

	/**
	 * With a declaration at the end of a section.
	 * @param section where it goes; begun if the file does not have it
	 * @param declaration one line, such as {@code joinedParty: {type: date, …}}
	 * @return the file
	 * @throws IllegalStateException if the section is written in brackets, where lines
	 * cannot be added
	 */
	public FactFileText with(Section section, String declaration) {
		List<String> lines = new ArrayList<>(this.text.lines().toList());
		int at = find(lines, section);
		if (at < 0) {
			lines.add(section.key + ":");
			lines.add("  " + declaration);
			return of(lines);
		}
		if (!EMPTY.matcher(lines.get(at).substring(section.key.length() + 1)).matches()) {
			throw new IllegalStateException("the section is written in brackets");
		}
		lines.set(at, section.key + ":");
		int end = at + 1;
		String indent = "  ";
		for (int i = at + 1; i < lines.size(); i++) {
			Matcher child = CHILD.matcher(lines.get(i));
			if (child.matches()) {
				indent = (end == at + 1) ? child.group(1) : indent;
				end = i + 1;
			}
			else if (!lines.get(i).isBlank() && !lines.get(i).stripLeading().startsWith("#")) {
				break;
			}
		}
		lines.add(end, indent + declaration);
		return of(lines);
	}

	private static int find(List<String> lines, Section section) {
		for (int i = 0; i < lines.size(); i++) {
			if (lines.get(i).startsWith(section.key + ":")) {
				return i;
			}
		}
		return -1;
	}

	private static FactFileText of(List<String> lines) {
		return new FactFileText(String.join("\n", lines) + "\n");
	}

}
