-- Who answers for a version that was published through the API, and who took it back, and
-- why. All empty for what was imported from the rules directory.
alter table policy_version
	add column published_by text,
	add column approved_by text,
	add column withdrawn_by text,
	add column withdrawal_reason text,
	add check ((published_by is null) = (approved_by is null)),
	add check (withdrawn_at is not null or (withdrawn_by is null and withdrawal_reason is null));

create or replace function only_withdraw() returns trigger language plpgsql as $$
begin
	if old.withdrawn_at is not null or new.withdrawn_at is null
			or (to_jsonb(new) - '{withdrawn_at,withdrawn_by,withdrawal_reason}'::text[])
				<> (to_jsonb(old) - '{withdrawn_at,withdrawn_by,withdrawal_reason}'::text[]) then
		raise exception 'a published policy version never changes, it can only be withdrawn (%/%/%)',
			old.jurisdiction, old.program, old.version
			using errcode = 'integrity_constraint_violation';
	end if;
	return new;
end $$;
