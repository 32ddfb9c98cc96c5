package org.huiling.applicant.imports;

import java.nio.ByteBuffer;

/**
 * On which line a resident id stood first: 12 bytes an id, by the first 64 bits of its
 * hash, twice that while it grows. Two ids that share them are one in some
 * 10<sup>13</sup> files of a million lines.
 */
final class SeenIds {

	private static final int FIRST_CAPACITY = 1 << 12;

	private long[] keys = new long[FIRST_CAPACITY];

	/** 0 where nothing is. */
	private int[] lines = new int[FIRST_CAPACITY];

	private int size;

	/**
	 * Notes an id.
	 * @param hash of the id
	 * @param line where it stands
	 * @return the line on which it stood before, 0 if on none
	 */
	long put(byte[] hash, long line) {
		if (this.size * 3L > this.keys.length * 2L) {
			grow();
		}
		long key = ByteBuffer.wrap(hash).getLong();
		int place = place(key);
		if (this.lines[place] != 0) {
			return this.lines[place];
		}
		this.keys[place] = key;
		this.lines[place] = (int) Math.min(line, Integer.MAX_VALUE);
		this.size++;
		return 0;
	}

	/**
	 * Finds an id.
	 * @param hash of the id
	 * @return the line on which it was noted first, 0 if on none
	 */
	long find(byte[] hash) {
		return this.lines[place(ByteBuffer.wrap(hash).getLong())];
	}

	private int place(long key) {
		int mask = this.keys.length - 1;
		int place = (int) key & mask;
		while (this.lines[place] != 0 && this.keys[place] != key) {
			place = (place + 1) & mask;
		}
		return place;
	}

	private void grow() {
		long[] oldKeys = this.keys;
		int[] oldLines = this.lines;
		this.keys = new long[oldKeys.length * 2];
		this.lines = new int[oldLines.length * 2];
		for (int i = 0; i < oldKeys.length; i++) {
			if (oldLines[i] != 0) {
				int place = place(oldKeys[i]);
				this.keys[place] = oldKeys[i];
				this.lines[place] = oldLines[i];
			}
		}
	}

}
