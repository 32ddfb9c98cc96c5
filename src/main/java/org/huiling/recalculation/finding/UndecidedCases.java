package org.huiling.recalculation.finding;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.huiling.applicant.ApplicantRegister;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the last run could not decide, for the case workers who can ask. */
@Component
public class UndecidedCases {

	/** The same may be undecided about several claims. */
	private static final int MOST_OF_ONE = 20;

	private final JdbcClient jdbc;

	private final ApplicantRegister register;

	private final AuditTrail audit;

	UndecidedCases(JdbcClient jdbc, ApplicantRegister register, AuditTrail audit) {
		this.jdbc = jdbc;
		this.register = register;
		this.audit = audit;
	}

	/**
	 * Something that could not be decided.
	 *
	 * @param applicant the person's id
	 * @param jurisdiction whose policies
	 * @param program the program's id
	 * @param period the month, quarter or year
	 * @param missing paths of the fields that have to be known first
	 */
	public record Case(UUID applicant, String jurisdiction, String program, String period, List<String> missing) {

		public Case {
			missing = List.copyOf(missing);
		}

	}

	/**
	 * What the last completed run of a jurisdiction that decided left undecided, about
	 * people whom the user may see; reading it is recorded.
	 * @param most how many
	 * @return by person
	 */
	@Transactional
	public List<Case> ofLastRun(int most) {
		List<Case> cases = this.jdbc.sql("""
				select distinct u.applicant, u.jurisdiction, u.program, u.period, u.missing
				from (select distinct on (j.id) j.id as jurisdiction, r.id as run
					from recalculation r cross join unnest(r.jurisdictions) as j (id)
					where r.mode = 'COMMIT' and r.state = 'COMPLETED' order by j.id, r.ordered_at desc) last
				cross join lateral (select u.applicant, u.jurisdiction, u.program, u.period, u.missing
					from recalculation_undecided u where u.run = last.run and u.jurisdiction = last.jurisdiction
						and %s order by u.applicant limit ?) u
				order by u.applicant, u.program, u.period limit ?""".formatted(this.register.visible("u.applicant")))
			.params(MOST_OF_ONE * most, most)
			.query((row, number) -> new Case(row.getObject("applicant", UUID.class), row.getString("jurisdiction"),
					row.getString("program"), row.getString("period"),
					List.of((String[]) row.getArray("missing").getArray())))
			.list();
		this.audit.recordOf(AuditAction.APPLICANTS_LISTED, "applicants", Map.of("by", "UNDECIDED", "region", ""),
				cases.stream().map(Case::applicant).toList());
		return cases;
	}

}
