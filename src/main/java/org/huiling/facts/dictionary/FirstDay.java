package org.huiling.facts.dictionary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.huiling.facts.record.FactRecord;
import org.huiling.facts.record.RecordShape;
import org.huiling.facts.record.RecordedFacts;
import org.huiling.facts.type.Label;
import org.huiling.facts.type.Trait;
import org.jspecify.annotations.Nullable;

/**
 * 起始日: a day that counts as come while nobody knows it, since a {@code validity} begins
 * with it or a {@code begun(…)} looks at it. Immutable.
 */
public final class FirstDay {

	private final Dictionary dictionary;

	private final Fact day;

	private final List<Held> held;

	private final int place;

	private final int slot;

	/** The list it is a field of, null if it is a fact of the person. */
	private final @Nullable String list;

	/** Where records have that list. */
	private final int items;

	/**
	 * What is held from a first day.
	 *
	 * @param fact the path of a recorded fact or list, of an item the name of its field
	 * @param slot where records have it
	 * @param outside the code that is recorded where nothing is held, null if none is
	 */
	record Held(String fact, int slot, @Nullable String outside) {

		private boolean isRecorded(FactRecord record, boolean same) {
			Object value = same ? record.at(this.slot) : record.value(this.fact);
			return value != null && (this.outside == null || !value.toString().equals(this.outside));
		}

	}

	/**
	 * A first day.
	 * @param dictionary what declares it
	 * @param day the date
	 * @param held what is held from it: of an item if it is a field of one; empty if that
	 * is not said
	 * @param place its place among the facts
	 */
	FirstDay(Dictionary dictionary, Fact day, List<Held> held, int place) {
		this.dictionary = dictionary;
		this.day = day;
		this.held = List.copyOf(held);
		this.place = place;
		this.slot = FirstDays.slot(dictionary.shape(), day);
		this.list = day.list();
		this.items = (this.list != null) ? dictionary.shape().slot(this.list) : RecordShape.NONE;
	}

	/**
	 * The way to it.
	 * @return such as {@code hukou.since}
	 */
	public String path() {
		return this.day.path();
	}

	/**
	 * Its place among the facts, for those who tell of several.
	 * @return a number
	 */
	public int place() {
		return this.place;
	}

	/**
	 * What is said while it counts as come.
	 * @return as declared ({@code assumed:}), else made from what the day is called
	 */
	public Label assumed() {
		Label declared = this.day.assumed();
		Label called = this.day.naming().inSentence();
		return (declared != null) ? declared
				: new Label(called.zh() + "未知，按已经开始计算", called.en() + " is not known: counted as begun already");
	}

	/**
	 * Whether it counts as come of somebody: what is held from it is recorded, the day is
	 * not.
	 * @param record of whichever revision
	 * @return false also where there is no such day
	 */
	public boolean isOpen(FactRecord record) {
		if (this.list == null) {
			return looksOpen(record, this.dictionary.shape(), this.day.path())
					&& new AsRecorded(this.dictionary, record).applies(this.day.path());
		}
		List<? extends RecordedFacts> items = items(record, this.list);
		for (int i = 0; items != null && i < items.size(); i++) {
			if (isOpen(record, i, (FactRecord) items.get(i))) {
				return true;
			}
		}
		return false;
	}

	@SuppressWarnings("ReferenceEquality") // an equal shape is read by names
	private @Nullable List<? extends RecordedFacts> items(FactRecord record, String path) {
		return (record.shape() == this.dictionary.shape()) ? record.items(this.items) : record.items(path);
	}

	private boolean isOpen(FactRecord record, int index, FactRecord item) {
		String list = Objects.requireNonNull(this.list);
		return looksOpen(item, this.dictionary.shape().items(list), this.day.name())
				&& new AsRecorded(this.dictionary, record).each(list).get(index).applies(this.day.name());
	}

	@SuppressWarnings("ReferenceEquality") // an equal shape is read by names
	private boolean looksOpen(FactRecord record, @Nullable RecordShape shape, String name) {
		boolean same = record.shape() == shape;
		int at = same ? this.slot : record.shape().slot(name);
		if (at < 0 || record.at(at) != null || this.day.is(Trait.ABSENT_IS_NONE)) {
			return false;
		}
		for (int i = 0; i < this.held.size(); i++) {
			if (this.held.get(i).isRecorded(record, same)) {
				return true;
			}
		}
		return this.held.isEmpty();
	}

	/**
	 * The record with a day where it counts as come.
	 * @param record of whichever revision
	 * @param day the day
	 * @return the same record if nothing is open
	 */
	public FactRecord with(FactRecord record, LocalDate day) {
		if (!isOpen(record)) {
			return record;
		}
		if (this.list == null) {
			return record.with(this.day.path(), day);
		}
		List<FactRecord> items = new ArrayList<>();
		for (RecordedFacts one : Objects.requireNonNull(record.items(this.list))) {
			FactRecord item = (FactRecord) one;
			items.add(isOpen(record, items.size(), item) ? item.with(this.day.name(), day) : item);
		}
		return record.with(this.list, items);
	}

	/** One of the same path is the same day, in whichever revision. */
	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof FirstDay one && path().equals(one.path());
	}

	@Override
	public int hashCode() {
		return path().hashCode();
	}

}
