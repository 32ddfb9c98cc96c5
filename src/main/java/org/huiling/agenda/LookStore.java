package org.huiling.agenda;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps when each source was looked at. Whoever looks has ten minutes for it; then
 * somebody else does it again, which finds the same.
 */
@Repository
class LookStore {

	private final JdbcClient jdbc;

	LookStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Takes a source whose turn it is: on a new day, after a run that decided, or because
	 * somebody asked for it.
	 * @return whether it is the caller's to look at
	 */
	@Transactional
	boolean take(String source, String jurisdiction, LocalDate day) {
		this.jdbc.sql("insert into agenda_look (jurisdiction, source) values (?, ?) on conflict do nothing")
			.params(jurisdiction, source)
			.update();
		return this.jdbc.sql("update agenda_look set busy_until = now() + interval '10 minutes', wanted = false"
				+ " where jurisdiction = ? and source = ? and (busy_until is null or busy_until < now())"
				+ " and (wanted or busy_until is not null or day is distinct from ? or looked_at < (select max(c.at)"
				+ " from recalculation_completed c where c.jurisdiction = agenda_look.jurisdiction))")
			.params(jurisdiction, source, day)
			.update() == 1;
	}

	/** What a look came to. */
	@Transactional
	void looked(String source, String jurisdiction, LocalDate day, Instant at, Agenda.Came came) {
		this.jdbc.sql("insert into agenda_look (jurisdiction, source, day, looked_at, touched_at, opened, settled)"
				+ " values (?, ?, ?, ?, ?, ?, ?) on conflict (jurisdiction, source) do update set day = excluded.day,"
				+ " looked_at = excluded.looked_at, touched_at = excluded.touched_at, opened = excluded.opened,"
				+ " settled = excluded.settled, busy_until = null")
			.params(jurisdiction, source, day, time(at), time(at), came.opened(), came.settled())
			.update();
	}

	/**
	 * Up to when open tasks were held against what was recorded; none before the first
	 * look.
	 */
	Optional<Instant> touched(String source, String jurisdiction) {
		return instant("touched_at", source, jurisdiction);
	}

	/** Up to when everything was looked at; none before the first look. */
	Optional<Instant> looked(String source, String jurisdiction) {
		return instant("looked_at", source, jurisdiction);
	}

	private Optional<Instant> instant(String column, String source, String jurisdiction) {
		return this.jdbc
			.sql("select " + column + " from agenda_look where jurisdiction = ? and source = ? and " + column
					+ " is not null")
			.params(jurisdiction, source)
			.query(OffsetDateTime.class)
			.optional()
			.map(OffsetDateTime::toInstant);
	}

	@Transactional
	void touched(String source, String jurisdiction, Instant at) {
		this.jdbc
			.sql("update agenda_look set touched_at = greatest(touched_at, ?) where jurisdiction = ? and source = ?")
			.params(time(at), jurisdiction, source)
			.update();
	}

	private static OffsetDateTime time(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

}
