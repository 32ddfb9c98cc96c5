-- A draft is saved whole; when it changed is the database's clock, whoever saves it.
create function policy_draft_changes() returns trigger language plpgsql as $$
begin
	new.created_at := old.created_at;
	new.changed_at := clock_timestamp();
	return new;
end $$;

create trigger policy_draft_changes before update on policy_draft
	for each row execute function policy_draft_changes();
