-- A payment rule can be of one program of a jurisdiction; null is the rule of everything else there.
alter table payment_rule add column program text;
alter table payment_rule add constraint payment_rule_of_whom check (program is null or jurisdiction <> '*');
alter table payment_rule drop constraint payment_rule_pkey;
alter table payment_rule add constraint payment_rule_of_month unique nulls not distinct (jurisdiction, program, from_month);

create or replace function payment_rule_rests() returns trigger language plpgsql as $$
begin
	if new.jurisdiction <> old.jurisdiction or new.from_month <> old.from_month or old.jurisdiction = '*'
			or new.program is distinct from old.program
			or exists (select from roster r where r.jurisdiction = old.jurisdiction and r.month >= old.from_month
				and r.state <> 'DISCARDED') then
		raise exception 'what was paid never changes (% on %)', tg_op, tg_table_name
			using errcode = 'integrity_constraint_violation';
	end if;
	return new;
end $$;

-- How a program is paid in a month: by the rule of its own, else by the jurisdiction's, else by the one of all.
create function payment_rule_in_force(whose text, of_program text, in_month text) returns setof payment_rule
	language sql stable as $$
	select * from payment_rule p
		where p.jurisdiction in (whose, '*') and (p.program is null or p.program = of_program) and p.from_month <= in_month
		order by (p.program is null), (p.jurisdiction = '*'), p.from_month desc limit 1;
$$;

-- Each program's arrears are old by the program's rule.
create or replace function flag_old_arrears(flagged uuid) returns void language sql as $$
	insert into payment_flag (roster, code, applicant, people)
		select l.roster, 'OLD_ARREARS', l.applicant, 1
		from payment_line l
		join (select r.id, o.program, to_date(r.month, 'YYYY-MM') - make_interval(months => p.arrears_flag_months) as month
			from roster r
			cross join (select distinct program from payment_line where roster = flagged and kind = 'ARREARS') o
			cross join lateral payment_rule_in_force(r.jurisdiction, o.program, r.month) p
			where r.id = flagged) oldest on oldest.id = l.roster and oldest.program = l.program
		where l.kind = 'ARREARS' and l.period < case when l.period like '____-Q_' then to_char(oldest.month, 'YYYY-"Q"Q')
			else left(to_char(oldest.month, 'YYYY-MM'), length(l.period)) end
		group by l.roster, l.applicant;
$$;
