-- A draft is of a policy, as before, or of a fact file; a policy's draft may need facts that
-- are drafted themselves.
alter table policy_draft
	alter column jurisdiction drop not null,
	alter column program drop not null,
	alter column version drop not null,
	alter column effective_from drop not null,
	add column fact_file text,
	add column fact_owner text references jurisdiction,
	-- the file as it was in force when the draft was begun, null for a new one
	add column fact_begun bytea,
	add column needs text[] not null default '{}',
	add constraint policy_draft_of_one_kind check (num_nonnulls(jurisdiction, fact_file) = 1
		and num_nonnulls(jurisdiction, program, version, effective_from) in (0, 4));

create index policy_draft_of_fact_file on policy_draft (fact_file) where fact_file is not null;

-- Whose policies may answer otherwise since a revision of the dictionary.
create table dictionary_touch (
	revision integer not null references dictionary_revision,
	jurisdiction text not null references jurisdiction,
	primary key (revision, jurisdiction)
);

create view facts_changed as
	select t.jurisdiction, r.known_since as at from dictionary_touch t join dictionary_revision r using (revision);
comment on view facts_changed is 'Since when whose policies may answer otherwise, because facts mean something else.';
