package org.huiling.peoplelist;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The first bytes of a stream, and no more. */
final class BoundedBytes extends FilterInputStream {

	private long left;

	BoundedBytes(InputStream stream, long bytes) {
		super(stream);
		this.left = bytes;
	}

	@Override
	public int read() throws IOException {
		int one = (this.left > 0) ? super.read() : -1;
		this.left -= (one >= 0) ? 1 : 0;
		return one;
	}

	@Override
	public int read(byte[] bytes, int from, int length) throws IOException {
		if (length == 0) {
			return 0;
		}
		int some = (this.left > 0) ? super.read(bytes, from, (int) Math.min(length, this.left)) : -1;
		this.left -= Math.max(some, 0);
		return some;
	}

}
