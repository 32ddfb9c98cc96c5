-- Why months before a roster have none; null where none is missing.
alter table roster add column skipping text;

-- Arrears for periods more than so many months before the roster are looked at before they
-- are paid. The value for rules that are there is the model district's own assumption.
alter table payment_rule add column arrears_flag_months integer not null default 6 check (arrears_flag_months >= 0);
alter table payment_rule alter column arrears_flag_months drop default;

alter table payment_flag drop constraint payment_flag_code_check;
alter table payment_flag add constraint payment_flag_code_check check (code ~ '^[A-Z][A-Z_]+$');

-- A year is compared by its number: what is of the year in which the months begin is not old.
create function flag_old_arrears(flagged uuid) returns void language sql as $$
	insert into payment_flag (roster, code, applicant, people)
		select l.roster, 'OLD_ARREARS', l.applicant, 1
		from payment_line l
		join (select r.id, to_char(to_date(r.month, 'YYYY-MM') - make_interval(months => p.arrears_flag_months),
				'YYYY-MM') as month
			from roster r
			cross join lateral (select p.arrears_flag_months from payment_rule p
				where p.jurisdiction in (r.jurisdiction, '*') and p.from_month <= r.month
				order by (p.jurisdiction = '*'), p.from_month desc limit 1) p
			where r.id = flagged) oldest on oldest.id = l.roster
		where l.kind = 'ARREARS' and l.period < left(oldest.month, length(l.period))
		group by l.roster, l.applicant;
$$;
