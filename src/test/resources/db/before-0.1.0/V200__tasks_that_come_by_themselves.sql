-- Tasks that come by themselves: a task whose reason is gone is closed by the service, and
-- what it was about may be found again. One that a person closed stays closed for good.
alter table task add column settled boolean not null default false;
alter table task add constraint task_settled_is_done check (not settled or state = 'DONE');
alter table task drop constraint task_key_key;
create unique index task_key on task (key) where not settled;
create index task_open_of_source on task (source, jurisdiction, applicant) where state = 'OPEN';

alter table task_event drop constraint task_event_what_check;
alter table task_event add constraint task_event_what_check
	check (what in ('ACCEPTED', 'DISMISSED', 'PLANNED', 'SETTLED'));

create or replace function keep_task() returns trigger language plpgsql as $$
declare
	changeable text[] := case old.state when 'OPEN' then '{due,assignee,state,closed_at,person,settled}' else '{person}' end;
begin
	if (to_jsonb(new) - changeable) <> (to_jsonb(old) - changeable) then
		raise exception 'a task is found once and closed once (% on %)', tg_op, tg_table_name
			using errcode = 'integrity_constraint_violation';
	end if;
	return new;
end $$;

-- When a source of tasks was looked at last, for a jurisdiction.
create table agenda_look (
	jurisdiction text not null,
	source text not null,
	-- somebody asked for it
	wanted boolean not null default false,
	-- the day for which everything was looked at, up to what was recorded when
	day date,
	looked_at timestamptz,
	-- up to when open tasks were held against what was recorded since
	touched_at timestamptz,
	-- what the last look at everything came to
	opened integer not null default 0,
	settled integer not null default 0,
	-- somebody is at it
	busy_until timestamptz,
	primary key (jurisdiction, source)
);

-- Recalculation: runs that decided and were completed, by jurisdiction.
create view recalculation_completed as
	select j.id as jurisdiction, r.id as run, r.finished_at as at, r.programs
	from recalculation r cross join unnest(r.jurisdictions) as j (id)
	where r.mode = 'COMMIT' and r.state = 'COMPLETED' and r.finished_at is not null;
