package org.huiling.recalculation.finding;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the last runs over everybody could not decide and nobody decided since. A run over
 * some people or programs counts for these alone. Answers whoever asks.
 */
@Component
public class StillUndecided {

	private static final String LAST = """
			from recalculation_undecided u
			join recalculation_completed r on r.run = u.run and r.jurisdiction = u.jurisdiction
			where u.jurisdiction = ? %s
				and not exists (select from recalculation_completed n where n.jurisdiction = u.jurisdiction and n.at > r.at
					and (n.programs is null or u.program = any(n.programs))
					and (n.whole or exists (select from recalculation_undecided o where o.run = n.run
						and o.applicant = u.applicant and o.program = u.program)))
				and not exists (select from decision d where d.applicant = u.applicant and d.program = u.program
					and d.jurisdiction = u.jurisdiction and d.decided_at > r.at)""";

	private final JdbcClient jdbc;

	StillUndecided(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * What could not be decided of a program.
	 *
	 * @param applicant the person's id
	 * @param program the program's id
	 * @param first the first period
	 * @param missing paths of the fields that have to be known first, sorted
	 */
	public record Case(UUID applicant, String program, String first, List<String> missing) {

		public Case {
			missing = List.copyOf(missing);
		}

	}

	/**
	 * Whose case is undecided.
	 * @param jurisdiction whose runs
	 * @return their ids
	 */
	@Transactional(readOnly = true)
	public List<UUID> people(String jurisdiction) {
		return this.jdbc.sql("select distinct u.applicant " + LAST.formatted("") + " order by u.applicant")
			.param(jurisdiction)
			.query(UUID.class)
			.list();
	}

	/**
	 * What is undecided of some people.
	 * @param jurisdiction whose runs
	 * @param people their ids
	 * @return one for each person and program
	 */
	@Transactional(readOnly = true)
	public List<Case> of(String jurisdiction, Collection<UUID> people) {
		return this.jdbc
			.sql("""
					select c.applicant, c.program, min(c.period) as first, array_agg(distinct m.path order by m.path) as missing
					from (select u.applicant, u.program, u.period, u.missing %s) c cross join lateral unnest(c.missing) as m (path)
					group by c.applicant, c.program"""
				.formatted(LAST.formatted("and u.applicant = any(?)")))
			.params(jurisdiction, people.toArray(UUID[]::new))
			.query((row, number) -> new Case(row.getObject("applicant", UUID.class), row.getString("program"),
					row.getString("first"), List.of((String[]) row.getArray("missing").getArray())))
			.list();
	}

}
