-- Since when each revision of the dictionary is known, and who answers for it; the first was
-- always known. What is published is told to every instance, as versions are.
alter table dictionary_revision
	add column known_since timestamptz,
	add column draft uuid,
	add column published_by text,
	add column approved_by text;

update dictionary_revision set known_since = kept_at
	where revision > (select min(revision) from dictionary_revision);

create function dictionary_is_kept() returns trigger language plpgsql as $$
begin
	raise exception 'a revision of the dictionary is kept as it is' using errcode = 'restrict_violation';
end $$;

create trigger dictionary_revision_kept before update or delete on dictionary_revision
	for each row execute function dictionary_is_kept();
create trigger dictionary_file_kept before update or delete on dictionary_file
	for each row execute function dictionary_is_kept();

create trigger dictionary_revision_changed after insert on dictionary_revision
	for each statement execute function catalogue_changed();

create index dictionary_file_by_name on dictionary_file (name, revision);

-- By which revision a version was checked; those from before are not told.
alter table policy_version add column dictionary_revision integer references dictionary_revision;
