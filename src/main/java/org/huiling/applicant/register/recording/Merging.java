package org.huiling.applicant.register.recording;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.huiling.applicant.RegisterFault;
import org.huiling.applicant.reading.RecordWarning;
import org.huiling.applicant.register.lookup.Visibility;
import org.huiling.applicant.register.store.History;
import org.huiling.applicant.register.store.PersonHashes;
import org.huiling.applicant.register.store.PersonRow;
import org.huiling.applicant.register.store.PersonStore;
import org.huiling.applicant.register.store.RecordLayout;
import org.huiling.applicant.register.store.StoredRecord;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.facts.Subject;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.huiling.storage.RecordedTime;
import org.huiling.storage.TimeOrderedId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes one file of two that are of one person. What the second file said is recorded in
 * the first, now; up to now two files were known. Where both say something from the same
 * day on, the first is right; its resident id or credit code stays. Two organisations are
 * merged as two persons are; a person and an organisation never.
 */
@Component
public class Merging {

	private final PersonStore store;

	private final PersonHashes hashes;

	private final Recording recording;

	private final Visibility visibility;

	private final RecordedTime time;

	private final AuditTrail audit;

	Merging(PersonStore store, PersonHashes hashes, Recording recording, Visibility visibility, RecordedTime time,
			AuditTrail audit) {
		this.store = store;
		this.hashes = hashes;
		this.recording = recording;
		this.visibility = visibility;
		this.time = time;
		this.audit = audit;
	}

	@Transactional
	public Recording.Recorded merge(UUID id, UUID duplicate, @Nullable String reason, @Nullable String ifMatch) {
		if (id.equals(duplicate)) {
			throw refused("duplicate", RegisterFault.SAME_APPLICANT);
		}
		// always in one order, so that two who merge at once do not wait for each other
		if (id.compareTo(duplicate) > 0) {
			this.recording.writable(duplicate, null);
		}
		PersonRow person = this.recording.writable(id, ifMatch);
		this.recording.writable(duplicate, null);
		History first = this.store.history(id, true);
		History second = this.store.history(duplicate, true);
		if (first.subject() != second.subject()) {
			throw refused("duplicate", RegisterFault.SUBJECT_KEPT);
		}
		List<StoredRecord> copies = copies(first, second, reason);
		History merged = with(first, copies);
		List<RecordWarning> warnings = this.recording.noted(List.of(id, duplicate), () -> {
			refuseOtherClaims(first, second);
			return this.recording.check(merged);
		});
		this.store.freeHashes(duplicate);
		this.recording.rename(id, copies.size(), this.hashes.of(merged.last()));
		this.store.copyRegions(duplicate, id);
		Instant now = this.time.stamp();
		copies.forEach((copy) -> this.store.insert(id, Recording.stamped(copy, now)));
		this.store.endByMerge(duplicate, id, now);
		this.audit.record(AuditAction.APPLICANTS_MERGED, id.toString(), Map.of("duplicate", duplicate.toString()));
		this.audit.record(AuditAction.APPLICANT_MERGED_INTO, duplicate.toString(), Map.of("applicant", id.toString()));
		History after = this.store.history(id, true);
		return new Recording.Recorded(person.grown(copies.size()), after.known().get(after.known().size() - 1), after,
				warnings);
	}

	private static History with(History first, List<StoredRecord> copies) {
		History merged = first;
		for (StoredRecord copy : copies) {
			merged = merged.with(copy);
		}
		return merged;
	}

	private List<StoredRecord> copies(History first, History second, @Nullable String reason) {
		String id = first.subject().id();
		boolean hasId = first.last().has(id);
		List<StoredRecord> copies = new ArrayList<>();
		for (StoredRecord record : second.counting()) {
			ObjectNode facts = record.facts().deepCopy();
			if (hasId) {
				facts.remove(id);
			}
			first.counting()
				.stream()
				.filter((own) -> own.validFrom().equals(record.validFrom()))
				.flatMap((own) -> own.facts().propertyNames().stream())
				.filter((field) -> !first.layout().isMerged(field))
				.filter((field) -> !Subject.FIELD.equals(field))
				.forEach(facts::remove);
			if (!Set.of(Subject.FIELD).containsAll(facts.propertyNames())) {
				copies.add(new StoredRecord(TimeOrderedId.next(), record.validFrom(), Instant.MAX,
						this.visibility.name(), reason, null, facts));
			}
		}
		return copies;
	}

	private static void refuseOtherClaims(History first, History second) {
		Map<String, JsonNode> own = claims(first);
		Set<String> different = claims(second).entrySet()
			.stream()
			.filter((claim) -> own.containsKey(claim.getKey())
					&& !Objects.equals(own.get(claim.getKey()), claim.getValue()))
			.map(Map.Entry::getKey)
			.collect(Collectors.toCollection(TreeSet::new));
		if (!different.isEmpty()) {
			throw new InvalidInput(422, List
				.of(FieldError.of("duplicate", RegisterFault.CLAIMS_DIFFER.name(), String.join(", ", different))));
		}
	}

	private static Map<String, JsonNode> claims(History history) {
		Map<String, JsonNode> claims = new HashMap<>();
		RecordLayout layout = history.layout();
		layout.merged()
			.forEach((list) -> history.last()
				.path(list)
				.forEach((item) -> claims.put(RecordLayout.identity(layout.key(list), item), item)));
		return claims;
	}

	private static InvalidInput refused(String field, RegisterFault fault) {
		return new InvalidInput(422, List.of(FieldError.of(field, fault.name())));
	}

}
