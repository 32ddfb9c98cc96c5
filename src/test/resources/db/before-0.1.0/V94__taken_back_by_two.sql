-- Who confirmed what another proposed: a write-off by hand, and what takes an entry back.
drop view payment_result_history;
drop view payment_result_now;
drop view payment_settlement_now;

alter table payment_result_later
	drop column proposal,
	add column confirmed_by text,
	add check ((confirmed_by is not null) = (kind = 'TAKEN_BACK')),
	add check (confirmed_by <> reported_by);
alter table payment_settlement
	-- null of what was collected, or given up by a rule
	add column confirmed_by text,
	add check (confirmed_by <> settled_by);
alter table payment_settlement_contra
	drop column proposal,
	add column confirmed_by text not null,
	add check (confirmed_by <> taken_back_by);

-- What counts now; null where what was reported was taken back.
create view payment_result_now as
	select p.roster, p.number, coalesce(c.entry, 0) as entry, case when c.entry is null then p.result else c.result end as result,
		case when c.entry is null then p.reason else c.reason end as reason,
		case when c.entry is null then p.day else c.day end as day
	from payment_result p left join
		(select distinct on (roster, number) roster, number, entry, result, reason, day from payment_result_later
			order by roster, number, entry desc) c
			on c.roster = p.roster and c.number = p.number;

-- Everything that was ever said of a line, in its order.
create view payment_result_history as
	select roster, number, 0 as entry, 'REPORTED' as kind, result, reason, day from payment_result
	union all
	select roster, number, entry, kind, result, reason, day from payment_result_later;

-- What still counts of what was settled.
create view payment_settlement_now as
	select s.*, c.settlement is not null as taken_back, coalesce(v.lapsed, 0.00) as lapsed,
		case when c.settlement is null then s.amount - coalesce(v.lapsed, 0.00) else 0.00 end as counts
	from payment_settlement s
	left join payment_settlement_contra c on c.settlement = s.id
	left join (select l.settlement, sum(l.amount) as lapsed from payment_write_off_lapse l
		join roster r on r.id = l.roster and r.state in ('APPROVED', 'CLOSED') group by 1) v on v.settlement = s.id;
