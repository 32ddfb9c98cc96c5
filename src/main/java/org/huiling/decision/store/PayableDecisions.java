package org.huiling.decision.store;

import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** What stands of all decisions of a jurisdiction, for those who pay. */
@NamedInterface("decided")
@Component
public class PayableDecisions {

	PayableDecisions() {
	}

	/**
	 * The query of what stands, as known at an instant: a row with a month stands until
	 * the next one of the same applicant and program, a row with a claim or a year for
	 * just that. What was revoked is left out.
	 * @return SQL with the parameters jurisdiction, instant and the same instant again;
	 * columns {@code id}, {@code applicant}, {@code program}, {@code claim},
	 * {@code period}, {@code version}, {@code amount}, which is 0.00 unless what stands
	 * is ELIGIBLE, {@code moved_out}, whether it ended because the household register
	 * lies elsewhere, which is read only where it has begun, {@code decided_at},
	 * {@code facts}, the beginning of the digest of those it rests on, and
	 * {@code corrects}, whether the first decision of the month paid nothing where this
	 * one pays: {@code POLICY} if another version answered, else {@code DATA}, null if
	 * not
	 */
	public String points() {
		return "select d.id, d.applicant, d.program, d.claim, d.period, d.version,"
				+ " case when d.outcome = 'ELIGIBLE' then d.amount else 0.00 end as amount,"
				+ " (d.outcome = 'NOT_ELIGIBLE' and position('\"hukouInJurisdiction\":false' in d.reasons::text) > 0"
				+ " and position('\"hukou.region\":' in d.reasons::text) > 0) as moved_out, d.decided_at,"
				+ " substring(d.facts from 1 for 8) as facts,"
				+ " case when d.outcome = 'ELIGIBLE' and d.supersedes is not null and d.claim is null then"
				+ " (select case when f.version is distinct from d.version then 'POLICY' else 'DATA' end from decision f"
				+ " where f.supersedes is null and f.applicant = d.applicant and f.program = d.program"
				+ " and f.period = d.period and f.jurisdiction = d.jurisdiction and f.claim is null"
				+ " and f.outcome <> 'ELIGIBLE') end as corrects from decision d"
				+ " where d.jurisdiction = ? and d.outcome <> 'REVOKED' and d.decided_at <= ? and not exists"
				+ " (select from decision n where n.applicant = d.applicant and n.supersedes = d.id"
				+ " and n.decided_at <= ?)";
	}

}
