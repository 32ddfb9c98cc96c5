-- 比对: lists of others, matched with the register. A list is kept sealed for a while, then
-- only the tasks are.
create table cross_check (
	id uuid primary key,
	kind text not null,
	jurisdiction text not null,
	as_of date not null,
	state text not null check (state in ('STARTING', 'RUNNING', 'STOPPED', 'COMPLETED', 'FAILED')),
	accepted integer not null,
	refused integer not null,
	ignored_columns text[] not null,
	-- the last line that was matched
	done integer not null default 0,
	matched integer not null default 0,
	ordered_by text not null,
	ordered_at timestamptz not null default clock_timestamp(),
	ended_at timestamptz,
	kept_until date not null,
	forgotten boolean not null default false
);
create index cross_check_open on cross_check (id) where state in ('STARTING', 'RUNNING');

create table cross_check_tasks (
	cross_check uuid not null references cross_check (id),
	kind text not null,
	tasks integer not null,
	primary key (cross_check, kind)
);

create table cross_check_line (
	cross_check uuid not null references cross_check (id),
	line integer not null,
	-- what it says, sealed; null if it was refused
	said bytea,
	field text,
	code text,
	arguments text[],
	-- what came of it, null until it is matched
	outcome text,
	applicant uuid,
	primary key (cross_check, line),
	check ((said is null) = (code is not null))
);
