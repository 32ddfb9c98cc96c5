-- What a change owes for periods that were paid already, when it was reviewed; null where
-- none was.
alter table recalculation_change add column adjustment numeric(14,2);

-- For the notices of a run, person by person.
create index recalculation_change_of_person on recalculation_change (run, applicant, id)
	where before_outcome is not null;
