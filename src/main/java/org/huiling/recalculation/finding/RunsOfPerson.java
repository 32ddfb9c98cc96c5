package org.huiling.recalculation.finding;

import java.util.List;
import java.util.UUID;

import org.huiling.audit.PeopleGroups;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The runs in which something about a person changed. */
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
					and c.before_outcome is null)""").param("person", person).query(String.class).list();
	}

}
