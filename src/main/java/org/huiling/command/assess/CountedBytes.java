package org.huiling.command.assess;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A file that is read, and how far that is. Belongs to one thread. */
final class CountedBytes extends FilterInputStream {

	private final long all;

	private long read;

	CountedBytes(InputStream file, long all) {
		super(file);
		this.all = all;
	}

	/** How many bytes were read so far. */
	long done() {
		return this.read;
	}

	long all() {
		return this.all;
	}

	@Override
	public int read() throws IOException {
		int one = super.read();
		this.read += (one >= 0) ? 1 : 0;
		return one;
	}

	@Override
	public int read(byte[] bytes, int from, int length) throws IOException {
		int some = super.read(bytes, from, length);
		this.read += Math.max(some, 0);
		return some;
	}

}
