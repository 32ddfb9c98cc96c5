-- A keyed hash of a payee's name and birth date; null in rosters made before it was noted.
alter table payment_payee add column person_hash bytea;
create index payment_payee_person on payment_payee (roster, person_hash) where person_hash is not null;

-- Two files of one name and birth date, of which one has no resident id at least: they may
-- be one person, who is paid twice.
create function flag_same_people(flagged uuid) returns void language sql as $$
	insert into payment_flag (roster, code, applicant, people)
		select roster, 'SAME_PERSON', applicant, people from (
			select p.roster, p.applicant, count(*) over same as people,
				bool_or(p.resident_id_known is not true) over same as unclear
			from payment_payee p
			where p.roster = flagged and p.person_hash is not null
			window same as (partition by p.person_hash)) p
		where people > 1 and unclear;
$$;
