-- The last month of a quarter or a year; a month is itself.
create function period_end(period text) returns text language sql immutable parallel safe as $$
	select case when period like '____-Q_' then left(period, 5) || to_char(3 * right(period, 1)::integer, 'FM00')
		when length(period) = 4 then period || '-12' else period end;
$$;

-- Whether two periods have a month in common.
create function periods_meet(one text, other text) returns boolean language sql immutable parallel safe as $$
	select (period_begin(one) collate "C") <= (period_end(other) collate "C")
		and (period_begin(other) collate "C") <= (period_end(one) collate "C");
$$;
