-- Runs over those whose decisions were made under a version that was withdrawn.
alter table recalculation
	add column withdrawn_program text,
	add column withdrawn_version text,
	add check ((withdrawn_program is null) = (withdrawn_version is null));

-- Such a person is reviewed from the first period on that was decided under the version.
alter table recalculation_person add column from_month text;

-- Decisions under a version; ids rise with time, so rows come in at the end of a version.
create index decision_of_version on decision (jurisdiction, program, version, id);
