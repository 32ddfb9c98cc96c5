-- What the list of the month looks for among a million people.
create index applicant_record_birth on applicant_record ((facts ->> 'birthDate') collate "C")
	where facts ->> 'birthDate' is not null;
create index applicant_record_life_check on applicant_record ((facts #>> '{lifeCheck,lastPassed}') collate "C")
	where facts #>> '{lifeCheck,lastPassed}' is not null;
create index applicant_record_dibao_end on applicant_record ((facts #>> '{household,dibao,to}') collate "C")
	where facts #>> '{household,dibao,to}' is not null;
create index applicant_record_status_end on applicant_record (applicant) where jsonb_path_exists(facts, '$.statuses[*].to');
