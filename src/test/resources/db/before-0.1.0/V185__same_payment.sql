-- False, never unknown, where one of two payments has no claim and their periods have no month in common.
create or replace function same_payment(one_period text, one_claim text, other_period text, other_claim text)
	returns boolean language sql immutable parallel safe as $$
	select nullif(one_claim, 'ONCE') is not distinct from nullif(other_claim, 'ONCE')
		and (periods_meet(one_period, other_period)
			or (one_claim is not distinct from 'ONCE' and other_claim is not distinct from 'ONCE'));
$$;
