-- The list whose items are claims to a program; what others name none is the claims.
alter table program add column over_list text not null default 'claims'
	check (over_list = 'claims' or cycle = 'CLAIM');
