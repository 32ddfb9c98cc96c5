-- What is paid. Everything but the state of a roster is only ever inserted.

-- How a jurisdiction pays, from a month on; '*' is whoever has no line of its own.
create table payment_rule (
	jurisdiction text not null,
	from_month text not null check (from_month ~ '^[0-9]{4}-[0-9]{2}$'),
	frequency text not null check (frequency in ('MONTHLY', 'QUARTERLY')),
	-- ADVANCE: a month is paid in the month before it, a quarter before it begins;
	-- ARREARS: in the month itself, a quarter in its last month
	timing text not null check (timing in ('ADVANCE', 'ARREARS')),
	pay_day integer not null check (pay_day between 1 and 31),
	-- how many months before the roster's arrears go back; null for all
	arrears_months integer check (arrears_months >= 0),
	-- below it no adjustment is booked
	tolerance numeric(14,2) not null check (tolerance >= 0),
	-- the most that is set off in a month, as a share of what the person is paid in it
	recovery_share numeric(5,4) not null check (recovery_share between 0 and 1),
	-- until when what is asked back is due, in days from the pay day
	due_days integer not null check (due_days >= 0),
	-- how long a passed life check holds; null where none is asked for
	life_check_months integer check (life_check_months > 0),
	basis text not null,
	primary key (jurisdiction, from_month)
);

insert into payment_rule values
	('*', '1900-01', 'MONTHLY', 'ARREARS', 10, null, 0.00, 1.0000, 30, 12,
		'示范区自拟（本项目假设） · the model district''s own assumption'),
	('beijing', '2019-10', 'MONTHLY', 'ADVANCE', 31, null, 0.00, 1.0000, 30, 12,
		'发放时间：京民养老发〔2019〕160号 六；其余为本项目假设 · pay day as published, the rest assumed');

create table roster (
	id uuid primary key,
	jurisdiction text not null,
	month text not null check (month ~ '^[0-9]{4}-[0-9]{2}$'),
	-- the months whose regular payments it holds
	first_month text not null,
	last_month text not null,
	pay_day date not null,
	rule_from text not null,
	-- decisions and payees are those known then
	known_at timestamptz not null,
	made_by text not null,
	made_at timestamptz not null,
	state text not null check (state in ('DRAFT', 'APPROVED', 'CLOSED', 'DISCARDED')),
	-- over its lines; null only while they are being written
	digest bytea,
	lines bigint,
	total numeric(20,2),
	arrears numeric(20,2),
	recoveries numeric(20,2),
	approved_by text,
	approved_at timestamptz,
	ended_by text,
	ended_at timestamptz,
	check (approved_by <> made_by),
	check ((state in ('APPROVED', 'CLOSED')) = (approved_by is not null)),
	check ((state in ('CLOSED', 'DISCARDED')) = (ended_at is not null))
);

create unique index roster_of_month on roster (jurisdiction, month) where state <> 'DISCARDED';

create table payment_line (
	roster uuid not null references roster,
	number integer not null,
	applicant uuid not null,
	program text not null,
	period text not null,
	claim text,
	kind text not null check (kind in ('REGULAR', 'ARREARS', 'RECOVERY', 'RETRY')),
	amount numeric(14,2) not null check ((kind = 'RECOVERY') = (amount < 0) and amount <> 0),
	paid_to text not null check (paid_to in ('PERSON', 'SCHEME', 'INSURER', 'PROVIDER')),
	-- what says so; null where nothing stands any more
	decision uuid,
	version text,
	because text,
	primary key (roster, number)
);

create index payment_line_of on payment_line (applicant);

-- What is decided and not paid, or paid and not recovered, and why: line by line
-- paid + open = decided.
create table payment_open (
	roster uuid not null references roster,
	number integer not null,
	applicant uuid not null,
	program text not null,
	period text not null,
	claim text,
	amount numeric(14,2) not null check (amount <> 0),
	paid_to text not null,
	reason text not null check (reason in ('SUSPENDED', 'TOO_OLD', 'BELOW_TOLERANCE', 'CAPPED', 'DECEASED')),
	-- until when it is to be paid back, null for what is owed to the person
	due date,
	primary key (roster, number)
);

-- The people a roster names. Their names and accounts stay in the register, as known when
-- the roster was made; an account is compared by a hash with a key.
create table payment_payee (
	roster uuid not null references roster,
	applicant uuid not null,
	account_hash bytea,
	payee_hash bytea,
	life_check_known boolean not null,
	primary key (roster, applicant)
);

create index payment_payee_account on payment_payee (roster, account_hash) where account_hash is not null;

create table payment_result (
	roster uuid not null,
	number integer not null,
	result text not null check (result in ('PAID', 'FAILED')),
	reason text,
	reported_by text not null,
	reported_at timestamptz not null,
	primary key (roster, number),
	foreign key (roster, number) references payment_line
);

-- What is settled by hand: collected from the estate, or given up.
create table payment_settlement (
	id uuid primary key,
	jurisdiction text not null,
	applicant uuid not null,
	program text not null,
	period text not null,
	claim text,
	kind text not null check (kind in ('COLLECTED', 'WRITTEN_OFF')),
	-- what it makes less of what is owed back
	amount numeric(14,2) not null check (amount > 0),
	reason text not null,
	settled_by text not null,
	settled_at timestamptz not null
);

create index payment_settlement_of on payment_settlement (jurisdiction, applicant);

create function refuse_payment_change() returns trigger language plpgsql as $$
begin
	raise exception 'what was paid never changes (% on %)', tg_op, tg_table_name
		using errcode = 'integrity_constraint_violation';
end $$;

create function keep_roster() returns trigger language plpgsql as $$
begin
	if old.digest is null and old.state = 'DRAFT' and new.state = 'DRAFT' then
		return new;
	end if;
	if (to_jsonb(new) - '{state,approved_by,approved_at,ended_by,ended_at}'::text[])
			= (to_jsonb(old) - '{state,approved_by,approved_at,ended_by,ended_at}'::text[])
			and (old.state, new.state) in (('DRAFT', 'APPROVED'), ('DRAFT', 'DISCARDED'), ('APPROVED', 'CLOSED'))
			and (old.approved_by is null or (new.approved_by, new.approved_at) = (old.approved_by, old.approved_at)) then
		return new;
	end if;
	raise exception 'a frozen roster never changes (%)', old.id using errcode = 'integrity_constraint_violation';
end $$;

create function only_into_open_roster() returns trigger language plpgsql as $$
begin
	if exists (select from fresh f join roster r on r.id = f.roster where r.digest is not null) then
		raise exception 'a frozen roster gets no more lines (%)', tg_table_name
			using errcode = 'integrity_constraint_violation';
	end if;
	return null;
end $$;

create function only_for_approved_roster() returns trigger language plpgsql as $$
begin
	if exists (select from fresh f join roster r on r.id = f.roster where r.state <> 'APPROVED') then
		raise exception 'results are reported of approved rosters only'
			using errcode = 'integrity_constraint_violation';
	end if;
	return null;
end $$;

create trigger roster_kept before update on roster for each row execute function keep_roster();
create trigger roster_not_deleted before delete on roster for each row execute function refuse_payment_change();

create trigger payment_line_frozen after insert on payment_line referencing new table as fresh
	for each statement execute function only_into_open_roster();
create trigger payment_open_frozen after insert on payment_open referencing new table as fresh
	for each statement execute function only_into_open_roster();
create trigger payment_payee_frozen after insert on payment_payee referencing new table as fresh
	for each statement execute function only_into_open_roster();
create trigger payment_result_in_time after insert on payment_result referencing new table as fresh
	for each statement execute function only_for_approved_roster();

create trigger payment_rule_kept before update or delete on payment_rule
	for each row execute function refuse_payment_change();
create trigger payment_line_kept before update or delete on payment_line
	for each row execute function refuse_payment_change();
create trigger payment_open_kept before update or delete on payment_open
	for each row execute function refuse_payment_change();
create trigger payment_payee_kept before update or delete on payment_payee
	for each row execute function refuse_payment_change();
create trigger payment_result_kept before update or delete on payment_result
	for each row execute function refuse_payment_change();
create trigger payment_settlement_kept before update or delete on payment_settlement
	for each row execute function refuse_payment_change();
create trigger roster_not_emptied before truncate on roster
	for each statement execute function refuse_payment_change();
create trigger payment_line_not_emptied before truncate on payment_line
	for each statement execute function refuse_payment_change();
create trigger payment_result_not_emptied before truncate on payment_result
	for each statement execute function refuse_payment_change();
create trigger payment_settlement_not_emptied before truncate on payment_settlement
	for each statement execute function refuse_payment_change();
