package org.huiling.engine.assessment;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

import org.huiling.engine.Bilingual;
import org.huiling.engine.Note;
import org.huiling.facts.Code;
import org.huiling.facts.FactRecord;
import org.huiling.facts.RecordShape;
import org.jspecify.annotations.Nullable;

/** 起始日: the first day of a fact that counts as begun while nobody knows that day. */
enum AssumedStart {

	/** When the hukou was moved in. */
	HUKOU("hukou.since", "hukou.region", "户籍迁入日期未知，按已迁入计算",
			"the day the hukou was moved in is not known: counted as held already"),

	/** When the person came to live there. */
	RESIDENCE("residence.since", "residence.region", "居住起始日期未知，按已在此居住计算",
			"the day the residence began is not known: counted as living there already"),

	/** When the dibao was granted. */
	DIBAO("household.dibao.since", "household.dibao.type", "低保起始日期未知，按已享受计算",
			"the day the dibao was granted is not known: counted as granted already");

	private static final Code NO_DIBAO = Code.of("DibaoType", "NONE");

	private static final AssumedStart[] ALL = values();

	private final String field;

	private final String begun;

	@SuppressWarnings("ImmutableEnumChecker") // found anew for each shape
	private volatile @Nullable Places places;

	@SuppressWarnings("ImmutableEnumChecker") // never changed after construction
	private final Note note;

	/** A day and the fact that is held from it. */
	AssumedStart(String field, String begun, String zh, String en) {
		this.field = field;
		this.begun = begun;
		this.note = new Note("STARTED_BEFORE", field, new Bilingual(zh, en));
	}

	/** The path of the day. */
	String field() {
		return this.field;
	}

	/** The assumption that it has come. */
	Note note() {
		return this.note;
	}

	/** Where they stand in a shape; there is hardly ever more than one. */
	@SuppressWarnings("ReferenceEquality") // another one is only found anew
	private Places places(RecordShape shape) {
		Places known = this.places;
		if (known == null || known.shape() != shape) {
			known = new Places(shape, shape.slot(this.begun), shape.slot(this.field));
			this.places = known;
		}
		return known;
	}

	/** The slots of the fact and of its day. */
	private record Places(RecordShape shape, int begun, int day) {
	}

	/** Whether the fact is recorded without this day. */
	private boolean isOpen(FactRecord record) {
		Places places = places(record.shape());
		Object held = record.at(places.begun());
		return held != null && held != NO_DIBAO && record.at(places.day()) == null;
	}

	/** The record with a day as the first of all of these that are recorded without. */
	static FactRecord from(FactRecord record, Set<AssumedStart> starts, LocalDate day) {
		FactRecord changed = record;
		for (AssumedStart start : starts) {
			changed = start.isOpen(changed) ? changed.with(start.field, day) : changed;
		}
		return changed;
	}

	/** Adds what is recorded without its day. */
	static void addOpen(FactRecord record, EnumSet<AssumedStart> open) {
		for (AssumedStart start : ALL) {
			if (start.isOpen(record)) {
				open.add(start);
			}
		}
	}

}
