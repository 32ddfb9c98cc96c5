-- Hashes by which people are found, beside those of the whole name and the surname. Those of
-- people who are on file are made when the service starts: names are sealed.
alter table applicant
	-- what stands behind the surname
	add column given_hash bytea,
	-- further parts of names of more than two, or whose surname is not clear
	add column part_hashes bytea[],
	-- of name and birth date together: two files of one person
	add column person_hash bytea;

create index applicant_given on applicant (given_hash) where given_hash is not null;
create index applicant_parts on applicant using gin (part_hashes) where part_hashes is not null;
create index applicant_person on applicant (person_hash) where person_hash is not null;
-- Whoever has a resident id is compared with those only who have none.
create index applicant_person_unidentified on applicant (person_hash)
	where person_hash is not null and resident_hash is null;
-- Whose hashes are still to be made.
create index applicant_to_be_hashed on applicant (id) where name_hash is not null and person_hash is null;
