package org.huiling.applicant;

import java.time.LocalDate;

import org.huiling.input.JsonFields;
import org.jspecify.annotations.Nullable;

/**
 * The days of a life that other days are held against.
 *
 * @param person the fields of the applicant
 */
record Life(JsonFields person, @Nullable LocalDate birth, @Nullable LocalDate death) {

	static Life read(JsonFields person, LocalDate today) {
		LocalDate birth = person.required("birthDate", person::date);
		LocalDate death = person.date("deathDate");
		if (birth != null && birth.isAfter(today)) {
			person.refuse("birthDate", RecordFault.IN_FUTURE);
		}
		if (death != null && death.isAfter(today)) {
			person.refuse("deathDate", RecordFault.IN_FUTURE);
		}
		if (birth != null && death != null && death.isBefore(birth)) {
			person.refuse("deathDate", RecordFault.DEATH_BEFORE_BIRTH, person.path("birthDate"));
		}
		return new Life(person, birth, death);
	}

	/**
	 * Warns of a birth date that nobody knew. A resident id of the same date confirms it,
	 * but makes nobody older than anybody.
	 */
	void warnOfBirth(LocalDate today, boolean confirmed, Warnings warnings) {
		if (this.birth == null) {
			return;
		}
		if (!confirmed && DoubtfulBirth.isPlaceholder(this.birth)) {
			warnings.add(RecordWarning.Kind.BIRTH_PLACEHOLDER, this.person.path("birthDate"));
		}
		else if (DoubtfulBirth.isOlder(this.birth, (this.death != null) ? this.death : today, DoubtfulBirth.OLDEST)) {
			warnings.add(RecordWarning.Kind.BIRTH_LONG_AGO, this.person.path("birthDate"), DoubtfulBirth.OLDEST);
		}
	}

	/** A day of the person's own. */
	@Nullable LocalDate ownDate(JsonFields fields, String name) {
		LocalDate date = fields.date(name);
		if (date != null && this.birth != null && date.isBefore(this.birth)) {
			fields.refuse(name, RecordFault.BEFORE_BIRTH, this.person.path("birthDate"));
		}
		return date;
	}

	/** A day on which the person must still have lived. */
	@Nullable LocalDate claimDate(JsonFields fields, String name) {
		LocalDate date = ownDate(fields, name);
		if (date != null && this.death != null && date.isAfter(this.death)) {
			fields.refuse(name, RecordFault.CLAIM_AFTER_DEATH, this.person.path("deathDate"));
		}
		return date;
	}

	/** Refuses an end before its start. */
	static void inOrder(JsonFields fields, String startName, @Nullable LocalDate start, String endName,
			@Nullable LocalDate end) {
		if (start != null && end != null && end.isBefore(start)) {
			fields.refuse(endName, RecordFault.ENDS_BEFORE_START, fields.path(startName));
		}
	}

}
