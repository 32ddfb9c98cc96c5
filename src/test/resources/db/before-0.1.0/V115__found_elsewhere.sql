-- How often an account was told in a day that a resident id is on file where it does not see.

create table found_elsewhere (
	account text not null,
	day date not null,
	times integer not null,
	primary key (account, day)
);
