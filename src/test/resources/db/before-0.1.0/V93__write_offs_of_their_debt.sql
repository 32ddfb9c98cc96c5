-- A debt is what a decision leaves of what was paid. The decision that stood is kept beside
-- it; 0 where none did, null of rosters that were made before it was kept.
alter table payment_open add column decision uuid;

-- Which open item was settled; null of what was settled before that was kept.
alter table payment_settlement
	add column open_roster uuid,
	add column open_number integer,
	add foreign key (open_roster, open_number) references payment_open,
	add check ((open_roster is null) = (open_number is null));

-- How much of what was given up a roster found to be owed no longer: the debt vanished, or
-- another decision stands. It counts from the roster's approval on, against no later debt.
create table payment_write_off_lapse (
	roster uuid not null references roster,
	settlement uuid not null references payment_settlement,
	amount numeric(14,2) not null check (amount > 0),
	primary key (roster, settlement)
);

create index payment_write_off_lapse_of on payment_write_off_lapse (settlement);

alter table payment_flag drop constraint payment_flag_code_check;
alter table payment_flag add constraint payment_flag_code_check check (code ~ '^[A-Z][A-Z_]+$');

-- Whoever approves the roster is to see it.
create function flag_lapsed_write_offs() returns trigger language plpgsql as $$
begin
	insert into payment_flag (roster, code, applicant, people)
		select f.roster, 'WRITE_OFF_LAPSED', s.applicant, 1 from fresh f join payment_settlement s on s.id = f.settlement
		group by f.roster, s.applicant on conflict do nothing;
	return null;
end $$;

create trigger payment_write_off_lapse_frozen after insert on payment_write_off_lapse referencing new table as fresh
	for each statement execute function only_into_open_roster();
create trigger payment_write_off_lapse_flagged after insert on payment_write_off_lapse referencing new table as fresh
	for each statement execute function flag_lapsed_write_offs();
create trigger payment_write_off_lapse_kept before update or delete on payment_write_off_lapse
	for each row execute function refuse_payment_change();
create trigger payment_write_off_lapse_not_emptied before truncate on payment_write_off_lapse
	for each statement execute function refuse_payment_change();

-- What was settled in error is taken back by a further entry, confirmed by a second person.
create table payment_settlement_contra (
	settlement uuid primary key references payment_settlement,
	reason text not null,
	proposal uuid,
	taken_back_by text not null,
	taken_back_at timestamptz not null
);

create trigger payment_settlement_contra_kept before update or delete on payment_settlement_contra
	for each row execute function refuse_payment_change();
create trigger payment_settlement_contra_not_emptied before truncate on payment_settlement_contra
	for each statement execute function refuse_payment_change();

-- What still counts of what was settled.
create view payment_settlement_now as
	select s.*, c.settlement is not null as taken_back, coalesce(v.lapsed, 0.00) as lapsed,
		case when c.settlement is null then s.amount - coalesce(v.lapsed, 0.00) else 0.00 end as counts
	from payment_settlement s
	left join payment_settlement_contra c on c.settlement = s.id
	left join (select l.settlement, sum(l.amount) as lapsed from payment_write_off_lapse l
		join roster r on r.id = l.roster and r.state in ('APPROVED', 'CLOSED') group by 1) v on v.settlement = s.id;
