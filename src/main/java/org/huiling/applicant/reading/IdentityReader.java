package org.huiling.applicant.reading;

import java.time.LocalDate;

import org.huiling.applicant.RegionsInUse;
import org.huiling.applicant.identity.CreditCode;
import org.huiling.applicant.identity.IssuingRegion;
import org.huiling.applicant.identity.PersonNames;
import org.huiling.applicant.identity.RecordFault;
import org.huiling.applicant.identity.ResidentId;
import org.huiling.applicant.identity.TypedNumber;
import org.huiling.facts.Code;
import org.huiling.input.JsonFields;
import org.jspecify.annotations.Nullable;

/**
 * Reads who a person or an organisation is: resident id or credit code, name, sex.
 * Messages never repeat them.
 */
final class IdentityReader {

	private static final String RESIDENT_ID = "residentId";

	private static final String CREDIT_CODE = "creditCode";

	/** The digits of a county or city district. */
	private static final int REGION = 6;

	private static final int LONGEST_NAME = 100;

	private IdentityReader() {
	}

	/** The name of a person or of the holder of an account. */
	static @Nullable String name(JsonFields fields, Warnings warnings) {
		String name = fields.text("name", LONGEST_NAME);
		if (name != null && PersonNames.isDamaged(name)) {
			warnings.add(RecordWarning.Kind.NAME_DAMAGED, fields.path("name"));
		}
		return name;
	}

	/** An id in its form; what it contradicts is looked at when all is read. */
	static @Nullable ResidentId residentId(JsonFields person, Warnings warnings, RegionsInUse regions) {
		String text = person.string(RESIDENT_ID);
		if (text == null) {
			return null;
		}
		String normal = ResidentId.normalise(text);
		if (!ResidentId.hasForm(normal)) {
			refuseForm(person, normal);
			return null;
		}
		ResidentId id = new ResidentId(normal);
		if (!IssuingRegion.isKnown(id) && !regions.isUsed(normal.substring(0, REGION))) {
			warnings.add(RecordWarning.Kind.REGION_UNKNOWN, person.path(RESIDENT_ID));
		}
		return id;
	}

	/** The code of an organisation, with its check character. */
	static @Nullable String creditCode(JsonFields organisation) {
		String text = organisation.string(CREDIT_CODE);
		if (text == null) {
			return null;
		}
		String normal = CreditCode.normalise(text);
		if (!CreditCode.hasForm(normal)) {
			organisation.refuse(CREDIT_CODE, RecordFault.CREDIT_CODE_FORMAT);
			return null;
		}
		if (!new CreditCode(normal).hasRightCheckCharacter()) {
			organisation.refuse(CREDIT_CODE, RecordFault.CREDIT_CODE_CHECK);
			return null;
		}
		return normal;
	}

	private static void refuseForm(JsonFields person, String text) {
		if (text.indexOf('*') >= 0) {
			person.refuse(RESIDENT_ID, RecordFault.RESIDENT_ID_MASKED);
		}
		else if (text.matches("[0-9]{15}")) {
			person.refuse(RESIDENT_ID, RecordFault.RESIDENT_ID_15);
		}
		else {
			person.refuse(RESIDENT_ID, RecordFault.RESIDENT_ID_FORMAT, TypedNumber.isAmount(text) ? 1 : 0);
		}
	}

	/** Holds an id against its check digit and what else is known of the person. */
	static void refuseContradictions(JsonFields person, ResidentId id, @Nullable LocalDate birth, @Nullable Code sex) {
		if (!id.hasRightCheckDigit()) {
			boolean zeroed = id.value().endsWith("000");
			person.refuse(RESIDENT_ID, RecordFault.CHECK_DIGIT, zeroed ? 1 : 0);
			if (zeroed) {
				// a spreadsheet keeps 15 digits: what the last three say means nothing
				return;
			}
		}
		LocalDate born = id.birthDate();
		if (born == null) {
			person.refuse(RESIDENT_ID, RecordFault.RESIDENT_ID_DATE);
		}
		else if (birth != null && !born.equals(birth)) {
			person.refuse(RESIDENT_ID, RecordFault.BIRTH_DATE_MISMATCH, person.path("birthDate"));
		}
		if (sex != null && sex != id.sex()) {
			person.refuse(RESIDENT_ID, RecordFault.SEX_MISMATCH, person.path("sex"));
		}
	}

}
