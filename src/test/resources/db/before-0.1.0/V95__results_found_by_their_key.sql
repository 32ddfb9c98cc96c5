-- What counts now, each found by its key: a plan that holds a whole roster's results against
-- a list of what was learnt later goes through that list line by line, for minutes.
create or replace view payment_result_now as
	select p.roster, p.number, coalesce(c.entry, 0) as entry, case when c.entry is null then p.result else c.result end as result,
		case when c.entry is null then p.reason else c.reason end as reason,
		case when c.entry is null then p.day else c.day end as day
	from payment_result p left join lateral
		(select n.entry, n.result, n.reason, n.day from payment_result_later n
			where n.roster = p.roster and n.number = p.number order by n.entry desc limit 1) c on true;
