-- Whether a program is assessed, decided and paid in every jurisdiction below as well.
alter table program add column applies_below boolean not null default false
	check (not applies_below or id <> 'stacking');
-- The nation claims no region of its own: what it claims begins every code.
alter table jurisdiction drop constraint jurisdiction_region_prefix_check;
alter table jurisdiction add check (region_prefix ~ '^([0-9]{2,12})?$');
