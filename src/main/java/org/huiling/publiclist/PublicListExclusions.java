package org.huiling.publiclist;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

import org.huiling.account.CurrentUser;
import org.huiling.applicant.ApplicantRegister;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.storage.RecordedTime;
import org.huiling.storage.TimeOrderedId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 不列入公示: who is kept off public lists, or was put back on them. What was said never
 * changes; the newest word about a person counts, whichever of their files it was said
 * of.
 */
@Component
public class PublicListExclusions {

	/**
	 * The condition that somebody whose file is {@code s.applicant} may stand on lists.
	 */
	static final String LISTED = "coalesce((select f.listed from public_list_flag f where f.applicant in"
			+ " (select e.id from applicant_merged_into e where e.survivor = s.applicant union all select s.applicant)"
			+ " order by f.id desc limit 1), true)";

	private final JdbcClient jdbc;

	private final ApplicantRegister register;

	private final RecordedTime time;

	private final AuditTrail audit;

	private final CurrentUser user;

	PublicListExclusions(JdbcClient jdbc, ApplicantRegister register, RecordedTime time, AuditTrail audit,
			CurrentUser user) {
		this.jdbc = jdbc;
		this.register = register;
		this.time = time;
		this.audit = audit;
		this.user = user;
	}

	/**
	 * Whether a person stands on public lists, noted as a reading of their file.
	 * @param applicant the person
	 * @return what was said of it last
	 * @throws org.huiling.problem.Refusal 404, 410 if they are not on file, or not the
	 * caller's
	 */
	@Transactional
	public ListingView of(UUID applicant) {
		this.register.find(applicant, null);
		this.audit.record(AuditAction.APPLICANT_READ, applicant.toString(), Map.of());
		return last(applicant);
	}

	/**
	 * Keeps a person off public lists, or puts them back.
	 * @param applicant the person
	 * @param body which, and why
	 * @return what holds now
	 * @throws org.huiling.problem.Refusal as above
	 */
	@Transactional
	public ListingView set(UUID applicant, ListingBody body) {
		this.register.find(applicant, null);
		// who records of the person now has locked the file, and waits for a stamp
		this.jdbc.sql("select id from applicant where id = ? for key share")
			.param(applicant)
			.query(UUID.class)
			.single();
		this.jdbc
			.sql("insert into public_list_flag (id, applicant, listed, reason, set_by, set_at)"
					+ " values (?, ?, ?, ?, ?, ?)")
			.params(TimeOrderedId.next(), applicant, body.listed(), body.reason(), this.user.name(),
					this.time.stamp().atOffset(ZoneOffset.UTC))
			.update();
		this.audit.record(AuditAction.PUBLIC_LIST_FLAGGED, applicant.toString(), Map.of("listed", body.listed()));
		return last(applicant);
	}

	private ListingView last(UUID applicant) {
		return this.jdbc.sql("select * from public_list_flag where applicant = any(?) order by id desc limit 1")
			.param(this.register.files(applicant).toArray(UUID[]::new))
			.query((row, number) -> new ListingView(row.getBoolean("listed"), row.getString("reason"),
					row.getString("set_by"), row.getObject("set_at", OffsetDateTime.class).toInstant()))
			.optional()
			.orElse(new ListingView(true, null, null, null));
	}

}
