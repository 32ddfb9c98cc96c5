package org.huiling.applicant.register.notes;

import java.util.UUID;

import org.huiling.protection.SealedRows;

import org.springframework.stereotype.Component;

/** Where it is sealed why notes were struck out. */
@Component
class SealedStrikes implements SealedRows {

	@Override
	public SealedColumn sealedColumn() {
		return new SealedColumn("applicant_note_strike", "reason", "'applicant_note_strike ' || note");
	}

	static String place(UUID note) {
		return "applicant_note_strike " + note;
	}

}
