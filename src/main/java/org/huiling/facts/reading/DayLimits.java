package org.huiling.facts.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.huiling.facts.dictionary.Contradictions;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactList;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.record.RecordShape;
import org.huiling.facts.type.DayLimit;
import org.huiling.facts.type.FactType;
import org.huiling.facts.type.Label;
import org.jspecify.annotations.Nullable;

/** Holds the days of a record against the days that they may not lie before or after. */
final class DayLimits {

	private static final Label IN_FUTURE = new Label("日期在今天之后。", "The date is after today.");

	private static final Label BEFORE_BIRTH = new Label("日期早于出生日期（{0}）。", "The date is before the birth ({0}).");

	private static final Label TOO_EARLY = new Label("日期太早（不得早于 {0}）。", "The date is too early (not before {0}).");

	private static final Label TOO_LATE = new Label("日期太晚（不得晚于 {0}）。", "The date is too late (not after {0}).");

	private final List<Limited> ofPerson;

	private final List<Listed> ofItems;

	private DayLimits(List<Limited> ofPerson, List<Listed> ofItems) {
		this.ofPerson = ofPerson;
		this.ofItems = ofItems;
	}

	/** A day and what it may not lie before or after. */
	private record Limited(String path, int slot, List<Limit> limits) {
	}

	/** The days of the items of a list. */
	private record Listed(String list, int slot, List<Limited> days) {
	}

	/**
	 * One limit.
	 *
	 * @param ownSlot where the other day stands in the same item, none if it does not
	 * @param slot where the other day stands in the person, none if it does not
	 */
	private record Limit(DayLimit declared, boolean before, int ownSlot, int slot) {

		/** What may not be passed; null if nobody knows it. */
		@Nullable LocalDate day(FactRecord person, @Nullable FactRecord item, LocalDate today) {
			if (this.declared.isToday()) {
				return today;
			}
			if (this.declared.day() != null) {
				return this.declared.day();
			}
			Object day = (item != null && this.ownSlot >= 0) ? item.at(this.ownSlot) : person.at(this.slot);
			return (LocalDate) day;
		}

	}

	static DayLimits of(Dictionary dictionary) {
		List<Limited> ofPerson = new ArrayList<>();
		dictionary.facts().forEach((fact) -> add(ofPerson, fact, dictionary.shape(), dictionary.shape(), null));
		List<Listed> ofItems = new ArrayList<>();
		for (FactList list : dictionary.lists()) {
			List<Limited> days = new ArrayList<>();
			RecordShape items = dictionary.shape().items(list.path());
			list.fields().forEach((field) -> add(days, field, items, dictionary.shape(), list.path()));
			if (!days.isEmpty()) {
				ofItems.add(new Listed(list.path(), dictionary.shape().slot(list.path()), days));
			}
		}
		return new DayLimits(ofPerson, ofItems);
	}

	private static void add(List<Limited> days, Fact fact, @Nullable RecordShape own, RecordShape person,
			@Nullable String list) {
		if (fact.type() != FactType.DATE || own == null) {
			return;
		}
		List<Limit> limits = new ArrayList<>();
		fact.bounds().notBefore().forEach((limit) -> limits.add(limit(limit, true, own, person, list)));
		fact.bounds().notAfter().forEach((limit) -> limits.add(limit(limit, false, own, person, list)));
		if (!limits.isEmpty()) {
			String name = (list != null) ? fact.name() : fact.path();
			days.add(new Limited(name, own.slot(name), limits));
		}
	}

	private static Limit limit(DayLimit declared, boolean before, RecordShape own, RecordShape person,
			@Nullable String list) {
		String fact = (declared.fact() != null) ? declared.fact() : "";
		boolean inItem = list != null && fact.startsWith(list + "[].");
		return new Limit(declared, before,
				inItem ? own.slot(fact.substring(fact.lastIndexOf('.') + 1)) : RecordShape.NONE,
				inItem ? RecordShape.NONE : person.slot(fact));
	}

	void look(FactRecord person, LocalDate today, Remarks remarks) {
		for (Limited day : this.ofPerson) {
			look(day, person, null, "", -1, today, remarks);
		}
		for (Listed listed : this.ofItems) {
			if (!(person.at(listed.slot()) instanceof List<?> items)) {
				continue;
			}
			for (int i = 0; i < items.size(); i++) {
				for (Limited day : listed.days()) {
					look(day, person, (FactRecord) items.get(i), listed.list(), i, today, remarks);
				}
			}
		}
	}

	private static void look(Limited limited, FactRecord person, @Nullable FactRecord item, String list, int index,
			LocalDate today, Remarks remarks) {
		LocalDate day = (LocalDate) ((item != null) ? item.at(limited.slot()) : person.at(limited.slot()));
		if (day == null) {
			return;
		}
		for (Limit limit : limited.limits()) {
			LocalDate other = limit.day(person, item, today);
			if (other != null && (limit.before() ? day.isBefore(other) : day.isAfter(other))) {
				String path = (item != null) ? list + "[" + index + "]." + limited.path() : limited.path();
				remarks.refused(path, remark(limit, index, other));
			}
		}
	}

	private static Remark remark(Limit limit, int index, LocalDate other) {
		DayLimit declared = limit.declared();
		String fact = declared.fact();
		String mention = (fact != null) ? Contradictions.numbered(fact, index) : other.toString();
		boolean birth = "birthDate".equals(fact) && limit.before();
		String code = declared.code();
		if (code == null) {
			code = birth ? "BEFORE_BIRTH"
					: (declared.isToday() && !limit.before()) ? "IN_FUTURE" : limit.before() ? "TOO_EARLY" : "TOO_LATE";
		}
		Label message = declared.message();
		if (message != null) {
			List<String> mentions = new ArrayList<>();
			Label numbered = Contradictions.told(message, index, mentions);
			return new Remark(code, numbered, mentions);
		}
		Label usual = birth ? BEFORE_BIRTH
				: "IN_FUTURE".equals(code) ? IN_FUTURE : limit.before() ? TOO_EARLY : TOO_LATE;
		return new Remark(code, usual, usual.equals(IN_FUTURE) ? List.of() : List.of(mention));
	}

}
