package org.huiling.applicant.register.notes;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.huiling.applicant.KeptAboutPeople;
import org.huiling.applicant.PersonNotes;
import org.huiling.applicant.register.lookup.EndedFiles;
import org.huiling.applicant.register.lookup.Visibility;
import org.huiling.applicant.register.store.PersonRow;
import org.huiling.applicant.register.store.PersonStore;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.problem.Refusal;
import org.huiling.protection.Seal;
import org.huiling.storage.TimeOrderedId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tables of notes; texts are sealed, and what is told of them elsewhere is not. */
@Component
class StoredNotes implements PersonNotes, KeptAboutPeople {

	private static final int CONFLICT = 409;

	private static final String NOTES = """
			select n.*, s.reason, s.struck_by, s.struck_at
			from applicant_note n left join applicant_note_strike s on s.note = n.id
			where n.applicant = any(?)""";

	private final JdbcClient jdbc;

	private final PersonStore store;

	private final Visibility visibility;

	private final EndedFiles ended;

	private final Seal seal;

	private final AuditTrail audit;

	private final Clock clock;

	StoredNotes(JdbcClient jdbc, PersonStore store, Visibility visibility, EndedFiles ended, Seal seal,
			AuditTrail audit, Clock clock) {
		this.jdbc = jdbc;
		this.store = store;
		this.visibility = visibility;
		this.ended = ended;
		this.seal = seal;
		this.audit = audit;
		this.clock = clock;
	}

	@Override
	@Transactional
	public Listing<Note> of(UUID id, Paging paging) {
		this.visibility.requireReader();
		UUID[] files = files(id, false);
		this.audit.record(AuditAction.NOTES_READ, id.toString(), Map.of("page", paging.page()));
		long total = this.jdbc.sql("select count(*) from applicant_note where applicant = any(?)")
			.param(files)
			.query(Long.class)
			.single();
		List<Note> page = this.jdbc.sql(NOTES + " order by n.written_at desc, n.id desc limit ? offset ?")
			.params(files, paging.size(), paging.offset())
			.query((row, number) -> note(row))
			.list();
		return Listing.of(page, paging, total);
	}

	@Override
	@Transactional
	public Note write(UUID id, String text) {
		this.visibility.requireRecorder();
		files(id, true);
		UUID note = TimeOrderedId.next();
		this.jdbc.sql("insert into applicant_note (id, applicant, text, written_by, written_at) values (?, ?, ?, ?, ?)")
			.params(note, id, this.seal.seal(text.getBytes(StandardCharsets.UTF_8), SealedNotes.place(note)),
					this.visibility.name(), now())
			.update();
		this.audit.record(AuditAction.NOTE_WRITTEN, id.toString(), Map.of("note", note.toString()));
		return require(new UUID[] { id }, note);
	}

	@Override
	@Transactional
	public Note strike(UUID id, UUID note, String reason) {
		this.visibility.requireRecorder();
		UUID[] files = files(id, true);
		require(files, note);
		boolean struck = this.jdbc
			.sql("insert into applicant_note_strike (note, reason, struck_by, struck_at) values (?, ?, ?, ?)"
					+ " on conflict do nothing")
			.params(note, this.seal.seal(reason.getBytes(StandardCharsets.UTF_8), SealedStrikes.place(note)),
					this.visibility.name(), now())
			.update() == 1;
		if (!struck) {
			Struck earlier = Objects.requireNonNull(require(files, note).struck());
			throw new Refusal(CONFLICT, "NOTE_STRUCK", earlier.by(), earlier.at());
		}
		this.audit.record(AuditAction.NOTE_STRUCK, id.toString(), Map.of("note", note.toString()));
		return require(files, note);
	}

	@Override
	public Set<String> tables() {
		return Set.of("applicant_note", "applicant_note_strike");
	}

	@Override
	public Map<String, List<Map<String, Object>>> of(Collection<UUID> files, int most) {
		List<Map<String, Object>> rows = new ArrayList<>();
		this.jdbc.sql(NOTES + " order by n.written_at, n.id limit ?")
			.params(files.toArray(UUID[]::new), most)
			.query((row, number) -> note(row))
			.list()
			.forEach((note) -> rows.add(exported(note)));
		return Map.of("notes", rows);
	}

	private static Map<String, Object> exported(Note note) {
		Map<String, Object> row = new LinkedHashMap<>();
		row.put("id", note.id());
		row.put("file", note.applicantId());
		row.put("text", note.text());
		row.put("writtenBy", note.by());
		row.put("writtenAt", note.at());
		Struck struck = note.struck();
		if (struck != null) {
			row.put("struckBy", struck.by());
			row.put("struckAt", struck.at());
			row.put("reason", struck.reason());
		}
		return row;
	}

	/** The person's, one that goes on; locked so that nobody erases it meanwhile. */
	private UUID[] files(UUID id, boolean writing) {
		PersonRow person = this.store.find(id, this.visibility.condition(), writing).orElseThrow(Visibility::notFound);
		this.ended.requireOpen(person, null);
		return this.store.files(id).toArray(UUID[]::new);
	}

	private Note require(UUID[] files, UUID note) {
		return this.jdbc.sql(NOTES + " and n.id = ?")
			.params(files, note)
			.query((row, number) -> note(row))
			.optional()
			.orElseThrow(() -> Refusal.notFound("NOTE_NOT_FOUND"));
	}

	private Note note(ResultSet row) throws SQLException {
		UUID id = row.getObject("id", UUID.class);
		return new Note(id, row.getObject("applicant", UUID.class), opened(row.getBytes("text"), SealedNotes.place(id)),
				row.getString("written_by"), instant(row, "written_at"), struck(row, id));
	}

	private @Nullable Struck struck(ResultSet row, UUID note) throws SQLException {
		return (row.getBytes("reason") != null) ? new Struck(opened(row.getBytes("reason"), SealedStrikes.place(note)),
				row.getString("struck_by"), instant(row, "struck_at")) : null;
	}

	private String opened(byte[] sealed, String place) {
		return new String(this.seal.open(sealed, place), StandardCharsets.UTF_8);
	}

	private OffsetDateTime now() {
		return PersonStore.time(Instant.now(this.clock));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
