package org.huiling.applicant.register.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.huiling.applicant.identity.FileNumber;
import org.huiling.applicant.reading.RecordWarning;
import org.huiling.applicant.register.lookup.Visibility;
import org.huiling.applicant.register.store.PersonRow;
import org.huiling.applicant.register.store.PersonStore;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.FactList;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * Items of lists that stand for somebody who has a file of their own: household members.
 * Where the two tell different stories, whoever records is warned, without being told
 * what the other file says; the form of an item is filled in from it. It has to be a file
 * of the same district that the recorder may see; of others nothing is said, not even
 * that there are any. No rule, decision or run reads anything through such a link.
 */
@Component
class LinkedFiles {

	/** The role of the field that holds the id of a file. */
	private static final String ROLE = "file";

	/** A county or city district, by GB/T 2260. */
	private static final int DISTRICT = 6;

	private final PersonStore store;

	private final Visibility visibility;

	private final AuditTrail audit;

	LinkedFiles(PersonStore store, Visibility visibility, AuditTrail audit) {
		this.store = store;
		this.visibility = visibility;
		this.audit = audit;
	}

	/**
	 * Warnings about what a record says of people who have files. Within a transaction.
	 * @param person whose record it is
	 * @param sent what the record says
	 * @param known everything that is known with it, for the district
	 * @param dictionary what declares the lists
	 */
	List<RecordWarning> doubts(UUID person, JsonNode sent, JsonNode known, Dictionary dictionary) {
		List<RecordWarning> warnings = new ArrayList<>();
		for (FactList list : dictionary.lists()) {
			String link = list.shape().roles().get(ROLE);
			JsonNode items = sent.path(list.path());
			for (int i = 0; link != null && i < items.size(); i++) {
				JsonNode file = items.get(i).path(link);
				if (file.isString()) {
					String path = list.path() + "[" + i + "].";
					Optional<PersonRow> linked = file(file.stringValue(), person, known);
					if (linked.isEmpty()) {
						warnings.add(new RecordWarning("LINKED_FILE_NOT_FOUND", path + link, List.of()));
					}
					else {
						Map<String, String> same = new LinkedFields(dictionary).of(list);
						warnings.addAll(compare(linked.get(), items.get(i), path, same));
					}
				}
			}
		}
		return warnings;
	}

	/**
	 * What somebody's own file tells of the fields of an item that stands for them, for
	 * the form of the item. It is noted as any reading of a person. Within a transaction.
	 * @param person whose list it is
	 * @param list the list
	 * @param file the file of the other, by its id or number
	 * @param dictionary what declares the list
	 * @return the fields that the file knows, and the link
	 * @throws InvalidInput 422 if it is no file of the same district that may be seen
	 */
	ObjectNode item(PersonRow person, FactList list, String file, Dictionary dictionary) {
		String link = list.shape().roles().get(ROLE);
		if (link == null) {
			throw new IllegalArgumentException(list.path() + " names no files");
		}
		PersonRow linked = file(file, person.id(), last(person)).orElseThrow(() -> new InvalidInput(422,
				List.of(FieldError.of(list.path() + "[]." + link, "LINKED_FILE_NOT_FOUND"))));
		JsonNode own = last(linked);
		this.audit.record(AuditAction.APPLICANT_READ, linked.id().toString(), Map.of());
		ObjectNode item = JsonNodeFactory.instance.objectNode();
		new LinkedFields(dictionary).of(list).forEach((field, fact) -> {
			JsonNode there = own.at("/" + fact.replace('.', '/'));
			if (isKnown(there)) {
				item.set(field, there);
			}
		});
		return item.put(link, linked.id().toString());
	}

	private Optional<UUID> id(String file) {
		try {
			return Optional.of(UUID.fromString(file));
		}
		catch (IllegalArgumentException noId) {
			try {
				return this.store.filed(FileNumber.read(file));
			}
			catch (FileNumber.Misread noNumber) {
				return Optional.empty();
			}
		}
	}

	/** Another file that goes on, in the same district, and may be seen. */
	private Optional<PersonRow> file(String id, UUID person, JsonNode known) {
		Set<String> districts = districts(known);
		return id(id).flatMap((linked) -> this.store.find(linked, this.visibility.condition(), false))
			.filter((row) -> !row.id().equals(person) && row.mergedInto() == null && row.erasedAt() == null)
			.filter((row) -> districts(last(row)).stream().anyMatch(districts::contains));
	}

	private JsonNode last(PersonRow row) {
		return this.store.history(row.id(), true).last();
	}

	private static Set<String> districts(JsonNode facts) {
		return PersonStore.regions(facts)
			.stream()
			.map((region) -> region.substring(0, Math.min(DISTRICT, region.length())))
			.collect(Collectors.toSet());
	}

	private List<RecordWarning> compare(PersonRow linked, JsonNode item, String path, Map<String, String> same) {
		JsonNode own = last(linked);
		this.audit.record(AuditAction.LINKED_FILE_COMPARED, linked.id().toString(), Map.of());
		List<RecordWarning> warnings = new ArrayList<>();
		same.forEach((field, fact) -> {
			JsonNode told = item.path(field);
			JsonNode there = own.at("/" + fact.replace('.', '/'));
			if (isKnown(told) && isKnown(there) && !isSame(told, there)) {
				warnings.add(new RecordWarning("LINKED_FILE_DIFFERS", path + field,
						List.of(linked.fileNumber().toString())));
			}
		});
		return warnings;
	}

	private static boolean isKnown(JsonNode value) {
		return !value.isMissingNode() && !value.isNull();
	}

	private static boolean isSame(JsonNode one, JsonNode other) {
		return (one.isNumber() && other.isNumber()) ? one.decimalValue().compareTo(other.decimalValue()) == 0
				: one.equals(other);
	}

}
