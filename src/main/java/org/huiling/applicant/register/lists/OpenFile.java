package org.huiling.applicant.register.lists;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.huiling.applicant.register.recording.Addition;
import org.huiling.applicant.register.recording.Recording;
import org.huiling.applicant.register.store.History;
import org.huiling.applicant.register.store.StoredRecord;
import org.jspecify.annotations.Nullable;

/** A file that lines of a list are about, and what they add to it, in their order. */
final class OpenFile {

	/** What is not written yet counts as recorded after everything that is. */
	private static final Instant NOT_YET = Instant.parse("9999-01-01T00:00:00Z");

	/** What people are found by follows from these. */
	private static final Set<String> FOUND_BY = Set.of("residentId", "name", "birthDate", "creditCode", "opened");

	private final UUID id;

	private final @Nullable Newcomer newcomer;

	private final List<Addition> additions = new ArrayList<>(1);

	private History history;

	OpenFile(UUID id, @Nullable Newcomer newcomer, History history) {
		this.id = id;
		this.newcomer = newcomer;
		this.history = history;
	}

	UUID id() {
		return this.id;
	}

	/** Who was begun by the same list; null if they were on file before. */
	@Nullable Newcomer newcomer() {
		return this.newcomer;
	}

	History history() {
		return this.history;
	}

	List<Addition> additions() {
		return this.additions;
	}

	/** Adds what comes of a line; the next one sees it. */
	void add(Addition addition) {
		this.additions.add(addition);
		show(addition.record());
	}

	/** What an earlier part of a list that is only looked at would have recorded. */
	void show(StoredRecord record) {
		this.history = this.history.with(Recording.stamped(record, NOT_YET.plusMillis(this.history.known().size())));
	}

	/** Whether the person is found by something else from now on. */
	boolean isFoundAnew() {
		return this.additions.stream()
			.anyMatch((addition) -> addition.record().facts().propertyNames().stream().anyMatch(FOUND_BY::contains));
	}

}
