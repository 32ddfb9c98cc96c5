-- What stood and what stands as pages say it, where that is not the outcome: NO_POLICY.
alter table recalculation_change add before_status text;
alter table recalculation_change add after_status text;
