-- Recorded order is commit order: an instant once past never gets another answer later.
create table recorded_clock (
	single boolean primary key default true check (single),
	last timestamptz not null
);
insert into recorded_clock (last) values (clock_timestamp());

-- An instant for what the transaction records. Held until it ends, so that instants are
-- handed out in the order of commits. To be asked for after every other lock.
create function recorded_stamp() returns timestamptz language plpgsql volatile as $$
declare
	stamp timestamptz;
begin
	perform pg_advisory_xact_lock(379901, 1);
	update recorded_clock set last = greatest(clock_timestamp(), last + interval '1 microsecond')
		returning last into stamp;
	return stamp;
end $$;

-- An instant up to which everything recorded is committed, and after which everything
-- else will be recorded: waits for who has a stamp and has not committed yet.
create function recorded_settled() returns timestamptz language plpgsql volatile as $$
begin
	perform pg_advisory_xact_lock_shared(379901, 1);
	return greatest(clock_timestamp() - interval '1 microsecond', (select last from recorded_clock));
end $$;
