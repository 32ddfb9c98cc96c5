-- The fact files that were in force, revision by revision: what a later start goes by if the
-- files it finds cannot be read.
create table dictionary_revision (
	revision integer primary key,
	digest text not null,
	kept_at timestamptz not null default now()
);

create table dictionary_file (
	revision integer not null references dictionary_revision,
	name text not null,
	content bytea not null,
	primary key (revision, name)
);
