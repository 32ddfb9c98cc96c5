-- Ages in ten years, such as 80-89; empty where the birth date is not known.
alter table recalculation_tally
	add column ages text not null default '',
	drop constraint recalculation_tally_pkey,
	add primary key (run, jurisdiction, slice, program, region, ages, before_outcome, after_outcome);
