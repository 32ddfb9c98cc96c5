package org.huiling.payment;

/**
 * What the tables say of the money, the plain way: nothing of it is asked of the service.
 */
public final class MoneyOnFile {

	/**
	 * What was paid in the end and collected, given up or not, of everybody and for
	 * everything: with what is open on a roster it comes to what is decided. The columns
	 * are applicant, program, period, claim and amount; the parameter is the roster that
	 * is looked at, which may be a draft.
	 */
	public static final String BOOKED = """
			select l.applicant, l.program, l.period, l.claim, l.amount from payment_line l
			left join payment_result p on p.roster = l.roster and p.number = l.number
			left join lateral (select coalesce(n.result, 'PAID') as result from payment_result_later n
				where n.roster = l.roster and n.number = l.number order by n.entry desc limit 1) n on true
			where coalesce(n.result, p.result, 'PAID') = 'PAID'
			union all
			select s.applicant, s.program, s.period, s.claim, - s.amount + coalesce((select sum(v.amount)
				from payment_write_off_lapse v join roster r on r.id = v.roster where v.settlement = s.id
					and (r.id = cast(? as uuid) or r.state in ('APPROVED', 'CLOSED'))), 0)
			from payment_settlement s
			where not exists (select from payment_settlement_contra c where c.settlement = s.id)""";

	private MoneyOnFile() {
	}

}
