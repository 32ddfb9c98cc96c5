-- Who may sign in with a password, what they may do, and where.

create table account (
	name text primary key check (name ~ '^[a-z][a-z0-9._-]{0,31}$'),
	display_name text not null,
	-- Hashed, with the algorithm in braces before it.
	password text not null check (password ~ '^[{][a-z0-9@-]+[}]'),
	roles text[] not null,
	-- Prefixes of region codes; the empty one is everywhere.
	regions text[] not null,
	enabled boolean not null default true,
	-- Counts the changes; a session or an edit of an older state is refused.
	revision integer not null default 1
);
