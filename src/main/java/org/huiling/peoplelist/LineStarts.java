package org.huiling.peoplelist;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Where lines of a file begin, as far as somebody who divides it needs to know. Bytes of
 * line ends and quotes are those of no other character in UTF-8 and GB18030.
 */
final class LineStarts {

	/** So far down the first row after a header is looked for. */
	static final int HEAD = 64;

	private static final int PIECE = 1 << 16;

	private final long apart;

	private final List<Start> starts = new ArrayList<>();

	private final long[] head = new long[HEAD + 1];

	private long at;

	private long line = 1;

	private long last;

	private boolean quoted;

	private boolean newline;

	private boolean both;

	private boolean lone;

	/**
	 * Where a line begins.
	 *
	 * @param line its number, from 1
	 * @param at its first byte, from 0
	 */
	record Start(long line, long at) {
	}

	private LineStarts(long apart) {
		this.apart = apart;
	}

	/**
	 * Reads a file to its end.
	 * @param file from its first byte on
	 * @param apart the fewest bytes between two starts
	 */
	static LineStarts of(InputStream file, long apart) throws IOException {
		LineStarts starts = new LineStarts(apart);
		byte[] piece = new byte[PIECE];
		boolean returned = false;
		for (int read = file.read(piece); read >= 0; read = file.read(piece)) {
			for (int i = 0; i < read; i++) {
				returned = starts.next(piece[i], returned);
			}
		}
		if (returned) {
			starts.lone = true;
		}
		return starts;
	}

	private boolean next(byte one, boolean returned) {
		if (returned && one != '\n') {
			this.lone = true;
		}
		if (one == '\n') {
			this.both |= returned;
			this.newline |= !returned;
			this.at++;
			begin();
			return false;
		}
		this.quoted |= one == '"';
		this.at++;
		return one == '\r';
	}

	private void begin() {
		this.line++;
		if (this.line <= HEAD) {
			this.head[(int) this.line] = this.at;
		}
		if (this.at - this.last >= this.apart) {
			this.starts.add(new Start(this.line, this.at));
			this.last = this.at;
		}
	}

	/** Some of the lines, in order; never the first. */
	List<Start> starts() {
		return this.starts;
	}

	/** Whether a quote stands anywhere. */
	boolean isQuoted() {
		return this.quoted;
	}

	/** Whether all lines end alike, and not as those of old Macintoshes do. */
	boolean isEven() {
		return !this.lone && !(this.newline && this.both);
	}

	/** How long the file is. */
	long length() {
		return this.at;
	}

	/**
	 * The first byte of a line of the head; -1 if it is too far down or there is none.
	 */
	long at(long number) {
		return (number > 1 && number <= Math.min(HEAD, this.line)) ? this.head[(int) number] : -1;
	}

}
