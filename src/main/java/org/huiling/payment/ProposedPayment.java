package org.huiling.payment;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.huiling.applicant.ApplicantRegister;
import org.huiling.applicant.ApplicantRegister.ShownPerson;
import org.huiling.payment.calculation.LineKind;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose money a proposal is about, for those who are to confirm it: the number of the
 * person's file and what was paid or settled, but no name.
 */
@Component
public class ProposedPayment {

	private final JdbcClient jdbc;

	private final ApplicantRegister people;

	ProposedPayment(JdbcClient jdbc, ApplicantRegister people) {
		this.jdbc = jdbc;
		this.people = people;
	}

	/** A line of a roster. */
	public PaymentEffects line(UUID roster, int number) {
		return this.jdbc
			.sql("""
					select l.applicant, r.jurisdiction, r.month, l.program, l.period, l.kind,
					l.amount, (select j.currency from jurisdiction j where j.id = r.jurisdiction) as currency from payment_line l join roster r on r.id = l.roster where l.roster = ? and l.number = ?""")
			.params(roster, number)
			.query((row, count) -> new PaymentEffects(fileNumber(row.getObject("applicant", UUID.class)),
					row.getString("jurisdiction"), row.getString("month"), row.getString("program"),
					row.getString("period"), LineKind.valueOf(row.getString("kind")), row.getBigDecimal("amount"),
					row.getString("currency")))
			.optional()
			.orElse(PaymentEffects.UNKNOWN);
	}

	/** A settlement. */
	public PaymentEffects settlement(UUID id) {
		return this.jdbc.sql("select applicant, jurisdiction, program, period from payment_settlement where id = ?")
			.param(id)
			.query((row, count) -> new PaymentEffects(fileNumber(row.getObject("applicant", UUID.class)),
					row.getString("jurisdiction"), null, row.getString("program"), row.getString("period"), null, null,
					null))
			.optional()
			.orElse(PaymentEffects.UNKNOWN);
	}

	/** Whose line it is. */
	public Set<UUID> ofLine(UUID roster, int number) {
		return this.jdbc.sql("select applicant from payment_line where roster = ? and number = ?")
			.params(roster, number)
			.query(UUID.class)
			.set();
	}

	/** Whose settlement it is. */
	public Set<UUID> ofSettlement(UUID id) {
		return this.jdbc.sql("select applicant from payment_settlement where id = ?").param(id).query(UUID.class).set();
	}

	/** A person. */
	public PaymentEffects person(UUID applicant) {
		return new PaymentEffects(fileNumber(applicant), null, null, null, null, null, null, null);
	}

	private @Nullable String fileNumber(UUID applicant) {
		ShownPerson shown = this.people.shown(List.of(applicant)).get(applicant);
		return (shown != null) ? shown.fileNumber() : null;
	}

}
