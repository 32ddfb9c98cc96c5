-- The standards of jurisdictions, revision by revision: whole files, kept as they were published.
-- The first of a jurisdiction was always known: before it nobody could go by it.
create table standards_revision (
	jurisdiction text not null references jurisdiction,
	revision integer not null check (revision > 0),
	digest text not null,
	content bytea not null,
	known_since timestamptz,
	draft uuid,
	published_by text,
	approved_by text,
	kept_at timestamptz not null default now(),
	primary key (jurisdiction, revision),
	check ((known_since is null) = (revision = 1))
);

create function standards_are_kept() returns trigger language plpgsql as $$
begin
	raise exception 'a revision of standards is kept as it is' using errcode = 'restrict_violation';
end $$;

create trigger standards_revision_kept before update or delete on standards_revision
	for each row execute function standards_are_kept();
create trigger standards_revision_not_emptied before truncate on standards_revision
	for each statement execute function standards_are_kept();
create trigger standards_revision_changed after insert on standards_revision
	for each statement execute function catalogue_changed();

-- Whose policies may answer otherwise since a revision, in whichever jurisdiction they apply.
create table standards_touch (
	standards_of text not null,
	revision integer not null,
	jurisdiction text not null references jurisdiction,
	primary key (standards_of, revision, jurisdiction),
	foreign key (standards_of, revision) references standards_revision
);

create or replace view facts_changed as
	select t.jurisdiction, r.known_since as at from dictionary_touch t join dictionary_revision r using (revision)
	union all
	select t.jurisdiction, r.known_since from standards_touch t
		join standards_revision r on r.jurisdiction = t.standards_of and r.revision = t.revision;
comment on view facts_changed is
	'Since when whose policies may answer otherwise, because facts mean something else or a standard was set.';
