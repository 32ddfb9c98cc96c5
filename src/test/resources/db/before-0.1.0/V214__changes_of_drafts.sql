-- What each change of a draft's files took away, so that it can be undone.
create table policy_draft_change (
	id bigint generated always as identity primary key,
	draft uuid not null references policy_draft on delete cascade,
	path text not null,
	-- null where there was no such file before, or is none afterwards
	before bytea,
	after bytea,
	changed_by text not null,
	at timestamptz not null
);

create index policy_draft_change_of on policy_draft_change (draft, id desc);
