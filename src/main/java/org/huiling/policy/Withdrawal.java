package org.huiling.policy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;

import org.huiling.account.CurrentUser;
import org.huiling.account.FourEyes;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.engine.Jurisdiction;
import org.huiling.policy.published.PublishedVersion;
import org.huiling.policy.published.VersionId;
import org.huiling.problem.Refusal;
import org.huiling.storage.RecordedTime;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes back a version that was published by mistake. Who asks for what was known before
 * still sees it.
 */
@Component
class Withdrawal {

	private static final int CONFLICT = 409;

	private final PolicyCatalogue catalogue;

	private final JdbcClient jdbc;

	private final RecordedTime time;

	private final CurrentUser user;

	private final AuditTrail trail;

	Withdrawal(PolicyCatalogue catalogue, JdbcClient jdbc, RecordedTime time, CurrentUser user, AuditTrail trail) {
		this.catalogue = catalogue;
		this.jdbc = jdbc;
		this.time = time;
		this.user = user;
		this.trail = trail;
	}

	/**
	 * Withdraws a version, in one transaction with its event.
	 * @param version as published
	 * @param reason why
	 * @throws Refusal 403 {@code OUTSIDE_REGION} or {@code OWN_DRAFT}, 409
	 * {@code ALREADY_WITHDRAWN}
	 */
	@Transactional
	public void withdraw(PublishedVersion version, String reason) {
		VersionId id = version.id();
		this.catalogue.jurisdiction(id.jurisdiction())
			.map(Jurisdiction::regionPrefix)
			.ifPresent(this.user::requireRegion);
		requireOther(id);
		boolean stands = this.jdbc.sql("""
				select withdrawn_at is null from policy_version where jurisdiction = ? and program = ? and version = ?
				for update""").params(id.jurisdiction(), id.program(), id.version()).query(Boolean.class).single();
		if (!stands) {
			throw new Refusal(CONFLICT, "ALREADY_WITHDRAWN", id.toString());
		}
		Instant at = this.time.stamp();
		this.jdbc.sql("""
				update policy_version set withdrawn_at = ?, withdrawn_by = ?, withdrawal_reason = ?
				where jurisdiction = ? and program = ? and version = ?""")
			.params(OffsetDateTime.ofInstant(at, ZoneOffset.UTC), this.user.name(), reason)
			.params(id.jurisdiction(), id.program(), id.version())
			.update();
		this.trail.record(AuditAction.POLICY_WITHDRAWN, id.toString(), Map.of("digest", version.digest()));
	}

	/** Four eyes: nobody judges what they wrote, not even to take it back. */
	private void requireOther(VersionId id) {
		boolean own = this.jdbc.sql("""
				select exists (select from policy_draft where jurisdiction = ? and program = ? and version = ?
				and state = 'PUBLISHED' and ? = any(editors))""")
			.params(id.jurisdiction(), id.program(), id.version(), this.user.name())
			.query(Boolean.class)
			.single();
		FourEyes.refuse(own, "OWN_DRAFT");
	}

}
