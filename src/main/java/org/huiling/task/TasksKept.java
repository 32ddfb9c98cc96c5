package org.huiling.task;

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

/** What somebody was to look at about a person, and what was done with it. */
@Component
class TasksKept implements KeptAboutPeople {

	private final JdbcClient jdbc;

	TasksKept(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Set<String> tables() {
		return Set.of("task", "task_event");
	}

	@Override
	public Map<String, List<Map<String, Object>>> of(Collection<UUID> files, int most) {
		Map<String, List<Map<String, Object>>> kept = new LinkedHashMap<>();
		kept.put("tasks", KeptRows.read(this.jdbc, """
				select t.id, t.applicant as file, t.kind, t.state, t.jurisdiction, t.program, t.because, t.arguments,
					t.proposes, t.money, t.due, t.assignee, t.source, t.created_at, t.closed_at, t.settled
				from task t where t.applicant = any(?) order by t.created_at, t.id""", files, most));
		kept.put("taskEvents", KeptRows.read(this.jdbc, """
				select e.task, e.what, e.reason, e.contact, e.by, e.at
				from task t join task_event e on e.task = t.id
				where t.applicant = any(?) order by e.at, e.id""", files, most));
		return kept;
	}

}
