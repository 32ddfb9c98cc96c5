-- Lists of what is new about people on file.
alter table applicant_import add column mode text not null default 'ADD'
	check (mode in ('ADD', 'UPDATE', 'ADD_OR_UPDATE'));
alter table applicant_import add column updated bigint not null default 0;
alter table applicant_import add column unchanged bigint not null default 0;

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
