package org.huiling.decision.notice;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.huiling.applicant.ApplicantRegister;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditLog;
import org.huiling.audit.AuditTrail;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decisions of case workers whose notice nobody has opened yet. */
@Component
public class OpenNotices {

	private final JdbcClient jdbc;

	private final ApplicantRegister register;

	private final AuditLog audit;

	private final AuditTrail trail;

	OpenNotices(JdbcClient jdbc, ApplicantRegister register, AuditLog audit, AuditTrail trail) {
		this.jdbc = jdbc;
		this.register = register;
		this.audit = audit;
		this.trail = trail;
	}

	/**
	 * A decision that waits for its notice.
	 *
	 * @param decision its id
	 * @param applicant the person's id
	 * @param jurisdiction whose decision it is
	 * @param program the program's id
	 * @param period from when
	 * @param outcome the code
	 * @param decidedBy the account
	 */
	public record Waiting(UUID decision, UUID applicant, String jurisdiction, String program, String period,
			String outcome, String decidedBy) {
	}

	/**
	 * The newest ones about people whom the user may see; reading them is recorded.
	 * @param since only what was decided later
	 * @param most how many
	 * @return the newest first
	 */
	@Transactional
	public List<Waiting> newest(Instant since, int most) {
		List<Waiting> waiting = this.jdbc.sql(
				"select d.id, d.applicant, d.jurisdiction, d.program, d.period, d.outcome, d.decided_by from decision d"
						+ " where d.id >= ? and d.decided_at >= ? and d.cause = 'CASE' and not exists"
						+ " (select from decision n where n.applicant = d.applicant and n.supersedes = d.id) and not "
						+ this.audit.noted(AuditAction.NOTICE_READ, "d.applicant", "d.id") + " and "
						+ this.register.visible("d.applicant") + " order by d.id desc limit ?")
			.params(first(since), OffsetDateTime.ofInstant(since, ZoneOffset.UTC), most)
			.query((row, number) -> new Waiting(row.getObject("id", UUID.class), row.getObject("applicant", UUID.class),
					row.getString("jurisdiction"), row.getString("program"), row.getString("period"),
					row.getString("outcome"), row.getString("decided_by")))
			.list();
		this.trail.recordOf(AuditAction.APPLICANTS_LISTED, "applicants", Map.of("by", "NOTICES", "region", ""),
				waiting.stream().map(Waiting::applicant).toList());
		return waiting;
	}

	/** The least id of an instant: ids begin with the time at which they were made. */
	private static UUID first(Instant since) {
		return new UUID(since.toEpochMilli() << 16, 0);
	}

}
