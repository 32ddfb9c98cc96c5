package org.huiling.decision.notice;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditLog;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decisions of case workers, in effect, whose notice nobody has opened to print it.
 * Answers whoever asks.
 */
@Component
public class UnreadNotices {

	private final JdbcClient jdbc;

	private final AuditLog audit;

	UnreadNotices(JdbcClient jdbc, AuditLog audit) {
		this.jdbc = jdbc;
		this.audit = audit;
	}

	/**
	 * A decision that waits for its notice.
	 *
	 * @param decision its id
	 * @param applicant the person's id
	 * @param program the program's id
	 * @param period from when
	 * @param decidedAt when it was decided
	 */
	public record Unread(UUID decision, UUID applicant, String program, String period, Instant decidedAt) {
	}

	/**
	 * Whose notices wait.
	 * @param jurisdiction whose decisions
	 * @param since only what was decided later
	 * @return their ids
	 */
	@Transactional(readOnly = true)
	public List<UUID> people(String jurisdiction, Instant since) {
		return find(jurisdiction, "d.id >= ?", new UUID(since.toEpochMilli() << 16, 0)).stream()
			.map(Unread::applicant)
			.distinct()
			.toList();
	}

	/**
	 * The notices that wait of some people.
	 * @param jurisdiction whose decisions
	 * @param people their ids
	 * @return each
	 */
	@Transactional(readOnly = true)
	public List<Unread> of(String jurisdiction, Collection<UUID> people) {
		return find(jurisdiction, "d.applicant = any(?)", people.toArray(UUID[]::new));
	}

	private List<Unread> find(String jurisdiction, String condition, Object parameter) {
		List<Object> all = new ArrayList<>(List.of(parameter, jurisdiction));
		return this.jdbc.sql("select d.id, d.applicant, d.program, d.period, d.decided_at from decision d where "
				+ condition
				+ " and d.jurisdiction = ? and d.cause = 'CASE' and d.outcome <> 'REVOKED' and not exists (select from"
				+ " decision n where n.applicant = d.applicant and n.supersedes = d.id) and not "
				+ this.audit.noted(AuditAction.NOTICE_READ, "d.applicant", "d.id") + " order by d.id")
			.params(all)
			.query((row, number) -> new Unread(row.getObject("id", UUID.class), row.getObject("applicant", UUID.class),
					row.getString("program"), row.getString("period"),
					row.getObject("decided_at", OffsetDateTime.class).toInstant()))
			.list();
	}

}
