package org.huiling.applicant.register.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is on file of one person, without what identifies them, as it is written there: of
 * many people nobody needs more than one record, and reads it straight from its text.
 *
 * @param rows in no order
 * @param layout how lists go together
 */
public record OnFile(List<Row> rows, RecordLayout layout) {

	/**
	 * A record.
	 *
	 * @param id the record's id
	 * @param validFrom the day from which it holds
	 * @param recordedAt when the service learnt it
	 * @param recordedBy the account
	 * @param reason in the words of who recorded it
	 * @param corrects the record that was wrong
	 * @param facts the fields given, an object of JSON
	 */
	public record Row(UUID id, LocalDate validFrom, Instant recordedAt, String recordedBy, @Nullable String reason,
			@Nullable UUID corrects, String facts) {

		StoredRecord read() {
			return new StoredRecord(this.id, this.validFrom, this.recordedAt, this.recordedBy, this.reason,
					this.corrects, (ObjectNode) PersonStore.MAPPER.readTree(this.facts));
		}

		/** Without what is known. */
		@Override
		public String toString() {
			return "record " + this.id;
		}

	}

	/** What had been recorded up to an instant. */
	public OnFile knownAt(Instant instant) {
		for (Row row : this.rows) {
			if (row.recordedAt().isAfter(instant)) {
				return new OnFile(this.rows.stream().filter((one) -> !one.recordedAt().isAfter(instant)).toList(),
						this.layout);
			}
		}
		return this;
	}

	/** The only record there is; null if there are several, or none. */
	public @Nullable Row only() {
		return (this.rows.size() == 1) ? this.rows.get(0) : null;
	}

	/** When something was recorded last. */
	public Instant changedAt() {
		return this.rows.stream().map(Row::recordedAt).max(Instant::compareTo).orElse(Instant.MIN);
	}

	/** All of it, read. */
	public History history() {
		return History.of(this.rows.stream().map(Row::read).toList(), this.layout);
	}

}
