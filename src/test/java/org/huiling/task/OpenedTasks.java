package org.huiling.task;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

import org.huiling.applicant.register.People;
import org.huiling.facts.MadeUpIds;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tasks for tests of what shows them. */
public final class OpenedTasks {

	private static final JsonMapper JSON = new JsonMapper();

	private final People people;

	private final Tasks tasks;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	public OpenedTasks(People people, Tasks tasks, JdbcClient jdbc, PlatformTransactionManager transactions) {
		this.people = people;
		this.tasks = tasks;
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** Somebody who is granted the allowance from 2013-01 on. */
	public String granted(String name) {
		String id = this.people.begun("""
				{"residentId": "%s", "name": "%s", "birthDate": "1930-01-10",
				 "hukou": {"region": "379901003", "type": "RURAL", "since": "1950-02-01"},
				 "applications": [{"program": "old-age-allowance", "date": "2013-01-10"}],
				 "household": {"dibao": {"type": "NONE"}}}"""
			.formatted(MadeUpIds.of(LocalDate.of(1930, 1, 10), MadeUpNumbers.next()), name));
		this.people
			.post("/api/v1/applicants/" + id + "/decisions",
					"{\"period\": \"2013-01\", \"programs\": [\"old-age-allowance\"]}")
			.is(201);
		return id;
	}

	/** That they died on 2013-05-20, with the record, and a hold if that is said. */
	public String died(String applicant, boolean held) {
		Proposed record = record(LocalDate.of(2013, 5, 20));
		return open(TaskKind.PAID_BUT_DEAD, applicant, "DIED",
				held ? new Proposed(record.record(), record.from(),
						new Proposed.Hold(null, YearMonth.of(2013, 6), "NOT_FOUND")) : record,
				LocalDate.of(2013, 9, 7));
	}

	/** That they died on some day, with the record. */
	public String died(String applicant, LocalDate day) {
		return open(TaskKind.PAID_BUT_DEAD, applicant, "DIED", record(day), LocalDate.of(2013, 9, 7));
	}

	private static Proposed record(LocalDate day) {
		return Proposed.record(JSON.readTree("{\"deathDate\": \"" + day + "\"}"), day);
	}

	/** That somebody of the same name died; only a person can tell. */
	public String unclear(String applicant, @Nullable LocalDate due) {
		return open(TaskKind.UNCLEAR, applicant, "DIED_BY_NAME", Proposed.NOTHING, due);
	}

	/** What proposes nothing, as its source would open it. */
	public String open(TaskKind kind, String applicant, String because, String... arguments) {
		return open(kind, applicant, because, Proposed.NOTHING, null, List.of(arguments), "test " + UUID.randomUUID());
	}

	private String open(TaskKind kind, String applicant, String because, Proposed proposes, @Nullable LocalDate due) {
		return open(kind, applicant, because, proposes, due, List.of("2013-05-20", "2013-08-31", "2013-06", "2013-08"),
				"test " + UUID.randomUUID());
	}

	/** Somebody of a list who is not on file. */
	public String notOnFile(String name) {
		String key = "test " + UUID.randomUUID();
		NewTask task = new NewTask(TaskKind.NOT_ON_FILE, null,
				new NewTask.Stranger(name, "379901************", "379901003"), "model-district", "old-age-allowance",
				"NOT_ON_FILE", List.of("2013-08-31", "1930-02-03", "old-age-allowance"), Proposed.NOTHING, null, null,
				"CROSS_CHECK:" + UUID.randomUUID(), key);
		this.transaction.executeWithoutResult((status) -> this.tasks.open(task));
		return this.jdbc.sql("select id::text from task where key = ?").param(key).query(String.class).single();
	}

	private String open(TaskKind kind, String applicant, String because, Proposed proposes, @Nullable LocalDate due,
			List<String> arguments, String key) {
		NewTask task = new NewTask(kind, UUID.fromString(applicant), null, "model-district", "old-age-allowance",
				because, arguments, proposes, new BigDecimal("300.00"), due, "CROSS_CHECK:" + UUID.randomUUID(), key);
		this.transaction.executeWithoutResult((status) -> this.tasks.open(task));
		return this.jdbc.sql("select id::text from task where key = ?").param(key).query(String.class).single();
	}

	/** Whatever is open is none of the next test's. */
	public void closeAll() {
		this.jdbc.sql("update task set state = 'DISMISSED', closed_at = now() where state = 'OPEN'").update();
	}

}
