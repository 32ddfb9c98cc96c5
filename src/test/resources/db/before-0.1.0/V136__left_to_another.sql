-- What another jurisdiction's approved roster has paid stays open until that failed or was paid back.
alter table payment_open drop constraint payment_open_reason_check;
alter table payment_open add constraint payment_open_reason_check check (reason in ('SUSPENDED', 'TOO_OLD',
	'BELOW_TOLERANCE', 'CAPPED', 'DECEASED', 'GIVEN_UP', 'PAID_ELSEWHERE', 'NOT_FOUND', 'OUT_OF_CONTACT', 'CHECK_FAILED',
	'PAID_BY_ANOTHER'));
