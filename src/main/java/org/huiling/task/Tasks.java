package org.huiling.task;

import java.util.UUID;

import org.huiling.protection.Seal;
import org.huiling.storage.TimeOrderedId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 待办清单: where whatever finds something puts it. */
@Component
public class Tasks {

	private final JdbcClient jdbc;

	private final Seal seal;

	private final JsonMapper json;

	Tasks(JdbcClient jdbc, Seal seal, JsonMapper json) {
		this.jdbc = jdbc;
		this.seal = seal;
		this.json = json;
	}

	/**
	 * Opens a task, unless the same was found before: then it stays as it is, also if
	 * somebody closed it. One that was settled because its reason was gone is opened
	 * anew.
	 * @param task what was found
	 * @return whether it is new
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean open(NewTask task) {
		UUID id = TimeOrderedId.next();
		NewTask.Stranger stranger = task.stranger();
		return this.jdbc
			.sql("""
					insert into task (id, kind, applicant, person, jurisdiction, region, program, because, arguments, proposes,
					money, due, source, key) values (?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as json), ?, ?, ?, ?)
					on conflict (key) where not settled do nothing""")
			.param(id)
			.param(task.kind().name())
			.param(task.applicant())
			.param(sealed(id, stranger))
			.param(task.jurisdiction())
			.param((stranger != null) ? stranger.region() : null)
			.param(task.program())
			.param(task.because())
			.param(task.arguments().toArray(String[]::new))
			.param(this.json.writeValueAsString(task.proposes()))
			.param(task.money())
			.param(task.due())
			.param(task.source())
			.param(task.key())
			.update() == 1;
	}

	private byte @Nullable [] sealed(UUID id, NewTask.@Nullable Stranger stranger) {
		return (stranger != null) ? this.seal.seal(this.json.writeValueAsBytes(stranger), place(id)) : null;
	}

	/** What a sealed person is bound to. */
	static String place(UUID id) {
		return "task " + id;
	}

}
