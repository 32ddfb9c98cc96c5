package org.huiling.payment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.huiling.applicant.ApplicantRegister;
import org.huiling.applicant.ApplicantRegister.ShownPerson;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose money a proposal is about, for those who are to confirm it: the number of the
 * person's file and what was paid or settled, but no name.
 */
@Component
class ProposedPayment {

	private final JdbcClient jdbc;

	private final ApplicantRegister people;

	ProposedPayment(JdbcClient jdbc, ApplicantRegister people) {
		this.jdbc = jdbc;
		this.people = people;
	}

	/** A line of a roster. */
	Map<String, ?> line(UUID roster, int number) {
		return this.jdbc.sql("""
				select l.applicant, r.jurisdiction, r.month, l.program, l.period, l.kind,
				l.amount from payment_line l join roster r on r.id = l.roster where l.roster = ? and l.number = ?""")
			.params(roster, number)
			.query((row, count) -> {
				Map<String, Object> line = person(row.getObject("applicant", UUID.class));
				line.put("jurisdiction", row.getString("jurisdiction"));
				line.put("month", row.getString("month"));
				line.put("program", row.getString("program"));
				line.put("period", row.getString("period"));
				line.put("kind", row.getString("kind"));
				line.put("amount", row.getBigDecimal("amount"));
				return line;
			})
			.optional()
			.orElseGet(LinkedHashMap::new);
	}

	/** A settlement. */
	Map<String, ?> settlement(UUID id) {
		return this.jdbc.sql("select applicant, jurisdiction, program, period from payment_settlement where id = ?")
			.param(id)
			.query((row, count) -> {
				Map<String, Object> settlement = person(row.getObject("applicant", UUID.class));
				settlement.put("jurisdiction", row.getString("jurisdiction"));
				settlement.put("program", row.getString("program"));
				settlement.put("period", row.getString("period"));
				return settlement;
			})
			.optional()
			.orElseGet(LinkedHashMap::new);
	}

	/** Whose line it is. */
	Set<UUID> ofLine(UUID roster, int number) {
		return this.jdbc.sql("select applicant from payment_line where roster = ? and number = ?")
			.params(roster, number)
			.query(UUID.class)
			.set();
	}

	/** Whose settlement it is. */
	Set<UUID> ofSettlement(UUID id) {
		return this.jdbc.sql("select applicant from payment_settlement where id = ?").param(id).query(UUID.class).set();
	}

	/** A person. */
	Map<String, Object> person(UUID applicant) {
		Map<String, Object> person = new LinkedHashMap<>();
		ShownPerson shown = this.people.shown(List.of(applicant)).get(applicant);
		if (shown != null) {
			person.put("fileNumber", shown.fileNumber());
		}
		return person;
	}

}
