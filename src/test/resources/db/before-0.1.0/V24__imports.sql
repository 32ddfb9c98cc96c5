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
