-- 待办: what somebody is to look at and decide. A task is closed once; what was done with
-- it, and by whom, never changes.
create table task (
	id uuid primary key,
	kind text not null,
	-- whose; null for somebody who is not on file, who stands sealed in person
	applicant uuid references applicant (id),
	person bytea,
	jurisdiction text not null,
	-- where somebody lies who is not on file
	region text collate "C",
	program text,
	because text not null,
	arguments text[] not null,
	proposes json not null,
	money numeric(14, 2),
	due date,
	assignee text,
	source text not null,
	-- the same finding never makes a second task
	key text not null unique,
	state text not null default 'OPEN' check (state in ('OPEN', 'DONE', 'DISMISSED')),
	created_at timestamptz not null default clock_timestamp(),
	closed_at timestamptz,
	check ((applicant is null) = (person is not null)),
	check (applicant is not null or region is not null),
	check ((state = 'OPEN') = (closed_at is null))
);
create index task_by_due on task (state, due, id);
create index task_of_applicant on task (applicant) where applicant is not null;
create index task_of_source on task (source);

create table task_event (
	id uuid primary key,
	task uuid not null references task (id),
	what text not null check (what in ('ACCEPTED', 'DISMISSED', 'PLANNED')),
	reason text,
	by text not null,
	at timestamptz not null default clock_timestamp()
);
create index task_event_of on task_event (task, id);

create function refuse_task_event_change() returns trigger language plpgsql as $$
begin
	raise exception 'what was done with a task never changes (% on %)', tg_op, tg_table_name
		using errcode = 'integrity_constraint_violation';
end $$;
create trigger task_event_kept before update or delete on task_event
	for each row execute function refuse_task_event_change();
create trigger task_event_not_emptied before truncate on task_event
	for each statement execute function refuse_task_event_change();

-- Closed tasks stay as they are, open ones change only in who does them, by when, and
-- that they are closed. A seal may be made anew.
create function keep_task() returns trigger language plpgsql as $$
declare
	changeable text[] := case old.state when 'OPEN' then '{due,assignee,state,closed_at,person}' else '{person}' end;
begin
	if (to_jsonb(new) - changeable) <> (to_jsonb(old) - changeable) then
		raise exception 'a task is found once and closed once (% on %)', tg_op, tg_table_name
			using errcode = 'integrity_constraint_violation';
	end if;
	return new;
end $$;
create trigger task_kept before update on task for each row execute function keep_task();
