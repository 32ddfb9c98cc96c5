package org.huiling.spreadsheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A table as it comes, whose lines are no longer than any real one: a file of one endless
 * line would have to be held as a whole.
 */
public final class ShortLines extends FilterInputStream {

	/** The most bytes of a line. */
	public static final int LONGEST = 1 << 16;

	private int length;

	/**
	 * Reads a table.
	 * @param source the table
	 */
	public ShortLines(InputStream source) {
		super(source);
	}

	@Override
	public int read() throws IOException {
		int next = super.read();
		if (next >= 0) {
			count(next);
		}
		return next;
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		int read = super.read(buffer, offset, length);
		for (int i = offset; i < offset + read; i++) {
			count(buffer[i]);
		}
		return read;
	}

	private void count(int next) throws IOException {
		this.length = (next == '\n' || next == '\r') ? 0 : this.length + 1;
		if (this.length > LONGEST) {
			throw new IOException("a line is longer than " + LONGEST + " bytes");
		}
	}

}
