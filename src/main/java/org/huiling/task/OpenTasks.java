package org.huiling.task;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.huiling.storage.TimeOrderedId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 未了的待办: what a source has on the list, so that it can take off what needs nothing any
 * more.
 */
@Component
public class OpenTasks {

	private static final String OPEN = "select t.id, t.applicant, t.key from task t where t.state = 'OPEN'"
			+ " and t.source = ? and t.jurisdiction = ? and t.applicant is not null";

	private static final String SETTLED = "事由已不存在，系统自动了结 · closed by the service: its reason is gone";

	private static final String SERVICE = "system";

	private final JdbcClient jdbc;

	OpenTasks(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * An open task.
	 *
	 * @param id its id
	 * @param applicant whose file it was found with
	 * @param key by which it is known again
	 */
	public record Open(UUID id, UUID applicant, String key) {
	}

	/**
	 * The open tasks of a source.
	 * @param source what found them
	 * @param jurisdiction whose
	 * @return by person
	 */
	@Transactional(readOnly = true)
	public List<Open> of(String source, String jurisdiction) {
		return this.jdbc.sql(OPEN + " order by t.applicant")
			.params(source, jurisdiction)
			.query((row, number) -> new Open(row.getObject("id", UUID.class), row.getObject("applicant", UUID.class),
					row.getString("key")))
			.list();
	}

	/**
	 * Those about people of whom anything was recorded or decided since.
	 * @param source what found them
	 * @param jurisdiction whose
	 * @param since an instant
	 * @return by person
	 */
	@Transactional(readOnly = true)
	public List<Open> touched(String source, String jurisdiction, Instant since) {
		return this.jdbc
			.sql(OPEN + " and t.applicant in (select applicant from applicant_touched where at > ?"
					+ " union select applicant from applicant_decided where at > ?"
					+ " union select applicant from applicant_ended where at > ?) order by t.applicant")
			.param(source)
			.param(jurisdiction)
			.param(since.atOffset(ZoneOffset.UTC))
			.param(since.atOffset(ZoneOffset.UTC))
			.param(since.atOffset(ZoneOffset.UTC))
			.query((row, number) -> new Open(row.getObject("id", UUID.class), row.getObject("applicant", UUID.class),
					row.getString("key")))
			.list();
	}

	/**
	 * Closes tasks whose reason is gone, as done. Those that somebody closed meanwhile
	 * stay as they are.
	 * @param ids of the tasks
	 * @return how many were closed
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public int settle(Collection<UUID> ids) {
		return this.jdbc.sql("""
				with gone as (
					update task set state = 'DONE', settled = true, closed_at = clock_timestamp()
					where id = any(?) and state = 'OPEN' returning id)
				insert into task_event (id, task, what, reason, by)
				select e.event, g.id, 'SETTLED', ?, ? from gone g
				join unnest(cast(? as uuid[]), cast(? as uuid[])) as e (task, event) on e.task = g.id""")
			.params(ids.toArray(UUID[]::new), SETTLED, SERVICE, ids.toArray(UUID[]::new),
					ids.stream().map((id) -> TimeOrderedId.next()).toArray(UUID[]::new))
			.update();
	}

}
