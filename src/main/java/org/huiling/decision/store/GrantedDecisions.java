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
	 * the next one of the same person and program. Files that were merged are one person.
	 * @param goesOn whether decisions of the program stand on until the next one
	 * @return SQL with the parameters jurisdiction, instant, the same instant again,
	 * program and period; columns {@code applicant}, the person's file that goes on,
	 * {@code claim}, {@code amount}, {@code in_kind}
	 */
	public String in(boolean goesOn) {
		return "select s.applicant, s.claim, d.amount, d.in_kind from (select distinct on (person, p.claim)"
				+ " coalesce(m.survivor, p.applicant) as applicant, coalesce(m.survivor, p.applicant) as person,"
				+ " p.claim, p.id from (" + this.payable.points() + ") p"
				+ " left join applicant_merged_into m on m.id = p.applicant where p.program = ? and p.period "
				+ (goesOn ? "<=" : "=") + " ? order by person, p.claim, p.period desc, p.decided_at desc) s"
				+ " join decision d on d.id = s.id where d.outcome = 'ELIGIBLE'"
				+ " and (d.amount > 0 or d.in_kind is not null)";
	}

}
