-- Where accounts are signed in to the pages; a session without a row is over.
create table signed_in_session (
	id uuid primary key,
	account text not null,
	since timestamptz not null,
	last_seen timestamptz not null,
	address text not null
);

create index signed_in_session_account on signed_in_session (account);
