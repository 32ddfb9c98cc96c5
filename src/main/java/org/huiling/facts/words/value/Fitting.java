package org.huiling.facts.words.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.huiling.facts.record.FactRecord;
import org.huiling.facts.record.RecordShape;
import org.huiling.facts.record.RecordShape.Kind;
import org.huiling.facts.record.RecordShape.Slot;
import org.jspecify.annotations.Nullable;

/** Brings records of one revision of the dictionary into the shape of another. */
public final class Fitting {

	private final RecordShape from;

	private final RecordShape to;

	private final boolean same;

	public Fitting(RecordShape from, RecordShape to) {
		this.from = from;
		this.to = to;
		this.same = from.equals(to);
	}

	/** The shape of the records that it takes. */
	public RecordShape from() {
		return this.from;
	}

	public FactRecord fit(FactRecord record) {
		return this.same ? record : fit(record, this.to);
	}

	public static FactRecord fit(FactRecord record, RecordShape to) {
		FactRecord.Builder builder = to.record();
		for (Slot slot : to.all()) {
			Object value = record.value(slot.path());
			builder.put(slot.index(), (slot.kind() == Kind.LIST) ? items(value, slot) : value);
		}
		return builder.build();
	}

	private static @Nullable List<FactRecord> items(@Nullable Object value, Slot slot) {
		if (!(value instanceof List<?> items)) {
			return null;
		}
		List<FactRecord> fitted = new ArrayList<>(items.size());
		items.forEach((item) -> fitted.add(fit((FactRecord) item, Objects.requireNonNull(slot.items()))));
		return fitted;
	}

}
