-- What one account proposes and another confirms. The values never change; a proposal is
-- closed once, by somebody else unless it is withdrawn.
create table proposal (
	id uuid primary key,
	action text not null,
	-- the id of what would change
	subject text not null,
	-- the region-code prefix that both must reach
	region text collate "C" not null,
	-- json, not jsonb: shown as it was sent
	proposed json not null,
	proposed_by text not null,
	proposed_at timestamptz not null default clock_timestamp(),
	state text not null default 'PROPOSED' check (state in ('PROPOSED', 'CONFIRMED', 'REJECTED', 'WITHDRAWN')),
	closed_by text,
	closed_at timestamptz,
	reason text,
	-- what the confirmation answered
	answer json,
	check ((state = 'PROPOSED') = (closed_by is null) and (closed_by is null) = (closed_at is null)),
	check (state not in ('CONFIRMED', 'REJECTED') or closed_by <> proposed_by),
	check (state <> 'WITHDRAWN' or closed_by = proposed_by),
	check ((state = 'REJECTED') = (reason is not null)),
	check ((state = 'CONFIRMED') = (answer is not null))
);

create index proposal_by_time on proposal (proposed_at desc, id);

-- The same is proposed once at a time.
create unique index proposal_waits_once on proposal (action, subject, md5(proposed::text)) where state = 'PROPOSED';

create function refuse_proposal_change() returns trigger language plpgsql as $$
begin
	raise exception 'what was proposed stays on file (% on %)', tg_op, tg_table_name
		using errcode = 'integrity_constraint_violation';
end $$;

create function proposal_closes_once() returns trigger language plpgsql as $$
begin
	if old.state <> 'PROPOSED' or new.state = 'PROPOSED'
			or (to_jsonb(new) - '{state,closed_by,closed_at,reason,answer}'::text[])
				<> (to_jsonb(old) - '{state,closed_by,closed_at,reason,answer}'::text[]) then
		raise exception 'a proposal is closed once and never changes (%)', old.id
			using errcode = 'integrity_constraint_violation';
	end if;
	return new;
end $$;

create trigger proposal_opens_waiting before insert on proposal
	for each row when (new.state <> 'PROPOSED') execute function refuse_proposal_change();
create trigger proposal_closes_once before update on proposal
	for each row execute function proposal_closes_once();
create trigger proposal_kept before delete on proposal
	for each row execute function refuse_proposal_change();
create trigger proposal_not_emptied before truncate on proposal
	for each statement execute function refuse_proposal_change();
