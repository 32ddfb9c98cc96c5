-- A result belongs to a line of its roster. A foreign key looks at, and locks, each line by
-- itself, which takes minutes for a roster of a million; lines never change and never go, so
-- it is enough to look once, when results come.
alter table payment_result drop constraint payment_result_roster_number_fkey;

create function only_of_its_lines() returns trigger language plpgsql as $$
begin
	if exists (select from fresh f where not exists
			(select from payment_line l where l.roster = f.roster and l.number = f.number)) then
		raise exception 'a result needs a line' using errcode = 'foreign_key_violation';
	end if;
	return null;
end $$;

create trigger payment_result_of_line after insert on payment_result referencing new table as fresh
	for each statement execute function only_of_its_lines();
