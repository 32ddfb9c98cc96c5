package org.huiling.decision.store;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.huiling.applicant.KeptAboutPeople;
import org.huiling.applicant.KeptRows;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was decided about a person, with what it saw, and objections against it. */
@Component
class DecisionsKept implements KeptAboutPeople {

	private final JdbcClient jdbc;

	DecisionsKept(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Set<String> tables() {
		return Set.of("decision", "decision_facts", "decision_objection", "decision_objection_outcome",
				"notice_number");
	}

	@Override
	public Map<String, List<Map<String, Object>>> of(Collection<UUID> files, int most) {
		Map<String, List<Map<String, Object>>> kept = new LinkedHashMap<>();
		kept.put("decisions",
				KeptRows.read(this.jdbc,
						"""
								select d.id, d.applicant as file, d.jurisdiction, d.program, d.period, d.claim, d.outcome, d.amount,
									d.in_kind, d.version, 'sha256:' || encode(d.digest, 'hex') as digest, d.decided_at, d.decided_by,
									d.known_at, d.cause, d.reason, d.supersedes,
									not exists (select from decision n where n.applicant = d.applicant and n.supersedes = d.id) as current,
									d.reasons, f.facts, w.text as notice_number
								from decision d left join decision_facts f on f.digest = d.facts
								left join notice_number w on w.decision = d.id
								where d.applicant = any(?) order by d.decided_at, d.id""",
						files, most));
		kept.put("objections", KeptRows.read(this.jdbc, """
				select o.id, o.decision, o.objected_on, o.grounds, o.recorded_at, o.recorded_by, c.outcome, c.reason,
					c.concluded_on, c.recorded_at as concluded_at, c.recorded_by as concluded_by
				from decision d join decision_objection o on o.decision = d.id
				left join decision_objection_outcome c on c.objection = o.id
				where d.applicant = any(?) order by o.recorded_at, o.id""", files, most));
		return kept;
	}

}
