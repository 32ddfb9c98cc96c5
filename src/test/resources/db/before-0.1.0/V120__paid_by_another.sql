-- What another jurisdiction's roster pays somebody for the same program and period as well:
-- looked at before it is approved. Of a jurisdiction carved out of another, the outer one may
-- not have been reviewed since.
create function flag_paid_by_another(flagged uuid) returns void language sql as $$
	insert into payment_flag (roster, code, applicant, people)
		select flagged, 'PAID_BY_ANOTHER', l.applicant, count(distinct o.jurisdiction)
		from (select distinct applicant, program, period, claim from payment_line where roster = flagged and amount > 0) l
		join payment_line p on p.applicant = l.applicant and p.program = l.program and p.period = l.period
			and p.claim is not distinct from l.claim
		join roster o on o.id = p.roster and o.state <> 'DISCARDED'
			and o.jurisdiction <> (select jurisdiction from roster where id = flagged)
		where exists (select 1 from payment_line paid where paid.applicant = l.applicant and paid.roster = o.id
			and paid.amount > 0)
		group by l.applicant
		having sum(p.amount) > 0;
$$;
