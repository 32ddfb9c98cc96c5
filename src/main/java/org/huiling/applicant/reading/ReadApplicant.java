package org.huiling.applicant.reading;

import java.util.List;

import org.huiling.facts.record.FactRecord;

/**
 * A record as it was read.
 *
 * @param record free of contradictions
 * @param warnings what is odd about it
 */
public record ReadApplicant(FactRecord record, List<RecordWarning> warnings) {

	public ReadApplicant {
		warnings = List.copyOf(warnings);
	}

}
