package org.huiling.applicant.imports;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Lines of a text with their numbers, none of them kept longer than needed. */
final class TextLines {

	/** The most characters of a line. */
	static final int LONGEST = 1 << 20;

	private static final int PIECE = 1 << 14;

	private final Reader text;

	private final char[] piece = new char[PIECE];

	private final Deque<Line> given = new ArrayDeque<>();

	private int next;

	private int end;

	private long number;

	TextLines(Reader text) {
		this.text = text;
	}

	/**
	 * A line.
	 *
	 * @param number from 1
	 * @param text without its end; cut if it is too long
	 */
	record Line(long number, String text) {

		boolean isTooLong() {
			return this.text.length() > LONGEST;
		}

		boolean isDamaged() {
			return this.text.indexOf('\uFFFD') >= 0;
		}

	}

	/** The next line, or null at the end. */
	@Nullable Line next() throws IOException {
		Line back = this.given.poll();
		return (back != null) ? back : read();
	}

	/** Gives lines back, to be read again. */
	void back(List<Line> lines) {
		for (int i = lines.size() - 1; i >= 0; i--) {
			this.given.push(lines.get(i));
		}
	}

	private @Nullable Line read() throws IOException {
		StringBuilder line = new StringBuilder();
		boolean any = false;
		while (fill()) {
			any = true;
			int from = this.next;
			while (this.next < this.end && this.piece[this.next] != '\n') {
				this.next++;
			}
			if (line.length() <= LONGEST) {
				line.append(this.piece, from, this.next - from);
			}
			if (this.next < this.end) {
				this.next++;
				break;
			}
		}
		if (!any) {
			return null;
		}
		if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
			line.setLength(line.length() - 1);
		}
		this.number++;
		return new Line(this.number, line.toString());
	}

	private boolean fill() throws IOException {
		if (this.next >= this.end) {
			this.next = 0;
			this.end = Math.max(this.text.read(this.piece), 0);
		}
		return this.next < this.end;
	}

}
