package org.huiling.applicant.register.memory;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.huiling.facts.Code;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.record.RecordShape;

/** Unpacks what {@link PackedWriter} packed. */
final class PackedReader {

	/** No day that anybody records. */
	static final long BEFORE_ALL = Integer.MIN_VALUE;

	/** Days that people have, each once: from 1887 to 2051. */
	private static final int EARLIEST = -30_000;

	private static final LocalDate[] DAYS = new LocalDate[60_000];

	private final PackedWords words;

	private final byte[] bytes;

	private int at;

	PackedReader(PackedWords words, byte[] bytes) {
		this.words = words;
		this.bytes = bytes;
	}

	NavigableMap<LocalDate, FactRecord> unpack() {
		NavigableMap<LocalDate, FactRecord> records = new TreeMap<>();
		long count = number();
		for (long i = 0; i < count; i++) {
			LocalDate day = day();
			records.put(day, record(this.words.shape(this.words.subject((int) number()))));
		}
		return records;
	}

	private FactRecord record(RecordShape shape) {
		FactRecord.Builder record = shape.record();
		int slot = -1;
		for (int next = (int) number(); next != 0; next = (int) number()) {
			slot += next >>> PackedWriter.KINDS;
			record.fill(slot, value(next & ((1 << PackedWriter.KINDS) - 1), shape, slot));
		}
		return record.build();
	}

	private Object value(int kind, RecordShape shape, int slot) {
		return switch (kind) {
			case PackedWriter.TRUE -> true;
			case PackedWriter.FALSE -> false;
			case PackedWriter.WHOLE -> (int) signed();
			case PackedWriter.DAY -> day();
			case PackedWriter.MONEY -> BigDecimal.valueOf(signed(), 2);
			case PackedWriter.WORD -> this.words.text((int) number());
			case PackedWriter.CODE -> this.words.code((int) number());
			default -> other(shape, slot);
		};
	}

	private Object other(RecordShape shape, int slot) {
		return switch ((int) number()) {
			case PackedWriter.TEXT -> new String(bytes(), StandardCharsets.UTF_8);
			case PackedWriter.DECIMAL -> {
				int scale = (int) signed();
				yield new BigDecimal(new BigInteger(bytes()), scale);
			}
			case PackedWriter.ITEMS -> {
				FactRecord[] items = new FactRecord[(int) number()];
				RecordShape item = shape.all().get(slot).items();
				if (item == null) {
					throw new IllegalStateException("no list");
				}
				for (int i = 0; i < items.length; i++) {
					items[i] = record(item);
				}
				yield List.of(items);
			}
			default -> {
				Code[] codes = new Code[(int) number()];
				for (int i = 0; i < codes.length; i++) {
					codes[i] = this.words.code((int) number());
				}
				yield List.of(codes);
			}
		};
	}

	private LocalDate day() {
		long day = signed();
		int place = (int) day - EARLIEST;
		if (place < 0 || place >= DAYS.length) {
			return (day == BEFORE_ALL) ? LocalDate.MIN : LocalDate.ofEpochDay(day);
		}
		LocalDate known = DAYS[place];
		if (known == null) {
			known = LocalDate.ofEpochDay(day);
			DAYS[place] = known;
		}
		return known;
	}

	private long signed() {
		long value = number();
		return (value >>> 1) ^ -(value & 1);
	}

	private long number() {
		long value = 0;
		int shift = 0;
		byte next;
		do {
			next = this.bytes[this.at++];
			value |= (long) (next & 0x7f) << shift;
			shift += 7;
		}
		while (next < 0);
		return value;
	}

	private byte[] bytes() {
		byte[] some = new byte[(int) number()];
		System.arraycopy(this.bytes, this.at, some, 0, some.length);
		this.at += some.length;
		return some;
	}

}
