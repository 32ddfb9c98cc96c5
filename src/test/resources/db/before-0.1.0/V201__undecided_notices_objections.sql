-- Recalculation: which completed runs looked at everybody there is, and not at some.
create or replace view recalculation_completed as
	select j.id as jurisdiction, r.id as run, r.finished_at as at, r.programs,
		r.touched_since is null and r.withdrawn_version is null as whole
	from recalculation r cross join unnest(r.jurisdictions) as j (id)
	where r.mode = 'COMMIT' and r.state = 'COMPLETED' and r.finished_at is not null;
