-- What a roster lists in kind: quantities of things, never money.
create table payment_in_kind (
	roster uuid not null references roster,
	number integer not null,
	applicant uuid not null,
	program text not null,
	period text not null,
	claim text,
	kind text not null check (kind in ('REGULAR', 'ARREARS', 'RECOVERY', 'RETRY')),
	what text not null,
	what_en text not null,
	unit text not null,
	quantity integer not null check (quantity <> 0 and (kind = 'RECOVERY') = (quantity < 0)),
	paid_to text not null,
	-- what says so; null where nothing stands any more
	decision uuid,
	primary key (roster, number)
);
create index payment_in_kind_of on payment_in_kind (applicant);
create index decision_in_kind on decision (jurisdiction, applicant) where in_kind is not null;

create trigger payment_in_kind_frozen after insert on payment_in_kind referencing new table as fresh
	for each statement execute function only_into_open_roster();
create trigger payment_in_kind_kept before update or delete on payment_in_kind
	for each row execute function refuse_payment_change();
create trigger payment_in_kind_not_emptied before truncate on payment_in_kind
	for each statement execute function refuse_payment_change();
