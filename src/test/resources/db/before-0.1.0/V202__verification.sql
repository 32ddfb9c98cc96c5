-- How somebody was reached who was drawn for verification.
alter table task_event add column contact text check (contact in ('PHONE', 'VISIT'));
