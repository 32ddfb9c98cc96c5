-- Counts the changes of what is published, and tells every instance of the service: they
-- listen, and look at the number once a second in case a message was lost.
create table catalogue_revision (
	single boolean primary key default true check (single),
	revision bigint not null
);
insert into catalogue_revision (revision) values (1);

create function catalogue_changed() returns trigger language plpgsql as $$
begin
	update catalogue_revision set revision = revision + 1;
	perform pg_notify('huiling_catalogue', '');
	return null;
end $$;

create trigger jurisdiction_changed after insert or update on jurisdiction
	for each statement execute function catalogue_changed();
create trigger program_changed after insert or update on program
	for each statement execute function catalogue_changed();
create trigger policy_version_changed after insert or update on policy_version
	for each statement execute function catalogue_changed();
