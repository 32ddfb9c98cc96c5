-- What changed, in the order of commits, by the ids of things alone.
-- Decisions of one slice share their instant, so the index is small.
create index decision_by_time on decision (decided_at);
create view changed_decision as
	select id, applicant, decided_at as at, jurisdiction, program, period,
		case when outcome = 'REVOKED' then 'REVOKED' else 'DECIDED' end as action
	from decision;
-- The few events of the trail that others follow are found without reading the rest.
create index audit_event_followed on audit_event (id) where action in ('POLICY_PUBLISHED', 'POLICY_WITHDRAWN',
	'VERSION_IMPORTED', 'FACT_FILE_PUBLISHED', 'STANDARDS_PUBLISHED', 'ROSTER_APPROVED', 'ROSTER_CLOSED',
	'ROSTER_RESULTS_TAKEN', 'RESULT_TAKEN_BACK');
create view changed_by_event as
	select e.event, e.at, e.action, e.type,
		case when e.type = 'PAYMENT' then e.roster::text else e.subject end as id,
		case when e.type = 'PAYMENT' then r.jurisdiction
			when e.action = 'STANDARDS_PUBLISHED' then e.subject
			when e.action <> 'FACT_FILE_PUBLISHED' then split_part(e.subject, '/', 1) end as jurisdiction,
		nullif(case when e.type = 'PUBLICATION' then split_part(e.subject, '/', 2) else '' end, '') as program,
		r.month as period
	from (select id as event, at, action, subject,
			case when action in ('POLICY_PUBLISHED', 'POLICY_WITHDRAWN', 'VERSION_IMPORTED', 'FACT_FILE_PUBLISHED',
				'STANDARDS_PUBLISHED') then 'PUBLICATION' else 'PAYMENT' end as type,
			case when action = 'RESULT_TAKEN_BACK' then (details ->> 'roster')::uuid
				when action like 'ROSTER_%' then subject::uuid end as roster
		from audit_event where action in ('POLICY_PUBLISHED', 'POLICY_WITHDRAWN', 'VERSION_IMPORTED',
			'FACT_FILE_PUBLISHED', 'STANDARDS_PUBLISHED', 'ROSTER_APPROVED', 'ROSTER_CLOSED',
			'ROSTER_RESULTS_TAKEN', 'RESULT_TAKEN_BACK')) e
	left join roster r on r.id = e.roster;
