package org.huiling.applicant.register.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.huiling.facts.Subject;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The records of a person as they were known at an instant. On a day each field is what
 * the record valid from the latest day up to it gives; of two valid from one day, the one
 * recorded later. Lists that say so are merged by what tells their items apart. A record
 * that was corrected counts no more, nor does it come back if its correction is
 * corrected.
 */
public final class History {

	private static final Comparator<StoredRecord> BY_VALIDITY = Comparator.comparing(StoredRecord::validFrom)
		.thenComparing(StoredRecord::recordedAt)
		.thenComparing(StoredRecord::id);

	private final List<StoredRecord> known;

	private final List<StoredRecord> counting;

	private final RecordLayout layout;

	private History(List<StoredRecord> known, RecordLayout layout) {
		this.layout = layout;
		this.known = known;
		if (known.size() == 1) {
			this.counting = known;
			return;
		}
		Set<UUID> corrected = new HashSet<>();
		known.forEach((record) -> {
			if (record.corrects() != null) {
				corrected.add(record.corrects());
			}
		});
		this.counting = known.stream()
			.filter((record) -> !corrected.contains(record.id()))
			.sorted(BY_VALIDITY)
			.toList();
	}

	/** All of these records. */
	public static History of(List<StoredRecord> records, RecordLayout layout) {
		if (records.size() == 1) {
			return new History(List.copyOf(records), layout);
		}
		return new History(records.stream()
			.sorted(Comparator.comparing(StoredRecord::recordedAt).thenComparing(StoredRecord::id))
			.toList(), layout);
	}

	/** What had been recorded up to an instant. */
	public History knownAt(Instant instant) {
		if (this.known.stream().noneMatch((record) -> record.recordedAt().isAfter(instant))) {
			return this;
		}
		return new History(this.known.stream().filter((record) -> !record.recordedAt().isAfter(instant)).toList(),
				this.layout);
	}

	/** One record more. */
	public History with(StoredRecord record) {
		List<StoredRecord> records = new ArrayList<>(this.known);
		records.add(record);
		return of(records, this.layout);
	}

	/** In the order in which they were recorded, corrected ones among them. */
	public List<StoredRecord> known() {
		return this.known;
	}

	/** In the order of their days, without those that were corrected. */
	public List<StoredRecord> counting() {
		return this.counting;
	}

	/** How its lists go together. */
	public RecordLayout layout() {
		return this.layout;
	}

	public boolean isEmpty() {
		return this.known.isEmpty();
	}

	public @Nullable StoredRecord find(UUID id) {
		return this.known.stream().filter((record) -> record.id().equals(id)).findFirst().orElse(null);
	}

	/** The record that corrects another one, or null. */
	public @Nullable StoredRecord correctionOf(UUID id) {
		return this.known.stream().filter((record) -> id.equals(record.corrects())).findFirst().orElse(null);
	}

	/** The days on which something begins to hold. */
	public NavigableSet<LocalDate> days() {
		NavigableSet<LocalDate> days = new TreeSet<>();
		this.counting.forEach((record) -> days.add(record.validFrom()));
		return days;
	}

	/**
	 * What holds on a day; what is unknown is left out. The birth date is a person's, and
	 * the opening an organisation's, from the first record on, whatever day that is valid
	 * from.
	 */
	public ObjectNode on(LocalDate day) {
		ObjectNode facts = JsonNodeFactory.instance.objectNode();
		for (StoredRecord record : this.counting) {
			if (record.validFrom().isAfter(day)) {
				break;
			}
			record.facts().properties().forEach((field) -> put(facts, field.getKey(), field.getValue()));
		}
		for (String always : List.of(Subject.FIELD, subject().beginning())) {
			if (!facts.has(always)) {
				this.counting.stream()
					.filter((record) -> record.facts().hasNonNull(always))
					.findFirst()
					.ifPresent((record) -> facts.set(always, record.facts().get(always)));
			}
		}
		return facts;
	}

	/** Whom it is of, which every record of an organisation says. */
	public Subject subject() {
		return this.counting.isEmpty() ? Subject.PERSON : RecordLayout.subject(this.counting.get(0).facts());
	}

	/** What holds in the end. */
	public ObjectNode last() {
		return on(LocalDate.MAX);
	}

	private void put(ObjectNode facts, String field, JsonNode value) {
		if (value.isNull()) {
			facts.remove(field);
		}
		// what is no list came before the one of this name was declared
		else if (value.isArray() && this.layout.isMerged(field)) {
			facts.set(field, this.layout.merged(field, facts.path(field), value));
		}
		else {
			facts.set(field, value);
		}
	}

}
