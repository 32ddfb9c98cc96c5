package org.huiling.decision.replay;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.huiling.applicant.reading.ApplicantReader;
import org.huiling.applicant.reading.ReadApplicant;
import org.huiling.decision.assessment.ObservedHistory;
import org.huiling.engine.ApplicantHistory;
import org.huiling.facts.record.FactRecord;
import org.huiling.input.InputErrors;
import org.huiling.input.JsonFields;
import org.huiling.input.StrictJson;
import tools.jackson.databind.JsonNode;

/**
 * The facts that a decision saw, read again.
 *
 * @param seen by the day since when they hold
 */
record KeptHistory(TreeMap<LocalDate, FactRecord> seen) implements ApplicantHistory {

	/**
	 * Reads what {@link ObservedHistory#facts()} wrote.
	 * @param facts the JSON
	 * @param reading reads people today
	 * @return the history
	 * @throws org.huiling.problem.InvalidInput if it cannot be read any more
	 */
	static KeptHistory read(String facts, ApplicantReader reading) {
		TreeMap<LocalDate, FactRecord> seen = new TreeMap<>();
		for (JsonNode one : StrictJson.read(facts.getBytes(StandardCharsets.UTF_8))) {
			LocalDate from = one.has("from") ? LocalDate.parse(one.get("from").asString()) : LocalDate.MIN;
			InputErrors errors = new InputErrors();
			ReadApplicant read = reading.readOnFile(JsonFields.of(one, JsonFields.ANY, errors), "facts");
			errors.throwIfAny();
			seen.put(from, Objects.requireNonNull(read, "neither a person nor an error").record());
		}
		return new KeptHistory(seen);
	}

	@Override
	public FactRecord on(LocalDate day) {
		Map.Entry<LocalDate, FactRecord> last = this.seen.floorEntry(day);
		return (last != null) ? last.getValue() : this.seen.firstEntry().getValue();
	}

}
