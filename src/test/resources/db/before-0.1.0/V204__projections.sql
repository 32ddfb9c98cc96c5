-- 推演: what policies would come to, before they are in force. Writes nothing but its report.
create table projection (
	id uuid primary key,
	jurisdiction text not null,
	from_month text not null,
	to_month text not null,
	programs text[],
	applied_only boolean not null,
	vary jsonb,
	reason text not null,
	ordered_by text not null,
	ordered_at timestamptz not null,
	known_at timestamptz not null,
	policies integer not null,
	state text not null check (state in ('STARTING', 'RUNNING', 'STOPPED', 'COMPLETED', 'FAILED')),
	total integer,
	started_at timestamptz,
	resumed_at timestamptz,
	done_when_resumed integer not null default 0,
	finished_at timestamptz,
	error text
);
create index projection_open on projection (ordered_at) where state in ('STARTING', 'RUNNING');
create index projection_newest on projection (jurisdiction, ordered_at desc);

-- The drafts that are put over what is in force, as they were: what is projected stays the same
-- when they are changed. Without a program one is of standards.
create table projection_draft (
	projection uuid not null references projection (id),
	draft uuid not null,
	number integer not null,
	digest text not null,
	jurisdiction text not null,
	program text,
	version text,
	primary key (projection, draft)
);
create index projection_draft_digest on projection_draft (draft, digest);

create table projection_draft_file (
	projection uuid not null,
	draft uuid not null,
	path text not null,
	content bytea not null,
	primary key (projection, draft, path),
	foreign key (projection, draft) references projection_draft (projection, draft)
);

-- Whom it is about, while it is under way.
create table projection_person (
	projection uuid not null references projection (id),
	number integer not null,
	applicant uuid not null,
	primary key (projection, number)
);

create table projection_slice (
	projection uuid not null references projection (id),
	first integer not null,
	last integer not null,
	done boolean not null default false,
	-- of them: whose facts are broken, and who is on file no more
	failed integer not null default 0,
	gone integer not null default 0,
	primary key (projection, first)
);

-- What is added up, of each slice; of all of them in the end.
create table projection_sum (
	projection uuid not null references projection (id),
	slice integer not null,
	kind text not null,
	key text not null,
	part text not null,
	people bigint not null,
	gains bigint not null,
	loses bigint not null,
	begins bigint not null,
	ends bigint not null,
	same bigint not null,
	lacking bigint not null,
	before numeric not null,
	after numeric not null,
	primary key (projection, slice, kind, key, part)
);

-- For whom it changes anything, or nobody can tell.
create table projection_change (
	projection uuid not null references projection (id),
	applicant uuid not null,
	change text not null,
	before numeric not null,
	after numeric not null,
	because jsonb not null,
	primary key (projection, applicant)
);
create index projection_change_kind on projection_change (projection, change, applicant);

-- Recalculation: whether a run is at work, in whose way nobody else should be.
create view recalculation_under_way as
	select id as run from recalculation where state in ('STARTING', 'RUNNING', 'STOPPING');
