-- The schema of 0.1.0, whole: what an empty database begins with. It takes the place of the
-- migrations up to 217 that were made before anything was released (docs/decisions/0141).
-- A database that came by those goes on from 217; a change after 0.1.0 is a migration of its
-- own, with a higher number.
--
--  1 Policies     jurisdictions and programs, what facts mean, what is published, standards
--  2 Drafts       policies on their way to being published
--  3 People       files, what was learnt about them, imports
--  4 Decisions    what was decided by which policy and which facts, objections, notices
--  5 Runs         recalculations over many people
--  6 Payments     payment rules, rosters, results, what is owed back
--  7 Tasks        待办, cross-checks (比对), public lists (公示)
--  8 Projections  推演, what policies would come to
--  9 Trail        who did what, and what others follow
-- 10 Accounts     who may do what, proposals, keys
--
-- Three things come again and again. What is on record is only ever inserted: triggers named
-- …_kept, …_not_emptied and …_frozen refuse everything else. A module reads the tables of
-- another through a view or function that the other one keeps, beside its tables. And what
-- identifies a person is sealed, bytea; a hash with a key finds it again.

---------------------------------------------------------------------------------------------
-- 1 Policies
---------------------------------------------------------------------------------------------

create table jurisdiction (
	id text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	name_zh text not null,
	name_en text not null,
	-- Nested prefixes are well, the longest wins; equal ones would leave no winner. The nation
	-- claims no region of its own: what it claims begins every code.
	region_prefix text not null unique check (region_prefix ~ '^([0-9]{2,12})?$'),
	-- 货币: what it pays in; its programs' units are the same.
	currency text not null default 'CNY' check (currency ~ '^[A-Z]{3}$')
);

create table program (
	jurisdiction text not null references jurisdiction,
	id text not null check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	name_zh text not null,
	name_en text not null,
	-- ONCE: given once in a life. What is decided of it has a month, the one that takes it.
	cycle text not null check (cycle in ('MONTH', 'QUARTER', 'YEAR', 'CLAIM', 'ONCE')),
	unit text not null,
	evaluation_order integer not null,
	paid_to text not null check (paid_to in ('PERSON', 'SCHEME', 'INSURER', 'PROVIDER', 'ORGANISATION')),
	-- whether it is assessed, decided and paid in every jurisdiction below as well
	applies_below boolean not null default false check (not applies_below or id <> 'stacking'),
	-- the list whose items are claims to it
	over_list text not null default 'claims' check (over_list = 'claims' or cycle = 'CLAIM'),
	-- whom it is about: people, or organisations, to which it is paid
	subject text not null default 'PERSON' check (subject in ('PERSON', 'ORGANISATION')),
	primary key (jurisdiction, id),
	check ((paid_to = 'ORGANISATION') = (subject = 'ORGANISATION')),
	check (subject = 'PERSON' or id <> 'stacking')
);

-- What facts mean, in files, revision by revision: by the last one a start goes if the files
-- that it finds cannot be read.
create table dictionary_revision (
	revision integer primary key,
	digest text not null,
	kept_at timestamptz not null default now(),
	-- null: the first was always known
	known_since timestamptz,
	-- who answers for it, and by which draft
	draft uuid,
	published_by text,
	approved_by text
);

create table dictionary_file (
	revision integer not null references dictionary_revision,
	name text not null,
	content bytea not null,
	primary key (revision, name)
);

create index dictionary_file_by_name on dictionary_file (name, revision);

-- Whose policies may answer otherwise since a revision of the dictionary.
create table dictionary_touch (
	revision integer not null references dictionary_revision,
	jurisdiction text not null references jurisdiction,
	primary key (revision, jurisdiction)
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
	-- Who answers for it, and who took it back, and why: empty for what was imported from
	-- the rules directory.
	published_by text,
	approved_by text,
	withdrawn_by text,
	withdrawal_reason text,
	-- by which revision it was checked; not told of those from before there were any
	dictionary_revision integer references dictionary_revision,
	primary key (jurisdiction, program, version),
	foreign key (jurisdiction, program) references program,
	check (effective_from = make_date(
		substr(version, 1, 4)::integer, substr(version, 6, 2)::integer, substr(version, 9, 2)::integer)),
	check ((published_by is null) = (approved_by is null)),
	check (withdrawn_at is not null or (withdrawn_by is null and withdrawal_reason is null))
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

-- The standards of jurisdictions, revision by revision: whole files, kept as they were published.
-- The first of a jurisdiction was always known: before it nobody could go by it.
create table standards_revision (
	jurisdiction text not null references jurisdiction,
	revision integer not null check (revision > 0),
	digest text not null,
	content bytea not null,
	known_since timestamptz,
	draft uuid,
	published_by text,
	approved_by text,
	kept_at timestamptz not null default now(),
	primary key (jurisdiction, revision),
	check ((known_since is null) = (revision = 1))
);

-- Whose policies may answer otherwise since a revision, in whichever jurisdiction they apply.
create table standards_touch (
	standards_of text not null,
	revision integer not null,
	jurisdiction text not null references jurisdiction,
	primary key (standards_of, revision, jurisdiction),
	foreign key (standards_of, revision) references standards_revision
);

create view facts_changed as
	select t.jurisdiction, r.known_since as at from dictionary_touch t join dictionary_revision r using (revision)
	union all
	select t.jurisdiction, r.known_since from standards_touch t
		join standards_revision r on r.jurisdiction = t.standards_of and r.revision = t.revision;
comment on view facts_changed is
	'Since when whose policies may answer otherwise, because facts mean something else or a standard was set.';

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
create trigger dictionary_revision_changed after insert on dictionary_revision
	for each statement execute function catalogue_changed();
create trigger standards_revision_changed after insert on standards_revision
	for each statement execute function catalogue_changed();

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

create function refuse_change() returns trigger language plpgsql as $$
begin
	raise exception 'a published policy version never changes (% on %)', tg_op, tg_table_name
		using errcode = 'integrity_constraint_violation';
end $$;

-- The one thing that may happen to a version is that it is withdrawn, once.
create function only_withdraw() returns trigger language plpgsql as $$
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

create function dictionary_is_kept() returns trigger language plpgsql as $$
begin
	raise exception 'a revision of the dictionary is kept as it is' using errcode = 'restrict_violation';
end $$;

create trigger dictionary_revision_kept before update or delete on dictionary_revision
	for each row execute function dictionary_is_kept();
create trigger dictionary_file_kept before update or delete on dictionary_file
	for each row execute function dictionary_is_kept();

create function standards_are_kept() returns trigger language plpgsql as $$
begin
	raise exception 'a revision of standards is kept as it is' using errcode = 'restrict_violation';
end $$;

create trigger standards_revision_kept before update or delete on standards_revision
	for each row execute function standards_are_kept();
create trigger standards_revision_not_emptied before truncate on standards_revision
	for each statement execute function standards_are_kept();

---------------------------------------------------------------------------------------------
-- 2 Drafts
---------------------------------------------------------------------------------------------

-- Who wrote it, who checked it, who approved it. A draft is of a policy, of a fact file, or of
-- the standards of a jurisdiction.
create table policy_draft (
	id uuid primary key,
	-- counts the changes; what one saw is what one changes
	revision integer not null default 1,
	-- of a policy
	jurisdiction text,
	program text,
	version text,
	effective_from date,
	title_zh text not null,
	title_en text not null,
	based_on text,
	-- DISCARDED: given up
	state text not null check (state in ('DRAFT', 'SUBMITTED', 'APPROVED', 'REJECTED', 'PUBLISHED', 'DISCARDED')),
	author text not null,
	-- everybody who changed it, its author among them: none of them may approve it
	editors text[] not null check (author = any(editors)),
	created_at timestamptz not null default now(),
	changed_at timestamptz not null default now(),
	-- the last check, gone with the next edit
	checked_digest text,
	check_ok boolean,
	check_report text,
	submitted_by text,
	approved_by text,
	rejected_by text,
	reason text,
	-- of a fact file, and the file as it was in force when the draft was begun, null for a new one
	fact_file text,
	fact_owner text references jurisdiction,
	fact_begun bytea,
	-- facts that are drafted themselves
	needs text[] not null default '{}',
	-- of standards, and the file as it was in force when the draft was begun, null where there was none
	standards_of text references jurisdiction,
	standards_begun bytea,
	foreign key (jurisdiction, program) references program,
	constraint policy_draft_of_one_kind check (num_nonnulls(jurisdiction, fact_file, standards_of) = 1
		and num_nonnulls(jurisdiction, program, version, effective_from) in (0, 4)),
	check ((state in ('APPROVED', 'PUBLISHED')) = (approved_by is not null)),
	check (state not in ('SUBMITTED', 'APPROVED', 'PUBLISHED') or (checked_digest is not null and check_ok)),
	check (not approved_by = any(editors))
);

create index policy_draft_by_change on policy_draft (changed_at desc, id);
create index policy_draft_of_fact_file on policy_draft (fact_file) where fact_file is not null;
create index policy_draft_of_standards on policy_draft (standards_of) where standards_of is not null;

create table policy_draft_file (
	draft uuid not null references policy_draft on delete cascade,
	path text not null,
	content bytea not null,
	primary key (draft, path)
);

-- What each change of a draft's files took away, so that it can be undone.
create table policy_draft_change (
	id bigint generated always as identity primary key,
	draft uuid not null references policy_draft on delete cascade,
	path text not null,
	-- null where there was no such file before, or is none afterwards
	before bytea,
	after bytea,
	changed_by text not null,
	at timestamptz not null
);

create index policy_draft_change_of on policy_draft_change (draft, id desc);

-- People who are made up, to try a draft on after each change.
create table policy_draft_person (
	id uuid primary key,
	draft uuid not null references policy_draft on delete cascade,
	name text not null,
	period text not null,
	person text not null,
	made_by text not null,
	at timestamptz not null,
	unique (draft, name)
);

-- A draft is saved whole; when it changed is the database's clock, whoever saves it.
create function policy_draft_changes() returns trigger language plpgsql as $$
begin
	new.created_at := old.created_at;
	new.changed_at := clock_timestamp();
	return new;
end $$;

create trigger policy_draft_changes before update on policy_draft
	for each row execute function policy_draft_changes();

---------------------------------------------------------------------------------------------
-- 3 People
---------------------------------------------------------------------------------------------

-- A file. What identifies the person is sealed; hashes with a key find them again.
create table applicant (
	id uuid primary key,
	-- how many records there are
	revision integer not null,
	-- of what is known last; hashes of 16 bytes
	resident_hash bytea unique,
	name_hash bytea,
	surname_hash bytea,
	-- the import and its line that brought the person
	import_run uuid,
	import_line bigint,
	-- a second file of one person ends when it is merged into the first
	merged_into uuid references applicant,
	merged_at timestamptz,
	erased_at timestamptz,
	-- Of ours, by which people are told apart where their resident id is masked; how it is
	-- written says FileNumber. It follows from nothing about the person.
	file_number bigint generated always as identity,
	-- what stands behind the surname
	given_hash bytea,
	-- further parts of names of more than two, or whose surname is not clear
	part_hashes bytea[],
	-- of name and birth date together: two files of one person
	person_hash bytea,
	-- whom it is about: a person, or an organisation with its credit code
	subject text not null default 'PERSON' check (subject in ('PERSON', 'ORGANISATION'))
) with (fillfactor = 90);

create unique index applicant_file_number on applicant (file_number);
create index applicant_name on applicant (name_hash) where name_hash is not null;
create index applicant_surname on applicant (surname_hash) where surname_hash is not null;
create index applicant_given on applicant (given_hash) where given_hash is not null;
create index applicant_parts on applicant using gin (part_hashes) where part_hashes is not null;
create index applicant_person on applicant (person_hash) where person_hash is not null;
-- Whoever has a resident id is compared with those only who have none.
create index applicant_person_unidentified on applicant (person_hash)
	where person_hash is not null and resident_hash is null;
-- Whose hashes are still to be made: the service makes them when it starts, names are sealed.
create index applicant_to_be_hashed on applicant (id) where name_hash is not null and person_hash is null;
-- Which files were merged into one, without looking at all of them.
create index applicant_merged on applicant (merged_into) where merged_into is not null;
create index applicant_merged_at on applicant (merged_at) where merged_at is not null;
create index applicant_erased_at on applicant (erased_at) where erased_at is not null;

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
-- Whoever was touched since a draft was made is found without reading everybody: rows lie in
-- the order of time, so ranges of pages do.
create index applicant_record_recorded on applicant_record using brin (recorded_at) with (pages_per_range = 16);
-- What the list of the month looks for among a million people.
create index applicant_record_birth on applicant_record ((facts ->> 'birthDate') collate "C")
	where facts ->> 'birthDate' is not null;
create index applicant_record_life_check on applicant_record ((facts #>> '{lifeCheck,lastPassed}') collate "C")
	where facts #>> '{lifeCheck,lastPassed}' is not null;
create index applicant_record_dibao_end on applicant_record ((facts #>> '{household,dibao,to}') collate "C")
	where facts #>> '{household,dibao,to}' is not null;
create index applicant_record_status_end on applicant_record (applicant) where jsonb_path_exists(facts, '$.statuses[*].to');

-- Every region that any record of a person names, and those of the account that began it.
create table applicant_region (
	applicant uuid not null,
	region text collate "C" not null,
	primary key (applicant, region)
);

create index applicant_region_below on applicant_region (region, applicant);

-- Imports, how far they came, and what was wrong with which line.
create table applicant_import (
	id uuid primary key,
	account text not null,
	key_hash bytea,
	format text not null check (format in ('CSV', 'NDJSON')),
	dry_run boolean not null,
	header text,
	-- the number of the last line that is done, and a digest of all lines up to it
	line bigint not null default 0,
	digest bytea,
	accepted bigint not null default 0,
	refused bigint not null default 0,
	warnings bigint not null default 0,
	completed boolean not null default false,
	started_at timestamptz not null default now(),
	-- how it was asked for, beside its file; null for those of before
	parameters text,
	-- UPDATE: a list of what is new about people on file
	mode text not null default 'ADD' check (mode in ('ADD', 'UPDATE', 'ADD_OR_UPDATE')),
	updated bigint not null default 0,
	unchanged bigint not null default 0,
	unique (account, key_hash)
);

create table applicant_import_line (
	run uuid not null references applicant_import,
	line bigint not null,
	number integer not null,
	field text not null,
	code text not null,
	severity text not null check (severity in ('ERROR', 'WARNING')),
	arguments jsonb not null,
	-- the line as it was sent, sealed; with its first error
	content bytea,
	primary key (run, line, number)
);

-- What a list would record that is only looked at, a record a line; kept for a day.
create table applicant_import_change (
	run uuid not null references applicant_import,
	line bigint not null,
	applicant uuid not null,
	-- by which the person would be found from then on, if by something new
	resident_hash bytea,
	-- whether the file would be begun
	begins boolean not null,
	-- the record, and what would change, sealed
	content bytea not null,
	primary key (run, line)
);

create index applicant_import_change_applicant on applicant_import_change (run, applicant);
create index applicant_import_change_resident on applicant_import_change (run, resident_hash)
	where resident_hash is not null;

-- How often an account had numbers shown that are otherwise masked, by day.
create table number_reveal (
	account text not null,
	day date not null,
	times integer not null,
	primary key (account, day)
);

-- How often an account was told in a day that a resident id is on file where it does not see.
create table found_elsewhere (
	account text not null,
	day date not null,
	times integer not null,
	primary key (account, day)
);

-- Recorded order is commit order: an instant once past never gets another answer later.
create table recorded_clock (
	single boolean primary key default true check (single),
	last timestamptz not null
);
insert into recorded_clock (last) values (clock_timestamp());

-- An instant for what the transaction records. Held until it ends, so that instants are
-- handed out in the order of commits. To be asked for after every other lock.
create function recorded_stamp() returns timestamptz language plpgsql volatile as $$
declare
	stamp timestamptz;
begin
	perform pg_advisory_xact_lock(379901, 1);
	update recorded_clock set last = greatest(clock_timestamp(), last + interval '1 microsecond')
		returning last into stamp;
	return stamp;
end $$;

-- An instant up to which everything recorded is committed, and after which everything
-- else will be recorded: waits for who has a stamp and has not committed yet.
-- Holds nothing afterwards: whoever looked and records later in the same transaction would
-- else wait for others who looked and record, and they for them.
create function recorded_settled() returns timestamptz language plpgsql volatile as $$
declare
	settled timestamptz;
begin
	begin
		perform pg_advisory_xact_lock_shared(379901, 1);
		settled := greatest(clock_timestamp() - interval '1 microsecond', (select last from recorded_clock));
		-- what is rolled back gives the lock back; the variable keeps its value
		raise exception 'settled' using errcode = 'HL217';
	exception when sqlstate 'HL217' then
		null;
	end;
	return settled;
end $$;

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

-- What other modules read. Whom anything was recorded about, and when.
create view applicant_touched as
	select applicant, recorded_at as at from applicant_record;

-- Files that were merged into others or erased, and when.
create view applicant_ended as
	select id as applicant, merged_at as at from applicant where merged_at is not null
	union all
	select id, erased_at from applicant where erased_at is not null;

-- Files that were merged into others, with the one that goes on.
create view applicant_merged_into as
	with recursive file (id, survivor) as (
		select a.id, a.merged_into from applicant a where a.merged_into is not null
		union
		select f.id, a.merged_into from file f join applicant a on a.id = f.survivor where a.merged_into is not null)
	select f.id, f.survivor from file f join applicant s on s.id = f.survivor where s.merged_into is null;

-- Every file of the person whose file is one of them. Asked for single files, of which the view
-- of all merged ones would read all.
create function files_of_person(file uuid) returns setof uuid language sql stable as $$
	with recursive up (id, into_file) as (
		select a.id, a.merged_into from applicant a where a.id = file
		union select a.id, a.merged_into from up join applicant a on a.id = up.into_file),
	down (id) as (
		select up.id from up where up.into_file is null
		union select a.id from down join applicant a on a.merged_into = down.id)
	select file union select down.id from down;
$$;

-- The regions that any record of a person names.
create view applicant_seen_in as
	select applicant, region from applicant_region;

---------------------------------------------------------------------------------------------
-- 4 Decisions
---------------------------------------------------------------------------------------------

-- The policies that a decision could look at: every version of every program of a
-- jurisdiction that was known, by digest. Changes only when something is published.
create table decision_book (
	id integer generated always as identity primary key,
	digest bytea not null unique,
	book json not null
);

-- The facts that were seen, without id, name and account; of one person usually one row
-- for all programs and many months.
create table decision_facts (
	digest bytea primary key,
	-- json, not jsonb: the very text was digested
	facts json not null
);

-- A change point: what is decided stands from its period until the next one's.
-- No foreign keys: each would be asked for every row of a run over a million people.
create table decision (
	id uuid primary key,
	applicant uuid not null,
	supersedes uuid,
	decided_at timestamptz not null,
	known_at timestamptz not null,
	book integer,
	amount numeric(14,2) not null check (amount >= 0),
	jurisdiction text collate "C" not null,
	program text collate "C" not null,
	-- 2013-07, 2013-Q3 for a quarterly program, or 2013 for a yearly one
	period text collate "C" not null check (period ~ '^[0-9]{4}(-([0-9]{2}|Q[1-4]))?$'),
	-- ONCE of a program that is given once
	claim text collate "C",
	-- REVOKED: made in error, as if nothing had been decided for this period
	outcome text not null check (outcome in ('ELIGIBLE', 'WITHHELD', 'NOT_ELIGIBLE', 'REVOKED')),
	version text,
	digest bytea,
	facts bytea,
	decided_by text not null,
	cause text not null check (cause = 'CASE' or cause like 'RECALCULATION:%'),
	reason text,
	-- why, why not and notes, in both languages
	reasons json not null,
	-- What is granted in kind, as it is answered: [{"what", "whatEn", "quantity", "unit"}].
	-- It is no money: the amount beside it is nothing.
	in_kind json,
	check (outcome in ('ELIGIBLE', 'WITHHELD') or amount = 0),
	check ((version is null) = (digest is null)),
	check (outcome <> 'REVOKED' or (reason is not null and supersedes is not null)),
	check (outcome = 'REVOKED' or (book is not null and facts is not null)),
	check (in_kind is null or (amount = 0 and outcome in ('ELIGIBLE', 'WITHHELD')))
);

-- The first at its key, and each superseded once: two who decide at once collide here.
-- Both begin with the applicant, so that they find a person's decisions as well.
create unique index decision_first on decision (applicant, program, period, jurisdiction, claim)
	nulls not distinct where supersedes is null;
create unique index decision_superseded_once on decision (applicant, supersedes) where supersedes is not null;
-- Under a version; ids rise with time, so rows come in at the end of a version.
create index decision_of_version on decision (jurisdiction, program, version, id);
-- What case workers decided lately, among the millions that runs decide.
create index decision_of_cases on decision (id) where cause = 'CASE';
create index decision_decided on decision using brin (decided_at) with (pages_per_range = 16);
-- For the change feed. Decisions of one slice share their instant, so the index is small.
create index decision_by_time on decision (decided_at);
create index decision_in_kind on decision (jurisdiction, applicant) where in_kind is not null;
create index decision_given_once on decision (applicant, program) where claim = 'ONCE';

-- Objections against decisions and what became of them. No foreign key on decision, as there.
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

-- 文号: what an office calls a notice that it issues, one after the other in its series and year.
-- Once given it never changes, and no two notices have the same.
create table notice_number (
	decision uuid primary key,
	-- the pattern of the setting: who shares a pattern shares its numbers
	series text not null,
	-- 0 where the pattern names no year
	year integer not null,
	number integer not null check (number > 0),
	text text not null unique,
	given_at timestamptz not null default clock_timestamp(),
	given_by text not null,
	unique (series, year, number)
);

-- The first month of a quarter; a month or a year is itself. Whoever compares periods begins with it.
create function period_begin(period text) returns text language sql immutable parallel safe as $$
	select case when period like '____-Q_'
		then left(period, 5) || to_char(3 * right(period, 1)::integer - 2, 'FM00') else period end;
$$;

-- The last month of a quarter or a year; a month is itself.
create function period_end(period text) returns text language sql immutable parallel safe as $$
	select case when period like '____-Q_' then left(period, 5) || to_char(3 * right(period, 1)::integer, 'FM00')
		when length(period) = 4 then period || '-12' else period end;
$$;

-- Whether two periods have a month in common.
create function periods_meet(one text, other text) returns boolean language sql immutable parallel safe as $$
	select (period_begin(one) collate "C") <= (period_end(other) collate "C")
		and (period_begin(other) collate "C") <= (period_end(one) collate "C");
$$;

create function refuse_decision_change() returns trigger language plpgsql as $$
begin
	raise exception 'what was decided never changes, it can only be superseded (% on %)', tg_op, tg_table_name
		using errcode = 'integrity_constraint_violation';
end $$;

create function decision_supersedes_its_own_key() returns trigger language plpgsql as $$
begin
	if not exists (select from decision d where d.id = new.supersedes
			and (d.jurisdiction, d.applicant, d.program, d.period) = (new.jurisdiction, new.applicant, new.program, new.period)
			and d.claim is not distinct from new.claim) then
		raise exception 'a decision supersedes one of the same applicant, program, claim and period'
			using errcode = 'integrity_constraint_violation';
	end if;
	return new;
end $$;

-- In whatever order two decide, in however many services, one of them finds what the other granted:
-- the second waits for the first, and sees it. A correction of what is granted grants no second
-- month; the same month under two files of one person is one month.
create function granted_in_one_month() returns trigger language plpgsql as $$
declare
	files uuid[] := array(select files_of_person(new.applicant) order by 1);
	given text;
begin
	perform pg_advisory_xact_lock(hashtextextended(files[1] || ' ' || new.jurisdiction || ' ' || new.program, 184));
	select d.period into given from decision d
		where d.applicant = any(files) and d.jurisdiction = new.jurisdiction and d.program = new.program
			and d.claim = 'ONCE' and d.outcome in ('ELIGIBLE', 'WITHHELD') and d.period <> new.period
			and not exists (select from decision n where n.applicant = d.applicant and n.supersedes = d.id)
		limit 1;
	if given is not null and not exists (select from decision s where s.id = new.supersedes
			and s.outcome in ('ELIGIBLE', 'WITHHELD')) then
		raise exception 'given once: % is granted in % already', new.program, given
			using errcode = 'unique_violation';
	end if;
	return null;
end $$;

create function refuse_objection_change() returns trigger language plpgsql as $$
begin
	raise exception 'an objection and its outcome never change (% on %)', tg_op, tg_table_name
		using errcode = 'integrity_constraint_violation';
end $$;

create function refuse_notice_number_change() returns trigger language plpgsql as $$
begin
	raise exception 'the number of a notice never changes (%)', tg_op using errcode = 'integrity_constraint_violation';
end $$;

create trigger decision_in_place before insert on decision
	for each row when (new.supersedes is not null) execute function decision_supersedes_its_own_key();
-- After the statement: whoever moves it to another month may write both in one.
create trigger decision_granted_once after insert on decision
	for each row when (new.claim = 'ONCE' and new.outcome in ('ELIGIBLE', 'WITHHELD'))
	execute function granted_in_one_month();
create trigger decision_kept before update or delete on decision
	for each row execute function refuse_decision_change();
create trigger decision_not_emptied before truncate on decision
	for each statement execute function refuse_decision_change();
create trigger decision_facts_kept before update or delete on decision_facts
	for each row execute function refuse_decision_change();
create trigger decision_facts_not_emptied before truncate on decision_facts
	for each statement execute function refuse_decision_change();
create trigger decision_book_kept before update or delete on decision_book
	for each row execute function refuse_decision_change();
create trigger decision_book_not_emptied before truncate on decision_book
	for each statement execute function refuse_decision_change();
create trigger decision_objection_kept before update or delete on decision_objection
	for each row execute function refuse_objection_change();
create trigger decision_objection_not_emptied before truncate on decision_objection
	for each statement execute function refuse_objection_change();
create trigger decision_objection_outcome_kept before update or delete on decision_objection_outcome
	for each row execute function refuse_objection_change();
create trigger decision_objection_outcome_not_emptied before truncate on decision_objection_outcome
	for each statement execute function refuse_objection_change();
create trigger notice_number_kept before update or delete on notice_number
	for each row execute function refuse_notice_number_change();
create trigger notice_number_not_emptied before truncate on notice_number
	for each statement execute function refuse_notice_number_change();

-- What other modules read. About whom a jurisdiction decided or revoked anything, and when.
create view applicant_decided as
	select applicant, jurisdiction, decided_at as at from decision;

-- People with a decision under a version, superseded or not, and the first month of the earliest.
create view applicant_decided_under as
	select jurisdiction, program, version, applicant,
		(left(min(period_begin(period)) || '-01', 7)) collate "C" as first
	from decision where version is not null group by jurisdiction, program, version, applicant;

-- Who was granted what, now or before, by decisions that nothing took the place of; read by those who look for people.
create view applicant_granted as
	select d.applicant, d.program from decision d
	where d.outcome = 'ELIGIBLE' and not exists
		(select from decision n where n.applicant = d.applicant and n.supersedes = d.id);

---------------------------------------------------------------------------------------------
-- 5 Runs
---------------------------------------------------------------------------------------------

-- Recalculations: runs that review many people and decide what differs.
create table recalculation (
	id uuid primary key,
	mode text not null check (mode in ('DRY_RUN', 'COMMIT')),
	-- what it reviews; never changes
	jurisdictions text[] not null,
	programs text[],
	from_month text not null check (from_month ~ '^[0-9]{4}-[0-9]{2}$'),
	to_month text not null check (to_month ~ '^[0-9]{4}-[0-9]{2}$'),
	current_month text not null,
	touched_since timestamptz,
	reason text not null,
	ordered_by text not null,
	ordered_at timestamptz not null,
	known_at timestamptz not null,
	-- how far it is
	state text not null check (state in ('STARTING', 'RUNNING', 'STOPPING', 'STOPPED', 'COMPLETED', 'FAILED')),
	total bigint,
	-- since it was started or restarted last
	started_at timestamptz,
	resumed_at timestamptz,
	done_when_resumed bigint not null default 0,
	finished_at timestamptz,
	error text,
	-- of a run over those whose decisions were made under a version that was withdrawn
	withdrawn_program text,
	withdrawn_version text,
	check (from_month <= to_month),
	check ((withdrawn_program is null) = (withdrawn_version is null))
);

create index recalculation_open on recalculation (state) where state in ('STARTING', 'RUNNING', 'STOPPING');

-- Runs that the schedule ordered: whoever is first at a time orders it, and nobody else.
create table recalculation_scheduled (
	due timestamptz primary key,
	run uuid not null references recalculation
);

-- The versions that a run looks at, by jurisdiction.
create table recalculation_policies (
	run uuid not null references recalculation,
	jurisdiction text not null,
	policies integer not null,
	primary key (run, jurisdiction)
);

-- Whom a run reviews, numbered; emptied when it is completed.
create table recalculation_person (
	run uuid not null,
	jurisdiction text not null,
	number integer not null,
	applicant uuid not null,
	-- where a version was withdrawn: the first period on that was decided under it
	from_month text,
	primary key (run, jurisdiction, number)
);

-- The slices in which they are reviewed, each in one transaction with all it comes to.
create table recalculation_slice (
	run uuid not null,
	jurisdiction text not null,
	first integer not null,
	last integer not null,
	done boolean not null default false,
	failed integer not null default 0,
	undecided integer not null default 0,
	changed integer not null default 0,
	primary key (run, jurisdiction, first)
);

create index recalculation_slice_left on recalculation_slice (run, jurisdiction, first) where not done;

create table recalculation_change (
	run uuid not null,
	-- of the decision; under a dry run of none
	id uuid not null,
	applicant uuid not null,
	jurisdiction text not null,
	program text not null,
	period text not null,
	claim text,
	before_outcome text,
	before_amount numeric(14,2),
	before_version text,
	after_outcome text not null,
	after_amount numeric(14,2) not null,
	after_version text,
	difference numeric(14,2) not null,
	because text not null,
	-- what it owes for periods that were paid already, when it was reviewed; null where none was
	adjustment numeric(14,2),
	before_in_kind json,
	after_in_kind json,
	primary key (run, id)
);

-- For the notices of a run, person by person.
create index recalculation_change_of_person on recalculation_change (run, applicant, id)
	where before_outcome is not null;
-- In which runs something about a person changed: with the one above every change stands in one index.
create index recalculation_change_of_newcomer on recalculation_change (run, applicant)
	where before_outcome is null;

-- Whose facts or policies are broken, and what is missing where.
create table recalculation_failure (
	run uuid not null,
	applicant uuid not null,
	jurisdiction text not null,
	reason text not null,
	primary key (run, applicant, jurisdiction)
);

create table recalculation_undecided (
	run uuid not null,
	applicant uuid not null,
	jurisdiction text not null,
	program text not null,
	period text not null,
	claim text,
	missing text[] not null
);

create index recalculation_undecided_of on recalculation_undecided (run, applicant);

-- Sums, slice by slice; those of a completed run stand in one slice.
create table recalculation_tally (
	run uuid not null,
	jurisdiction text not null,
	slice integer not null,
	program text not null,
	region text not null,
	before_outcome text not null,
	after_outcome text not null,
	periods bigint not null,
	paid_before numeric(20,2) not null,
	paid_after numeric(20,2) not null,
	-- in ten years, such as 80-89; empty where the birth date is not known
	ages text not null default '',
	primary key (run, jurisdiction, slice, program, region, ages, before_outcome, after_outcome)
);

-- What other modules read. Runs that decided and were completed, by jurisdiction, and whether they
-- looked at everybody there is, and not at some.
create view recalculation_completed as
	select j.id as jurisdiction, r.id as run, r.finished_at as at, r.programs,
		r.touched_since is null and r.withdrawn_version is null as whole
	from recalculation r cross join unnest(r.jurisdictions) as j (id)
	where r.mode = 'COMMIT' and r.state = 'COMPLETED' and r.finished_at is not null;

-- Whether a run is at work, in whose way nobody else should be.
create view recalculation_under_way as
	select id as run from recalculation where state in ('STARTING', 'RUNNING', 'STOPPING');

---------------------------------------------------------------------------------------------
-- 6 Payments
---------------------------------------------------------------------------------------------

-- How a jurisdiction pays, from a month on; '*' is whoever has no line of its own.
create table payment_rule (
	jurisdiction text not null,
	from_month text not null check (from_month ~ '^[0-9]{4}-[0-9]{2}$'),
	frequency text not null check (frequency in ('MONTHLY', 'QUARTERLY')),
	-- ADVANCE: a month is paid in the month before it, a quarter before it begins;
	-- ARREARS: in the month itself, a quarter in its last month
	timing text not null check (timing in ('ADVANCE', 'ARREARS')),
	pay_day integer not null check (pay_day between 1 and 31),
	-- how many months before the roster's arrears go back; null for all
	arrears_months integer check (arrears_months >= 0),
	-- below it no adjustment is booked
	tolerance numeric(14,2) not null check (tolerance >= 0),
	-- the most that is set off in a month, as a share of what the person is paid in it
	recovery_share numeric(5,4) not null check (recovery_share between 0 and 1),
	-- until when what is asked back is due, in days from the pay day
	due_days integer not null check (due_days >= 0),
	-- how long a passed life check holds; null where none is asked for
	life_check_months integer check (life_check_months > 0),
	basis text not null,
	-- who set it, and when; null for those that are shipped
	recorded_by text,
	recorded_at timestamptz,
	-- What becomes of what a dead person owes and nothing is left to be set off against:
	-- ESTATE: it stays open until it is settled by hand; WRITE_OFF: it is given up when the
	-- roster is approved, up to a limit for a person; null for any sum.
	on_death text not null default 'ESTATE' check (on_death in ('ESTATE', 'WRITE_OFF')),
	write_off_limit numeric(14,2) check (write_off_limit >= 0),
	-- arrears for periods more than so many months before the roster are looked at before they are paid
	arrears_flag_months integer not null check (arrears_flag_months >= 0),
	-- of one program; null is the rule of everything else there
	program text,
	check ((recorded_by is null) = (recorded_at is null)),
	check (write_off_limit is null or on_death = 'WRITE_OFF'),
	constraint payment_rule_of_whom check (program is null or jurisdiction <> '*'),
	constraint payment_rule_of_month unique nulls not distinct (jurisdiction, program, from_month)
);

insert into payment_rule (jurisdiction, from_month, frequency, timing, pay_day, arrears_months, tolerance,
		recovery_share, due_days, life_check_months, arrears_flag_months, basis)
	values
		('*', '1900-01', 'MONTHLY', 'ARREARS', 10, null, 0.00, 1.0000, 30, 12, 6,
			'示范区自拟（本项目假设） · the model district''s own assumption'),
		('beijing', '2019-10', 'MONTHLY', 'ADVANCE', 31, null, 0.00, 1.0000, 30, 12, 6,
			'发放时间：京民养老发〔2019〕160号 六；其余为本项目假设 · pay day as published, the rest assumed');

-- How a program is paid in a month: by the rule of its own, else by the jurisdiction's, else by the one of all.
create function payment_rule_in_force(whose text, of_program text, in_month text) returns setof payment_rule
	language sql stable as $$
	select * from payment_rule p
		where p.jurisdiction in (whose, '*') and (p.program is null or p.program = of_program) and p.from_month <= in_month
		order by (p.program is null), (p.jurisdiction = '*'), p.from_month desc limit 1;
$$;

-- What is paid in a month. Its lines come while it has no digest; then it is frozen, and
-- nothing of it changes but its state.
create table roster (
	id uuid primary key,
	jurisdiction text not null,
	month text not null check (month ~ '^[0-9]{4}-[0-9]{2}$'),
	-- the months whose regular payments it holds
	first_month text not null,
	last_month text not null,
	pay_day date not null,
	rule_from text not null,
	-- decisions and payees are those known then
	known_at timestamptz not null,
	made_by text not null,
	made_at timestamptz not null,
	state text not null check (state in ('DRAFT', 'APPROVED', 'CLOSED', 'DISCARDED')),
	-- over its lines; null only while they are being written
	digest bytea,
	lines bigint,
	total numeric(20,2),
	arrears numeric(20,2),
	recoveries numeric(20,2),
	approved_by text,
	approved_at timestamptz,
	ended_by text,
	ended_at timestamptz,
	-- why months before it have none; null where none is missing
	skipping text,
	check (approved_by <> made_by),
	check ((state in ('APPROVED', 'CLOSED')) = (approved_by is not null)),
	check ((state in ('CLOSED', 'DISCARDED')) = (ended_at is not null))
);

create unique index roster_of_month on roster (jurisdiction, month) where state <> 'DISCARDED';

create table payment_line (
	roster uuid not null references roster,
	number integer not null,
	applicant uuid not null,
	program text not null,
	period text not null,
	claim text,
	kind text not null check (kind in ('REGULAR', 'ARREARS', 'RECOVERY', 'RETRY')),
	amount numeric(14,2) not null check ((kind = 'RECOVERY') = (amount < 0) and amount <> 0),
	paid_to text not null check (paid_to in ('PERSON', 'SCHEME', 'INSURER', 'PROVIDER', 'ORGANISATION')),
	-- what says so; null where nothing stands any more
	decision uuid,
	version text,
	because text,
	-- When it is paid, where that is another day than the roster's; null is the roster's. A
	-- recovery has the day of the payments that it is set off against.
	pay_day date,
	primary key (roster, number)
);

create index payment_line_of on payment_line (applicant);

-- What a roster lists in kind: quantities of things, never money.
create table payment_in_kind (
	roster uuid not null references roster,
	number integer not null,
	applicant uuid not null,
	program text not null,
	period text not null,
	claim text,
	kind text not null check (kind in ('REGULAR', 'ARREARS', 'RECOVERY', 'RETRY')),
	what text not null,
	what_en text not null,
	unit text not null,
	quantity integer not null check (quantity <> 0 and (kind = 'RECOVERY') = (quantity < 0)),
	paid_to text not null,
	-- what says so; null where nothing stands any more
	decision uuid,
	primary key (roster, number)
);

create index payment_in_kind_of on payment_in_kind (applicant);

-- What is decided and not paid, or paid and not recovered, and why: line by line
-- paid + open = decided.
create table payment_open (
	roster uuid not null references roster,
	number integer not null,
	applicant uuid not null,
	program text not null,
	period text not null,
	claim text,
	amount numeric(14,2) not null check (amount <> 0),
	paid_to text not null,
	-- PAID_BY_ANOTHER: by another jurisdiction's approved roster, until that failed or was paid
	-- back; NOT_ITS_MONTH: its program is paid in another month, for which it waits
	reason text not null check (reason in ('SUSPENDED', 'TOO_OLD', 'BELOW_TOLERANCE', 'CAPPED', 'DECEASED', 'GIVEN_UP',
		'PAID_ELSEWHERE', 'NOT_FOUND', 'OUT_OF_CONTACT', 'CHECK_FAILED', 'PAID_BY_ANOTHER', 'NOT_ITS_MONTH')),
	-- until when it is to be paid back, null for what is owed to the person
	due date,
	-- A debt is what a decision leaves of what was paid: the one that stood; 0 where none did,
	-- null of rosters that were made before it was kept.
	decision uuid,
	primary key (roster, number)
);

-- Everything about one person is exported: what is found by the person alone.
create index payment_open_of on payment_open (applicant);

-- The people a roster names. Their names and accounts stay in the register, as known when
-- the roster was made; an account is compared by a hash with a key.
create table payment_payee (
	roster uuid not null references roster,
	applicant uuid not null,
	account_hash bytea,
	payee_hash bytea,
	life_check_known boolean not null,
	-- null in rosters made before it was noted, as what follows
	resident_id_known boolean,
	-- of name and birth date
	person_hash bytea,
	primary key (roster, applicant)
);

create index payment_payee_account on payment_payee (roster, account_hash) where account_hash is not null;
create index payment_payee_person on payment_payee (roster, person_hash) where person_hash is not null;

-- What a frozen roster comes to, and what is to be looked at in it, summed up once.
create table payment_section (
	roster uuid not null references roster,
	paid_to text not null,
	program text not null,
	lines bigint not null,
	people bigint not null,
	total numeric(20,2) not null,
	primary key (roster, paid_to, program)
);

create table payment_flag (
	roster uuid not null references roster,
	-- Which ones there are is written where flags are made; a list here would have to be told.
	code text not null check (code ~ '^[A-Z_]+$'),
	applicant uuid not null,
	-- how many people share the account or are the same payee
	people bigint not null,
	primary key (roster, code, applicant)
);

create index payment_flag_of on payment_flag (applicant);

-- What the bank reported of a line. What was reported first stays; what was learnt later is
-- added to it: a transfer may come back days after it was paid, and a result may turn out to
-- be wrong.
create table payment_result (
	roster uuid not null,
	number integer not null,
	result text not null check (result in ('PAID', 'FAILED', 'RETURNED')),
	reason text,
	reported_by text not null,
	reported_at timestamptz not null,
	-- when it came back or failed, where the bank says so
	day date,
	primary key (roster, number)
);

create index payment_result_reported on payment_result using brin (reported_at) with (pages_per_range = 16);

create table payment_result_later (
	roster uuid not null,
	number integer not null,
	entry integer not null check (entry > 0),
	-- REPORTED: by the bank; TAKEN_BACK: the entry before was wrong; SET_OFF: a recovery
	-- follows the payments it was set off against
	kind text not null check (kind in ('REPORTED', 'TAKEN_BACK', 'SET_OFF')),
	-- what counts from then on; null: nothing is reported again
	result text check (result in ('PAID', 'FAILED', 'RETURNED')),
	reason text,
	day date,
	-- why a result was taken back
	why text,
	reported_by text not null,
	reported_at timestamptz not null,
	-- who confirmed what another proposed
	confirmed_by text,
	primary key (roster, number, entry),
	check (result is not null or kind <> 'REPORTED'),
	check ((why is not null) = (kind = 'TAKEN_BACK')),
	check ((confirmed_by is not null) = (kind = 'TAKEN_BACK')),
	check (confirmed_by <> reported_by)
);

-- What counts now; null where what was reported was taken back. Each is found by its key: a plan
-- that holds a whole roster's results against a list of what was learnt later goes through that
-- list line by line, for minutes.
create view payment_result_now as
	select p.roster, p.number, coalesce(c.entry, 0) as entry, case when c.entry is null then p.result else c.result end as result,
		case when c.entry is null then p.reason else c.reason end as reason,
		case when c.entry is null then p.day else c.day end as day
	from payment_result p left join lateral
		(select n.entry, n.result, n.reason, n.day from payment_result_later n
			where n.roster = p.roster and n.number = p.number order by n.entry desc limit 1) c on true;

-- Everything that was ever said of a line, in its order.
create view payment_result_history as
	select roster, number, 0 as entry, 'REPORTED' as kind, result, reason, day from payment_result
	union all
	select roster, number, entry, kind, result, reason, day from payment_result_later;

-- What is transferred at once, on one day: all that goes to one account, to somebody without one,
-- or to an institution for one program. It is called by the number of its first line.
create view payment_line_transfer as
	select l.roster, l.number, l.applicant, l.paid_to, l.program, l.amount, l.decision,
		min(l.number) over (partition by l.roster, l.paid_to,
			case when l.paid_to not in ('PERSON', 'ORGANISATION') then l.program end,
			case when l.paid_to in ('PERSON', 'ORGANISATION') then p.account_hash end,
			case when l.paid_to in ('PERSON', 'ORGANISATION') and p.account_hash is null then l.applicant end, l.pay_day) as transfer, l.pay_day
	from payment_line l left join payment_payee p on p.roster = l.roster and p.applicant = l.applicant;

-- What is settled by hand: collected from the estate, or given up.
create table payment_settlement (
	id uuid primary key,
	jurisdiction text not null,
	applicant uuid not null,
	program text not null,
	period text not null,
	claim text,
	kind text not null check (kind in ('COLLECTED', 'WRITTEN_OFF')),
	-- what it makes less of what is owed back
	amount numeric(14,2) not null check (amount > 0),
	reason text not null,
	settled_by text not null,
	settled_at timestamptz not null,
	-- whose fault it was that too much was paid; null where nobody said
	fault text check (fault in ('AGENCY_ERROR', 'FALSE_STATEMENT', 'NOT_REPORTED', 'NO_FAULT')),
	-- which open item was settled; null of what was settled before that was kept
	open_roster uuid,
	open_number integer,
	-- null of what was collected, or given up by a rule
	confirmed_by text,
	foreign key (open_roster, open_number) references payment_open,
	check ((open_roster is null) = (open_number is null)),
	check (confirmed_by <> settled_by)
);

create index payment_settlement_of on payment_settlement (jurisdiction, applicant);
-- What was settled with a person, shown with them whichever jurisdiction it was.
create index payment_settlement_applicant on payment_settlement (applicant);

-- What was settled in error is taken back by a further entry, confirmed by a second person.
create table payment_settlement_contra (
	settlement uuid primary key references payment_settlement,
	reason text not null,
	taken_back_by text not null,
	taken_back_at timestamptz not null,
	confirmed_by text not null,
	check (confirmed_by <> taken_back_by)
);

-- How much of what was given up a roster found to be owed no longer: the debt vanished, or
-- another decision stands. It counts from the roster's approval on, against no later debt.
create table payment_write_off_lapse (
	roster uuid not null references roster,
	settlement uuid not null references payment_settlement,
	amount numeric(14,2) not null check (amount > 0),
	primary key (roster, settlement)
);

create index payment_write_off_lapse_of on payment_write_off_lapse (settlement);

-- What still counts of what was settled.
create view payment_settlement_now as
	select s.*, c.settlement is not null as taken_back, coalesce(v.lapsed, 0.00) as lapsed,
		case when c.settlement is null then s.amount - coalesce(v.lapsed, 0.00) else 0.00 end as counts
	from payment_settlement s
	left join payment_settlement_contra c on c.settlement = s.id
	left join (select l.settlement, sum(l.amount) as lapsed from payment_write_off_lapse l
		join roster r on r.id = l.roster and r.state in ('APPROVED', 'CLOSED') group by 1) v on v.settlement = s.id;

-- Payments that are held back, and their release: reasons, not deletions.
create table payment_hold (
	id uuid primary key,
	applicant uuid not null,
	-- null for all
	program text,
	-- since which month; what was paid before stays paid
	from_month text not null check (from_month ~ '^[0-9]{4}-[0-9]{2}$'),
	code text not null check (code in ('GIVEN_UP', 'PAID_ELSEWHERE', 'NOT_FOUND', 'OUT_OF_CONTACT', 'CHECK_FAILED')),
	reason text not null,
	held_by text not null,
	held_at timestamptz not null
);

create index payment_hold_of on payment_hold (applicant);

-- A hold is released once.
create table payment_hold_release (
	hold uuid primary key references payment_hold,
	reason text not null,
	released_by text not null,
	released_at timestamptz not null
);

-- Sums a roster up, once its lines and payees are in. From three people on one account on it is
-- worth a look; nobody asks an organisation for a life check.
create function sum_up_roster(summed uuid) returns void language sql as $$
	insert into payment_section
		select l.roster, l.paid_to, l.program, count(*), count(distinct l.applicant), sum(l.amount)
		from payment_line l where l.roster = summed group by 1, 2, 3;
	insert into payment_flag
		with payee as materialized (
			select p.*, count(*) over (partition by p.account_hash) as sharing,
				count(*) over (partition by p.payee_hash) as twice,
				exists (select from payment_line l
					where l.roster = p.roster and l.applicant = p.applicant and l.paid_to = 'PERSON') as living
			from payment_payee p where p.roster = summed and exists (select from payment_line l
				where l.roster = p.roster and l.applicant = p.applicant and l.paid_to in ('PERSON', 'ORGANISATION')))
		select roster, 'NO_ACCOUNT', applicant, 1 from payee where account_hash is null
		union all
		select roster, 'ACCOUNT_FOR_MANY', applicant, sharing from payee
			where account_hash is not null and sharing >= 3
		union all
		select roster, 'DUPLICATE_PAYEE', applicant, twice from payee where payee_hash is not null and twice > 1
		union all
		select roster, 'LIFE_CHECK_UNKNOWN', applicant, 1 from payee where living and not life_check_known;
$$;

-- Each program's arrears are old by the program's rule. A year is compared by its number, a
-- quarter by its first month: what is of the year or quarter in which the months begin is not old.
create function flag_old_arrears(flagged uuid) returns void language sql as $$
	insert into payment_flag (roster, code, applicant, people)
		select l.roster, 'OLD_ARREARS', l.applicant, 1
		from payment_line l
		join (select r.id, o.program, to_date(r.month, 'YYYY-MM') - make_interval(months => p.arrears_flag_months) as month
			from roster r
			cross join (select distinct program from payment_line where roster = flagged and kind = 'ARREARS') o
			cross join lateral payment_rule_in_force(r.jurisdiction, o.program, r.month) p
			where r.id = flagged) oldest on oldest.id = l.roster and oldest.program = l.program
		where l.kind = 'ARREARS' and l.period < case when l.period like '____-Q_' then to_char(oldest.month, 'YYYY-"Q"Q')
			else left(to_char(oldest.month, 'YYYY-MM'), length(l.period)) end
		group by l.roster, l.applicant;
$$;

-- Whoever is paid themselves and has no resident id or credit code on file.
create function flag_missing_resident_ids(summed uuid) returns void language sql as $$
	insert into payment_flag
		select p.roster, 'NO_RESIDENT_ID', p.applicant, 1 from payment_payee p
		where p.roster = summed and not p.resident_id_known and exists (select from payment_line l
			where l.roster = p.roster and l.applicant = p.applicant and l.paid_to in ('PERSON', 'ORGANISATION'));
$$;

-- Two files of one name and birth date, of which one has no resident id at least: they may
-- be one person, who is paid twice.
create function flag_same_people(flagged uuid) returns void language sql as $$
	insert into payment_flag (roster, code, applicant, people)
		select roster, 'SAME_PERSON', applicant, people from (
			select p.roster, p.applicant, count(*) over same as people,
				bool_or(p.resident_id_known is not true) over same as unclear
			from payment_payee p
			where p.roster = flagged and p.person_hash is not null
			window same as (partition by p.person_hash)) p
		where people > 1 and unclear;
$$;

-- Whether two payments of one program are for the same: their periods have a month in common, or it
-- is given once in a life. False, never unknown, where one of them has no claim.
create function same_payment(one_period text, one_claim text, other_period text, other_claim text)
	returns boolean language sql immutable parallel safe as $$
	select nullif(one_claim, 'ONCE') is not distinct from nullif(other_claim, 'ONCE')
		and (periods_meet(one_period, other_period)
			or (one_claim is not distinct from 'ONCE' and other_claim is not distinct from 'ONCE'));
$$;

-- What another jurisdiction's roster pays somebody for the same program and period as well:
-- looked at before it is approved. Of a jurisdiction carved out of another, the outer one may
-- not have been reviewed since.
create function flag_paid_by_another(flagged uuid) returns void language sql as $$
	insert into payment_flag (roster, code, applicant, people)
		select flagged, 'PAID_BY_ANOTHER', l.applicant, count(distinct o.jurisdiction)
		from (select distinct applicant, program, period, claim from payment_line where roster = flagged and amount > 0) l
		join payment_line p on p.applicant = l.applicant and p.program = l.program
			and same_payment(p.period, p.claim, l.period, l.claim)
		join roster o on o.id = p.roster and o.state <> 'DISCARDED'
			and o.jurisdiction <> (select jurisdiction from roster where id = flagged)
		where exists (select 1 from payment_line paid where paid.applicant = l.applicant and paid.roster = o.id
			and paid.amount > 0)
		group by l.applicant
		having sum(p.amount) > 0;
$$;

-- Whoever approves the roster is to see it.
create function flag_lapsed_write_offs() returns trigger language plpgsql as $$
begin
	insert into payment_flag (roster, code, applicant, people)
		select f.roster, 'WRITE_OFF_LAPSED', s.applicant, 1 from fresh f join payment_settlement s on s.id = f.settlement
		group by f.roster, s.applicant on conflict do nothing;
	return null;
end $$;

create trigger payment_write_off_lapse_flagged after insert on payment_write_off_lapse referencing new table as fresh
	for each statement execute function flag_lapsed_write_offs();

create function refuse_payment_change() returns trigger language plpgsql as $$
begin
	raise exception 'what was paid never changes (% on %)', tg_op, tg_table_name
		using errcode = 'integrity_constraint_violation';
end $$;

-- A payment rule by which nothing was paid yet may be replaced by one for the same month.
create function payment_rule_rests() returns trigger language plpgsql as $$
begin
	if new.jurisdiction <> old.jurisdiction or new.from_month <> old.from_month or old.jurisdiction = '*'
			or new.program is distinct from old.program
			or exists (select from roster r where r.jurisdiction = old.jurisdiction and r.month >= old.from_month
				and r.state <> 'DISCARDED') then
		raise exception 'what was paid never changes (% on %)', tg_op, tg_table_name
			using errcode = 'integrity_constraint_violation';
	end if;
	return new;
end $$;

create function keep_roster() returns trigger language plpgsql as $$
begin
	if old.digest is null and old.state = 'DRAFT' and new.state = 'DRAFT' then
		return new;
	end if;
	if (to_jsonb(new) - '{state,approved_by,approved_at,ended_by,ended_at}'::text[])
			= (to_jsonb(old) - '{state,approved_by,approved_at,ended_by,ended_at}'::text[])
			and (old.state, new.state) in (('DRAFT', 'APPROVED'), ('DRAFT', 'DISCARDED'), ('APPROVED', 'CLOSED'))
			and (old.approved_by is null or (new.approved_by, new.approved_at) = (old.approved_by, old.approved_at)) then
		return new;
	end if;
	raise exception 'a frozen roster never changes (%)', old.id using errcode = 'integrity_constraint_violation';
end $$;

create trigger payment_rule_rests before update on payment_rule
	for each row execute function payment_rule_rests();
create trigger payment_rule_kept before delete on payment_rule
	for each row execute function refuse_payment_change();
create trigger payment_rule_not_emptied before truncate on payment_rule
	for each statement execute function refuse_payment_change();
create trigger roster_kept before update on roster for each row execute function keep_roster();
create trigger roster_not_deleted before delete on roster for each row execute function refuse_payment_change();
create trigger roster_not_emptied before truncate on roster
	for each statement execute function refuse_payment_change();

-- Lines and all that is counted with them come before the roster is frozen.
create function only_into_open_roster() returns trigger language plpgsql as $$
begin
	if exists (select from fresh f join roster r on r.id = f.roster where r.digest is not null) then
		raise exception 'a frozen roster gets no more lines (%)', tg_table_name
			using errcode = 'integrity_constraint_violation';
	end if;
	return null;
end $$;

create trigger payment_line_frozen after insert on payment_line referencing new table as fresh
	for each statement execute function only_into_open_roster();
create trigger payment_in_kind_frozen after insert on payment_in_kind referencing new table as fresh
	for each statement execute function only_into_open_roster();
create trigger payment_open_frozen after insert on payment_open referencing new table as fresh
	for each statement execute function only_into_open_roster();
create trigger payment_payee_frozen after insert on payment_payee referencing new table as fresh
	for each statement execute function only_into_open_roster();
create trigger payment_section_frozen after insert on payment_section referencing new table as fresh
	for each statement execute function only_into_open_roster();
create trigger payment_flag_frozen after insert on payment_flag referencing new table as fresh
	for each statement execute function only_into_open_roster();
create trigger payment_write_off_lapse_frozen after insert on payment_write_off_lapse referencing new table as fresh
	for each statement execute function only_into_open_roster();

-- Results come once it is approved. Each belongs to a line of its roster, or to a result: a foreign
-- key looks at, and locks, each line by itself, which takes minutes for a roster of a million; lines
-- never change and never go, so it is enough to look once, when results come.
create function only_for_approved_roster() returns trigger language plpgsql as $$
begin
	if exists (select from fresh f join roster r on r.id = f.roster where r.state <> 'APPROVED') then
		raise exception 'results are reported of approved rosters only'
			using errcode = 'integrity_constraint_violation';
	end if;
	return null;
end $$;

create function only_of_its_lines() returns trigger language plpgsql as $$
begin
	if exists (select from fresh f where not exists
			(select from payment_line l where l.roster = f.roster and l.number = f.number)) then
		raise exception 'a result needs a line' using errcode = 'foreign_key_violation';
	end if;
	return null;
end $$;

create function only_after_a_result() returns trigger language plpgsql as $$
begin
	if exists (select from fresh f where not exists
			(select from payment_result p where p.roster = f.roster and p.number = f.number)) then
		raise exception 'a later result needs a first one' using errcode = 'foreign_key_violation';
	end if;
	return null;
end $$;

create trigger payment_result_in_time after insert on payment_result referencing new table as fresh
	for each statement execute function only_for_approved_roster();
create trigger payment_result_of_line after insert on payment_result referencing new table as fresh
	for each statement execute function only_of_its_lines();
create trigger payment_result_later_than_first after insert on payment_result_later referencing new table as fresh
	for each statement execute function only_after_a_result();

create trigger payment_line_kept before update or delete on payment_line
	for each row execute function refuse_payment_change();
create trigger payment_line_not_emptied before truncate on payment_line
	for each statement execute function refuse_payment_change();
create trigger payment_in_kind_kept before update or delete on payment_in_kind
	for each row execute function refuse_payment_change();
create trigger payment_in_kind_not_emptied before truncate on payment_in_kind
	for each statement execute function refuse_payment_change();
create trigger payment_open_kept before update or delete on payment_open
	for each row execute function refuse_payment_change();
create trigger payment_payee_kept before update or delete on payment_payee
	for each row execute function refuse_payment_change();
create trigger payment_section_kept before update or delete on payment_section
	for each row execute function refuse_payment_change();
create trigger payment_section_not_emptied before truncate on payment_section
	for each statement execute function refuse_payment_change();
create trigger payment_flag_kept before update or delete on payment_flag
	for each row execute function refuse_payment_change();
create trigger payment_flag_not_emptied before truncate on payment_flag
	for each statement execute function refuse_payment_change();
create trigger payment_result_kept before update or delete on payment_result
	for each row execute function refuse_payment_change();
create trigger payment_result_not_emptied before truncate on payment_result
	for each statement execute function refuse_payment_change();
create trigger payment_result_later_kept before update or delete on payment_result_later
	for each row execute function refuse_payment_change();
create trigger payment_result_later_not_emptied before truncate on payment_result_later
	for each statement execute function refuse_payment_change();
create trigger payment_settlement_kept before update or delete on payment_settlement
	for each row execute function refuse_payment_change();
create trigger payment_settlement_not_emptied before truncate on payment_settlement
	for each statement execute function refuse_payment_change();
create trigger payment_settlement_contra_kept before update or delete on payment_settlement_contra
	for each row execute function refuse_payment_change();
create trigger payment_settlement_contra_not_emptied before truncate on payment_settlement_contra
	for each statement execute function refuse_payment_change();
create trigger payment_write_off_lapse_kept before update or delete on payment_write_off_lapse
	for each row execute function refuse_payment_change();
create trigger payment_write_off_lapse_not_emptied before truncate on payment_write_off_lapse
	for each statement execute function refuse_payment_change();
create trigger payment_hold_kept before update or delete on payment_hold
	for each row execute function refuse_payment_change();
create trigger payment_hold_not_emptied before truncate on payment_hold
	for each statement execute function refuse_payment_change();
create trigger payment_hold_release_kept before update or delete on payment_hold_release
	for each row execute function refuse_payment_change();
create trigger payment_hold_release_not_emptied before truncate on payment_hold_release
	for each statement execute function refuse_payment_change();

---------------------------------------------------------------------------------------------
-- 7 Tasks
---------------------------------------------------------------------------------------------

-- 待办: what somebody is to look at and decide. A task is closed once; what was done with
-- it, and by whom, never changes.
create table task (
	id uuid primary key,
	kind text not null,
	-- whose; null for somebody who is not on file, who stands sealed in person
	applicant uuid references applicant (id),
	person bytea,
	jurisdiction text not null,
	-- where somebody lies who is not on file
	region text collate "C",
	program text,
	because text not null,
	arguments text[] not null,
	proposes json not null,
	money numeric(14, 2),
	due date,
	assignee text,
	source text not null,
	-- the same finding never makes a second task
	key text not null,
	state text not null default 'OPEN' check (state in ('OPEN', 'DONE', 'DISMISSED')),
	created_at timestamptz not null default clock_timestamp(),
	closed_at timestamptz,
	-- Its reason is gone, the service closed it, and what it was about may be found again. One
	-- that a person closed stays closed for good.
	settled boolean not null default false,
	check ((applicant is null) = (person is not null)),
	check (applicant is not null or region is not null),
	check ((state = 'OPEN') = (closed_at is null)),
	constraint task_settled_is_done check (not settled or state = 'DONE')
);

create unique index task_key on task (key) where not settled;
create index task_by_due on task (state, due, id);
create index task_of_applicant on task (applicant) where applicant is not null;
create index task_of_source on task (source);
create index task_open_of_source on task (source, jurisdiction, applicant) where state = 'OPEN';

create table task_event (
	id uuid primary key,
	task uuid not null references task (id),
	what text not null check (what in ('ACCEPTED', 'DISMISSED', 'PLANNED', 'SETTLED')),
	reason text,
	by text not null,
	at timestamptz not null default clock_timestamp(),
	-- how somebody was reached who was drawn for verification
	contact text check (contact in ('PHONE', 'VISIT'))
);

create index task_event_of on task_event (task, id);

-- When a source of tasks was looked at last, for a jurisdiction.
create table agenda_look (
	jurisdiction text not null,
	source text not null,
	-- somebody asked for it
	wanted boolean not null default false,
	-- the day for which everything was looked at, up to what was recorded when
	day date,
	looked_at timestamptz,
	-- up to when open tasks were held against what was recorded since
	touched_at timestamptz,
	-- what the last look at everything came to
	opened integer not null default 0,
	settled integer not null default 0,
	-- somebody is at it
	busy_until timestamptz,
	primary key (jurisdiction, source)
);

-- 比对: lists of others, matched with the register. A list is kept sealed for a while, then
-- only the tasks are.
create table cross_check (
	id uuid primary key,
	kind text not null,
	jurisdiction text not null,
	as_of date not null,
	state text not null check (state in ('STARTING', 'RUNNING', 'STOPPED', 'COMPLETED', 'FAILED')),
	accepted integer not null,
	refused integer not null,
	ignored_columns text[] not null,
	-- how many lines were matched
	done integer not null default 0,
	matched integer not null default 0,
	ordered_by text not null,
	ordered_at timestamptz not null default clock_timestamp(),
	ended_at timestamptz,
	kept_until date not null,
	forgotten boolean not null default false,
	-- the number of the last line that was: headers and refused lines count for this one, not for done
	matched_until integer not null default 0
);

create index cross_check_open on cross_check (id) where state in ('STARTING', 'RUNNING');

create table cross_check_tasks (
	cross_check uuid not null references cross_check (id),
	kind text not null,
	tasks integer not null,
	primary key (cross_check, kind)
);

create table cross_check_line (
	cross_check uuid not null references cross_check (id),
	line integer not null,
	-- what it says, sealed; null if it was refused
	said bytea,
	field text,
	code text,
	arguments text[],
	-- what came of it, null until it is matched
	outcome text,
	applicant uuid,
	primary key (cross_check, line),
	check ((said is null) = (code is not null))
);

create index cross_check_line_of on cross_check_line (applicant) where applicant is not null;

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

-- Closed tasks stay as they are, open ones change only in who does them, by when, and
-- that they are closed. A seal may be made anew.
create function keep_task() returns trigger language plpgsql as $$
declare
	changeable text[] := case old.state when 'OPEN' then '{due,assignee,state,closed_at,person,settled}' else '{person}' end;
begin
	if (to_jsonb(new) - changeable) <> (to_jsonb(old) - changeable) then
		raise exception 'a task is found once and closed once (% on %)', tg_op, tg_table_name
			using errcode = 'integrity_constraint_violation';
	end if;
	return new;
end $$;

create function refuse_task_event_change() returns trigger language plpgsql as $$
begin
	raise exception 'what was done with a task never changes (% on %)', tg_op, tg_table_name
		using errcode = 'integrity_constraint_violation';
end $$;

create function refuse_public_list_change() returns trigger language plpgsql as $$
begin
	raise exception 'a flag never changes, a newer one takes its place (% on %)', tg_op, tg_table_name
		using errcode = 'integrity_constraint_violation';
end $$;

create trigger task_kept before update on task for each row execute function keep_task();
create trigger task_event_kept before update or delete on task_event
	for each row execute function refuse_task_event_change();
create trigger task_event_not_emptied before truncate on task_event
	for each statement execute function refuse_task_event_change();
create trigger public_list_flag_kept before update or delete on public_list_flag
	for each row execute function refuse_public_list_change();
create trigger public_list_flag_not_emptied before truncate on public_list_flag
	for each statement execute function refuse_public_list_change();

---------------------------------------------------------------------------------------------
-- 8 Projections
---------------------------------------------------------------------------------------------

-- 推演: what policies would come to, before they are in force. Writes nothing but its report.
create table projection (
	id uuid primary key,
	jurisdiction text not null,
	from_month text not null,
	to_month text not null,
	programs text[],
	applied_only boolean not null,
	vary jsonb,
	reason text not null,
	ordered_by text not null,
	ordered_at timestamptz not null,
	known_at timestamptz not null,
	policies integer not null,
	state text not null check (state in ('STARTING', 'RUNNING', 'STOPPED', 'COMPLETED', 'FAILED')),
	total integer,
	started_at timestamptz,
	resumed_at timestamptz,
	done_when_resumed integer not null default 0,
	finished_at timestamptz,
	error text
);

create index projection_open on projection (ordered_at) where state in ('STARTING', 'RUNNING');
create index projection_newest on projection (jurisdiction, ordered_at desc);

-- The drafts that are put over what is in force, as they were: what is projected stays the same
-- when they are changed. Without a program one is of standards.
create table projection_draft (
	projection uuid not null references projection (id),
	draft uuid not null,
	number integer not null,
	digest text not null,
	jurisdiction text not null,
	program text,
	version text,
	primary key (projection, draft)
);

create index projection_draft_digest on projection_draft (draft, digest);

create table projection_draft_file (
	projection uuid not null,
	draft uuid not null,
	path text not null,
	content bytea not null,
	primary key (projection, draft, path),
	foreign key (projection, draft) references projection_draft (projection, draft)
);

-- Whom it is about, while it is under way.
create table projection_person (
	projection uuid not null references projection (id),
	number integer not null,
	applicant uuid not null,
	primary key (projection, number)
);

create table projection_slice (
	projection uuid not null references projection (id),
	first integer not null,
	last integer not null,
	done boolean not null default false,
	-- of them: whose facts are broken, and who is on file no more
	failed integer not null default 0,
	gone integer not null default 0,
	primary key (projection, first)
);

-- What is added up, of each slice; of all of them in the end.
create table projection_sum (
	projection uuid not null references projection (id),
	slice integer not null,
	kind text not null,
	key text not null,
	part text not null,
	people bigint not null,
	gains bigint not null,
	loses bigint not null,
	begins bigint not null,
	ends bigint not null,
	same bigint not null,
	lacking bigint not null,
	before numeric not null,
	after numeric not null,
	primary key (projection, slice, kind, key, part)
);

-- For whom it changes anything, or nobody can tell.
create table projection_change (
	projection uuid not null references projection (id),
	applicant uuid not null,
	change text not null,
	before numeric not null,
	after numeric not null,
	because jsonb not null,
	primary key (projection, applicant)
);

create index projection_change_kind on projection_change (projection, change, applicant);

---------------------------------------------------------------------------------------------
-- 9 Trail
---------------------------------------------------------------------------------------------

-- Who did what, when: a chain of rows, each with a keyed hash over itself and the one
-- before. Rows are only ever added.
create table audit_event (
	id bigint primary key check (id > 0),
	at timestamptz not null,
	done_by text not null,
	action text not null,
	subject text not null,
	-- json, not jsonb: the very text was hashed.
	details json not null,
	previous bytea not null,
	hash bytea not null
);

create index audit_event_by_subject on audit_event (subject, id);
create index audit_event_by_time on audit_event (at, id);
-- The events that name a person among others. Read from the details, which the chain's hash
-- covers: there is no second place that could say something else. Without a pending list,
-- whose emptying would hold up one commit for all.
create index audit_event_of_people on audit_event using gin ((details::jsonb -> 'applicants'))
	with (fastupdate = off);
-- The few events of the trail that others follow are found without reading the rest.
create index audit_event_followed on audit_event (id) where action in ('POLICY_PUBLISHED', 'POLICY_WITHDRAWN',
	'VERSION_IMPORTED', 'FACT_FILE_PUBLISHED', 'STANDARDS_PUBLISHED', 'ROSTER_APPROVED', 'ROSTER_CLOSED',
	'ROSTER_RESULTS_TAKEN', 'RESULT_TAKEN_BACK');

-- The end of the chain. Whoever adds a row holds this one until the commit, so that the
-- order of the chain is the order of the commits. The seal is a keyed hash as well: the
-- last rows cannot be cut off and the head set back without the key.
create table audit_head (
	single boolean primary key default true check (single),
	last bigint not null,
	hash bytea not null,
	seal bytea not null
);

insert into audit_head (last, hash, seal) values (0, '', '');

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
	raise exception 'the audit trail is only ever added to (% on %)', tg_op, tg_table_name
		using errcode = 'integrity_constraint_violation';
end $$;

create function audit_head_advances() returns trigger language plpgsql as $$
begin
	if new.last <= old.last then
		raise exception 'the audit trail is only ever added to' using errcode = 'integrity_constraint_violation';
	end if;
	return new;
end $$;

create trigger audit_event_kept before update or delete on audit_event
	for each row execute function refuse_audit_change();
create trigger audit_event_not_emptied before truncate on audit_event
	for each statement execute function refuse_audit_change();
create trigger audit_head_advances before update on audit_head
	for each row execute function audit_head_advances();
create trigger audit_head_kept before delete on audit_head
	for each row execute function refuse_audit_change();
create trigger audit_head_single before truncate on audit_head
	for each statement execute function refuse_audit_change();

-- What changed, for those who follow it, in the order of commits, by the ids of things alone.
create view changed_decision as
	select id, applicant, decided_at as at, jurisdiction, program, period,
		case when outcome = 'REVOKED' then 'REVOKED' else 'DECIDED' end as action
	from decision;

create view changed_by_event as
	select e.event, e.at, e.action, e.type,
		case when e.type = 'PAYMENT' then e.roster::text else e.subject end as id,
		case when e.type = 'PAYMENT' then r.jurisdiction
			when e.action = 'STANDARDS_PUBLISHED' then e.subject
			when e.action <> 'FACT_FILE_PUBLISHED' then split_part(e.subject, '/', 1) end as jurisdiction,
		nullif(case when e.type = 'PUBLICATION' then split_part(e.subject, '/', 2) else '' end, '') as program,
		r.month as period
	from (select id as event, at, action, subject,
			case when action in ('POLICY_PUBLISHED', 'POLICY_WITHDRAWN', 'VERSION_IMPORTED', 'FACT_FILE_PUBLISHED',
				'STANDARDS_PUBLISHED') then 'PUBLICATION' else 'PAYMENT' end as type,
			case when action = 'RESULT_TAKEN_BACK' then (details ->> 'roster')::uuid
				when action like 'ROSTER_%' then subject::uuid end as roster
		from audit_event where action in ('POLICY_PUBLISHED', 'POLICY_WITHDRAWN', 'VERSION_IMPORTED',
			'FACT_FILE_PUBLISHED', 'STANDARDS_PUBLISHED', 'ROSTER_APPROVED', 'ROSTER_CLOSED',
			'ROSTER_RESULTS_TAKEN', 'RESULT_TAKEN_BACK')) e
	left join roster r on r.id = e.roster;

---------------------------------------------------------------------------------------------
-- 10 Accounts
---------------------------------------------------------------------------------------------

-- Who may sign in with a password, what they may do, and where.
create table account (
	name text primary key check (name ~ '^[a-z][a-z0-9._-]{0,31}$'),
	display_name text not null,
	-- Hashed, with the algorithm in braces before it.
	password text not null check (password ~ '^[{][a-z0-9@-]+[}]'),
	roles text[] not null,
	-- Prefixes of region codes; the empty one is everywhere.
	regions text[] not null,
	enabled boolean not null default true,
	-- Counts the changes; a session or an edit of an older state is refused.
	revision integer not null default 1,
	-- Who got another password from the administrator chooses their own before anything else.
	must_change_password boolean not null default false
);

-- Where accounts are signed in to the pages; a session without a row is over.
create table signed_in_session (
	id uuid primary key,
	account text not null,
	since timestamptz not null,
	last_seen timestamptz not null,
	address text not null
);

create index signed_in_session_account on signed_in_session (account);

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

-- Answers to requests with an Idempotency-Key, so that a repeated one is answered alike.
create table idempotent_request (
	account text not null,
	key_hash bytea not null,
	request_hash bytea not null,
	status integer,
	location text,
	etag text,
	-- sealed: an answer may hold a name
	body bytea,
	made_at timestamptz not null default now(),
	primary key (account, key_hash)
);

-- A proof of each key that people are sealed with, so that a lost or changed key is
-- noticed at the start. Tells nothing about the key.
create table key_check (
	id text primary key,
	proof bytea not null
);
