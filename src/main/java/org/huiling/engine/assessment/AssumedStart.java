package org.huiling.engine.assessment;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

import org.huiling.engine.Bilingual;
import org.huiling.engine.Note;
import org.huiling.facts.ApplicantRecord;
import org.huiling.facts.ApplicantRecord.Dibao;
import org.huiling.facts.ApplicantRecord.Household;
import org.huiling.facts.ApplicantRecord.Hukou;
import org.huiling.facts.ApplicantRecord.Residence;
import org.huiling.facts.DibaoType;
import org.jspecify.annotations.Nullable;

/** 起始日: the first day of a fact that counts as begun while nobody knows that day. */
enum AssumedStart {

	/** When the hukou was moved in. */
	HUKOU("hukou.since", "户籍迁入日期未知，按已迁入计算", "the day the hukou was moved in is not known: counted as held already") {

		@Override
		boolean isOpen(ApplicantRecord record) {
			Hukou hukou = record.hukou();
			return hukou != null && hukou.region() != null && hukou.since() == null;
		}

		@Override
		ApplicantRecord from(ApplicantRecord record, LocalDate day) {
			Hukou hukou = Objects.requireNonNull(record.hukou());
			return with(record, new Hukou(hukou.region(), hukou.type(), day), record.residence(), record.household());
		}

	},

	/** When the person came to live there. */
	RESIDENCE("residence.since", "居住起始日期未知，按已在此居住计算",
			"the day the residence began is not known: counted as living there already") {

		@Override
		boolean isOpen(ApplicantRecord record) {
			Residence residence = record.residence();
			return residence != null && residence.region() != null && residence.since() == null;
		}

		@Override
		ApplicantRecord from(ApplicantRecord record, LocalDate day) {
			Residence residence = Objects.requireNonNull(record.residence());
			return with(record, record.hukou(), new Residence(residence.region(), day), record.household());
		}

	},

	/** When the dibao was granted. */
	DIBAO("household.dibao.since", "低保起始日期未知，按已享受计算",
			"the day the dibao was granted is not known: counted as granted already") {

		@Override
		boolean isOpen(ApplicantRecord record) {
			Household household = record.household();
			Dibao dibao = (household != null) ? household.dibao() : null;
			return dibao != null && dibao.type() != null && dibao.type() != DibaoType.NONE && dibao.since() == null;
		}

		@Override
		ApplicantRecord from(ApplicantRecord record, LocalDate day) {
			Household household = Objects.requireNonNull(record.household());
			Dibao dibao = Objects.requireNonNull(household.dibao());
			return with(record, record.hukou(), record.residence(),
					new Household(household.size(), household.monthlyIncome(), household.livingAlone(),
							new Dibao(dibao.type(), day, dibao.to(), dibao.monthlyAmount())));
		}

	};

	private static final AssumedStart[] ALL = values();

	private final String field;

	@SuppressWarnings("ImmutableEnumChecker") // never changed after construction
	private final Note note;

	AssumedStart(String field, String zh, String en) {
		this.field = field;
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

	/** Whether the fact is recorded without this day. */
	abstract boolean isOpen(ApplicantRecord record);

	/** The record with a day as the first. */
	abstract ApplicantRecord from(ApplicantRecord record, LocalDate day);

	/** The record with a day as the first of all of these that are recorded without. */
	static ApplicantRecord from(ApplicantRecord record, Set<AssumedStart> starts, LocalDate day) {
		ApplicantRecord changed = record;
		for (AssumedStart start : starts) {
			changed = start.isOpen(changed) ? start.from(changed, day) : changed;
		}
		return changed;
	}

	/** Adds what is recorded without its day. */
	static void addOpen(ApplicantRecord record, EnumSet<AssumedStart> open) {
		for (AssumedStart start : ALL) {
			if (start.isOpen(record)) {
				open.add(start);
			}
		}
	}

	private static ApplicantRecord with(ApplicantRecord person, @Nullable Hukou hukou, @Nullable Residence residence,
			@Nullable Household household) {
		return new ApplicantRecord(person.residentId(), person.name(), person.birthDate(), person.sex(),
				person.deathDate(), hukou, residence, household, person.statuses(), person.choices(),
				person.disability(), person.careLevel(), person.pension(), person.lifeCheck(), person.payee(),
				person.insurance(), person.applications(), person.claims());
	}

}
