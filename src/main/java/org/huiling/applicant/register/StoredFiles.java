package org.huiling.applicant.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.huiling.applicant.PeopleFilter;
import org.huiling.applicant.PersonFiles;
import org.huiling.applicant.RecordBody;
import org.huiling.applicant.answer.ApplicantDocument;
import org.huiling.applicant.answer.PersonAnswer;
import org.huiling.applicant.reading.ReadApplicant;
import org.huiling.applicant.reading.RecordWarning;
import org.huiling.applicant.register.lookup.Masking;
import org.huiling.applicant.register.lookup.NotedLookup;
import org.huiling.applicant.register.lookup.Reveal;
import org.huiling.applicant.register.lookup.Search;
import org.huiling.applicant.register.lookup.Visibility;
import org.huiling.applicant.register.recording.Merging;
import org.huiling.applicant.register.recording.Recording;
import org.huiling.applicant.register.store.History;
import org.huiling.audit.AuditAction;
import org.huiling.facts.Subject;
import org.huiling.facts.dictionary.FactList;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The files of people, kept by what the end points are kept by. */
@Component
class StoredFiles implements PersonFiles {

	/** Who and where somebody is; a household register has a first day of its own. */
	private static final List<String> FROM_BIRTH = List.of(Subject.FIELD, "residentId", "creditCode", "name", "sex",
			"birthDate", "opened", "region", "hukou", "residence");

	private final Recording recording;

	private final Merging merging;

	private final NotedLookup reading;

	private final Search search;

	private final Visibility visibility;

	private final PersonView view;

	StoredFiles(Recording recording, Merging merging, NotedLookup reading, Search search, Visibility visibility,
			PersonView view) {
		this.recording = recording;
		this.merging = merging;
		this.reading = reading;
		this.search = search;
		this.visibility = visibility;
		this.view = view;
	}

	@Override
	public Listing<PersonAnswer> find(@Nullable String q, PeopleFilter filter, Paging paging) {
		this.visibility.requireReader();
		Search.Found found = this.search.find(filter, q, paging);
		return Listing.of(this.view.summaries(found, this.recording.today()), paging, found.total());
	}

	@Override
	public List<String> regions(int most) {
		this.visibility.requireReader();
		return this.search.regions(most);
	}

	@Override
	public File open(UUID id, @Nullable LocalDate date, @Nullable Instant knownAt) {
		this.visibility.requireReader();
		NotedLookup.Known known = this.reading.known(id, knownAt, true, AuditAction.APPLICANT_READ, Reveal.NOTHING);
		History history = known.history();
		LocalDate day = (date != null) ? date : this.recording.today();
		return new File(id, known.row().etag(),
				PersonView.json(this.view.person(id, known.row().fileNumber(), history, day, Set.of())),
				history.known()
					.stream()
					.map((record) -> this.view.record(record, history.correctionOf(record.id())))
					.toList());
	}

	@Override
	public @Nullable String residentId(UUID id, String reason) {
		this.visibility.requireRecorder();
		Reveal asked = Reveal.of(Set.of(Masking.RESIDENT_ID), reason);
		NotedLookup.Known known = this.reading.known(id, null, true, AuditAction.APPLICANT_READ, asked);
		JsonNode residentId = known.history().on(this.recording.today()).get(Masking.RESIDENT_ID);
		return (residentId != null) ? residentId.asString() : null;
	}

	@Override
	public ObjectNode linked(UUID id, FactList list, String file) {
		this.visibility.requireRecorder();
		return this.recording.linked(id, list, file);
	}

	@Override
	public Begun begin(ApplicantDocument applicant, @Nullable LocalDate validFrom, Locale locale) {
		this.visibility.requireRecorder();
		ReadApplicant read = this.recording.reading().read(applicant.json());
		Recording.Recorded recorded = this.recording.begin((ObjectNode) applicant.json(), read, validFrom);
		return new Begun(this.view.recorded(recorded, LocalDate.MAX, locale), recorded.person().etag());
	}

	@Override
	@Transactional
	public Begun beginSince(ApplicantDocument applicant, @Nullable LocalDate since, Locale locale) {
		this.visibility.requireRecorder();
		ReadApplicant read = this.recording.reading().read(applicant.json());
		ObjectNode rest = applicant.json().asObject().deepCopy();
		ObjectNode first = rest.deepCopy();
		first.retain(FROM_BIRTH);
		rest.remove(FROM_BIRTH);
		if (since == null || !since.isAfter(read.record().birthDate()) || rest.isEmpty()) {
			return begin(applicant, null, locale);
		}
		Recording.Recorded begun = this.recording.begin(first, this.recording.reading().read(first), null);
		Recording.Recorded recorded = this.recording.add(begun.person().id(), RecordBody.of(since, rest, null), null);
		List<RecordWarning> warnings = Stream.concat(begun.warnings().stream(), recorded.warnings().stream())
			.distinct()
			.toList();
		return new Begun(this.view.recorded(
				new Recording.Recorded(recorded.person(), recorded.record(), recorded.history(), warnings),
				LocalDate.MAX, locale), recorded.person().etag());
	}

	@Override
	public Added correct(UUID id, UUID record, ObjectNode changed, Said said, @Nullable String etag, Locale locale) {
		this.visibility.requireRecorder();
		Recording.Recorded recorded = this.recording.correct(id, record, changed, said, etag);
		return new Added(this.view.added(recorded, locale), recorded.person().etag());
	}

	@Override
	public PersonAnswer merge(UUID id, UUID duplicate, String reason, @Nullable String etag, Locale locale) {
		this.visibility.requireRecorder();
		return this.view.recorded(this.merging.merge(id, duplicate, reason, etag), this.recording.today(), locale);
	}

	@Override
	public Added record(UUID id, RecordBody body, @Nullable String etag, Locale locale) {
		this.visibility.requireRecorder();
		Recording.Recorded recorded = this.recording.add(id, body, etag);
		return new Added(this.view.added(recorded, locale), recorded.person().etag());
	}

}
