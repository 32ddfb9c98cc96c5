package org.huiling.payment.person;

import java.util.List;
import java.util.UUID;

import org.huiling.audit.PeopleGroups;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rosters that have a line of a person. */
@Component
class RostersOfPerson implements PeopleGroups {

	private final JdbcClient jdbc;

	RostersOfPerson(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<String> of(UUID person) {
		return this.jdbc.sql("select distinct roster::text from payment_line where applicant = ?")
			.param(person)
			.query(String.class)
			.list();
	}

}
