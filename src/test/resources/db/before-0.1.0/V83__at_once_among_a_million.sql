-- Which files were merged into one, without looking at all of them.
create index applicant_merged on applicant (merged_into) where merged_into is not null;

-- What a frozen roster comes to, and what is to be looked at in it, summed up once.
create table payment_section (
	roster uuid not null references roster,
	paid_to text not null,
	program text not null,
	lines bigint not null,
	people bigint not null,
	total numeric(20,2) not null,
	primary key (roster, paid_to, program)
);

create table payment_flag (
	roster uuid not null references roster,
	code text not null check (code in ('NO_ACCOUNT', 'ACCOUNT_FOR_MANY', 'DUPLICATE_PAYEE', 'LIFE_CHECK_UNKNOWN')),
	applicant uuid not null,
	-- how many people share the account or are the same payee
	people bigint not null,
	primary key (roster, code, applicant)
);

-- Sums a roster up, once its lines and payees are in. From three people on one account on
-- it is worth a look.
create function sum_up_roster(summed uuid) returns void language sql as $$
	insert into payment_section
		select l.roster, l.paid_to, l.program, count(*), count(distinct l.applicant), sum(l.amount)
		from payment_line l where l.roster = summed group by 1, 2, 3;
	insert into payment_flag
		with payee as materialized (
			select p.*, count(*) over (partition by p.account_hash) as sharing,
				count(*) over (partition by p.payee_hash) as twice
			from payment_payee p where p.roster = summed and exists (select from payment_line l
				where l.roster = p.roster and l.applicant = p.applicant and l.paid_to = 'PERSON'))
		select roster, 'NO_ACCOUNT', applicant, 1 from payee where account_hash is null
		union all
		select roster, 'ACCOUNT_FOR_MANY', applicant, sharing from payee
			where account_hash is not null and sharing >= 3
		union all
		select roster, 'DUPLICATE_PAYEE', applicant, twice from payee where payee_hash is not null and twice > 1
		union all
		select roster, 'LIFE_CHECK_UNKNOWN', applicant, 1 from payee where not life_check_known;
$$;

select sum_up_roster(id) from roster;

create trigger payment_section_frozen after insert on payment_section referencing new table as fresh
	for each statement execute function only_into_open_roster();
create trigger payment_flag_frozen after insert on payment_flag referencing new table as fresh
	for each statement execute function only_into_open_roster();
create trigger payment_section_kept before update or delete on payment_section
	for each row execute function refuse_payment_change();
create trigger payment_flag_kept before update or delete on payment_flag
	for each row execute function refuse_payment_change();
create trigger payment_section_not_emptied before truncate on payment_section
	for each statement execute function refuse_payment_change();
create trigger payment_flag_not_emptied before truncate on payment_flag
	for each statement execute function refuse_payment_change();

-- The sums of a completed run stand in one slice.
with gone as (
	delete from recalculation_tally t using recalculation r
	where r.id = t.run and r.state = 'COMPLETED' returning t.*)
insert into recalculation_tally (run, jurisdiction, slice, program, region, before_outcome, after_outcome, periods,
	paid_before, paid_after)
select run, jurisdiction, 0, program, region, before_outcome, after_outcome, sum(periods), sum(paid_before),
	sum(paid_after)
from gone group by 1, 2, 4, 5, 6, 7;
