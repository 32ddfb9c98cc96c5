package org.huiling.applicant.register.memory;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import org.huiling.facts.Code;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.record.RecordShape;
import org.jspecify.annotations.Nullable;

/**
 * Packs what is known of somebody, day by day, into bytes: only what is recorded, each
 * value behind the distance of its slot from the last one and how it is written. Belongs
 * to one thread.
 */
final class PackedWriter {

	static final int KINDS = 3;

	static final int TRUE = 0;

	static final int FALSE = 1;

	static final int WHOLE = 2;

	static final int DAY = 3;

	static final int MONEY = 4;

	static final int WORD = 5;

	static final int CODE = 6;

	/** Followed by one of those below. */
	static final int OTHER = 7;

	static final int TEXT = 0;

	static final int DECIMAL = 1;

	static final int ITEMS = 2;

	static final int CODES = 3;

	private static final int SHARED_TEXTS = 3;

	private final PackedWords words;

	private byte[] bytes = new byte[512];

	private int length;

	PackedWriter(PackedWords words) {
		this.words = words;
	}

	/**
	 * Packs.
	 * @param records by the day since when each holds, the least day for what is known
	 * before all of them
	 * @return null if something cannot be packed
	 */
	byte @Nullable [] pack(SortedMap<LocalDate, FactRecord> records) {
		this.length = 0;
		number(records.size());
		for (Map.Entry<LocalDate, FactRecord> one : records.entrySet()) {
			day(one.getKey());
			number(this.words.number(one.getValue().subject()));
			if (!this.words.isShape(one.getValue().shape()) || !record(one.getValue())) {
				return null;
			}
		}
		return Arrays.copyOf(this.bytes, this.length);
	}

	private boolean record(FactRecord record) {
		int last = -1;
		List<RecordShape.Slot> slots = record.shape().all();
		for (int slot = 0; slot < slots.size(); slot++) {
			Object value = record.at(slot);
			if (value != null) {
				if (!value(slot - last, slots.get(slot), value)) {
					return false;
				}
				last = slot;
			}
		}
		number(0);
		return true;
	}

	private boolean value(int distance, RecordShape.Slot slot, Object value) {
		if (value instanceof Boolean truth) {
			kind(distance, truth ? TRUE : FALSE);
		}
		else if (value instanceof Integer whole) {
			kind(distance, WHOLE);
			signed(whole);
		}
		else if (value instanceof LocalDate day) {
			kind(distance, DAY);
			day(day);
		}
		else if (value instanceof Code code) {
			kind(distance, CODE);
			number(this.words.number(code));
		}
		else if (value instanceof BigDecimal amount) {
			amount(distance, amount);
		}
		else if (value instanceof String text) {
			text(distance, slot, text);
		}
		else {
			return value instanceof List<?> list && list(distance, slot, list);
		}
		return true;
	}

	private void amount(int distance, BigDecimal amount) {
		BigInteger digits = amount.unscaledValue();
		if (amount.scale() == 2 && digits.bitLength() < Integer.SIZE + Integer.SIZE / 2) {
			kind(distance, MONEY);
			signed(digits.longValue());
		}
		else {
			kind(distance, OTHER);
			number(DECIMAL);
			signed(amount.scale());
			bytes(digits.toByteArray());
		}
	}

	/** Regions and programs are the same for many; whatever else is said is one's own. */
	private void text(int distance, RecordShape.Slot slot, String text) {
		boolean shared = slot.path().endsWith("region") || slot.path().endsWith("program");
		if (shared && text.length() > SHARED_TEXTS) {
			kind(distance, WORD);
			number(this.words.number(text));
		}
		else {
			kind(distance, OTHER);
			number(TEXT);
			bytes(text.getBytes(StandardCharsets.UTF_8));
		}
	}

	@SuppressWarnings("ReferenceEquality") // whoever is read by one dictionary shares its
											// shapes
	private boolean list(int distance, RecordShape.Slot slot, List<?> list) {
		kind(distance, OTHER);
		boolean items = slot.items() != null;
		number(items ? ITEMS : CODES);
		number(list.size());
		for (Object one : list) {
			if (items && one instanceof FactRecord item && item.shape() == slot.items()) {
				if (!record(item)) {
					return false;
				}
			}
			else if (!items && one instanceof Code code) {
				number(this.words.number(code));
			}
			else {
				return false;
			}
		}
		return true;
	}

	private void kind(int distance, int kind) {
		number((distance << KINDS) | kind);
	}

	private void day(LocalDate day) {
		signed(day.equals(LocalDate.MIN) ? PackedReader.BEFORE_ALL : day.toEpochDay());
	}

	private void signed(long value) {
		number((value << 1) ^ (value >> (Long.SIZE - 1)));
	}

	private void number(long value) {
		long rest = value;
		room(Long.BYTES + 2);
		while ((rest & ~0x7fL) != 0) {
			this.bytes[this.length++] = (byte) (rest | 0x80);
			rest >>>= 7;
		}
		this.bytes[this.length++] = (byte) rest;
	}

	private void bytes(byte[] more) {
		number(more.length);
		room(more.length);
		System.arraycopy(more, 0, this.bytes, this.length, more.length);
		this.length += more.length;
	}

	private void room(int more) {
		if (this.length + more > this.bytes.length) {
			this.bytes = Arrays.copyOf(this.bytes, 2 * (this.length + more));
		}
	}

}
