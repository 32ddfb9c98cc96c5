-- Who got another password from the administrator chooses their own before anything else.
alter table account add column must_change_password boolean not null default false;
