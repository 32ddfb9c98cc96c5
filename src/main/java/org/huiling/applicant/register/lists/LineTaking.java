package org.huiling.applicant.register.lists;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.huiling.applicant.RecordBody;
import org.huiling.applicant.RegisterFault;
import org.huiling.applicant.identity.PersonNames;
import org.huiling.applicant.reading.RecordWarning;
import org.huiling.applicant.register.lookup.Masking;
import org.huiling.applicant.register.recording.Addition;
import org.huiling.applicant.register.recording.Namesakes;
import org.huiling.applicant.register.store.History;
import org.huiling.applicant.register.store.PersonHashes;
import org.huiling.applicant.register.store.RecordLayout;
import org.huiling.facts.Subject;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes some lines of a list one by one, without writing anything yet. */
final class LineTaking {

	private static final String NAME = "name";

	private final OpenFiles files;

	private final PersonHashes hashes;

	private final BulkRecording bulk;

	private final ListOrder order;

	/** How many ids may be told to be on file elsewhere. */
	private final int elsewhere;

	private final Set<UUID> found = new LinkedHashSet<>();

	private final Set<UUID> foundElsewhere = new LinkedHashSet<>();

	private final Map<Long, Namesakes.Person> others = new LinkedHashMap<>();

	private final List<PlannedRecord> planned = new ArrayList<>();

	LineTaking(OpenFiles files, PersonHashes hashes, BulkRecording bulk, ListOrder order, int elsewhere) {
		this.files = files;
		this.hashes = hashes;
		this.bulk = bulk;
		this.order = order;
		this.elsewhere = elsewhere;
	}

	/** What would be recorded, if the list is only looked at. */
	List<PlannedRecord> planned() {
		return this.planned;
	}

	/** Who is new or may be somebody else from now on, by their lines. */
	Map<Long, Namesakes.Person> others() {
		return this.others;
	}

	/** Whom the caller sees, and was told to be on file, with nothing recorded. */
	Set<UUID> found() {
		return this.found;
	}

	/** Of whom the caller was told that their ids are on file elsewhere. */
	Set<UUID> foundElsewhere() {
		return this.foundElsewhere;
	}

	LineOutcome take(PersonLine line) {
		if (line.fileNumber() != null) {
			OpenFile file = this.files.find(line.fileNumber());
			return (file != null) ? numbered(line, file)
					: refused(FieldError.of("fileNumber", RegisterFault.NOT_ON_FILE.name()));
		}
		if (line.residentId() == null) {
			throw new IllegalStateException("a line that names nobody");
		}
		UUID holder = this.files.holder(this.hashes.id(subject(line), line.residentId()));
		OpenFile file = this.files.find(holder);
		return (file != null) ? update(line, file, line.facts()) : stranger(line, holder);
	}

	private static Subject subject(PersonLine line) {
		return RecordLayout.subject(line.facts());
	}

	/** The number says who is meant; an id on file must be the line's. */
	private LineOutcome numbered(PersonLine line, OpenFile file) {
		if (file.history().subject() != subject(line)) {
			this.found.add(file.id());
			return refused(FieldError.of("fileNumber", RegisterFault.SUBJECT_KEPT.name()));
		}
		String field = subject(line).id();
		if (line.residentId() == null) {
			return update(line, file, line.facts());
		}
		JsonNode known = file.history().last().path(field);
		if (known.isMissingNode()) {
			return update(line, file, line.facts().deepCopy().put(field, line.residentId()));
		}
		if (known.asString().equals(line.residentId())) {
			return update(line, file, line.facts());
		}
		this.found.add(file.id());
		return refused(FieldError.of(field, RegisterFault.OTHER_RESIDENT_ID.name()));
	}

	private LineOutcome stranger(PersonLine line, @Nullable UUID holder) {
		PersonLine.Stranger stranger = line.stranger();
		Newcomer newcomer = stranger.newcomer();
		if (newcomer == null) {
			return new LineOutcome.Refused(stranger.errors());
		}
		LineOutcome refusal = heldElsewhere(holder);
		if (refusal != null) {
			return refusal;
		}
		OpenFile file = new OpenFile(newcomer.id(), newcomer, this.bulk.history(newcomer, this.order.by()));
		this.files.add(file);
		this.others.put(line.number(), new Namesakes.Person(newcomer.id(), newcomer.hashes()));
		byte[] hash = newcomer.residentHash();
		if (hash != null) {
			this.files.holds(hash, newcomer.id());
		}
		if (this.order.dryRun()) {
			this.planned.add(new PlannedRecord(line.number(), newcomer.id(), hash, true,
					PlannedRecords.content(file.history().known().get(0))));
		}
		return new LineOutcome.Added(stranger.warnings());
	}

	/**
	 * Whether an id may be written that nobody has whom the caller sees. A look does not
	 * tell; whoever was told too often is told nothing.
	 */
	private @Nullable LineOutcome heldElsewhere(@Nullable UUID holder) {
		if (this.order.dryRun()) {
			return null;
		}
		if (this.foundElsewhere.size() >= this.elsewhere) {
			return new LineOutcome.NotTried();
		}
		if (holder == null) {
			return null;
		}
		this.foundElsewhere.add(holder);
		return new LineOutcome.Taken(new BulkRecording.Holder(holder, false, null));
	}

	private LineOutcome update(PersonLine line, OpenFile file, ObjectNode facts) {
		History before = file.history();
		LocalDate from = (line.validFrom() != null) ? line.validFrom()
				: LocalDate.parse(before.last().path(before.subject().beginning()).asString());
		MentionedFacts mentions;
		Addition addition;
		try {
			mentions = MentionedFacts.of(facts, before.on(from), before.layout());
		}
		catch (InvalidInput ex) {
			this.found.add(file.id());
			return new LineOutcome.Refused(ex.errors());
		}
		try {
			ObjectNode changes = mentions.changes(this.order.reading());
			if (changes.isEmpty()) {
				this.found.add(file.id());
				return new LineOutcome.Unchanged();
			}
			addition = Addition.of(before, RecordBody.of(from, changes, null), this.order.by(), this.order.reading());
		}
		catch (InvalidInput ex) {
			this.found.add(file.id());
			return new LineOutcome.Refused(mentions.inLine(ex.errors()));
		}
		return add(line, file, addition);
	}

	private LineOutcome add(PersonLine line, OpenFile file, Addition addition) {
		Subject subject = addition.after().subject();
		JsonNode id = addition.after().last().path(subject.id());
		byte[] hash = null;
		if (id.isString() && !id.equals(addition.before().last().path(subject.id()))) {
			hash = this.hashes.id(subject, id.asString());
			UUID holder = this.files.holder(hash);
			OpenFile other = this.files.find(holder);
			if (other != null && other != file) {
				this.found.add(other.id());
				return new LineOutcome.Taken(new BulkRecording.Holder(other.id(), true, null));
			}
			LineOutcome refusal = (other == null) ? heldElsewhere(holder) : null;
			if (refusal != null) {
				return refusal;
			}
			this.files.holds(hash, file.id());
		}
		file.add(addition);
		if (addition.isAnother()) {
			this.others.put(line.number(), new Namesakes.Person(file.id(), this.hashes.of(addition.after().last())));
		}
		if (this.order.dryRun()) {
			this.found.add(file.id());
			this.planned.add(new PlannedRecord(line.number(), file.id(), hash, false, shown(addition)));
		}
		return new LineOutcome.Updated(
				Stream.concat(otherName(addition).stream(), addition.warnings().stream().map(LineTaking::inLine))
					.toList());
	}

	/** A number with a wrong digit may be somebody else's: the name tells. */
	private static Optional<RecordWarning> otherName(Addition addition) {
		JsonNode name = addition.record().facts().path(NAME);
		JsonNode held = addition.before().on(addition.record().validFrom()).path(NAME);
		JsonNode known = held.isString() ? held : addition.before().last().path(NAME);
		return (name.isString() && known.isString()
				&& !PersonNames.key(name.stringValue()).equals(PersonNames.key(known.stringValue())))
						? Optional.of(new RecordWarning(LineOutcome.OTHER_NAME, NAME, List.of())) : Optional.empty();
	}

	private static ObjectNode shown(Addition addition) {
		ObjectNode content = PlannedRecords.content(addition.record());
		ObjectNode person = Masking.masked(addition.after().last(), Set.of(), addition.after().layout());
		content.set("person", person.retain(Subject.FIELD, addition.after().subject().id(), NAME));
		content.set("changes", PlannedChange.of(addition));
		return content;
	}

	private static RecordWarning inLine(RecordWarning warning) {
		return new RecordWarning(warning.code(), LinePath.of(warning.field()),
				warning.arguments()
					.stream()
					.map((argument) -> (argument instanceof String text) ? (Object) LinePath.of(text) : argument)
					.toList());
	}

	private static LineOutcome refused(FieldError error) {
		return new LineOutcome.Refused(List.of(error));
	}

}
