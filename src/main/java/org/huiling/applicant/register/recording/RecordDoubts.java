package org.huiling.applicant.register.recording;

import java.time.LocalDate;
import java.util.List;

import org.huiling.applicant.reading.RecordWarning;
import org.huiling.applicant.register.store.History;
import org.huiling.applicant.register.store.RecordLayout;
import org.huiling.applicant.register.store.StoredRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What may not have been meant when a record was added, although it can be.
 *
 * @param before what was known
 * @param after what is known with the record
 * @param record the record
 */
public record RecordDoubts(History before, History after, StoredRecord record) {

	public static final String HELD_UNTIL = "HELD_UNTIL";

	void addTo(List<RecordWarning> warnings) {
		LocalDate from = this.record.validFrom();
		ObjectNode now = this.after.on(from);
		String death = now.path(this.after.subject().end()).asString("");
		if (!death.isEmpty() && LocalDate.parse(death).isBefore(from)
				&& !this.after.on(LocalDate.parse(death)).has(this.after.subject().end())) {
			warnings.add(new RecordWarning("DEATH_VALID_LATER", "validFrom", List.of(death)));
		}
		ObjectNode last = this.after.last();
		this.before.last().propertyNames().forEach((field) -> {
			if (!last.has(field) && this.after.counting().stream().noneMatch((record) -> record.facts().has(field))) {
				warnings.add(new RecordWarning("NOW_UNKNOWN", "facts." + field, List.of(field)));
			}
		});
		this.after.layout().merged().forEach((list) -> {
			int kept = last.path(list).size();
			JsonNode items = this.record.facts().path(list);
			if (items.isArray() && items.isEmpty() && kept > 0) {
				warnings.add(new RecordWarning("CLAIMS_KEPT", "facts." + list, List.of(String.valueOf(kept))));
			}
		});
		this.record.facts().properties().forEach((field) -> {
			LocalDate until = heldUntil(field.getKey(), field.getValue());
			if (until != null) {
				warnings.add(new RecordWarning(HELD_UNTIL, "facts." + field.getKey(),
						List.of(field.getKey(), until.toString())));
			}
		});
	}

	/** The first day on which a record says something else than this one. */
	private @Nullable LocalDate heldUntil(String field, JsonNode value) {
		return this.after.counting()
			.stream()
			.filter((later) -> later.validFrom().isAfter(this.record.validFrom()) && later.facts().has(field)
					&& differ(field, value, later.facts().get(field)))
			.map(StoredRecord::validFrom)
			.findFirst()
			.orElse(null);
	}

	/** What is merged goes on beside each other: only items of one key can differ. */
	private boolean differ(String field, JsonNode value, JsonNode later) {
		if (!this.after.layout().isMerged(field) || later.isNull()) {
			return !later.equals(value);
		}
		List<String> key = this.after.layout().key(field);
		return later.valueStream()
			.anyMatch((item) -> value.valueStream()
				.anyMatch((own) -> RecordLayout.identity(key, own).equals(RecordLayout.identity(key, item))
						&& !own.equals(item)));
	}

}
