-- Runs that the schedule ordered: whoever is first at a time orders it, and nobody else.
create table recalculation_scheduled (
	due timestamptz primary key,
	run uuid not null references recalculation
);
