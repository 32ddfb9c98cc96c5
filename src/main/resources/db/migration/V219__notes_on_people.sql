-- 备注: what case workers note on somebody's file. A note never changes; it is struck out by
-- an entry beside it that says why, and both are erased with the person. Texts are sealed.
create table applicant_note (
	id uuid primary key,
	applicant uuid not null references applicant (id),
	text bytea not null,
	written_by text not null,
	written_at timestamptz not null
);

create index applicant_note_of on applicant_note (applicant);

-- A note is struck out once.
create table applicant_note_strike (
	note uuid primary key references applicant_note,
	reason bytea not null,
	struck_by text not null,
	struck_at timestamptz not null
);

-- Seals may be made anew, and a person's notes may be erased when the person is.
create function keep_applicant_note() returns trigger language plpgsql as $$
begin
	if tg_op = 'UPDATE' and (to_jsonb(new) - 'text') = (to_jsonb(old) - 'text') then
		return new;
	end if;
	if tg_op = 'DELETE' and exists (select from applicant a where a.id = old.applicant and a.erased_at is not null) then
		return old;
	end if;
	raise exception 'a note never changes (% %)', tg_op, old.id using errcode = 'integrity_constraint_violation';
end $$;

create function keep_applicant_note_strike() returns trigger language plpgsql as $$
begin
	if tg_op = 'UPDATE' and (to_jsonb(new) - 'reason') = (to_jsonb(old) - 'reason') then
		return new;
	end if;
	if tg_op = 'DELETE' and exists (select from applicant_note n join applicant a on a.id = n.applicant
			where n.id = old.note and a.erased_at is not null) then
		return old;
	end if;
	raise exception 'a note stays struck out (% %)', tg_op, old.note using errcode = 'integrity_constraint_violation';
end $$;

create function keep_applicant_notes() returns trigger language plpgsql as $$
begin
	raise exception 'a note never changes (% on %)', tg_op, tg_table_name
		using errcode = 'integrity_constraint_violation';
end $$;

create trigger applicant_note_kept before update or delete on applicant_note
	for each row execute function keep_applicant_note();
create trigger applicant_note_not_emptied before truncate on applicant_note
	for each statement execute function keep_applicant_notes();
create trigger applicant_note_strike_kept before update or delete on applicant_note_strike
	for each row execute function keep_applicant_note_strike();
create trigger applicant_note_strike_not_emptied before truncate on applicant_note_strike
	for each statement execute function keep_applicant_notes();
