-- 公示: who is kept off public lists, or put back on them; the newest row of a person counts.
create table public_list_flag (
	id uuid primary key,
	applicant uuid not null references applicant (id),
	listed boolean not null,
	reason text not null,
	set_by text not null,
	set_at timestamptz not null
);
create index public_list_flag_of on public_list_flag (applicant, id desc);

create function refuse_public_list_change() returns trigger language plpgsql as $$
begin
	raise exception 'a flag never changes, a newer one takes its place (% on %)', tg_op, tg_table_name
		using errcode = 'integrity_constraint_violation';
end $$;
create trigger public_list_flag_kept before update or delete on public_list_flag
	for each row execute function refuse_public_list_change();
create trigger public_list_flag_not_emptied before truncate on public_list_flag
	for each statement execute function refuse_public_list_change();
