-- The events that name a person among others. Read from the details, which the chain's hash
-- covers: there is no second place that could say something else. Without a pending list,
-- whose emptying would hold up one commit for all.
create index audit_event_of_people on audit_event using gin ((details::jsonb -> 'applicants'))
	with (fastupdate = off);

-- In which runs something about a person changed; with recalculation_change_of_person every
-- change stands in one index.
create index recalculation_change_of_newcomer on recalculation_change (run, applicant)
	where before_outcome is null;
