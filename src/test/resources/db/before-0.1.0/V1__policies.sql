-- Jurisdictions, programs, and the published versions of their policies.

create table jurisdiction (
	id text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	name_zh text not null,
	name_en text not null,
	-- Nested prefixes are well, the longest wins; equal ones would leave no winner.
	region_prefix text not null unique check (region_prefix ~ '^[0-9]{2,12}$')
);

create table program (
	jurisdiction text not null references jurisdiction,
	id text not null check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	name_zh text not null,
	name_en text not null,
	cycle text not null check (cycle in ('MONTH', 'YEAR', 'CLAIM')),
	unit text not null,
	evaluation_order integer not null,
	paid_to text not null check (paid_to in ('PERSON', 'SCHEME', 'INSURER', 'PROVIDER')),
	primary key (jurisdiction, id)
);

-- A version is named by the day it takes effect; .2, .3 … are corrections of it. So two
-- versions of one program can share an effective day only as corrections of each other.
create table policy_version (
	jurisdiction text not null,
	program text not null,
	version text not null check (version ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}([.]([2-9]|[1-9][0-9]+))?$'),
	digest text not null check (digest ~ '^sha256:[0-9a-f]{64}$'),
	title_zh text not null,
	title_en text not null,
	basis text not null,
	effective_from date not null,
	effective_to date check (effective_to >= effective_from),
	published_at timestamptz not null,
	withdrawn_at timestamptz,
	recorded_at timestamptz not null default now(),
	primary key (jurisdiction, program, version),
	foreign key (jurisdiction, program) references program,
	check (effective_from = make_date(
		substr(version, 1, 4)::integer, substr(version, 6, 2)::integer, substr(version, 9, 2)::integer))
);

create table policy_file (
	jurisdiction text not null,
	program text not null,
	version text not null,
	path text not null,
	content bytea not null,
	primary key (jurisdiction, program, version, path),
	foreign key (jurisdiction, program, version) references policy_version
);

-- Bytes compiled from versions, so that a restart need not compile again. They can be made
-- anew at any time, and pass the guard whenever they are loaded.
create table compiled_policy (
	key text primary key,
	classes bytea not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
	raise exception 'a published policy version never changes (% on %)', tg_op, tg_table_name
		using errcode = 'integrity_constraint_violation';
end $$;

-- The one thing that may happen to a version is that it is withdrawn, once.
create function only_withdraw() returns trigger language plpgsql as $$
begin
	if old.withdrawn_at is not null or new.withdrawn_at is null
			or (to_jsonb(new) - 'withdrawn_at') <> (to_jsonb(old) - 'withdrawn_at') then
		raise exception 'a published policy version never changes, it can only be withdrawn (%/%/%)',
			old.jurisdiction, old.program, old.version
			using errcode = 'integrity_constraint_violation';
	end if;
	return new;
end $$;

-- A file comes with its version, in the same transaction, or never.
create function only_with_version() returns trigger language plpgsql as $$
begin
	if not exists (select from policy_version v
			where v.jurisdiction = new.jurisdiction and v.program = new.program and v.version = new.version
			and v.xmin = pg_current_xact_id()::xid) then
		raise exception 'a published policy version never changes (% %)', new.version, new.path
			using errcode = 'integrity_constraint_violation';
	end if;
	return new;
end $$;

create trigger policy_version_withdrawal before update on policy_version
	for each row execute function only_withdraw();
create trigger policy_version_kept before delete on policy_version
	for each row execute function refuse_change();
create trigger policy_version_not_emptied before truncate on policy_version
	for each statement execute function refuse_change();
create trigger policy_file_added before insert on policy_file
	for each row execute function only_with_version();
create trigger policy_file_kept before update or delete on policy_file
	for each row execute function refuse_change();
create trigger policy_file_not_emptied before truncate on policy_file
	for each statement execute function refuse_change();
