-- People. What identifies them is sealed; hashes with a key find them again.
create table applicant (
	id uuid primary key,
	-- how many records there are
	revision integer not null,
	-- of what is known last; hashes of 16 bytes
	resident_hash bytea unique,
	masked_hash bytea,
	name_hash bytea,
	surname_hash bytea,
	-- the import and its line that brought the person
	import_run uuid,
	import_line bigint,
	-- a second file of one person ends when it is merged into the first
	merged_into uuid references applicant,
	merged_at timestamptz,
	erased_at timestamptz
) with (fillfactor = 90);

create index applicant_masked on applicant (masked_hash) where masked_hash is not null;
create index applicant_name on applicant (name_hash) where name_hash is not null;
create index applicant_surname on applicant (surname_hash) where surname_hash is not null;

-- What was learnt, when, and from when on it holds. Only ever inserted.
create table applicant_record (
	applicant uuid not null references applicant,
	id uuid not null,
	valid_from date not null,
	recorded_at timestamptz not null,
	recorded_by text not null,
	reason text,
	corrects uuid,
	facts jsonb not null check (not facts ?| array['residentId', 'name', 'payee']),
	-- residentId, name and payee as far as they are given, sealed
	identity bytea,
	primary key (applicant, id),
	foreign key (applicant, corrects) references applicant_record
);

create unique index applicant_record_corrected on applicant_record (applicant, corrects) where corrects is not null;

-- Every region that any record of a person names, and those of the account that began it.
create table applicant_region (
	applicant uuid not null,
	region text collate "C" not null,
	primary key (applicant, region)
);

create index applicant_region_below on applicant_region (region, applicant);

-- A record never changes; its seal may be made anew, and a person's records may be erased
-- when the person is.
create function keep_applicant_record() returns trigger language plpgsql as $$
begin
	if tg_op = 'UPDATE' and old.identity is not null and new.identity is not null
			and (to_jsonb(new) - 'identity') = (to_jsonb(old) - 'identity') then
		return new;
	end if;
	if tg_op = 'DELETE' and exists (select from applicant a where a.id = old.applicant and a.erased_at is not null) then
		return old;
	end if;
	raise exception 'a record of an applicant never changes (% %)', tg_op, old.id
		using errcode = 'integrity_constraint_violation';
end $$;

create function keep_applicant_records() returns trigger language plpgsql as $$
begin
	raise exception 'a record of an applicant never changes (%)', tg_op
		using errcode = 'integrity_constraint_violation';
end $$;

create trigger applicant_record_kept before update or delete on applicant_record
	for each row execute function keep_applicant_record();
create trigger applicant_record_not_emptied before truncate on applicant_record
	for each statement execute function keep_applicant_records();
