-- Whether a payee's resident id was known; null in rosters made before it was noted.
alter table payment_payee add column resident_id_known boolean;

-- Which codes there are is written where flags are made; a list here would have to be told.
alter table payment_flag drop constraint payment_flag_code_check;
alter table payment_flag add constraint payment_flag_code_check check (code ~ '^[A-Z_]+$');

-- Whoever is paid themselves and has no resident id on file.
create function flag_missing_resident_ids(summed uuid) returns void language sql as $$
	insert into payment_flag
		select p.roster, 'NO_RESIDENT_ID', p.applicant, 1 from payment_payee p
		where p.roster = summed and not p.resident_id_known and exists (select from payment_line l
			where l.roster = p.roster and l.applicant = p.applicant and l.paid_to = 'PERSON');
$$;
