package org.huiling.payment.calculation;

import java.util.UUID;

import org.huiling.account.CurrentUser;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What becomes of the recoveries of a roster: none is transferred, each is set off
 * against what the same person is paid in it on its day. They are PAID in the order of
 * the lines as far as what arrived goes, FAILED otherwise, and follow when a payment
 * comes back later.
 */
@Component
public class SetOff {

	/**
	 * Those whose payments all have a result, without those that were reported as FAILED.
	 * The order is kept: what was set off once stays so before what was not. Nothing is
	 * joined: whatever is known of the tables, it takes as long as sorting does.
	 */
	private static final String FOLLOWING = """
			create temporary table recoveries_set_off on commit drop as
			with said as (
				select number, applicant, paid_to, pay_day, amount, null as result, null as reason, -1 as entry
				from payment_line where roster = ?
				union all
				select number, null, null, null, null, result, reason, entry from payment_result_history where roster = ?),
			line as (
				select *, first_value(result) over latest as now, first_value(entry) over latest as at,
					first_value(result) over latest = 'FAILED'
						and first_value(reason) over latest is distinct from 'NOT_SET_OFF' as told
				from said window latest as (partition by number order by entry desc)),
			person as (
				select number, paid_to, amount, now, at, coalesce(told, false) as told,
					coalesce(bool_or(now is null) filter (where amount > 0) over whole, false) as waiting,
					coalesce(sum(amount) filter (where amount > 0 and now = 'PAID') over whole, 0)
						+ coalesce(sum(amount) filter (where amount < 0 and told is not true) over in_order, 0) as left_over
				from line where entry = -1
				window whole as (partition by applicant, paid_to, pay_day),
					in_order as (partition by applicant, paid_to, pay_day order by amount > 0, now is distinct from 'PAID', number)),
			target as (
				select *, case when paid_to not in ('PERSON', 'ORGANISATION') or left_over >= 0 then 'PAID' else 'FAILED' end as goal from person
				where amount < 0 and not told and not waiting)
			select number, nullif(at, -1) as entry, goal as result,
				case when goal = 'FAILED' then 'NOT_SET_OFF' end as reason
			from target where now is distinct from goal""";

	private final JdbcClient jdbc;

	private final CurrentUser user;

	SetOff(JdbcClient jdbc, CurrentUser user) {
		this.jdbc = jdbc;
		this.user = user;
	}

	/** Gives recoveries the result that their payments leave them. */
	public void follow(UUID roster) {
		this.jdbc.sql("drop table if exists recoveries_set_off").update();
		this.jdbc.sql(FOLLOWING).params(roster, roster).update();
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
