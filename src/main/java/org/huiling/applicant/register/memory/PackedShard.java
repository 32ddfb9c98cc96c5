package org.huiling.applicant.register.memory;

import java.util.Arrays;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Some people's bytes, one behind the other, found by a table of places. What is taken
 * out is overwritten at once. Safe for many threads.
 */
final class PackedShard {

	/** The id, when they changed last, and how long the rest is. */
	private static final int HEAD = 2 * Long.BYTES + Long.BYTES + Integer.BYTES;

	private static final int GONE = -1;

	private byte[] bytes = new byte[1 << 10];

	private int used;

	/** Bytes of those who were taken out. */
	private int dead;

	/** Place + 1 of each; 0 for none. */
	private int[] table = new int[1 << 4];

	private int taken;

	private int count;

	/**
	 * One of them.
	 *
	 * @param id whose
	 * @param changedAt when something was recorded last, in microseconds
	 * @param packed what is known
	 */
	@SuppressWarnings("ArrayRecordComponent") // never compared
	record Packed(UUID id, long changedAt, byte[] packed) {
	}

	/** How many bytes there are room for. */
	synchronized int size() {
		return this.bytes.length + Integer.BYTES * this.table.length;
	}

	synchronized int count() {
		return this.count;
	}

	synchronized @Nullable Packed get(UUID id) {
		int found = find(id);
		return (found >= 0) ? at(this.table[found] - 1) : null;
	}

	/** Everybody, copied. */
	synchronized Packed[] all() {
		Packed[] all = new Packed[this.count];
		int next = 0;
		for (int place : this.table) {
			if (place > 0) {
				all[next++] = at(place - 1);
			}
		}
		return all;
	}

	synchronized void put(Packed one) {
		remove(one.id());
		int length = HEAD + one.packed().length;
		if (this.used + length > this.bytes.length) {
			makeRoom(length);
		}
		if (2 * (this.taken + 1) > this.table.length) {
			rehash((4 * (this.count + 1) > this.table.length) ? 2 * this.table.length : this.table.length);
		}
		int place = this.used;
		number(place, one.id().getMostSignificantBits());
		number(place + Long.BYTES, one.id().getLeastSignificantBits());
		number(place + 2 * Long.BYTES, one.changedAt());
		whole(place + 3 * Long.BYTES, one.packed().length);
		System.arraycopy(one.packed(), 0, this.bytes, place + HEAD, one.packed().length);
		this.used += length;
		enter(one.id(), place);
		this.count++;
	}

	synchronized boolean remove(UUID id) {
		int found = find(id);
		if (found < 0) {
			return false;
		}
		int place = this.table[found] - 1;
		int length = HEAD + whole(place + 3 * Long.BYTES);
		Arrays.fill(this.bytes, place, place + length, (byte) 0);
		this.table[found] = GONE;
		this.dead += length;
		this.count--;
		return true;
	}

	/** Gives back what there is room for and nobody needs. */
	synchronized void trim() {
		move(this.used - this.dead);
	}

	private int find(UUID id) {
		for (int at = spread(id) & (this.table.length - 1);; at = (at + 1) & (this.table.length - 1)) {
			int place = this.table[at] - 1;
			if (place == -1) {
				return -1;
			}
			if (place >= 0 && number(place) == id.getMostSignificantBits()
					&& number(place + Long.BYTES) == id.getLeastSignificantBits()) {
				return at;
			}
		}
	}

	private void enter(UUID id, int place) {
		int at = spread(id) & (this.table.length - 1);
		while (this.table[at] != 0) {
			at = (at + 1) & (this.table.length - 1);
		}
		this.table[at] = place + 1;
		this.taken++;
	}

	/** Ids are given in the order of time: their last digits are as good as any. */
	static int spread(UUID id) {
		long mixed = (id.getMostSignificantBits() ^ id.getLeastSignificantBits()) * 0x9E3779B97F4A7C15L;
		return (int) (mixed >>> Integer.SIZE);
	}

	private Packed at(int place) {
		int length = whole(place + 3 * Long.BYTES);
		return new Packed(new UUID(number(place), number(place + Long.BYTES)), number(place + 2 * Long.BYTES),
				Arrays.copyOfRange(this.bytes, place + HEAD, place + HEAD + length));
	}

	private void makeRoom(int more) {
		int living = this.used - this.dead + more;
		move(living + living / 4);
	}

	/** Into fresh bytes, without those who were taken out. */
	private void move(int room) {
		byte[] old = this.bytes;
		byte[] fresh = new byte[room];
		int next = 0;
		int[] places = Arrays.stream(this.table)
			.filter((place) -> place > 0)
			.map((place) -> place - 1)
			.sorted()
			.toArray();
		UUID[] ids = new UUID[places.length];
		for (int i = 0; i < places.length; i++) {
			int length = HEAD + whole(places[i] + 3 * Long.BYTES);
			ids[i] = new UUID(number(places[i]), number(places[i] + Long.BYTES));
			System.arraycopy(old, places[i], fresh, next, length);
			places[i] = next;
			next += length;
		}
		Arrays.fill(old, (byte) 0);
		this.bytes = fresh;
		this.used = next;
		this.dead = 0;
		Arrays.fill(this.table, 0);
		this.taken = 0;
		for (int i = 0; i < places.length; i++) {
			enter(ids[i], places[i]);
		}
	}

	private void rehash(int length) {
		int[] old = this.table;
		this.table = new int[length];
		this.taken = 0;
		for (int place : old) {
			if (place > 0) {
				enter(new UUID(number(place - 1), number(place - 1 + Long.BYTES)), place - 1);
			}
		}
	}

	private long number(int place) {
		return ((long) whole(place) << Integer.SIZE) | (whole(place + Integer.BYTES) & 0xffffffffL);
	}

	private void number(int place, long value) {
		whole(place, (int) (value >>> Integer.SIZE));
		whole(place + Integer.BYTES, (int) value);
	}

	private int whole(int place) {
		return (this.bytes[place] & 0xff) << 24 | (this.bytes[place + 1] & 0xff) << 16
				| (this.bytes[place + 2] & 0xff) << 8 | (this.bytes[place + 3] & 0xff);
	}

	private void whole(int place, int value) {
		this.bytes[place] = (byte) (value >>> 24);
		this.bytes[place + 1] = (byte) (value >>> 16);
		this.bytes[place + 2] = (byte) (value >>> 8);
		this.bytes[place + 3] = (byte) value;
	}

}
