-- Who set a rule, and when; null for those that are shipped.
alter table payment_rule
	add column recorded_by text,
	add column recorded_at timestamptz,
	add check ((recorded_by is null) = (recorded_at is null));
create trigger payment_rule_not_emptied before truncate on payment_rule
	for each statement execute function refuse_payment_change();
