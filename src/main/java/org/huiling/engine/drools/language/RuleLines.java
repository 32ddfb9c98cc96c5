package org.huiling.engine.drools.language;

import java.util.List;

import org.huiling.engine.source.yaml.FilePlace;
import org.jspecify.annotations.Nullable;

/** The lines of a rule file, to find a place again that a message has lost. */
public final class RuleLines {

	private final String file;

	private final List<String> lines;

	private final @Nullable List<FilePlace> cells;

	public RuleLines(String file, String text) {
		this(file, text, null);
	}

	/** The lines written from a table, with the cell behind each. */
	public RuleLines(String file, String text, @Nullable List<FilePlace> cells) {
		this.file = file;
		this.lines = text.lines().toList();
		this.cells = cells;
	}

	public String file() {
		return this.file;
	}

	/** The place of a line, with its text. */
	public FilePlace place(int line) {
		int at = Math.min(Math.max(line, 1), Math.max(this.lines.size(), 1));
		if (this.cells != null) {
			return this.cells.get(Math.min(at, this.cells.size()) - 1);
		}
		String text = (at <= this.lines.size()) ? this.lines.get(at - 1) : "";
		int column = text.length() - text.stripLeading().length() + 1;
		return new FilePlace(this.file, at, column, text.strip());
	}

	/** A place on a line; in a table the cell behind it. */
	FilePlace at(int line, int column, String excerpt) {
		return (this.cells != null) ? place(line).naming(excerpt) : new FilePlace(this.file, line, column, excerpt);
	}

	/** The place of a text at or after a line, or of the line itself. */
	public FilePlace find(String written, int from) {
		String text = written.contains("\n") ? written.substring(0, written.indexOf('\n')).strip() : written;
		String sought = squeeze(text);
		for (int i = Math.max(from, 1); i <= this.lines.size(); i++) {
			String line = this.lines.get(i - 1);
			boolean there = line.contains(text) || (!sought.isEmpty() && squeeze(line).contains(sought));
			if (there && this.cells != null) {
				return place(i).naming(text);
			}
			int column = line.indexOf(text);
			if (column >= 0) {
				return new FilePlace(this.file, i, column + 1, text);
			}
			if (there) {
				return new FilePlace(this.file, i, place(i).column(), text);
			}
		}
		return place(from);
	}

	/** The place so many characters into a text that stands at a place. */
	public FilePlace within(FilePlace place, String text, int offset) {
		boolean there = this.cells == null && place.line() <= this.lines.size()
				&& this.lines.get(place.line() - 1).startsWith(text.lines().findFirst().orElse(""), place.column() - 1);
		if (!there) {
			return place;
		}
		String before = text.substring(0, offset);
		int lines = (int) before.chars().filter((one) -> one == '\n').count();
		int column = (lines == 0) ? place.column() + offset : offset - before.lastIndexOf('\n');
		return new FilePlace(place.file(), place.line() + lines, column, text.strip());
	}

	/** The first line that begins with a word, or 1. */
	public int lineOf(String word) {
		for (int i = 0; i < this.lines.size(); i++) {
			if (this.lines.get(i).stripLeading().startsWith(word)) {
				return i + 1;
			}
		}
		return 1;
	}

	/** The first line at or after one that holds a word by itself at its start. */
	public int findWord(String word, int from) {
		for (int i = Math.max(from, 1); i <= this.lines.size(); i++) {
			if (this.lines.get(i - 1).strip().matches(word + "\\b.*")) {
				return i;
			}
		}
		return from;
	}

	/** The first line at or after one that holds a text, or the line itself. */
	public int lineHolding(String text, int from) {
		String sought = squeeze(text);
		for (int i = Math.max(from, 1); i <= this.lines.size() && !sought.isEmpty(); i++) {
			if (squeeze(this.lines.get(i - 1)).contains(sought)) {
				return i;
			}
		}
		return from;
	}

	public boolean contains(String text) {
		String sought = squeeze(text);
		return this.lines.stream().anyMatch((line) -> squeeze(line).contains(sought));
	}

	private static String squeeze(String text) {
		return text.replaceAll("\\s+", "");
	}

}
