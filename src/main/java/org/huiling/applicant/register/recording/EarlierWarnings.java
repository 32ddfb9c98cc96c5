package org.huiling.applicant.register.recording;

import java.util.List;

import org.huiling.applicant.reading.ApplicantReader;
import org.huiling.applicant.reading.RecordWarning;
import org.huiling.applicant.register.store.History;
import org.huiling.problem.InvalidInput;
import tools.jackson.databind.node.ObjectNode;

/**
 * Warnings that were given when other records came: whoever adds one that says nothing of
 * those fields is not told again.
 */
final class EarlierWarnings {

	private final List<RecordWarning> before;

	private final ObjectNode sent;

	/**
	 * What was to be known before a record.
	 * @param before what was known
	 * @param reading reads people today
	 * @param sent what the record says
	 */
	EarlierWarnings(History before, ApplicantReader reading, ObjectNode sent) {
		this.before = warnings(before, reading);
		this.sent = sent;
	}

	/**
	 * Whether a warning is an old one about something that was not sent. What does not
	 * fit came with a fact file and is told until it is recorded anew.
	 */
	boolean contains(RecordWarning warning) {
		String field = warning.field().replaceFirst("^facts\\.", "").replaceFirst("[.\\[].*$", "");
		return !warning.code().equals("UNFIT_ON_FILE") && !this.sent.has(field) && this.before.contains(warning);
	}

	/** What contradicts itself today may be what the record puts right. */
	private static List<RecordWarning> warnings(History before, ApplicantReader reading) {
		try {
			return Addition.check(before, reading);
		}
		catch (InvalidInput ex) {
			return List.of();
		}
	}

}
