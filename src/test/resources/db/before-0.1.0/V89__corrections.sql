-- A payment rule by which nothing was paid yet may be replaced by one for the same month.
create function payment_rule_rests() returns trigger language plpgsql as $$
begin
	if new.jurisdiction <> old.jurisdiction or new.from_month <> old.from_month or old.jurisdiction = '*'
			or exists (select from roster r where r.jurisdiction = old.jurisdiction and r.month >= old.from_month
				and r.state <> 'DISCARDED') then
		raise exception 'what was paid never changes (% on %)', tg_op, tg_table_name
			using errcode = 'integrity_constraint_violation';
	end if;
	return new;
end $$;

drop trigger payment_rule_kept on payment_rule;
create trigger payment_rule_kept before delete on payment_rule
	for each row execute function refuse_payment_change();
create trigger payment_rule_rests before update on payment_rule
	for each row execute function payment_rule_rests();

-- What decisions rest on stays as it is: a region prefix, a program's cycle and the rest,
-- once anything was published.
create function owner_rests() returns trigger language plpgsql as $$
begin
	if to_jsonb(new) - '{name_zh,name_en}'::text[] <> to_jsonb(old) - '{name_zh,name_en}'::text[] and (
			(tg_table_name = 'jurisdiction' and exists (select from policy_version v where v.jurisdiction = old.id))
			or (tg_table_name = 'program' and exists (select from policy_version v
				where v.jurisdiction = to_jsonb(old) ->> 'jurisdiction' and v.program = old.id))) then
		raise exception 'policies were published for %, only its name can change', old.id
			using errcode = 'integrity_constraint_violation';
	end if;
	return new;
end $$;

create trigger jurisdiction_rests before update on jurisdiction for each row execute function owner_rests();
create trigger program_rests before update on program for each row execute function owner_rests();

-- A draft that was given up.
alter table policy_draft drop constraint policy_draft_state_check;
alter table policy_draft add constraint policy_draft_state_check
	check (state in ('DRAFT', 'SUBMITTED', 'APPROVED', 'REJECTED', 'PUBLISHED', 'DISCARDED'));
