-- A proof of each key that people are sealed with, so that a lost or changed key is
-- noticed at the start. Tells nothing about the key.
create table key_check (
	id text primary key,
	proof bytea not null
);
