package org.huiling.applicant.register;

import java.time.LocalDate;
import java.util.List;

import org.huiling.applicant.RecordWarning;
import tools.jackson.databind.node.ObjectNode;

/**
 * What may not have been meant when a record was added, although it can be.
 *
 * @param before what was known
 * @param after what is known with the record
 * @param from the day from which the record holds
 */
record RecordDoubts(History before, History after, LocalDate from) {

	void addTo(List<RecordWarning> warnings) {
		ObjectNode now = this.after.on(this.from);
		String death = now.path("deathDate").asString("");
		if (!death.isEmpty() && LocalDate.parse(death).isBefore(this.from)
				&& !this.after.on(LocalDate.parse(death)).has("deathDate")) {
			warnings.add(new RecordWarning("DEATH_VALID_LATER", "validFrom", List.of(death)));
		}
		ObjectNode last = this.after.last();
		this.before.last().propertyNames().forEach((field) -> {
			if (!last.has(field) && this.after.counting().stream().noneMatch((record) -> record.facts().has(field))) {
				warnings.add(new RecordWarning("NOW_UNKNOWN", "facts." + field, List.of(field)));
			}
		});
	}

}
