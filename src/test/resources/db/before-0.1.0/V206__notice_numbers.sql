-- 文号: what an office calls a notice that it issues, one after the other in its series and year.
-- Once given it never changes, and no two notices have the same.
create table notice_number (
	decision uuid primary key,
	-- the pattern of the setting: who shares a pattern shares its numbers
	series text not null,
	-- 0 where the pattern names no year
	year integer not null,
	number integer not null check (number > 0),
	text text not null unique,
	given_at timestamptz not null default clock_timestamp(),
	given_by text not null,
	unique (series, year, number)
);

create function refuse_notice_number_change() returns trigger language plpgsql as $$
begin
	raise exception 'the number of a notice never changes (%)', tg_op using errcode = 'integrity_constraint_violation';
end $$;

create trigger notice_number_kept before update or delete on notice_number
	for each row execute function refuse_notice_number_change();
create trigger notice_number_not_emptied before truncate on notice_number
	for each statement execute function refuse_notice_number_change();
