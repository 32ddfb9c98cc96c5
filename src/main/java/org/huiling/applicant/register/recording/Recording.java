package org.huiling.applicant.register.recording;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import org.huiling.applicant.PersonFiles;
import org.huiling.applicant.RecordBody;
import org.huiling.applicant.answer.ApplicantDocument;
import org.huiling.applicant.reading.ApplicantReader;
import org.huiling.applicant.reading.ApplicantReaderInForce;
import org.huiling.applicant.reading.ReadApplicant;
import org.huiling.applicant.reading.RecordWarning;
import org.huiling.applicant.register.lookup.EndedFiles;
import org.huiling.applicant.register.lookup.Visibility;
import org.huiling.applicant.register.store.History;
import org.huiling.applicant.register.store.PersonHashes;
import org.huiling.applicant.register.store.PersonRow;
import org.huiling.applicant.register.store.PersonStore;
import org.huiling.applicant.register.store.RecordLayout;
import org.huiling.applicant.register.store.StoredRecord;
import org.huiling.applicant.register.store.UndeclaredFacts;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.facts.dictionary.FactList;
import org.huiling.problem.InvalidInput;
import org.huiling.problem.Refusal;
import org.huiling.storage.RecordedTime;
import org.huiling.storage.TimeOrderedId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records what is learnt about people. */
@Component
public class Recording {

	private static final int CONFLICT = 409;

	private final PersonStore store;

	private final PersonHashes hashes;

	private final Namesakes namesakes;

	private final Visibility visibility;

	private final IdHolders holders;

	private final EndedFiles ended;

	private final RecordedTime time;

	private final AuditTrail audit;

	private final ApplicantReaderInForce readings;

	private final LinkedFiles linked;

	Recording(PersonStore store, PersonHashes hashes, Namesakes namesakes, Visibility visibility, IdHolders holders,
			EndedFiles ended, RecordedTime time, AuditTrail audit, ApplicantReaderInForce readings,
			LinkedFiles linked) {
		this.store = store;
		this.hashes = hashes;
		this.namesakes = namesakes;
		this.visibility = visibility;
		this.holders = holders;
		this.ended = ended;
		this.time = time;
		this.audit = audit;
		this.readings = readings;
		this.linked = linked;
	}

	/**
	 * What came of it.
	 *
	 * @param person the person
	 * @param record the record
	 * @param history everything known now
	 * @param warnings what is odd
	 */
	public record Recorded(PersonRow person, StoredRecord record, History history, List<RecordWarning> warnings) {
	}

	/** Reads people today. */
	public ApplicantReader reading() {
		return this.readings.today();
	}

	/** The day it is in Asia/Shanghai. */
	public LocalDate today() {
		return this.readings.today().today();
	}

	/**
	 * What somebody's own file tells of an item of a person's list that stands for them.
	 * @param id of the person whose list it is
	 * @param list the list
	 * @param file of the other, by its id or number
	 * @return the fields of the item that it knows
	 * @throws Refusal 404 if the person is not on file or may not be seen
	 * @throws InvalidInput 422 if it is no file of the same district that may be seen
	 */
	@Transactional
	public ObjectNode linked(UUID id, FactList list, String file) {
		PersonRow person = this.store.find(id, this.visibility.condition(), false).orElseThrow(Visibility::notFound);
		this.ended.requireOpen(person, null);
		return this.linked.item(person, list, file, reading().dictionary());
	}

	/**
	 * Begins a file of a person or an organisation.
	 * @throws Refusal 409 if somebody has the resident id or credit code; 429 if too many
	 * were on file elsewhere today
	 */
	@Transactional
	public Recorded begin(ObjectNode given, ReadApplicant read, @Nullable LocalDate validFrom) {
		PartialRecord part = PartialRecord.of(given, read);
		LocalDate from = (validFrom != null) ? validFrom : read.record().birthDate();
		var regions = this.visibility.regionsOf(read.record().subject(), PersonStore.regions(part.facts()));
		UUID id = TimeOrderedId.next();
		PersonHashes.Hashes keys = this.hashes.of(part.facts());
		this.holders.requireTry(keys);
		PersonRow person = this.store.insert(id, read.record().subject(), keys)
			.orElseThrow(() -> this.holders.onFile(keys));
		this.store.addRegions(id, regions);
		StoredRecord record = new StoredRecord(TimeOrderedId.next(), from, this.time.stamp(), this.visibility.name(),
				null, null, part.facts());
		this.store.insert(id, record);
		this.audit.record(AuditAction.APPLICANT_RECORDED, id.toString(), Map.of("record", record.id().toString()));
		List<RecordWarning> warnings = new ArrayList<>(part.warnings());
		warnings.addAll(ValidFrom.doubts(from, read.record().birthDate(), today()));
		warnings.addAll(this.linked.doubts(id, part.facts(), part.facts(), reading().dictionary()));
		this.namesakes.of(id, keys, this.visibility.condition()).ifPresent((warning) -> tell(warning, warnings));
		return new Recorded(person, record, History.of(List.of(record), new RecordLayout(reading().dictionary())),
				warnings);
	}

	/**
	 * Adds a record to a person's file.
	 * @throws InvalidInput 422 if it contradicts what is known, on whatever day
	 */
	@Transactional
	public Recorded add(UUID id, RecordBody body, @Nullable String ifMatch) {
		PersonRow person = writable(id, ifMatch);
		Addition addition = noted(List.of(id),
				() -> Addition.of(this.store.history(id, true), body, this.visibility.name(), reading()));
		if (addition.isOtherId()) {
			this.holders.requireTry(this.hashes.of(addition.after().last()));
		}
		StoredRecord record = write(person, addition.record(), addition.after().last());
		this.audit.record(addition.action(), id.toString(), addition.details());
		List<RecordWarning> warnings = new ArrayList<>(addition.warnings());
		this.linked.doubts(id, record.facts(), addition.after().last(), reading().dictionary())
			.forEach((doubt) -> warnings
				.add(new RecordWarning(doubt.code(), "facts." + doubt.field(), doubt.arguments())));
		if (addition.isAnother()) {
			this.namesakes.of(id, this.hashes.of(addition.after().last()), this.visibility.condition())
				.ifPresent((warning) -> tell(warning, warnings));
		}
		return new Recorded(person.grown(1), record, addition.before().with(record), warnings);
	}

	/**
	 * Corrects a record, which says again all that is not different.
	 * @param changed the parts that are different; null for what is not known
	 * @throws InvalidInput 422 if there is no such record, or as of adding one
	 */
	@Transactional
	public Recorded correct(UUID id, UUID record, ObjectNode changed, PersonFiles.Said said, @Nullable String ifMatch) {
		PersonRow person = writable(id, ifMatch);
		StoredRecord wrong = this.store.history(id, true).find(record);
		ObjectNode facts = (wrong != null)
				? UndeclaredFacts.without(RecordLayout.declaring(reading().dictionary(), wrong.facts()), wrong.facts())
				: JsonNodeFactory.instance.objectNode();
		facts.setAll(changed);
		return add(person.id(), new RecordBody(said.validFrom(), new ApplicantDocument(facts), said.reason(), record),
				null);
	}

	/** A refusal tells what is on file that does not go with what was asked. */
	<T> T noted(List<UUID> files, Supplier<T> asked) {
		try {
			return asked.get();
		}
		catch (InvalidInput refused) {
			files.forEach((file) -> this.audit.record(AuditAction.APPLICANT_READ, file.toString(), Map.of()));
			throw refused;
		}
	}

	private void tell(RecordWarning namesake, List<RecordWarning> warnings) {
		warnings.add(namesake);
		this.namesakes.told(namesake);
	}

	/** A file that may be written to, locked. */
	PersonRow writable(UUID id, @Nullable String ifMatch) {
		PersonRow person = this.store.find(id, this.visibility.condition(), true).orElseThrow(Visibility::notFound);
		this.ended.requireOpen(person, null);
		if (ifMatch != null && !ifMatch.equals("*") && !ifMatch.equals(person.etag())) {
			throw new Refusal(412, "STALE");
		}
		return person;
	}

	/** Reads every day on which something changes as a whole. */
	List<RecordWarning> check(History history) {
		return Addition.check(history, reading());
	}

	private StoredRecord write(PersonRow person, StoredRecord unstamped, JsonNode last) {
		PersonHashes.Hashes keys = this.hashes.of(last);
		rename(person.id(), 1, keys);
		this.store.addRegions(person.id(), PersonStore.regions(unstamped.facts()));
		StoredRecord record = stamped(unstamped, this.time.stamp());
		this.store.insert(person.id(), record);
		return record;
	}

	/** What the person is found by from now on. */
	void rename(UUID id, int records, PersonHashes.Hashes keys) {
		try {
			if (!this.store.update(id, records, keys)) {
				throw this.holders.onFile(keys);
			}
		}
		catch (DuplicateKeyException ex) {
			// somebody took the id at this very moment; who, the next try will say
			throw new Refusal(CONFLICT, "RESIDENT_ID_ON_FILE_ELSEWHERE");
		}
	}

	public static StoredRecord stamped(StoredRecord record, Instant at) {
		return new StoredRecord(record.id(), record.validFrom(), at, record.recordedBy(), record.reason(),
				record.corrects(), record.facts());
	}

}
