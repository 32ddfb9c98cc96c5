-- Who did what, when: a chain of rows, each with a keyed hash over itself and the one
-- before. Rows are only ever added.

create table audit_event (
	id bigint primary key check (id > 0),
	at timestamptz not null,
	done_by text not null,
	action text not null,
	subject text not null,
	-- json, not jsonb: the very text was hashed.
	details json not null,
	previous bytea not null,
	hash bytea not null
);

create index audit_event_by_subject on audit_event (subject, id);
create index audit_event_by_time on audit_event (at, id);

-- The end of the chain. Whoever adds a row holds this one until the commit, so that the
-- order of the chain is the order of the commits. The seal is a keyed hash as well: the
-- last rows cannot be cut off and the head set back without the key.
create table audit_head (
	single boolean primary key default true check (single),
	last bigint not null,
	hash bytea not null,
	seal bytea not null
);

insert into audit_head (last, hash, seal) values (0, '', '');

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
	raise exception 'the audit trail is only ever added to (% on %)', tg_op, tg_table_name
		using errcode = 'integrity_constraint_violation';
end $$;

create function audit_head_advances() returns trigger language plpgsql as $$
begin
	if new.last <= old.last then
		raise exception 'the audit trail is only ever added to' using errcode = 'integrity_constraint_violation';
	end if;
	return new;
end $$;

create trigger audit_event_kept before update or delete on audit_event
	for each row execute function refuse_audit_change();
create trigger audit_event_not_emptied before truncate on audit_event
	for each statement execute function refuse_audit_change();
create trigger audit_head_advances before update on audit_head
	for each row execute function audit_head_advances();
create trigger audit_head_kept before delete on audit_head
	for each row execute function refuse_audit_change();
create trigger audit_head_single before truncate on audit_head
	for each statement execute function refuse_audit_change();
