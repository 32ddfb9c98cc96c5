-- A draft is of a policy, of a fact file, or of the standards of a jurisdiction.
alter table policy_draft
	add column standards_of text references jurisdiction,
	-- the file as it was in force when the draft was begun, null where there was none
	add column standards_begun bytea,
	drop constraint policy_draft_of_one_kind,
	add constraint policy_draft_of_one_kind check (num_nonnulls(jurisdiction, fact_file, standards_of) = 1
		and num_nonnulls(jurisdiction, program, version, effective_from) in (0, 4));

create index policy_draft_of_standards on policy_draft (standards_of) where standards_of is not null;
