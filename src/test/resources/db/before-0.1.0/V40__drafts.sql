-- Policies on their way to being published: who wrote them, who checked them, who
-- approved them.

create table policy_draft (
	id uuid primary key,
	-- counts the changes; what one saw is what one changes
	revision integer not null default 1,
	jurisdiction text not null,
	program text not null,
	version text not null,
	effective_from date not null,
	title_zh text not null,
	title_en text not null,
	based_on text,
	state text not null check (state in ('DRAFT', 'SUBMITTED', 'APPROVED', 'REJECTED', 'PUBLISHED')),
	author text not null,
	-- everybody who changed it, its author among them: none of them may approve it
	editors text[] not null check (author = any(editors)),
	created_at timestamptz not null default now(),
	changed_at timestamptz not null default now(),
	-- the last check, gone with the next edit
	checked_digest text,
	check_ok boolean,
	check_report text,
	submitted_by text,
	approved_by text,
	rejected_by text,
	reason text,
	foreign key (jurisdiction, program) references program,
	check ((state in ('APPROVED', 'PUBLISHED')) = (approved_by is not null)),
	check (state not in ('SUBMITTED', 'APPROVED', 'PUBLISHED') or (checked_digest is not null and check_ok)),
	check (not approved_by = any(editors))
);

create index policy_draft_by_change on policy_draft (changed_at desc, id);

create table policy_draft_file (
	draft uuid not null references policy_draft on delete cascade,
	path text not null,
	content bytea not null,
	primary key (draft, path)
);
