package org.huiling.applicant.register.notes;

import java.util.UUID;

import org.huiling.protection.SealedRows;

import org.springframework.stereotype.Component;

/** Where texts of notes are sealed. */
@Component
class SealedNotes implements SealedRows {

	@Override
	public SealedColumn sealedColumn() {
		return new SealedColumn("applicant_note", "text", "'applicant_note ' || id");
	}

	static String place(UUID note) {
		return "applicant_note " + note;
	}

}
