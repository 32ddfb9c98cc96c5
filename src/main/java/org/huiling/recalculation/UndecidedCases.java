package org.huiling.recalculation;

import java.util.List;
import java.util.UUID;

import org.huiling.applicant.ApplicantRegister;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the last run could not decide, for the case workers who can ask. */
@Component
public class UndecidedCases {

	private final JdbcClient jdbc;

	private final ApplicantRegister register;

	UndecidedCases(JdbcClient jdbc, ApplicantRegister register) {
		this.jdbc = jdbc;
		this.register = register;
	}

	/**
	 * Something that could not be decided.
	 *
	 * @param applicant the person's id
	 * @param jurisdiction whose policies
	 * @param program the program's id
	 * @param period the month or year
	 * @param missing paths of the fields that have to be known first
	 */
	public record Case(UUID applicant, String jurisdiction, String program, String period, List<String> missing) {

		public Case {
			missing = List.copyOf(missing);
		}

	}

	/**
	 * What the last completed run of a jurisdiction that decided left undecided, about
	 * people whom the user may see.
	 * @param most how many
	 * @return by person
	 */
	@Transactional(readOnly = true)
	public List<Case> ofLastRun(int most) {
		return this.jdbc.sql("select distinct u.applicant, u.jurisdiction, u.program, u.period, u.missing"
				+ " from recalculation_undecided u where u.run = (select r.id from recalculation r"
				+ " where r.mode = 'COMMIT' and r.state = 'COMPLETED' and u.jurisdiction = any(r.jurisdictions) order by r.ordered_at desc limit 1) and "
				+ this.register.visible("u.applicant") + " order by u.applicant, u.program, u.period limit ?")
			.param(most)
			.query((row, number) -> new Case(row.getObject("applicant", UUID.class), row.getString("jurisdiction"),
					row.getString("program"), row.getString("period"),
					List.of((String[]) row.getArray("missing").getArray())))
			.list();
	}

}
