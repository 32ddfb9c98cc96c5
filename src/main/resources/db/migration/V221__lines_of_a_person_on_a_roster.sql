-- A person's line on one roster is found without reading the roster. By the person alone, and
-- without statistics of lines (the first roster of a city is summed up in the transaction that
-- writes it), the planner met both indexes for each person: the whole roster as often as it has
-- people.
drop index payment_line_of;
create index payment_line_of on payment_line (applicant, roster);
