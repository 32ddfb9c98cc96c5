-- A program can be given once in a life. What is decided of it has a month, the one that takes it,
-- and ONCE in the place of a claim.
alter table program drop constraint program_cycle_check;
alter table program add constraint program_cycle_check check (cycle in ('MONTH', 'QUARTER', 'YEAR', 'CLAIM', 'ONCE'));

create index decision_given_once on decision (applicant, program) where claim = 'ONCE';

-- Applicant: every file of the person whose file is one of them. Asked for single files, of which
-- the view of all merged ones would read all.
create function files_of_person(file uuid) returns setof uuid language sql stable as $$
	with recursive up (id, into_file) as (
		select a.id, a.merged_into from applicant a where a.id = file
		union select a.id, a.merged_into from up join applicant a on a.id = up.into_file),
	down (id) as (
		select up.id from up where up.into_file is null
		union select a.id from down join applicant a on a.merged_into = down.id)
	select file union select down.id from down;
$$;

-- In whatever order two decide, in however many services, one of them finds what the other granted:
-- the second waits for the first, and sees it. A correction of what is granted grants no second
-- month; the same month under two files of one person is one month.
create function granted_in_one_month() returns trigger language plpgsql as $$
declare
	files uuid[] := array(select files_of_person(new.applicant) order by 1);
	given text;
begin
	perform pg_advisory_xact_lock(hashtextextended(files[1] || ' ' || new.jurisdiction || ' ' || new.program, 184));
	select d.period into given from decision d
		where d.applicant = any(files) and d.jurisdiction = new.jurisdiction and d.program = new.program
			and d.claim = 'ONCE' and d.outcome in ('ELIGIBLE', 'WITHHELD') and d.period <> new.period
			and not exists (select from decision n where n.applicant = d.applicant and n.supersedes = d.id)
		limit 1;
	if given is not null and not exists (select from decision s where s.id = new.supersedes
			and s.outcome in ('ELIGIBLE', 'WITHHELD')) then
		raise exception 'given once: % is granted in % already', new.program, given
			using errcode = 'unique_violation';
	end if;
	return null;
end $$;

-- After the statement: whoever moves it to another month may write both in one.
create trigger decision_granted_once after insert on decision
	for each row when (new.claim = 'ONCE' and new.outcome in ('ELIGIBLE', 'WITHHELD'))
	execute function granted_in_one_month();

-- Whether two payments of one program are for the same: their periods have a month in common, or it
-- is given once in a life.
create function same_payment(one_period text, one_claim text, other_period text, other_claim text) returns boolean
	language sql immutable parallel safe as $$
	select nullif(one_claim, 'ONCE') is not distinct from nullif(other_claim, 'ONCE')
		and (periods_meet(one_period, other_period) or (one_claim = 'ONCE' and other_claim = 'ONCE'));
$$;

create or replace function flag_paid_by_another(flagged uuid) returns void language sql as $$
	insert into payment_flag (roster, code, applicant, people)
		select flagged, 'PAID_BY_ANOTHER', l.applicant, count(distinct o.jurisdiction)
		from (select distinct applicant, program, period, claim from payment_line where roster = flagged and amount > 0) l
		join payment_line p on p.applicant = l.applicant and p.program = l.program
			and same_payment(p.period, p.claim, l.period, l.claim)
		join roster o on o.id = p.roster and o.state <> 'DISCARDED'
			and o.jurisdiction <> (select jurisdiction from roster where id = flagged)
		where exists (select 1 from payment_line paid where paid.applicant = l.applicant and paid.roster = o.id
			and paid.amount > 0)
		group by l.applicant
		having sum(p.amount) > 0;
$$;
