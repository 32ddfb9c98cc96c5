package org.huiling.applicant.imports;

import java.util.List;
import java.util.UUID;

import org.huiling.audit.PeopleGroups;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The import that brought a person. */
@Component
class ImportsOfPerson implements PeopleGroups {

	private final JdbcClient jdbc;

	ImportsOfPerson(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<String> of(UUID person) {
		return this.jdbc.sql("select import_run::text from applicant where id = ? and import_run is not null")
			.param(person)
			.query(String.class)
			.list();
	}

}
