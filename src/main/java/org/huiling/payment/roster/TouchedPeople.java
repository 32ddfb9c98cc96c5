package org.huiling.payment.roster;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

import org.huiling.payment.roster.RosterDraftCheck.PolicyVersion;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * People on a roster about whom anything was recorded that may change what they are paid.
 */
@Component
class TouchedPeople {

	private static final String QUERY = """
			with touched (id) as (select t.applicant from applicant_touched t where t.at > ?
				union all select e.applicant from applicant_ended e where e.at > ?
				union all select d.applicant from applicant_decided d where d.jurisdiction = ? and d.at > ?
				union all select h.applicant from payment_hold h where h.held_at > ?
				union all select h.applicant from payment_hold_release u join payment_hold h on h.id = u.hold
					where u.released_at > ?
				union all select s.applicant from payment_settlement s where s.jurisdiction = ? and s.settled_at > ?
				union all select s.applicant from payment_settlement_contra c join payment_settlement s on s.id = c.settlement
					where s.jurisdiction = ? and c.taken_back_at > ?
				union all select l.applicant from (select roster, number, reported_at from payment_result
						union all select roster, number, reported_at from payment_result_later) p join roster r on r.id = p.roster
					join payment_line l on l.roster = p.roster and l.number = p.number
					where r.jurisdiction = ? and p.reported_at > ?)
			select distinct f.id from (select t.id from touched t
				union all select m.survivor from applicant_merged_into m join touched t on t.id = m.id) f
			where exists (select from payment_line l where l.applicant = f.id and l.roster = ?)""";

	private final JdbcClient jdbc;

	TouchedPeople(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Whom a roster names and anything touched since; those who were merged among them.
	 */
	Set<UUID> on(Roster roster, Instant since) {
		OffsetDateTime time = RosterStore.time(since);
		return new LinkedHashSet<>(this.jdbc.sql(QUERY)
			.params(time, time, roster.jurisdiction(), time, time, time, roster.jurisdiction(), time,
					roster.jurisdiction(), time, roster.jurisdiction(), time, roster.id())
			.query(UUID.class)
			.list());
	}

	/** Whom a roster pays by a version of a policy. */
	Set<UUID> paidBy(Roster roster, PolicyVersion version) {
		return new LinkedHashSet<>(this.jdbc
			.sql("select distinct applicant from payment_line where roster = ? and program = ? and version = ?")
			.params(roster.id(), version.program(), version.version())
			.query(UUID.class)
			.list());
	}

}
