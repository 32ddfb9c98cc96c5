package org.huiling;

import java.lang.reflect.RecordComponent;
import java.util.List;

import org.huiling.facts.ApplicantRecord;
import org.huiling.facts.dictionary.RecordedFacts;
import org.jspecify.annotations.Nullable;

/** A record of facts read by path, as declarations name what is in it. */
public final class RecordFacts implements RecordedFacts {

	private final Record record;

	private RecordFacts(Record record) {
		this.record = record;
	}

	/**
	 * The facts of a record.
	 * @param record the record
	 * @return them, read by path
	 */
	public static RecordFacts of(ApplicantRecord record) {
		return new RecordFacts(record);
	}

	@Override
	public @Nullable Object value(String name) {
		Object value = this.record;
		for (String step : name.split("\\.", -1)) {
			value = (value != null) ? component((Record) value, step) : null;
		}
		return value;
	}

	@Override
	public @Nullable List<? extends RecordedFacts> items(String list) {
		List<?> items = (List<?>) component(this.record, list);
		return (items == null) ? null : items.stream().map((item) -> new RecordFacts((Record) item)).toList();
	}

	private static @Nullable Object component(Record record, String name) {
		for (RecordComponent one : record.getClass().getRecordComponents()) {
			if (one.getName().equals(name)) {
				try {
					return one.getAccessor().invoke(record);
				}
				catch (ReflectiveOperationException ex) {
					throw new IllegalStateException(ex);
				}
			}
		}
		throw new IllegalArgumentException("no fact " + name);
	}

}
