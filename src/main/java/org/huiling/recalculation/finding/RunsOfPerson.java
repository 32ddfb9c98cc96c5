package org.huiling.recalculation.finding;

import java.util.List;
import java.util.UUID;

import org.huiling.audit.PeopleGroups;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The runs that found something about a person: changes, what is missing, what is broken.
 */
@Component
class RunsOfPerson implements PeopleGroups {

	private final JdbcClient jdbc;

	RunsOfPerson(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<String> of(UUID person) {
		return this.jdbc.sql("""
				select r.id::text from recalculation r
				where exists (select from recalculation_change c where c.run = r.id and c.applicant = :person
					and c.before_outcome is not null)
				or exists (select from recalculation_change c where c.run = r.id and c.applicant = :person
					and c.before_outcome is null)
				or exists (select from recalculation_undecided u where u.run = r.id and u.applicant = :person)
				or exists (select from recalculation_failure f where f.run = r.id and f.applicant = :person)""")
			.param("person", person)
			.query(String.class)
			.list();
	}

}
