-- A program can be for a calendar quarter, 2013-Q3.
alter table program drop constraint program_cycle_check;
alter table program add constraint program_cycle_check check (cycle in ('MONTH', 'QUARTER', 'YEAR', 'CLAIM'));

-- 2013-07, 2013-Q3 for a quarterly program, or 2013 for a yearly one
alter table decision drop constraint decision_period_check;
alter table decision add constraint decision_period_check
	check (period ~ '^[0-9]{4}(-([0-9]{2}|Q[1-4]))?$');

-- The first month of a quarter; a month or a year is itself. Whoever compares periods begins with it.
create function period_begin(period text) returns text language sql immutable parallel safe as $$
	select case when period like '____-Q_'
		then left(period, 5) || to_char(3 * right(period, 1)::integer - 2, 'FM00') else period end;
$$;

create or replace view applicant_decided_under as
	select jurisdiction, program, version, applicant,
		(left(min(period_begin(period)) || '-01', 7)) collate "C" as first
	from decision where version is not null group by jurisdiction, program, version, applicant;

-- A year is compared by its number, a quarter by its first month: what is of the year or quarter in
-- which the months begin is not old.
create or replace function flag_old_arrears(flagged uuid) returns void language sql as $$
	insert into payment_flag (roster, code, applicant, people)
		select l.roster, 'OLD_ARREARS', l.applicant, 1
		from payment_line l
		join (select r.id, to_date(r.month, 'YYYY-MM') - make_interval(months => p.arrears_flag_months) as month
			from roster r
			cross join lateral (select p.arrears_flag_months from payment_rule p
				where p.jurisdiction in (r.jurisdiction, '*') and p.from_month <= r.month
				order by (p.jurisdiction = '*'), p.from_month desc limit 1) p
			where r.id = flagged) oldest on oldest.id = l.roster
		where l.kind = 'ARREARS' and l.period < case when l.period like '____-Q_' then to_char(oldest.month, 'YYYY-"Q"Q')
			else left(to_char(oldest.month, 'YYYY-MM'), length(l.period)) end
		group by l.roster, l.applicant;
$$;
