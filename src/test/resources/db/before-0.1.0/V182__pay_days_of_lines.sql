-- When a line is paid, where that is another day than the roster's; null is the roster's. A recovery has the day
-- of the payments that it is set off against.
alter table payment_line add column pay_day date;

-- What is transferred at once is paid on one day.
create or replace view payment_line_transfer as
	select l.roster, l.number, l.applicant, l.paid_to, l.program, l.amount, l.decision,
		min(l.number) over (partition by l.roster, l.paid_to, case when l.paid_to <> 'PERSON' then l.program end,
			case when l.paid_to = 'PERSON' then p.account_hash end,
			case when l.paid_to = 'PERSON' and p.account_hash is null then l.applicant end, l.pay_day) as transfer, l.pay_day
	from payment_line l left join payment_payee p on p.roster = l.roster and p.applicant = l.applicant;

-- What is decided for a program that is paid in another month waits for it.
alter table payment_open drop constraint payment_open_reason_check;
alter table payment_open add constraint payment_open_reason_check check (reason in ('SUSPENDED', 'TOO_OLD',
	'BELOW_TOLERANCE', 'CAPPED', 'DECEASED', 'GIVEN_UP', 'PAID_ELSEWHERE', 'NOT_FOUND', 'OUT_OF_CONTACT', 'CHECK_FAILED',
	'PAID_BY_ANOTHER', 'NOT_ITS_MONTH'));
