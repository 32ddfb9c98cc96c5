-- Recalculations: runs that review many people and decide what differs.
create table recalculation (
	id uuid primary key,
	mode text not null check (mode in ('DRY_RUN', 'COMMIT')),
	-- what it reviews; never changes
	jurisdictions text[] not null,
	programs text[],
	from_month text not null check (from_month ~ '^[0-9]{4}-[0-9]{2}$'),
	to_month text not null check (to_month ~ '^[0-9]{4}-[0-9]{2}$'),
	current_month text not null,
	touched_since timestamptz,
	reason text not null,
	ordered_by text not null,
	ordered_at timestamptz not null,
	known_at timestamptz not null,
	-- how far it is
	state text not null check (state in ('STARTING', 'RUNNING', 'STOPPING', 'STOPPED', 'COMPLETED', 'FAILED')),
	total bigint,
	-- since it was started or restarted last
	started_at timestamptz,
	resumed_at timestamptz,
	done_when_resumed bigint not null default 0,
	finished_at timestamptz,
	error text,
	check (from_month <= to_month)
);

create index recalculation_open on recalculation (state) where state in ('STARTING', 'RUNNING', 'STOPPING');

-- The versions that a run looks at, by jurisdiction.
create table recalculation_policies (
	run uuid not null references recalculation,
	jurisdiction text not null,
	policies integer not null,
	primary key (run, jurisdiction)
);

-- Whom a run reviews, numbered; emptied when it is completed.
create table recalculation_person (
	run uuid not null,
	jurisdiction text not null,
	number integer not null,
	applicant uuid not null,
	primary key (run, jurisdiction, number)
);

-- The slices in which they are reviewed, each in one transaction with all it comes to.
create table recalculation_slice (
	run uuid not null,
	jurisdiction text not null,
	first integer not null,
	last integer not null,
	done boolean not null default false,
	failed integer not null default 0,
	undecided integer not null default 0,
	changed integer not null default 0,
	primary key (run, jurisdiction, first)
);

create index recalculation_slice_left on recalculation_slice (run, jurisdiction, first) where not done;

create table recalculation_change (
	run uuid not null,
	-- of the decision; under a dry run of none
	id uuid not null,
	applicant uuid not null,
	jurisdiction text not null,
	program text not null,
	period text not null,
	claim text,
	before_outcome text,
	before_amount numeric(14,2),
	before_version text,
	after_outcome text not null,
	after_amount numeric(14,2) not null,
	after_version text,
	difference numeric(14,2) not null,
	because text not null,
	primary key (run, id)
);

-- Whose facts or policies are broken, and what is missing where.
create table recalculation_failure (
	run uuid not null,
	applicant uuid not null,
	jurisdiction text not null,
	reason text not null,
	primary key (run, applicant, jurisdiction)
);

create table recalculation_undecided (
	run uuid not null,
	applicant uuid not null,
	jurisdiction text not null,
	program text not null,
	period text not null,
	claim text,
	missing text[] not null
);

create index recalculation_undecided_of on recalculation_undecided (run, applicant);

create table recalculation_tally (
	run uuid not null,
	jurisdiction text not null,
	slice integer not null,
	program text not null,
	region text not null,
	before_outcome text not null,
	after_outcome text not null,
	periods bigint not null,
	paid_before numeric(20,2) not null,
	paid_after numeric(20,2) not null,
	primary key (run, jurisdiction, slice, program, region, before_outcome, after_outcome)
);
