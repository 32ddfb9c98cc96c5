-- What modules read of each other's tables, by names that stay when a table changes.

-- Applicant: whom anything was recorded about, and when.
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

-- The regions that any record of a person names.
create view applicant_seen_in as
	select applicant, region from applicant_region;

-- Decision: about whom a jurisdiction decided or revoked anything, and when.
create view applicant_decided as
	select applicant, jurisdiction, decided_at as at from decision;

-- People with a decision under a version, superseded or not, and the first month of the earliest.
create view applicant_decided_under as
	select jurisdiction, program, version, applicant, left(min(period) || '-01', 7) as first
	from decision where version is not null group by jurisdiction, program, version, applicant;
