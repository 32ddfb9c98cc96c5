-- An organisation is paid into the account of its own file, as a person is.
alter table payment_line drop constraint payment_line_paid_to_check;
alter table payment_line add constraint payment_line_paid_to_check
	check (paid_to in ('PERSON', 'SCHEME', 'INSURER', 'PROVIDER', 'ORGANISATION'));

create or replace view payment_line_transfer as
	select l.roster, l.number, l.applicant, l.paid_to, l.program, l.amount, l.decision,
		min(l.number) over (partition by l.roster, l.paid_to,
			case when l.paid_to not in ('PERSON', 'ORGANISATION') then l.program end,
			case when l.paid_to in ('PERSON', 'ORGANISATION') then p.account_hash end,
			case when l.paid_to in ('PERSON', 'ORGANISATION') and p.account_hash is null then l.applicant end, l.pay_day) as transfer, l.pay_day
	from payment_line l left join payment_payee p on p.roster = l.roster and p.applicant = l.applicant;

-- Nobody asks an organisation for a life check.
create or replace function sum_up_roster(summed uuid) returns void language sql as $$
	insert into payment_section
		select l.roster, l.paid_to, l.program, count(*), count(distinct l.applicant), sum(l.amount)
		from payment_line l where l.roster = summed group by 1, 2, 3;
	insert into payment_flag
		with payee as materialized (
			select p.*, count(*) over (partition by p.account_hash) as sharing,
				count(*) over (partition by p.payee_hash) as twice,
				exists (select from payment_line l
					where l.roster = p.roster and l.applicant = p.applicant and l.paid_to = 'PERSON') as living
			from payment_payee p where p.roster = summed and exists (select from payment_line l
				where l.roster = p.roster and l.applicant = p.applicant and l.paid_to in ('PERSON', 'ORGANISATION')))
		select roster, 'NO_ACCOUNT', applicant, 1 from payee where account_hash is null
		union all
		select roster, 'ACCOUNT_FOR_MANY', applicant, sharing from payee
			where account_hash is not null and sharing >= 3
		union all
		select roster, 'DUPLICATE_PAYEE', applicant, twice from payee where payee_hash is not null and twice > 1
		union all
		select roster, 'LIFE_CHECK_UNKNOWN', applicant, 1 from payee where living and not life_check_known;
$$;

-- Whoever is paid themselves and has no resident id or credit code on file.
create or replace function flag_missing_resident_ids(summed uuid) returns void language sql as $$
	insert into payment_flag
		select p.roster, 'NO_RESIDENT_ID', p.applicant, 1 from payment_payee p
		where p.roster = summed and not p.resident_id_known and exists (select from payment_line l
			where l.roster = p.roster and l.applicant = p.applicant and l.paid_to in ('PERSON', 'ORGANISATION'));
$$;
