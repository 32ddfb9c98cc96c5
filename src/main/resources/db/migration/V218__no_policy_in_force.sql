-- What stood and what stands as pages say it, where that is not the outcome: NO_POLICY.
alter table recalculation_change add before_status text;
alter table recalculation_change add after_status text;

-- What pages went by until now.
update recalculation_change set after_status = 'NO_POLICY'
where after_outcome = 'NOT_ELIGIBLE' and after_version is null and because in ('FIRST', 'VERSION', 'FACTS');
