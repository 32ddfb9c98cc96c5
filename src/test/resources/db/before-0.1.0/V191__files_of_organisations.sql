-- Whom a file is about: a person, or an organisation with its credit code.
alter table applicant add column subject text not null default 'PERSON' check (subject in ('PERSON', 'ORGANISATION'));
