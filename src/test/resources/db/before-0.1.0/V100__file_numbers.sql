-- Each file gets a number of ours, by which people are told apart where their resident id is
-- masked; how it is written says FileNumber. It follows from nothing about the person.
alter table applicant add column file_number bigint generated always as identity;
create unique index applicant_file_number on applicant (file_number);

-- What is left of a masked id tells nobody apart, so nobody is found by it.
drop index applicant_masked;
alter table applicant drop column masked_hash;

-- How often an account had numbers shown that are otherwise masked, by day.
create table number_reveal (
	account text not null,
	day date not null,
	times integer not null,
	primary key (account, day)
);
