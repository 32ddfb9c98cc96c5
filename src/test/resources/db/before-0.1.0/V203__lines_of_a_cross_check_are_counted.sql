-- How many lines were matched is no number of a line: headers and refused lines count for the one, not for the other.
alter table cross_check add column matched_until integer not null default 0;
update cross_check c set matched_until = done, done = case when state = 'COMPLETED' then accepted
	else (select count(*) from cross_check_line l where l.cross_check = c.id and l.line <= c.done and l.code is null) end;
