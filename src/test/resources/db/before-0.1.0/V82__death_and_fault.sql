-- What becomes of what a dead person owes and nothing is left to be set off against:
-- ESTATE: it stays open until it is settled by hand; WRITE_OFF: it is given up when the
-- roster is approved, up to a limit for a person; null for any sum.
alter table payment_rule
	add column on_death text not null default 'ESTATE' check (on_death in ('ESTATE', 'WRITE_OFF')),
	add column write_off_limit numeric(14,2) check (write_off_limit >= 0),
	add check (write_off_limit is null or on_death = 'WRITE_OFF');

-- Whose fault it was that too much was paid; null where nobody said.
alter table payment_settlement
	add column fault text check (fault in ('AGENCY_ERROR', 'FALSE_STATEMENT', 'NOT_REPORTED', 'NO_FAULT'));
