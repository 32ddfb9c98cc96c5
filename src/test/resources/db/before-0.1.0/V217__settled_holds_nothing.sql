-- As before, an instant up to which everything recorded is committed and after which
-- everything else will be recorded: waits for who has a stamp and has not committed yet.
-- Holds nothing afterwards: whoever looked and records later in the same transaction would
-- else wait for others who looked and record, and they for them.
create or replace function recorded_settled() returns timestamptz language plpgsql volatile as $$
declare
	settled timestamptz;
begin
	begin
		perform pg_advisory_xact_lock_shared(379901, 1);
		settled := greatest(clock_timestamp() - interval '1 microsecond', (select last from recorded_clock));
		-- what is rolled back gives the lock back; the variable keeps its value
		raise exception 'settled' using errcode = 'HL217';
	exception when sqlstate 'HL217' then
		null;
	end;
	return settled;
end $$;
