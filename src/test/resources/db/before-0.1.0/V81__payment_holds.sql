-- Payments that are held back, and their release: reasons, not deletions. Only ever inserted.
create table payment_hold (
	id uuid primary key,
	applicant uuid not null,
	-- null for all
	program text,
	-- since which month; what was paid before stays paid
	from_month text not null check (from_month ~ '^[0-9]{4}-[0-9]{2}$'),
	code text not null check (code in ('GIVEN_UP', 'PAID_ELSEWHERE', 'NOT_FOUND', 'OUT_OF_CONTACT', 'CHECK_FAILED')),
	reason text not null,
	held_by text not null,
	held_at timestamptz not null
);

create index payment_hold_of on payment_hold (applicant);

-- A hold is released once.
create table payment_hold_release (
	hold uuid primary key references payment_hold,
	reason text not null,
	released_by text not null,
	released_at timestamptz not null
);

alter table payment_open drop constraint payment_open_reason_check;
alter table payment_open add constraint payment_open_reason_check check (reason in ('SUSPENDED', 'TOO_OLD',
	'BELOW_TOLERANCE', 'CAPPED', 'DECEASED', 'GIVEN_UP', 'PAID_ELSEWHERE', 'NOT_FOUND', 'OUT_OF_CONTACT', 'CHECK_FAILED'));

create trigger payment_hold_kept before update or delete on payment_hold
	for each row execute function refuse_payment_change();
create trigger payment_hold_release_kept before update or delete on payment_hold_release
	for each row execute function refuse_payment_change();
create trigger payment_hold_not_emptied before truncate on payment_hold
	for each statement execute function refuse_payment_change();
create trigger payment_hold_release_not_emptied before truncate on payment_hold_release
	for each statement execute function refuse_payment_change();
