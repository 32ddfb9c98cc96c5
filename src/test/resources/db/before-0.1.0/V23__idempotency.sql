-- Answers to requests with an Idempotency-Key, so that a repeated one is answered alike.
create table idempotent_request (
	account text not null,
	key_hash bytea not null,
	request_hash bytea not null,
	status integer,
	location text,
	etag text,
	-- sealed: an answer may hold a name
	body bytea,
	made_at timestamptz not null default now(),
	primary key (account, key_hash)
);
