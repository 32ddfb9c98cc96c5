-- People who are made up, to try a draft on after each change.
create table policy_draft_person (
	id uuid primary key,
	draft uuid not null references policy_draft on delete cascade,
	name text not null,
	period text not null,
	person text not null,
	made_by text not null,
	at timestamptz not null,
	unique (draft, name)
);
