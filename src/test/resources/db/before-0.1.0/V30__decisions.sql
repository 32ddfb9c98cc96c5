-- Decisions. Rows are only ever inserted, here and in the two tables beside it.

-- The policies that a decision could look at: every version of every program of a
-- jurisdiction that was known, by digest. Changes only when something is published.
create table decision_book (
	id integer generated always as identity primary key,
	digest bytea not null unique,
	book json not null
);

-- The facts that were seen, without id, name and account; of one person usually one row
-- for all programs and many months.
create table decision_facts (
	digest bytea primary key,
	-- json, not jsonb: the very text was digested
	facts json not null
);

-- A change point: what is decided stands from its period until the next one's.
-- No foreign keys: each would be asked for every row of a run over a million people.
create table decision (
	id uuid primary key,
	applicant uuid not null,
	supersedes uuid,
	decided_at timestamptz not null,
	known_at timestamptz not null,
	book integer,
	amount numeric(14,2) not null check (amount >= 0),
	jurisdiction text collate "C" not null,
	program text collate "C" not null,
	-- 2013-07, or 2013 for a yearly program
	period text collate "C" not null check (period ~ '^[0-9]{4}(-[0-9]{2})?$'),
	claim text collate "C",
	-- REVOKED: made in error, as if nothing had been decided for this period
	outcome text not null check (outcome in ('ELIGIBLE', 'WITHHELD', 'NOT_ELIGIBLE', 'REVOKED')),
	version text,
	digest bytea,
	facts bytea,
	decided_by text not null,
	cause text not null check (cause = 'CASE' or cause like 'RECALCULATION:%'),
	reason text,
	-- why, why not and notes, in both languages
	reasons json not null,
	check (outcome in ('ELIGIBLE', 'WITHHELD') or amount = 0),
	check ((version is null) = (digest is null)),
	check (outcome <> 'REVOKED' or (reason is not null and supersedes is not null)),
	check (outcome = 'REVOKED' or (book is not null and facts is not null))
);

-- The first at its key, and each superseded once: two who decide at once collide here.
-- Both begin with the applicant, so that they find a person's decisions as well.
create unique index decision_first on decision (applicant, program, period, jurisdiction, claim)
	nulls not distinct where supersedes is null;
create unique index decision_superseded_once on decision (applicant, supersedes) where supersedes is not null;

create function refuse_decision_change() returns trigger language plpgsql as $$
begin
	raise exception 'what was decided never changes, it can only be superseded (% on %)', tg_op, tg_table_name
		using errcode = 'integrity_constraint_violation';
end $$;

create function decision_supersedes_its_own_key() returns trigger language plpgsql as $$
begin
	if not exists (select from decision d where d.id = new.supersedes
			and (d.jurisdiction, d.applicant, d.program, d.period) = (new.jurisdiction, new.applicant, new.program, new.period)
			and d.claim is not distinct from new.claim) then
		raise exception 'a decision supersedes one of the same applicant, program, claim and period'
			using errcode = 'integrity_constraint_violation';
	end if;
	return new;
end $$;

create trigger decision_kept before update or delete on decision
	for each row execute function refuse_decision_change();
create trigger decision_not_emptied before truncate on decision
	for each statement execute function refuse_decision_change();
create trigger decision_in_place before insert on decision
	for each row when (new.supersedes is not null) execute function decision_supersedes_its_own_key();
create trigger decision_facts_kept before update or delete on decision_facts
	for each row execute function refuse_decision_change();
create trigger decision_facts_not_emptied before truncate on decision_facts
	for each statement execute function refuse_decision_change();
create trigger decision_book_kept before update or delete on decision_book
	for each row execute function refuse_decision_change();
create trigger decision_book_not_emptied before truncate on decision_book
	for each statement execute function refuse_decision_change();
