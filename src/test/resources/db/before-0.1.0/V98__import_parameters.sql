-- How an import was asked for, beside its file; null for those of before.
alter table applicant_import add column parameters text;
