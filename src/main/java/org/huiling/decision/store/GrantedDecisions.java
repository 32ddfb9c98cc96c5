package org.huiling.decision.store;

import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Whom a program grants something in a period, for lists of them. */
@NamedInterface("decided")
@Component
public class GrantedDecisions {

	private final PayableDecisions payable;

	GrantedDecisions(PayableDecisions payable) {
		this.payable = payable;
	}

	/**
	 * The query of what stands as ELIGIBLE for a period: a monthly decision stands until
	 * the next one of the same file and program. Files that were merged are one person,
	 * who is granted what any of them is; of several the file's own that goes on.
	 * @param goesOn whether decisions of the program stand on until the next one
	 * @return SQL with the parameters jurisdiction, instant, the same instant again,
	 * program and period; columns {@code applicant}, the person's file that goes on,
	 * {@code claim}, {@code amount}, {@code in_kind}
	 */
	public String in(boolean goesOn) {
		String standing = "select distinct on (p.applicant, p.claim) p.applicant, p.id from (" + this.payable.points()
				+ ") p where p.program = ? and p.period " + (goesOn ? "<=" : "=")
				+ " ? order by p.applicant, p.claim, p.period desc, p.decided_at desc";
		return "select distinct on (person, d.claim) coalesce(m.survivor, s.applicant) as person,"
				+ " coalesce(m.survivor, s.applicant) as applicant, d.claim, d.amount, d.in_kind from (" + standing
				+ ") s join decision d on d.id = s.id left join applicant_merged_into m on m.id = s.applicant"
				+ " where d.outcome = 'ELIGIBLE' and (d.amount > 0 or d.in_kind is not null)"
				+ " order by person, d.claim, m.survivor nulls first, d.id";
	}

}
