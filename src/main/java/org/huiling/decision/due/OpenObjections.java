package org.huiling.decision.due;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Objections of which nothing has become yet. Answers whoever asks. */
@NamedInterface("decided")
@Component
public class OpenObjections {

	private static final String OPEN = "from decision_objection o join decision d on d.id = o.decision"
			+ " where d.jurisdiction = ? and not exists (select from decision_objection_outcome c where c.objection = o.id)";

	private final JdbcClient jdbc;

	OpenObjections(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * An objection that waits.
	 *
	 * @param id its id
	 * @param decision that it is against
	 * @param applicant whose decision it is against
	 * @param program the program's id
	 * @param period of the decision
	 * @param date the day it was made
	 */
	public record Open(UUID id, UUID decision, UUID applicant, String program, String period, LocalDate date) {
	}

	/**
	 * Who waits.
	 * @param jurisdiction whose decisions
	 * @return their ids
	 */
	@Transactional(readOnly = true)
	public List<UUID> people(String jurisdiction) {
		return this.jdbc.sql("select distinct d.applicant " + OPEN).param(jurisdiction).query(UUID.class).list();
	}

	/**
	 * The objections of some people.
	 * @param jurisdiction whose decisions
	 * @param people their ids
	 * @return each that is open
	 */
	@Transactional(readOnly = true)
	public List<Open> of(String jurisdiction, Collection<UUID> people) {
		return this.jdbc
			.sql("select o.id, o.decision, d.applicant, d.program, d.period, o.objected_on " + OPEN
					+ " and d.applicant = any(?) order by o.id")
			.params(jurisdiction, people.toArray(UUID[]::new))
			.query((row, number) -> new Open(row.getObject("id", UUID.class), row.getObject("decision", UUID.class),
					row.getObject("applicant", UUID.class), row.getString("program"), row.getString("period"),
					row.getObject("objected_on", LocalDate.class)))
			.list();
	}

}
