package org.huiling.table;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Lines of a text, however they end, with their numbers; none is held that was not asked
 * for.
 */
public final class LineReader {

	/** The most characters of a line. */
	public static final int LONGEST = 1 << 20;

	private static final int PIECE = 1 << 15;

	private final Reader text;

	private final char[] piece = new char[PIECE];

	private final Deque<Line> given = new ArrayDeque<>();

	private int next;

	private int end;

	private long number;

	/**
	 * Begins to read.
	 * @param text read as the lines are; whoever opened it closes it
	 */
	public LineReader(Reader text) {
		this.text = text;
	}

	/**
	 * A line.
	 *
	 * @param number from 1
	 * @param text without its end; cut if it is too long
	 * @param end {@code \n}, {@code \r}, {@code \r\n}, or nothing at the end of the file
	 */
	public record Line(long number, String text, String end) {

		/**
		 * Whether there is more of it than was kept.
		 * @return true if the text is cut
		 */
		public boolean isTooLong() {
			return this.text.length() > LONGEST;
		}

		/**
		 * Whether something of it could not be decoded, see {@link DecodedText}, or is no
		 * text.
		 * @return true if what was meant is not known
		 */
		public boolean isDamaged() {
			return isDamaged(this.text);
		}

		static boolean isDamaged(String text) {
			return text.indexOf('\uFFFD') >= 0 || text.indexOf('\0') >= 0;
		}

	}

	/**
	 * The next line.
	 * @return null at the end
	 * @throws IOException if the text cannot be read
	 */
	public @Nullable Line next() throws IOException {
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
		StringBuilder longer = null;
		while (fill()) {
			int from = this.next;
			int i = from;
			while (i < this.end && (this.piece[i] > '\r' || (this.piece[i] != '\n' && this.piece[i] != '\r'))) {
				i++;
			}
			this.next = i;
			if (i < this.end && longer == null) {
				return line(new String(this.piece, from, i - from));
			}
			longer = (longer != null) ? longer : new StringBuilder();
			if (longer.length() <= LONGEST) {
				longer.append(this.piece, from, i - from);
			}
			if (i < this.end) {
				return line(longer.toString());
			}
		}
		return (longer != null) ? new Line(++this.number, longer.toString(), "") : null;
	}

	private Line line(String text) throws IOException {
		char first = this.piece[this.next++];
		if (first == '\n') {
			return new Line(++this.number, text, "\n");
		}
		boolean both = fill() && this.piece[this.next] == '\n';
		this.next += both ? 1 : 0;
		return new Line(++this.number, text, both ? "\r\n" : "\r");
	}

	private boolean fill() throws IOException {
		if (this.next >= this.end) {
			this.next = 0;
			this.end = Math.max(this.text.read(this.piece), 0);
		}
		return this.next < this.end;
	}

}
