-- Objections against decisions and what became of them. Rows are only ever inserted.
-- No foreign key on decision, as there.
create table decision_objection (
	id uuid primary key,
	decision uuid not null,
	objected_on date not null,
	grounds text,
	recorded_at timestamptz not null,
	recorded_by text not null
);

create index decision_objection_of on decision_objection (decision);

-- At most one outcome each.
create table decision_objection_outcome (
	objection uuid primary key references decision_objection,
	outcome text not null check (outcome in ('UPHELD', 'DISMISSED', 'WITHDRAWN')),
	reason text not null,
	concluded_on date not null,
	recorded_at timestamptz not null,
	recorded_by text not null
);

create function refuse_objection_change() returns trigger language plpgsql as $$
begin
	raise exception 'an objection and its outcome never change (% on %)', tg_op, tg_table_name
		using errcode = 'integrity_constraint_violation';
end $$;

create trigger decision_objection_kept before update or delete on decision_objection
	for each row execute function refuse_objection_change();
create trigger decision_objection_not_emptied before truncate on decision_objection
	for each statement execute function refuse_objection_change();
create trigger decision_objection_outcome_kept before update or delete on decision_objection_outcome
	for each row execute function refuse_objection_change();
create trigger decision_objection_outcome_not_emptied before truncate on decision_objection_outcome
	for each statement execute function refuse_objection_change();
