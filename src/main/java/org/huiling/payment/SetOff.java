package org.huiling.payment;

import java.util.UUID;

import org.huiling.account.CurrentUser;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What becomes of the recoveries of a roster: none is transferred, each is set off
 * against what the same person is paid in it. They are PAID in the order of the lines as
 * far as what arrived goes, FAILED otherwise, and follow when a payment comes back later.
 */
@Component
class SetOff {

	/**
	 * Those whose payments all have a result, without those that were reported as FAILED.
	 * The order is kept: what was set off once stays so before what was not.
	 */
	private static final String FOLLOWING = """
			create temporary table recoveries_set_off on commit drop as
			with line as materialized (
				select l.number, l.applicant, l.paid_to, l.kind, l.amount, n.result, n.entry,
					coalesce(n.result = 'FAILED' and n.reason is distinct from 'NOT_SET_OFF', false) as told
				from payment_line l left join payment_result_now n on n.roster = l.roster and n.number = l.number
				where l.roster = ?),
			payment as materialized (
				select applicant, paid_to, bool_or(result is null) as waiting,
					coalesce(sum(amount) filter (where result = 'PAID'), 0) as arrived
				from line where amount > 0 group by applicant, paid_to)
			select s.number, s.entry, case when s.left_over >= 0 then 'PAID' else 'FAILED' end as result,
				case when s.left_over >= 0 then null else 'NOT_SET_OFF' end as reason
			from (
				select l.number, l.entry, l.result, l.told, coalesce(p.waiting, false) as waiting,
					case when l.paid_to = 'PERSON' then coalesce(p.arrived, 0)
						+ sum(case when l.told then 0 else l.amount end) over (partition by l.applicant, l.paid_to
							order by l.result is distinct from 'PAID', l.number) else 0 end as left_over
				from line l left join payment p on p.applicant = l.applicant and p.paid_to = l.paid_to
				where l.kind = 'RECOVERY') s
			where not s.told and not s.waiting
				and s.result is distinct from case when s.left_over >= 0 then 'PAID' else 'FAILED' end""";

	private final JdbcClient jdbc;

	private final CurrentUser user;

	SetOff(JdbcClient jdbc, CurrentUser user) {
		this.jdbc = jdbc;
		this.user = user;
	}

	/** Gives recoveries the result that their payments leave them. */
	void follow(UUID roster) {
		this.jdbc.sql("drop table if exists recoveries_set_off").update();
		this.jdbc.sql(FOLLOWING).param(roster).update();
		this.jdbc
			.sql("insert into payment_result (roster, number, result, reason, reported_by, reported_at)"
					+ " select ?, number, result, reason, ?, now() from recoveries_set_off where entry is null")
			.params(roster, this.user.name())
			.update();
		this.jdbc.sql(
				"insert into payment_result_later (roster, number, entry, kind, result, reason, reported_by, reported_at)"
						+ " select ?, number, entry + 1, 'SET_OFF', result, reason, ?, now() from recoveries_set_off"
						+ " where entry is not null")
			.params(roster, this.user.name())
			.update();
	}

}
