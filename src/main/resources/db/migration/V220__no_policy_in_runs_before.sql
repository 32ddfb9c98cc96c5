-- What pages said of runs until now. A migration of its own: the columns are added in a moment, and nobody
-- waits while rows are written.
update recalculation_change set after_status = 'NO_POLICY'
where after_outcome = 'NOT_ELIGIBLE' and after_version is null and because in ('FIRST', 'VERSION', 'FACTS');
