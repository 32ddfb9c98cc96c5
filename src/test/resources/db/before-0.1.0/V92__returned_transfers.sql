-- A transfer may come back days after it was paid, and a result may turn out to be wrong.
-- What was reported first stays; what was learnt later is added to it.
alter table payment_result
	drop constraint payment_result_result_check,
	add constraint payment_result_result_check check (result in ('PAID', 'FAILED', 'RETURNED')),
	-- when it came back or failed, where the bank says so
	add column day date;

create table payment_result_later (
	roster uuid not null,
	number integer not null,
	entry integer not null check (entry > 0),
	-- REPORTED: by the bank; TAKEN_BACK: the entry before was wrong; SET_OFF: a recovery
	-- follows the payments it was set off against
	kind text not null check (kind in ('REPORTED', 'TAKEN_BACK', 'SET_OFF')),
	-- what counts from then on; null: nothing is reported again
	result text check (result in ('PAID', 'FAILED', 'RETURNED')),
	reason text,
	day date,
	-- why a result was taken back, and by which proposal
	why text,
	proposal uuid,
	reported_by text not null,
	reported_at timestamptz not null,
	primary key (roster, number, entry),
	check (result is not null or kind <> 'REPORTED'),
	check ((why is not null) = (kind = 'TAKEN_BACK'))
);

create function only_after_a_result() returns trigger language plpgsql as $$
begin
	if exists (select from fresh f where not exists
			(select from payment_result p where p.roster = f.roster and p.number = f.number)) then
		raise exception 'a later result needs a first one' using errcode = 'foreign_key_violation';
	end if;
	return null;
end $$;

create trigger payment_result_later_than_first after insert on payment_result_later referencing new table as fresh
	for each statement execute function only_after_a_result();
create trigger payment_result_later_kept before update or delete on payment_result_later
	for each row execute function refuse_payment_change();
create trigger payment_result_later_not_emptied before truncate on payment_result_later
	for each statement execute function refuse_payment_change();

-- What counts now; null where what was reported was taken back.
create view payment_result_now as
	select p.roster, p.number, coalesce(c.entry, 0) as entry, case when c.entry is null then p.result else c.result end as result,
		case when c.entry is null then p.reason else c.reason end as reason,
		case when c.entry is null then p.day else c.day end as day
	from payment_result p left join
		(select distinct on (roster, number) * from payment_result_later order by roster, number, entry desc) c
			on c.roster = p.roster and c.number = p.number;

-- Everything that was ever said of a line, in its order.
create view payment_result_history as
	select roster, number, 0 as entry, 'REPORTED' as kind, result, reason, day from payment_result
	union all
	select roster, number, entry, kind, result, reason, day from payment_result_later;

-- What is transferred at once: all that goes to one account, to somebody without one, or to
-- an institution for one program. It is called by the number of its first line.
create view payment_line_transfer as
	select l.roster, l.number, l.applicant, l.paid_to, l.program, l.amount, l.decision,
		min(l.number) over (partition by l.roster, l.paid_to, case when l.paid_to <> 'PERSON' then l.program end,
			case when l.paid_to = 'PERSON' then p.account_hash end,
			case when l.paid_to = 'PERSON' and p.account_hash is null then l.applicant end) as transfer
	from payment_line l left join payment_payee p on p.roster = l.roster and p.applicant = l.applicant;
