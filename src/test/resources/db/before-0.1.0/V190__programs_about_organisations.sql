-- Whom a program is about: people, or organisations, to which it is paid.
alter table program add column subject text not null default 'PERSON' check (subject in ('PERSON', 'ORGANISATION'));
alter table program drop constraint program_paid_to_check;
alter table program add check (paid_to in ('PERSON', 'SCHEME', 'INSURER', 'PROVIDER', 'ORGANISATION'));
alter table program add check ((paid_to = 'ORGANISATION') = (subject = 'ORGANISATION'));
alter table program add check (subject = 'PERSON' or id <> 'stacking');
